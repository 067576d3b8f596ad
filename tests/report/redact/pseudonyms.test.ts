import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatIpv4,
  formatIpv6,
  parseAddress,
  parsePrefix,
  prefixContains,
  type Address,
} from '../../../src/base/address.js';
import { Pseudonyms } from '../../../src/report/redact/pseudonyms.js';

const salt = Buffer.from('a salt for the tests, 32 bytes ..');
const pseudonyms = new Pseudonyms(salt);
const ipv4 = fc.integer({ min: 0, max: 0xffff_ffff });
const word = fc.integer({ min: 0, max: 0xffff_ffff });

const parse = (text: string | undefined): Address => {
  const address = text === undefined ? undefined : parseAddress(text);
  if (address === undefined) throw new Error(`${text ?? 'nothing'} is no address`);
  return address;
};
const mapped = (text: string): string => pseudonyms.address(text) ?? '';

/** How many leading bits two IPv4 addresses share. */
const shared = (x: number, y: number): number => Math.clz32((x ^ y) >>> 0);
const isIn = (text: string, prefix: string): boolean => {
  const parsed = parsePrefix(prefix);
  return parsed !== undefined && prefixContains(parsed, parse(text));
};

describe('pseudonyms of addresses', () => {
  test('share exactly as many leading bits as the addresses do', () => {
    const ordinary = (text: string): boolean =>
      !isIn(text, '224.0.0.0/3') && !isIn(text, '127.0.0.0/8') && !isIn(text, '0.0.0.0/8');
    fc.assert(
      fc.property(ipv4, fc.nat(31), word, (x, bit, noise) => {
        const y = (x ^ (1 << (31 - bit)) ^ (bit === 31 ? 0 : noise >>> (bit + 1))) >>> 0;
        fc.pre(ordinary(formatIpv4(x)) && ordinary(formatIpv4(y)));
        const [a, b] = [mapped(formatIpv4(x)), mapped(formatIpv4(y))].map((text) => parse(text).w0);
        expect(shared(a ?? 0, b ?? 0)).toBe(shared(x, y));
      }),
      { numRuns: 2000 },
    );
  });

  test('flip bits like a coin, each on its own', () => {
    let flips = 0;
    let agreements = 0;
    const count = 4096;
    for (let host = 0; host < count; host++) {
      const text = formatIpv4((0x0a00_0000 + host * 4099) >>> 0);
      const changed = parse(mapped(text)).w0 ^ parse(text).w0;
      flips += changed & 1;
      agreements += ((changed >>> 1) & 1) === (changed & 1) ? 1 : 0;
    }
    // six standard deviations of a fair coin
    for (const heads of [flips, agreements]) expect(Math.abs(heads - count / 2)).toBeLessThan(6 * Math.sqrt(count / 4));
  });

  test('of IPv6 keep prefixes, too', () => {
    fc.assert(
      fc.property(word, word, word, word, word, (w0, w1, w2, w3, other) => {
        const [x, y] = [mapped(formatIpv6(w0, w1, w2, w3)), mapped(formatIpv6(w0, w1, other, w3))].map(parse);
        expect([x?.w0, x?.w1]).toEqual([y?.w0, y?.w1]);
      }),
    );
  });

  test('leave private addresses private, public ones public, and those that name nobody alone', () => {
    const blocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'];
    fc.assert(
      fc.property(ipv4, (x) => {
        const text = formatIpv4(x);
        const pseudonym = mapped(text);
        for (const block of [...blocks, '127.0.0.0/8', '224.0.0.0/3', '0.0.0.0/8'])
          expect([text, block, isIn(pseudonym, block)]).toEqual([text, block, isIn(text, block)]);
      }),
    );
    for (const nobody of ['0.0.0.0', '127.0.0.1', '224.0.0.251', '255.255.255.255', '::', '::1', 'ff02::fb'])
      expect(mapped(nobody)).toBe(nobody);
    expect(isIn(mapped('fe80::200:5eff:fe00:5301'), 'fe80::/10')).toBe(true);
    expect(mapped('fe80::200:5eff:fe00:5301')).not.toContain('5301');
    expect(mapped('ff02::1:ff00:5301')).toMatch(/^ff02::1:ff(?!00:5301)/);
  });

  test('of a prefix hold the pseudonyms of the addresses in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xff_ffff }), fc.integer({ min: 9, max: 32 }), (host, length) => {
        const address = formatIpv4(0x0a00_0000 + host);
        expect(isIn(mapped(address), mapped(`${address}/${length}`))).toBe(true);
      }),
    );
  });

  test('differ with the salt and are the same with the same', () => {
    const other = new Pseudonyms(Buffer.from('another salt, 32 bytes long ....'));
    expect(new Pseudonyms(salt).address('10.10.16.55')).toBe(mapped('10.10.16.55'));
    expect(other.address('10.10.16.55')).not.toBe(mapped('10.10.16.55'));
    expect(other.keyName).not.toBe(pseudonyms.keyName);
    expect(mapped('10.10.16.55')).not.toBe('10.10.16.55');
  });

  test('see through an IPv4 address inside an IPv6 one', () => {
    expect(mapped('::ffff:10.10.16.55')).toBe(`::ffff:${mapped('10.10.16.55')}`);
  });
});

describe('pseudonyms of MAC addresses', () => {
  test('are locally administered, in the notation of the original, the same in all of them', () => {
    const colons = pseudonyms.mac('00:00:5e:00:53:50');
    expect(colons).toMatch(/^[0-9a-f][26ae](:[0-9a-f]{2}){5}$/);
    expect(pseudonyms.mac('00-00-5E-00-53-50')).toBe(colons.replaceAll(':', '-'));
    expect(pseudonyms.mac('0000.5e00.5350').replaceAll('.', '')).toBe(colons.replaceAll(':', ''));
  });

  test('leave broadcast, bridges and virtual routers, and hide the address in a multicast one', () => {
    for (const mac of ['ff:ff:ff:ff:ff:ff', '01:80:c2:00:00:00', '00:00:5e:00:01:0a'])
      expect(pseudonyms.mac(mac)).toBe(mac);
    expect(pseudonyms.mac('33:33:ff:00:53:01')).toMatch(/^33:33:(?!ff:00:53:01)/);
  });
});
