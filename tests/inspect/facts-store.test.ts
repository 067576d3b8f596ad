import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import { FactsStore } from '../../src/inspect/facts-store.js';
import { ANSWER, OPAQUE, PROTOCOL, SHORTFALL, SOURCE, type Numbers } from '../../src/inspect/fact-numbers.js';
import { FlowNotes } from '../../src/inspect/flow-notes.js';
import type { Facts } from '../../src/model/facts.js';

const NONE: Facts = new FlowNotes().toFacts();
const oneOf = <Word extends string>(numbers: Numbers<Word>): fc.Arbitrary<Word> =>
  fc.constantFrom(...(Object.keys(numbers) as Word[]));
const text = fc.string({ maxLength: 40, unit: 'binary-ascii' });
const at = fc.record({ file: fc.nat(65_535), frame: fc.nat(2 ** 32 - 1) });
const nullOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const FACTS: fc.Arbitrary<Facts> = fc.record({
  protocol: nullOr(oneOf(PROTOCOL)),
  inner: nullOr(oneOf(PROTOCOL)),
  unrecognised: fc.boolean(),
  client: nullOr(fc.constantFrom('a', 'b')),
  opaque: nullOr(oneOf(OPAQUE)),
  shortfalls: fc.array(oneOf(SHORTFALL), { maxLength: 2 }),
  firstBytes: fc.tuple(nullOr(at), nullOr(at)),
  names: fc.array(
    fc.record({
      ...{ source: oneOf(SOURCE), answer: oneOf(ANSWER), name: text, ech: fc.boolean(), at },
      ...{ port: nullOr(fc.nat(65_535)), status: nullOr(fc.nat(999)) },
    }),
    { maxLength: 3 },
  ),
  dns: fc.array(
    fc.record({
      ...{ name: text, type: text, rcode: nullOr(text), count: fc.nat(9), at },
      addresses: fc.array(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 4 }),
    }),
    { maxLength: 3 },
  ),
  tls: nullOr(
    fc.record({
      ...{ version: nullOr(text), sni: nullOr(text), alert: nullOr(text) },
      ...{ ech: fc.boolean(), answered: fc.boolean(), established: fc.boolean() },
      ...{ alpn: fc.array(text, { maxLength: 3 }), certificateNames: fc.array(text, { maxLength: 3 }) },
    }),
  ),
  carried: fc.constant(null),
  rdp: fc.constant(null),
  smb: fc.constant(null),
  mails: fc.constant([]),
  files: fc.constant([]),
});

describe('facts that are put away', () => {
  test('come out as they went in, whatever was put away and dropped in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(FACTS, fc.boolean()), { maxLength: 40 }), (all) => {
        const store = new FactsStore();
        const kept = new Map<number, Facts>();
        for (const [facts, isDropped] of all) {
          const handle = store.keep(facts);
          expect(kept.has(handle)).toBe(false);
          if (handle !== 0) kept.set(handle, facts);
          const [oldest] = kept.keys();
          if (!isDropped || oldest === undefined) continue;
          expect(store.read(oldest)).toEqual(kept.get(oldest));
          store.drop(oldest);
          kept.delete(oldest);
        }
        for (const [handle, facts] of kept) expect(store.read(handle)).toEqual(facts);
      }),
      { numRuns: 200 },
    );
  });

  test('are nearly all that flows have: a name, or a question and its addresses', () => {
    const store = new FactsStore();
    const name = { source: 'sni', name: 'www.example.com', port: null, answer: 'accepted', status: null } as const;
    expect(store.keep({ ...NONE, names: [{ ...name, ech: false, at: { file: 0, frame: 7 } }] })).not.toBe(0);
    const question = { name: 'www.example.com', type: 'A', rcode: 'NOERROR', addresses: ['192.0.2.1'], count: 1 };
    expect(store.keep({ ...NONE, dns: [{ ...question, at: { file: 0, frame: 7 } }] })).not.toBe(0);
  });

  test.each<[string, Partial<Facts>]>([
    ['a carried protocol', { carried: { protocol: 'tls', at: { file: 0, frame: 1 } } }],
    ['SMB facts', { smb: { dialect: '1', encrypted: false, pipes: [] } }],
    ['two shortfalls, whose order would be lost', { shortfalls: ['gap', 'limit'] }],
    ['a letter that is no byte', { tls: tlsOf('日本') }],
    ['a name longer than a block', { tls: tlsOf('a'.repeat(2000)) }],
  ])('are left to who has them with %s', (_, facts) => {
    expect(new FactsStore().keep({ ...NONE, ...facts })).toBe(0);
  });

  test('take the place of those that were dropped', () => {
    const store = new FactsStore();
    const first = store.keep(NONE);
    store.drop(first);
    expect(store.keep({ ...NONE, protocol: 'dns' })).toBe(first);
  });

  test('are left to who has them when the store is full', () => {
    const limits = LIMITS as { storedFactWords: number };
    const before = limits.storedFactWords;
    limits.storedFactWords = 32 * 1024;
    try {
      const store = new FactsStore();
      const handles = Array.from({ length: 3000 }, () => store.keep(NONE));
      expect(handles.filter((handle) => handle !== 0).length).toBe((32 * 1024) / 16 - 1);
      expect(handles.at(-1)).toBe(0);
      expect(store.read(handles[0] as number)).toEqual(NONE);
    } finally {
      limits.storedFactWords = before;
    }
  });
});

function tlsOf(sni: string): NonNullable<Facts['tls']> {
  const seen = { ech: false, answered: true, established: true };
  return { ...seen, version: '1.3', sni, alpn: [], certificateNames: [], alert: null };
}
