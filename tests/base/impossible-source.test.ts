import { describe, expect, test } from '@jest/globals';
import { parseAddress } from '../../src/base/address.js';
import { isImpossibleIpv4Source, isImpossibleIpv6Source } from '../../src/base/impossible-source.js';

function isImpossible(text: string): boolean {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(text);
  const { family, w0, w1, w2, w3 } = address;
  if (family === 6)
    return isImpossibleIpv6Source(w0, w1, w2, w3) && isImpossibleIpv6Source(w0 | 0, w1 | 0, w2 | 0, w3 | 0);
  return isImpossibleIpv4Source(w0) && isImpossibleIpv4Source(w0 | 0);
}

describe('a packet on a wire', () => {
  test.each([
    '0.0.0.1',
    '127.0.0.1',
    '224.0.0.251',
    '240.1.2.3',
    '255.255.255.255',
    '::1',
    'ff02::1',
    '::ffff:10.1.2.3',
  ])('cannot come from %s', (text) => {
    expect(isImpossible(text)).toBe(true);
  });

  test.each(['0.0.0.0', '10.1.2.3', '169.254.7.7', '223.255.255.255', '::', '::2', 'fe80::1', '2001:db8::1'])(
    'may come from %s',
    (text) => {
      expect(isImpossible(text)).toBe(false);
    },
  );
});
