import { join, text, u16, u24, u8 } from '../field.js';
import type { Random } from '../random.js';
import { answers, asks, type Details, type Dialogue, type Turn } from './turn.js';

const RECORD = { changeCipherSpec: 20, handshake: 22, applicationData: 23 } as const;
const VERSION_1_2 = 0x0303;
const LARGEST_RECORD = 16_384;

/** RFC 8446 section 5.1 */
function record(type: number, body: Uint8Array): Uint8Array {
  return join(u8(type), u16(VERSION_1_2), u16(body.length), body);
}

function handshake(type: number, body: Uint8Array): Uint8Array {
  return record(RECORD.handshake, join(u8(type), u24(body.length), body));
}

function extension(type: number, body: Uint8Array): Uint8Array {
  return join(u16(type), u16(body.length), body);
}

const counted = (body: Uint8Array): Uint8Array => join(u16(body.length), body);

/** RFC 8446 section 4.1.2, with the server name of RFC 6066 section 3 */
function clientHello(random: Random, name: string): Uint8Array {
  const serverName = counted(join(u8(0), counted(text(name))));
  const keyShare = counted(join(u16(0x001d), counted(random.bytes(32))));
  const extensions = join(
    extension(0, serverName),
    extension(10, counted(u16(0x001d))),
    extension(13, counted(join(u16(0x0804), u16(0x0403)))),
    extension(43, join(u8(2), u16(0x0304))),
    extension(51, keyShare),
  );
  const suites = counted(join(u16(0x1301), u16(0x1302)));
  return handshake(1, join(u16(VERSION_1_2), random.bytes(32), u8(0), suites, u8(1), u8(0), counted(extensions)));
}

/** RFC 8446 section 4.1.3 */
function serverHello(random: Random): Uint8Array {
  const keyShare = join(u16(0x001d), counted(random.bytes(32)));
  const extensions = join(extension(43, u16(0x0304)), extension(51, keyShare));
  return handshake(2, join(u16(VERSION_1_2), random.bytes(32), u8(0), u16(0x1301), u8(0), counted(extensions)));
}

const changeCipherSpec = record(RECORD.changeCipherSpec, u8(1));

/** Encrypted records that carry so many bytes. */
export function sealed(random: Random, bytes: number): Uint8Array {
  const records: Uint8Array[] = [];
  for (let left = bytes; left > 0; left -= LARGEST_RECORD) {
    records.push(record(RECORD.applicationData, random.bytes(Math.min(left, LARGEST_RECORD) + 17)));
  }
  return join(...records);
}

/** A TLS 1.3 handshake; certificates are already encrypted in it. */
export function tlsHandshake({ random, name }: Pick<Details, 'random' | 'name'>): readonly Turn[] {
  return [
    asks(clientHello(random, name)),
    answers(join(serverHello(random), changeCipherSpec, sealed(random, 900))),
    asks(join(changeCipherSpec, sealed(random, 36))),
  ];
}

export const tls: Dialogue = (details) => [
  ...tlsHandshake(details),
  asks(sealed(details.random, details.upBytes)),
  answers(sealed(details.random, details.downBytes)),
];
