import { join, text, u16, u8, zeros } from '../field.js';
import { tls } from './tls.js';
import { answers, asks, type Dialogue } from './turn.js';

const HTTPS = 443;

/** A TLS session through a SOCKS 5 proxy (RFC 1928), without a login. */
export const socks: Dialogue = (details) => [
  asks(join(u8(5), u8(1), u8(0))),
  answers(join(u8(5), u8(0))),
  asks(join(u8(5), u8(1), u8(0), u8(3), u8(details.name.length), text(details.name), u16(HTTPS))),
  answers(join(u8(5), u8(0), u8(0), u8(1), zeros(6))),
  ...tls(details),
];
