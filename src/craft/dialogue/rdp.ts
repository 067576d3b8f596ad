import { join, le16, le32, text, u16, u8, zeros } from '../field.js';
import { sealed, tlsHandshake } from './tls.js';
import { answers, asks, type Dialogue } from './turn.js';

const PROTOCOL = { tls: 1, credSsp: 2 } as const;

/** TPKT (RFC 1006) around an X.224 connection request (0xe0) or confirm (0xd0) with RDP negotiation data. */
function x224(code: number, cookie: string, negotiation: Uint8Array): Uint8Array {
  const body = join(u8(code), u16(0), u16(0), u8(0), text(cookie), negotiation);
  return join(u8(3), u8(0), u16(body.length + 5), u8(body.length), body);
}

/** MS-RDPBCGR 2.2.1.1.1 and 2.2.1.2.1: type, flags, length 8, protocols */
function negotiation(type: 1 | 2, protocols: number): Uint8Array {
  return join(u8(type), u8(0), le16(8), le32(protocols));
}

/** A remote desktop session as it is today: everything after the confirmation is inside TLS. */
export const rdp: Dialogue = (details) => [
  asks(x224(0xe0, 'Cookie: mstshash=staff\r\n', negotiation(1, PROTOCOL.tls | PROTOCOL.credSsp))),
  answers(x224(0xd0, '', negotiation(2, PROTOCOL.credSsp))),
  ...tlsHandshake(details),
  asks(sealed(details.random, details.upBytes)),
  answers(sealed(details.random, details.downBytes)),
];

const STANDARD_SECURITY = 0;
const FIRST_CHANNEL = 1004;
const CLIENT_NETWORK = 0xc003;
const SERVER_CORE = 0x0c01;
const SERVER_NETWORK = 0x0c03;

/** TPKT and an X.224 data unit around an MCS message (T.125). */
const mcs = (...parts: readonly Uint8Array[]): Uint8Array => {
  const body = join(u8(2), u8(0xf0), u8(0x80), ...parts);
  return join(u8(3), u8(0), u16(body.length + 4), body);
};
const block = (type: number, body: Uint8Array): Uint8Array => join(le16(type), le16(body.length + 4), body);
const perLength = (length: number): Uint8Array => u16(0x8000 | length);
const octets = (body: Uint8Array): Uint8Array => join(u8(4), u8(0x82), u16(body.length), body);
const ofBytes = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);

/** MS-RDPBCGR 2.2.1.3.4: names of eight bytes, and their options */
function connectInitial(channels: readonly string[]): Uint8Array {
  const definitions = channels.map((name) => join(text(name.padEnd(8, '\0')), le32(0xc000_0000)));
  const network = block(CLIENT_NETWORK, join(le32(channels.length), ...definitions));
  const conference = join(ofBytes(0, 8, 0, 0x10, 0, 1, 0xc0, 0), text('Duca'), perLength(network.length), network);
  const gcc = join(ofBytes(0, 5, 0, 0x14, 0x7c, 0, 1), perLength(conference.length), conference);
  const parameters = ofBytes(0x30, 3, 2, 1, 34);
  const body = join(ofBytes(4, 1, 1, 4, 1, 1, 1, 1, 0xff), parameters, parameters, parameters, octets(gcc));
  return mcs(ofBytes(0x7f, 0x65, 0x82), u16(body.length), body);
}

/** MS-RDPBCGR 2.2.1.4.4: the number that each channel got */
function connectResponse(channels: readonly string[]): Uint8Array {
  const ids = channels.map((_, index) => le16(FIRST_CHANNEL + index));
  const padding = zeros(channels.length % 2 === 1 ? 2 : 0);
  const network = block(SERVER_NETWORK, join(le16(1003), le16(channels.length), ...ids, padding));
  const blocks = join(block(SERVER_CORE, le32(0x80004)), network);
  const head = ofBytes(0, 5, 0, 0x14, 0x7c, 0, 1, 0x2a, 0x14, 0x76, 0x0a, 1, 1, 0, 1, 0xc0, 0);
  const gcc = join(head, text('McDn'), perLength(blocks.length), blocks);
  const body = join(ofBytes(0x0a, 1, 0, 2, 1, 0, 0x30, 3, 2, 1, 34), octets(gcc));
  return mcs(ofBytes(0x7f, 0x66, 0x82), u16(body.length), body);
}

/** A session with standard RDP security: the channels can be read. All that are asked for are joined. */
function standardSession(channels: readonly string[]): Dialogue {
  return () => [
    asks(x224(0xe0, '', negotiation(1, STANDARD_SECURITY))),
    answers(x224(0xd0, '', negotiation(2, STANDARD_SECURITY))),
    asks(connectInitial(channels)),
    answers(connectResponse(channels)),
    ...channels.flatMap((_, index) => {
      const id = u16(FIRST_CHANNEL + index);
      return [asks(mcs(ofBytes(0x38, 0, 6), id)), answers(mcs(ofBytes(0x3e, 0, 0, 6), id, id))];
    }),
    asks(mcs(ofBytes(0x64, 0, 6), u16(FIRST_CHANNEL), ofBytes(0x70, 4, 1, 2, 3, 4))),
  ];
}

/** With the clipboard. */
export const rdpClipboard = standardSession(['rdpsnd', 'cliprdr']);
/** With sound alone. */
export const rdpSound = standardSession(['rdpsnd']);
