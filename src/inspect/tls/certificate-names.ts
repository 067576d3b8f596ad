import { X509Certificate } from 'node:crypto';
import { LIMITS } from '../../base/limits.js';
import { normaliseName } from '../destination-name.js';
import { ByteCursor } from './byte-cursor.js';

/**
 * Names of the server's own certificate, the first of the message (RFC 5246 section 7.4.2): dNSName entries, and the
 * common name where there is none (RFC 6125 section 6.4.4). Wildcards stay.
 */
export function readCertificateNames(body: Uint8Array): readonly string[] {
  const leaf = new ByteCursor(body).vector(3).vector(3).rest();
  if (leaf.length === 0) return [];
  try {
    const { subjectAltName, subject } = new X509Certificate(leaf);
    const named = namesIn(subjectAltName ?? '', ', ', 'DNS:');
    return named.length > 0 ? named : namesIn(subject, '\n', 'CN=');
  } catch {
    return []; // no certificate that OpenSSL can read
  }
}

/** Node puts entries with special characters into quotes: such a one is no host name, and none may hide in it. */
function namesIn(text: string, separator: string, prefix: string): string[] {
  const names = new Set<string>();
  for (const entry of text.split(separator, 8 * LIMITS.certificateNames)) {
    const name = entry.startsWith(prefix) ? normaliseName(entry.slice(prefix.length)) : null;
    if (name !== null && !entry.includes('"') && names.size < LIMITS.certificateNames) names.add(name);
  }
  return [...names];
}
