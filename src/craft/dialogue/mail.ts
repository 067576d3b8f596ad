import { text } from '../field.js';
import { tls } from './tls.js';
import { answers, asks, type Dialogue, type Turn } from './turn.js';

const says = (line: string): Turn => asks(text(`${line}\r\n`));
const replies = (line: string): Turn => answers(text(`${line}\r\n`));

function transaction(name: string, message: string): readonly Turn[] {
  return [
    replies(`220 ${name} ESMTP`),
    says('EHLO sender.midorino.example'),
    replies(`250 ${name}`),
    says('MAIL FROM:<kikaku@midorino.example>'),
    replies('250 2.1.0 Ok'),
    says('RCPT TO:<somu@midorino.example>'),
    replies('250 2.1.5 Ok'),
    says('DATA'),
    replies('354 End data with <CR><LF>.<CR><LF>'),
    says(`${message}\r\n.`),
    replies('250 2.0.0 Ok'),
    says('QUIT'),
    replies('221 2.0.0 Bye'),
  ];
}

function headers(subject: string, contentType: string): string {
  return [
    'From: kikaku@midorino.example',
    'To: somu@midorino.example',
    `Subject: ${subject}`,
    'Date: Mon, 15 Jun 2026 09:00:00 +0900',
    'Message-ID: <20260615090000.1@midorino.example>',
    'MIME-Version: 1.0',
    `Content-Type: ${contentType}`,
    '',
  ].join('\r\n');
}

/** One plain text message (RFC 5321). */
export const smtp: Dialogue = ({ name }) =>
  transaction(name, `${headers('monthly schedule', 'text/plain; charset=UTF-8')}\r\nThe schedule of this month.`);

/** The begin of a message, and no more of it within the capture. */
export const mailCutOff: Dialogue = (details) => [
  ...smtp(details).slice(0, 9),
  says(`${headers('monthly schedule', 'text/plain; charset=UTF-8')}\r\nThe schedule of this month`),
];

/** A delivery status notification (RFC 3464): multipart, and harmless. */
export const bounce: Dialogue = ({ name }) =>
  transaction(
    name,
    [
      headers('Undelivered Mail Returned to Sender', 'multipart/report; report-type=delivery-status; boundary="b1"'),
      '--b1',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'The address is unknown.',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail-lg.midorino.example',
      '',
      'Final-Recipient: rfc822; nobody@midorino.example',
      'Action: failed',
      'Status: 5.1.1',
      '--b1--',
    ].join('\r\n'),
  );

function mixed(name: string, type: string, parts: readonly (readonly string[])[]): readonly Turn[] {
  const body = parts.flatMap((part) => ['--b1', ...part]);
  return transaction(name, [headers('monthly schedule', `${type}; boundary="b1"`), ...body, '--b1--'].join('\r\n'));
}

const PLAIN = ['Content-Type: text/plain; charset=UTF-8', '', 'The schedule of this month.'];

/** A message with an HTML alternative (RFC 2046 section 5.1.4). */
export const htmlMail: Dialogue = ({ name }) =>
  mixed(name, 'multipart/alternative', [PLAIN, ['Content-Type: text/html; charset=UTF-8', '', '<p>The schedule.</p>']]);

/** A message with a file (RFC 2183). */
export const attachmentMail: Dialogue = ({ name }) =>
  mixed(name, 'multipart/mixed', [
    PLAIN,
    [
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="schedule.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0xLjQKJSVFT0YK',
    ],
  ]);

/** A message in Japanese as it is sent since the first days (RFC 1468): plain text. */
export const japaneseMail: Dialogue = ({ name }) =>
  transaction(name, `${headers('monthly', 'text/plain; charset=ISO-2022-JP')}\r\n\x1b$B$3$s$K$A$O\x1b(B`);

/** The greeting, and everything else inside TLS (RFC 3207). */
export const startTls: Dialogue = (details) => [
  replies(`220 ${details.name} ESMTP`),
  says('EHLO sender.midorino.example'),
  replies('250 STARTTLS'),
  says('STARTTLS'),
  replies('220 2.0.0 Ready'),
  ...tls(details),
];

/** A message fetched from a mailbox (RFC 1939). */
const fetched = (name: string, message: string): readonly Turn[] => [
  replies(`+OK ${name} ready`),
  says('USER somu'),
  replies('+OK'),
  says('PASS ********'),
  replies('+OK 1 message'),
  says('RETR 1'),
  replies(`+OK ${message.length} octets\r\n${message}\r\n.`),
  says('QUIT'),
  replies('+OK'),
];

export const fetchedText: Dialogue = ({ name }) =>
  fetched(name, `${headers('monthly schedule', 'text/plain; charset=UTF-8')}\r\nThe schedule of this month.`);

export const fetchedHtml: Dialogue = ({ name }) =>
  fetched(name, `${headers('monthly schedule', 'text/html; charset=UTF-8')}\r\n<p>The schedule.</p>`);

/** POP3 whose STLS is agreed on (RFC 2595 section 4): TLS comes, or a message as it is. */
const stls = (name: string): readonly Turn[] => [replies(`+OK ${name} ready`), says('STLS'), replies('+OK begin')];
export const fetchedInTls: Dialogue = (details) => [...stls(details.name), ...tls(details)];
export const fetchedOpenAfterStls: Dialogue = (details) => [...stls(details.name), ...fetchedHtml(details).slice(1)];

/** TLS is agreed on, and then a message with a file comes as it is: as a device that decrypts for its mirror shows it. */
export const openAfterStartTls: Dialogue = (details) => [
  ...startTls(details).slice(0, 5),
  ...attachmentMail(details).slice(1),
];
