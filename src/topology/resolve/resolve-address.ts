import {
  firstOfPrefix,
  formatAddress,
  formatPrefix,
  hasHostBits,
  parseAddress,
  parsePrefix,
  type Address,
  type Prefix,
} from '../../base/address.js';
import type { FieldPath } from '../read/field-path.js';
import type { ProblemLog } from '../read/problem-log.js';

/** `undefined`, and a problem, unless the text is one address. */
export function resolveAddress(text: string | undefined, path: FieldPath, log: ProblemLog): Address | undefined {
  if (text === undefined) return undefined;
  const address = parseAddress(text);
  if (address === undefined) {
    const isPrefix = parsePrefix(text) !== undefined;
    log.add({
      path,
      message: { ja: `「${text}」は IP アドレスではない`, en: `"${text}" is not an IP address` },
      remedy: isPrefix
        ? { ja: '/長さ を取り除く', en: 'remove the /length' }
        : {
            ja: 'IPv4 は 0～255 の数四つ（例 10.20.4.25）、IPv6 は 2001:db8::25 の形',
            en: 'IPv4 is four numbers from 0 to 255 (10.20.4.25), IPv6 looks like 2001:db8::25',
          },
    });
  }
  return address;
}

/** `undefined`, and a problem, unless the text is a prefix without host bits. */
export function resolvePrefix(text: string | undefined, path: FieldPath, log: ProblemLog): Prefix | undefined {
  if (text === undefined) return undefined;
  const prefix = parsePrefix(text);
  if (prefix === undefined) {
    const address = parseAddress(text);
    const single = address === undefined ? undefined : `${formatAddress(address)}/${address.family === 4 ? 32 : 128}`;
    log.add({
      path,
      message: { ja: `「${text}」はプレフィックスではない`, en: `"${text}" is not a prefix` },
      remedy:
        single === undefined
          ? { ja: '10.10.16.0/22 や 2001:db8:30::/64 の形', en: 'write it like 10.10.16.0/22 or 2001:db8:30::/64' }
          : { ja: `一つのアドレスなら ${single}`, en: `for one address write ${single}` },
    });
    return undefined;
  }
  if (hasHostBits(prefix)) {
    const clean = formatPrefix({ address: firstOfPrefix(prefix), length: prefix.length });
    const single = formatPrefix({ address: prefix.address, length: prefix.address.family === 4 ? 32 : 128 });
    log.add({
      path,
      message: { ja: `「${text}」はホスト部のビットが 0 でない`, en: `"${text}" has host bits set` },
      remedy: { ja: `${clean}、または ${single} のことか`, en: `did you mean ${clean}, or ${single}?` },
    });
    return undefined;
  }
  return prefix;
}

/** Lower case with colons. The structure check has seen to its form. */
export function normalizeMac(text: string): string {
  return text.toLowerCase().replaceAll('-', ':');
}
