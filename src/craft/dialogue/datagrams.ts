import { addressBytes } from '../address-bytes.js';
import { join, text, u16, u32, u8, zeros } from '../field.js';
import { answers, asks, type Dialogue } from './turn.js';

export function dnsName(name: string): Uint8Array {
  return join(...name.split('.').map((label) => join(u8(label.length), text(label))), u8(0));
}

/** names of the body itself lead to its own servers */
const OWN_NAME = /(^|\.)midorino\.example$/;

/** RFC 1035 section 4.1: a question for an address and its answer, for other bodies' names from the documentation range. */
export const dns: Dialogue = ({ random, name }) => {
  const id = u16(random.below(65_536));
  const question = join(dnsName(name), u16(1), u16(1));
  const address = join(
    u16(0xc00c),
    u16(1),
    u16(1),
    u32(300),
    u16(4),
    addressBytes(OWN_NAME.test(name) ? '10.10.4.20' : '203.0.113.80'),
  );
  return [
    asks(join(id, u16(0x0100), u16(1), u16(0), u16(0), u16(0), question)),
    answers(join(id, u16(0x8180), u16(1), u16(1), u16(0), u16(0), question, address)),
  ];
};

/** A look-up of a name that nobody has, another one each time, and the answer that it does not exist (code 3). */
export const dnsMissing: Dialogue = ({ random, name }) => {
  const id = u16(random.below(65_536));
  const label = `q${random.below(2 ** 31).toString(36)}`;
  const question = join(dnsName(`${label}.${name}`), u16(1), u16(1));
  return [
    asks(join(id, u16(0x0100), u16(1), u16(0), u16(0), u16(0), question)),
    answers(join(id, u16(0x8183), u16(1), u16(0), u16(0), u16(0), question)),
  ];
};

/** A name whose first label carries data, `upBytes` characters of it (63 at most), and an answer with `downBytes` (255 at most). */
export const dnsData: Dialogue = ({ random, name, upBytes, downBytes }) => {
  const id = u16(random.below(65_536));
  const letters = Array.from({ length: Math.min(upBytes, 63) }, () => random.below(32).toString(32));
  const question = join(dnsName(`${letters.join('')}.${name}`), u16(16), u16(1));
  const size = Math.min(downBytes, 255);
  const text16 = join(u16(0xc00c), u16(16), u16(1), u32(0), u16(size + 1), u8(size), random.bytes(size));
  return [
    asks(join(id, u16(0x0100), u16(1), u16(0), u16(0), u16(0), question)),
    answers(join(id, u16(0x8180), u16(1), u16(1), u16(0), u16(0), question, text16)),
  ];
};

/** The same over TCP: each message behind its length (RFC 7766 section 8). */
export const dnsDataStream: Dialogue = (details) =>
  dnsData(details).map(({ by, data }) => ({ by, data: join(u16(data.length), data) }));

/** RFC 5905 section 7.3: leap 0, version 4, mode 3 (client) or 4 (server) */
export const ntp: Dialogue = ({ random }) => [
  asks(join(u8(0x23), u8(0), u8(6), u8(0xec), zeros(36), random.bytes(8))),
  answers(join(u8(0x24), u8(2), u8(6), u8(0xec), zeros(8), u32(0xc6120001), random.bytes(32))),
];

/** RFC 5424 over UDP: one way, nobody answers. */
export const syslog: Dialogue = ({ name }) => [asks(text(`<134>1 2026-06-15T00:00:00Z ${name} fw - - - deny`))];
