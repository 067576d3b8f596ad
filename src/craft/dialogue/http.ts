import { join, text } from '../field.js';
import { tls } from './tls.js';
import { answers, asks, type Dialogue } from './turn.js';

const lines = (...all: readonly string[]): Uint8Array => text(`${all.join('\r\n')}\r\n\r\n`);

/** A page or file fetched in the clear (RFC 9112). */
export const http: Dialogue = ({ name, downBytes }) => [
  asks(lines('GET /index.html HTTP/1.1', `Host: ${name}`, 'User-Agent: sample', 'Accept: */*')),
  answers(
    join(
      lines('HTTP/1.1 200 OK', 'Content-Type: text/plain; charset=utf-8', `Content-Length: ${downBytes}`),
      text('a'.repeat(downBytes)),
    ),
  ),
];

/** A TLS session through a proxy (RFC 9110 section 9.3.6). */
export const proxied: Dialogue = (details) => [
  asks(lines(`CONNECT ${details.name}:443 HTTP/1.1`, `Host: ${details.name}:443`)),
  answers(lines('HTTP/1.1 200 Connection established')),
  ...tls(details),
];

/** The same, refused by the proxy's filter. */
export const proxyRefused: Dialogue = ({ name }) => [
  asks(lines(`CONNECT ${name}:443 HTTP/1.1`, `Host: ${name}:443`)),
  answers(lines('HTTP/1.1 403 Forbidden', 'Content-Length: 0')),
];
