import { join, text } from '../field.js';
import { opaque, ssh } from './plain.js';
import { tls } from './tls.js';
import { answers, asks, type Details, type Dialogue, type Turn } from './turn.js';

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

/** RFC 9110 section 9.3.6 */
const throughProxy = (details: Details, inside: readonly Turn[]): readonly Turn[] => [
  asks(lines(`CONNECT ${details.name}:443 HTTP/1.1`, `Host: ${details.name}:443`)),
  answers(lines('HTTP/1.1 200 Connection established')),
  ...inside,
];

/** A TLS session through a proxy. */
export const proxied: Dialogue = (details) => throughProxy(details, tls(details));

/** What proxies are not there for: a login, a page in the clear, and what nobody can name. */
export const proxiedLogin: Dialogue = (details) => throughProxy(details, ssh(details));
export const proxiedPage: Dialogue = (details) => throughProxy(details, http(details));
export const proxiedOpaque: Dialogue = (details) => throughProxy(details, opaque(details));

/** The same, refused by the proxy's filter. */
export const proxyRefused: Dialogue = ({ name }) => [
  asks(lines(`CONNECT ${name}:443 HTTP/1.1`, `Host: ${name}:443`)),
  answers(lines('HTTP/1.1 403 Forbidden', 'Content-Length: 0')),
];
