import { createTransport } from 'nodemailer';
import type { Language, Text } from '../base/text.js';
import { oneLine, SendFault, sendFault, timedOut, type Channel } from './channel.js';
import type { Notice } from './notice.js';
import type { EmailSettings } from './notify-settings.js';
import { renderNotice } from './render-notice.js';

/** notices of which some recipients have one, and others wait for it */
const HALF_SENT_AT_MOST = 100;

/** What nodemailer tells of a command that the server did not take. */
interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly recipient?: string;
  readonly rejectedErrors?: readonly SmtpFault[];
}

/**
 * Plain text by SMTP. The subject is one line of visible characters, whatever names are in it. Who has got a message does
 * not get it again because another recipient was put off.
 */
export function createEmailChannel(settings: EmailSettings, language: Language, timezone: string): Channel {
  const timeoutMilliseconds = settings.timeoutSeconds * 1000;
  /** by notice: recipients that need not be tried any more */
  const done = new Map<string, Set<string>>();
  return {
    name: settings.name,
    language,
    timeoutMilliseconds,
    async send(notice: Notice, now: Date) {
      const { subject, lines } = renderNotice(notice, language, timezone);
      const before = done.get(notice.id) ?? new Set();
      const to = settings.to.filter((address) => !before.has(address));
      const mail = {
        from: settings.from,
        to,
        subject: oneLine(subject),
        text: `${lines.join('\n').trimEnd()}\n`,
        date: now,
        messageId: `<${notice.id}@sansou.invalid>`,
        // RFC 3834: nobody's holiday notice answers it
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      };
      const refused = await deliver(settings, mail);
      const later = refused.filter((fault) => !isFinal(fault));
      if (later.length === 0) {
        done.delete(notice.id);
        return refused.length === 0 ? null : refusedText(refused);
      }
      const waiting = new Set(later.map(({ recipient }) => recipient));
      done.set(notice.id, new Set([...before, ...to.filter((address) => !waiting.has(address))]));
      for (const oldest of done.keys()) if (done.size > HALF_SENT_AT_MOST) done.delete(oldest);
      throw new SendFault(refusedText(later));
    },
  };
}

/**
 * @returns the recipients that the server did not take, where it took others
 * @throws SendFault when it took none
 */
async function deliver(
  settings: EmailSettings,
  mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0],
): Promise<readonly SmtpFault[]> {
  const { timeoutSeconds } = settings;
  const transport = openTransport(settings);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(timedOut(timeoutSeconds)), timeoutSeconds * 1000);
  });
  try {
    const sending = transport.sendMail(mail);
    // what comes after the time limit is nobody's any more
    sending.catch(() => undefined);
    const { rejectedErrors = [] } = (await Promise.race([sending, late])) as SmtpFault;
    return rejectedErrors;
  } catch (error) {
    throw explain(error);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function openTransport(settings: EmailSettings): ReturnType<typeof createTransport> {
  const { host, port, security, user, password, ca, timeoutSeconds } = settings;
  const timeout = timeoutSeconds * 1000;
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === null ? {} : { ca }) },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
}

/**
 * 5yz of the message itself (RFC 5321 section 4.2.1): the same again would be refused again. What is refused before that
 * (the greeting, STARTTLS, a login, 530 which asks for one) is a matter of settings that somebody mends.
 */
function isFinal({ command = '', responseCode = 0 }: SmtpFault): boolean {
  return /^(MAIL FROM|RCPT TO|DATA)$/.test(command) && responseCode >= 500 && responseCode !== 530;
}

function explain(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  const fault = error as SmtpFault;
  const { response, code, rejectedErrors = [] } = fault;
  // the answer to a login may repeat what was sent
  if (code === 'EAUTH')
    return new SendFault({ ja: 'メールサーバが認証を拒否した', en: 'the mail server refused the login' });
  if (rejectedErrors.length > 0)
    return new SendFault(refusedText(rejectedErrors), { isFinal: rejectedErrors.every(isFinal) });
  if (typeof response === 'string' && response !== '') {
    const words = oneLine(response);
    return new SendFault(
      code === 'ETLS'
        ? {
            ja: `メールサーバが暗号化（STARTTLS）に応じない: ${words}`,
            en: `the mail server does not take STARTTLS: ${words}`,
          }
        : { ja: `メールサーバが拒否した: ${words}`, en: `the mail server refused: ${words}` },
      { isFinal: isFinal(fault) },
    );
  }
  return sendFault(error);
}

function refusedText(faults: readonly SmtpFault[]): Text {
  const list = faults.map(({ recipient, response }) => `${recipient ?? ''} (${oneLine(response ?? '')})`).join(', ');
  return { ja: `宛先を拒否された: ${oneLine(list)}`, en: `recipients were refused: ${oneLine(list)}` };
}
