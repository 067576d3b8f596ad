import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { TestCertificates } from '../support/make-certificates.js';

/** How a mail server of a test behaves; what is left out goes well. */
export interface MailManners {
  /** with them it offers STARTTLS, or with `implicit` begins with TLS */
  certificates?: TestCertificates;
  implicit?: boolean;
  /** `user password` that it lets in; it takes mail from nobody else */
  login?: string;
  greeting?: string;
  /** answer to RCPT TO, by address */
  recipients?: Record<string, string>;
  /** answer to the whole message */
  message?: string;
  /** it says nothing any more from this command on */
  hangsAt?: 'connect' | 'EHLO' | 'DATA' | 'message';
}

export interface TakenMail {
  readonly recipients: readonly string[];
  readonly data: string;
  readonly encrypted: boolean;
  readonly user: string | null;
}

/** Speaks as much SMTP (RFC 5321, 3207, 4954) as a client needs to be refused. */
export function mailServer(manners: MailManners): { server: Server; mails: TakenMail[]; heard: string[] } {
  const mails: TakenMail[] = [];
  const heard: string[] = [];
  const { certificates } = manners;
  const begin = (socket: Socket): void => {
    serve(socket, manners, mails, heard);
  };
  const server =
    certificates !== undefined && manners.implicit === true
      ? createTlsServer(certificates).on('secureConnection', begin)
      : createServer(begin);
  return { server, mails, heard };
}

function serve(raw: Socket, manners: MailManners, mails: TakenMail[], heard: string[]): void {
  let socket = raw;
  let text = '';
  let user: string | null = null;
  let recipients: string[] = [];
  let inData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);

  const takeLine = (line: string): void => {
    heard.push(line);
    const [, verb = '', rest = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    if (verb.toUpperCase() === manners.hangsAt) return;
    switch (verb.toUpperCase()) {
      case 'EHLO': {
        const offers = [
          ...(manners.certificates !== undefined && !(socket instanceof TLSSocket) ? ['STARTTLS'] : []),
          ...(manners.login === undefined ? [] : ['AUTH PLAIN LOGIN']),
        ];
        ['test', ...offers].forEach((offer, index) => say(`250${index === offers.length ? ' ' : '-'}${offer}`));
        return;
      }
      case 'STARTTLS':
        if (manners.certificates === undefined) return say('502 5.5.1 not here');
        say('220 go ahead');
        return upgrade(manners.certificates);
      case 'AUTH': {
        const [, name = '', password = ''] = Buffer.from(rest.replace(/^PLAIN /, ''), 'base64')
          .toString()
          .split('\0');
        if (`${name} ${password}` !== manners.login) return say(`535 5.7.8 no: ${rest}`);
        user = name;
        return say('235 welcome');
      }
      case 'MAIL':
        recipients = [];
        return say(manners.login !== undefined && user === null ? '530 5.7.0 log in first' : '250 fine');
      case 'RCPT': {
        const address = /<(.*)>/.exec(rest)?.[1] ?? '';
        const answer = manners.recipients?.[address] ?? '250 fine';
        if (answer.startsWith('2')) recipients.push(address);
        return say(answer);
      }
      case 'DATA':
        inData = true;
        return say('354 go on');
      case 'QUIT':
        say('221 bye');
        return void socket.end();
      default:
        return say('500 what?');
    }
  };

  const takeData = (): void => {
    const end = text.indexOf('\r\n.\r\n');
    if (end < 0) return;
    const data = text.slice(0, end);
    text = text.slice(end + 5);
    inData = false;
    if (manners.hangsAt === 'message') return;
    const answer = manners.message ?? '250 taken';
    if (answer.startsWith('2')) mails.push({ recipients, data, encrypted: socket instanceof TLSSocket, user });
    say(answer);
  };

  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (;;) {
      if (inData) return takeData();
      const end = text.indexOf('\r\n');
      if (end < 0) return;
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      takeLine(line);
    }
  };

  const upgrade = (certificates: TestCertificates): void => {
    socket.off('data', hear);
    const secure = new TLSSocket(socket, { ...certificates, isServer: true });
    secure.on('error', () => undefined);
    secure.on('data', hear);
    socket = secure;
  };

  socket.on('error', () => undefined);
  socket.on('data', hear);
  if (manners.hangsAt !== 'connect') say(manners.greeting ?? '220 test ESMTP');
}
