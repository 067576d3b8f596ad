import { describe, expect, test } from '@jest/globals';
import packet from 'dns-packet';
import type { Answer, Packet } from 'dns-packet';
import fc from 'fast-check';
import { readDnsMessage } from '../../../src/inspect/dns/read-dns-message.js';
import { readPlainMessage } from '../../../src/inspect/dns/read-plain-message.js';

const NAMES = ['a.example', 'WWW.Example.com', 'x', '_dmarc.a-b.example', '', 'ü.example', `${'l'.repeat(63)}.example`];
const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ name: fc.constantFrom(...NAMES), type: fc.constant('A' as const), data: fc.ipV4() }),
  fc.record({ name: fc.constantFrom(...NAMES), type: fc.constant('AAAA' as const), data: fc.ipV6() }),
  fc.record({
    name: fc.constantFrom(...NAMES),
    type: fc.constant('CNAME' as const),
    data: fc.constantFrom(...NAMES),
  }),
  fc.record({ name: fc.constantFrom(...NAMES), type: fc.constant('TXT' as const), data: fc.constant('text') }),
);
const messages: fc.Arbitrary<Uint8Array> = fc
  .record({
    type: fc.constantFrom('query' as const, 'response' as const),
    id: fc.nat(0xffff),
    flags: fc.constantFrom(0, 0x100, 3, 0x8183, 2, 5, 9),
    questions: fc.array(
      fc.record({
        name: fc.constantFrom(...NAMES),
        type: fc.constantFrom('A' as const, 'AAAA' as const, 'TXT' as const, 'PTR' as const, 'SRV' as const),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    answers: fc.array(answers, { maxLength: 4 }),
  })
  .map((fields: Packet) => packet.encode(fields));

/** `www.example.com`, A: an alias whose name points back to the question, and an address behind it */
const COMPRESSED = Buffer.from(
  [
    '12348180000100020000000003777777076578616d706c6503636f6d0000010001',
    'c00c000500010000012c000704656467 65c010'.replaceAll(' ', ''),
    'c02d000100010000012c0004cb007105',
  ].join(''),
  'hex',
);

describe('a plain message of DNS', () => {
  test('is read in place: question, outcome and addresses', () => {
    expect(readPlainMessage(COMPRESSED)).toEqual({
      ...{ id: 0x1234, isResponse: true, name: 'www.example.com', type: 'A' },
      ...{ rcode: 'NOERROR', addresses: ['203.0.113.5'], isWhole: true },
    });
  });

  test('says what the library says, or nothing', () => {
    let plain = 0;
    fc.assert(
      fc.property(messages, (bytes) => {
        const read = readPlainMessage(bytes);
        if (read === null) return;
        plain++;
        expect(read).toEqual(readDnsMessage(bytes));
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  test('the same for damaged and cut ones', () => {
    const damaged = fc
      .tuple(
        fc.oneof(messages, fc.constant(COMPRESSED)),
        fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 3 }),
        fc.nat(40),
      )
      .map(([bytes, flips, cut]) => {
        const copy = Uint8Array.from(bytes.subarray(0, bytes.length - (cut > 20 ? 0 : cut)));
        for (const [at, value] of flips) if (copy.length > 0) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(damaged, (bytes) => {
        const read = readPlainMessage(bytes);
        if (read !== null) expect(read).toEqual(readDnsMessage(bytes));
      }),
      { numRuns: 5000 },
    );
  });
});
