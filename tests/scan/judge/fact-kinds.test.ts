import { describe, expect, test } from '@jest/globals';
import type { DnsFact, MailFact, NameFact } from '../../../src/model/facts.js';
import { FactKinds } from '../../../src/scan/judge/fact-kinds.js';
import { makeFacts } from '../../support/facts.js';
import { makeConduit, makeConduitEnd, makeEnd, makeTopology } from '../../support/observation.js';

const TOPOLOGY = {
  ...makeTopology({ conduits: [makeConduit({ to: makeConduitEnd({ names: ['registered.example'] }) })] }),
  place: (address: string) => makeEnd(address.startsWith('10.') ? 'lgwan' : 'public').place,
};

describe('kinds of facts', () => {
  const name: NameFact = {
    ...({ source: 'sni', name: 'a.example', port: null, answer: 'accepted', status: null, ech: false } as const),
    at: { file: 0, frame: 7 },
  };

  test('are the same for flows that said the same, wherever it stood', () => {
    const kinds = new FactKinds(TOPOLOGY);
    const one = kinds.of(makeFacts({ protocol: 'tls', names: [name] }));
    expect(kinds.of(makeFacts({ protocol: 'tls', names: [{ ...name, at: { file: 1, frame: 9 } }] }))).toBe(one);
    expect(kinds.of(null)).toBe(0);
    expect(one).toBeGreaterThan(0);
  });

  test('are the same for names of which every rule thinks alike', () => {
    const kinds = new FactKinds(TOPOLOGY);
    const one = kinds.of(makeFacts({ names: [name] }));
    expect(kinds.of(makeFacts({ names: [{ ...name, name: 'b.example' }] }))).toBe(one);
    expect(kinds.of(makeFacts({ names: [name, { ...name, name: 'b.example' }] }))).toBe(one);
  });

  test.each([
    ['a name of another class', { names: [{ ...name, name: 'registered.example' }] }],
    ['a further name of another class', { names: [name, { ...name, name: 'registered.example' }] }],
    ['another answer', { names: [{ ...name, answer: 'refused' as const }] }],
    ['Encrypted Client Hello', { names: [{ ...name, ech: true }] }],
    ['another protocol', { protocol: 'http' as const, names: [name] }],
    ['bytes that are missing', { names: [name], shortfalls: ['gap' as const] }],
    ['content that is hidden', { names: [name], opaque: 'tls' as const }],
  ])('%s is another kind', (_, facts) => {
    const kinds = new FactKinds(TOPOLOGY);
    expect(kinds.of(makeFacts({ protocol: 'tls', ...facts }))).not.toBe(
      kinds.of(makeFacts({ protocol: 'tls', names: [name] })),
    );
  });

  test('questions are the same by class of the name, type and answer, however often and wherever they stood', () => {
    const kinds = new FactKinds(TOPOLOGY);
    const question: DnsFact = { ...NOTHING_ASKED, name: 'a.example', at: { file: 0, frame: 1 } };
    const one = kinds.of(makeFacts({ dns: [question] }));
    expect(kinds.of(makeFacts({ dns: [{ ...question, count: 3, at: { file: 0, frame: 9 } }] }))).toBe(one);
    expect(kinds.of(makeFacts({ dns: [{ ...question, rcode: 'NXDOMAIN' }] }))).not.toBe(one);
    expect(kinds.of(makeFacts({ dns: [{ ...question, name: 'b.example', addresses: ['10.20.0.1'] }] }))).toBe(one);
    expect(kinds.of(makeFacts({ dns: [{ ...question, name: 'registered.example' }] }))).not.toBe(one);
    expect(kinds.of(makeFacts({ dns: [{ ...question, addresses: ['10.20.0.1', '192.0.2.1'] }] }))).not.toBe(one);
    expect(kinds.of(makeFacts({ dns: [question, question, question] }))).toBe(-1);
  });

  test('single events are like no other flow', () => {
    expect(new FactKinds(TOPOLOGY).of(makeFacts({ smb: { dialect: '3.1.1', encrypted: false, pipes: [] } }))).toBe(-1);
    const mail: MailFact = {
      ...({ transport: 'smtp', sender: 'client', messageId: null, parts: [], complete: true } as const),
      ...{ accepted: true, report: false, at: { file: 0, frame: 1 } },
    };
    expect(new FactKinds(TOPOLOGY).of(makeFacts({ mails: [mail] }))).toBe(-1);
  });
});

const NOTHING_ASKED = { type: 'A', rcode: 'NOERROR', addresses: [], count: 1 };
