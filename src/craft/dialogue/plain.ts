import { join, text, u32, u8, zeros } from '../field.js';
import type { Random } from '../random.js';
import { answers, asks, type Dialogue } from './turn.js';

const line = (value: string): Uint8Array => text(`${value}\r\n`);

/** A file put on an FTP server (RFC 959): the control connection. */
export const ftp: Dialogue = ({ name }) => [
  answers(line(`220 ${name} FTP ready`)),
  asks(line('USER transfer')),
  answers(line('331 Password required')),
  asks(line('PASS ********')),
  answers(line('230 Logged in')),
  asks(line('TYPE I')),
  answers(line('200 Type set to I')),
  asks(line('QUIT')),
  answers(line('221 Goodbye')),
];

function nameList(...names: readonly string[]): Uint8Array {
  const list = text(names.join(','));
  return join(u32(list.length), list);
}

/** RFC 4253 sections 6 and 7.1 */
function keyExchangeInit(random: Random): Uint8Array {
  const twice = (list: Uint8Array): Uint8Array => join(list, list);
  const body = join(
    u8(20),
    random.bytes(16),
    nameList('curve25519-sha256'),
    nameList('ssh-ed25519'),
    twice(nameList('aes128-ctr')),
    twice(nameList('hmac-sha2-256')),
    twice(nameList('none')),
    twice(nameList()),
    u8(0),
    u32(0),
  );
  const padding = 4 + ((8 - ((body.length + 9) % 8)) % 8);
  return join(u32(body.length + 1 + padding), u8(padding), body, zeros(padding));
}

export const ssh: Dialogue = ({ random }) => [
  answers(line('SSH-2.0-OpenSSH_9.6')),
  asks(line('SSH-2.0-OpenSSH_9.6')),
  asks(keyExchangeInit(random)),
  answers(keyExchangeInit(random)),
];

/** turns of a long session, each way */
const LONG_ROUNDS = 1100;

/** A login session that goes on for more than a minute: `upBytes` and `downBytes` again and again. */
export const sshLong: Dialogue = (details) => [
  ...ssh(details),
  ...Array.from({ length: LONG_ROUNDS }, () => [
    asks(details.random.bytes(details.upBytes)),
    answers(details.random.bytes(details.downBytes)),
  ]).flat(),
];

/** A job for a network printer on its raw port. */
export const print: Dialogue = ({ upBytes }) => [
  asks(
    join(
      text('\x1b%-12345X@PJL\r\n@PJL ENTER LANGUAGE=POSTSCRIPT\r\n%!PS-Adobe-3.0\r\n'),
      text('% \r\n'.repeat(upBytes / 4)),
    ),
  ),
  answers(text('@PJL USTATUS JOB\r\nEND\r\n\f')),
];

/** A protocol of its own, which nobody can name from outside. */
export const opaque: Dialogue = ({ random, upBytes, downBytes }) => [
  asks(join(u8(0xee), random.bytes(upBytes))),
  answers(join(u8(0xef), random.bytes(downBytes))),
];
