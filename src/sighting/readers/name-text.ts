import { LIMITS } from '../../base/limits.js';

/**
 * A name that a packet states, as one word that is safe to keep: printable ASCII, anything else is `?`, and no longer
 * than a name may be. `null` where nothing is left.
 */
export function nameText(bytes: Uint8Array): string | null {
  let text = '';
  for (const byte of bytes.subarray(0, LIMITS.sightedNameBytes)) {
    if (byte === 0) break;
    text += byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?';
  }
  return text === '' ? null : text;
}

/** `a1:b2:…` of an identifier, cut like a name. */
export function hexText(bytes: Uint8Array): string {
  return [...bytes.subarray(0, LIMITS.sightedNameBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
