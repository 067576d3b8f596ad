import { createTransport } from 'nodemailer';
import type { Language } from '../base/text.js';
import { oneLine, SendFault, sendFault, timedOut, type Channel } from './channel.js';
import type { Notice } from './notice.js';
import type { EmailSettings } from './notify-settings.js';
import { renderNotice } from './render-notice.js';

/** Plain text by SMTP. The subject is one line of visible characters, whatever names are in it. */
export function createEmailChannel(settings: EmailSettings, language: Language, timezone: string): Channel {
  const timeoutMilliseconds = settings.timeoutSeconds * 1000;
  return {
    name: settings.name,
    language,
    timeoutMilliseconds,
    async send(notice: Notice, now: Date) {
      const { subject, lines } = renderNotice(notice, language, timezone);
      const transport = openTransport(settings);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(timedOut(settings.timeoutSeconds)), timeoutMilliseconds);
      });
      try {
        const mail = transport.sendMail({
          from: settings.from,
          to: [...settings.to],
          subject: oneLine(subject),
          text: `${lines.join('\n').trimEnd()}\n`,
          date: now,
          messageId: `<${notice.id}@sansou.invalid>`,
          // RFC 3834: nobody's holiday notice answers it
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        const { rejected } = (await Promise.race([mail, late])) as {
          rejected: readonly (string | { address: string })[];
        };
        const refused = rejected.map((entry) => (typeof entry === 'string' ? entry : entry.address));
        if (refused.length > 0) {
          const list = refused.join(', ');
          throw new SendFault({ ja: `宛先を拒否された: ${list}`, en: `recipients were refused: ${list}` });
        }
      } catch (error) {
        throw explain(error);
      } finally {
        clearTimeout(timer);
        transport.close();
      }
    },
  };
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

function explain(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  const { response, code } = error as { response?: string; code?: string };
  if (code === 'EAUTH')
    return new SendFault({ ja: 'メールサーバが認証を拒否した', en: 'the mail server refused the login' });
  if (typeof response === 'string') {
    const words = oneLine(response);
    return new SendFault({ ja: `メールサーバが拒否した: ${words}`, en: `the mail server refused: ${words}` });
  }
  return sendFault(error);
}
