import { describe, expect, test } from '@jest/globals';
import packet from 'dns-packet';
import type { Packet } from 'dns-packet';
import fc from 'fast-check';
import { LIMITS } from '../../../src/base/limits.js';
import { inspectDns, inspectDnsStream } from '../../../src/inspect/dns/inspect-dns.js';
import { FlowNotes } from '../../../src/inspect/flow-notes.js';
import type { Role } from '../../../src/inspect/inspector.js';
import { recogniseStream } from '../../../src/inspect/recognise-stream.js';
import type { Facts } from '../../../src/model/facts.js';
import { NOBODY, playStream } from '../support/play-stream.js';

const query = (id: number, name: string, type: 'A' | 'TXT' = 'A'): Uint8Array =>
  packet.encode({ type: 'query', id, flags: packet.RECURSION_DESIRED, questions: [{ name, type }] });
const answer = (id: number, name: string, more: Partial<Packet> = {}): Uint8Array =>
  packet.encode({ type: 'response', id, questions: [{ name, type: 'A' }], ...more });
const NXDOMAIN = 3;

function read(...datagrams: (readonly [Role, Uint8Array])[]): Facts {
  const flowNotes = new FlowNotes();
  const notes = flowNotes.bind(NOBODY);
  const inspector = inspectDns({ notes, depth: 'names', serverPort: 53, now: () => 0 });
  for (const [role, bytes] of datagrams) inspector.feed(role, bytes, false);
  inspector.end();
  return flowNotes.toFacts();
}

const said = ({ dns }: Facts): string[] =>
  dns.map(({ name, type, rcode, addresses, count }) =>
    [name, type, rcode ?? 'silence', ...addresses, `×${String(count)}`].join(' '),
  );

describe('DNS over UDP', () => {
  test('a question with its answer is one fact: name, type, outcome, addresses', () => {
    const facts = read(
      ['client', query(7, 'WWW.Example.com')],
      [
        'server',
        answer(7, 'WWW.Example.com', {
          answers: [
            { name: 'www.example.com', type: 'CNAME', data: 'edge.example.net' },
            { name: 'edge.example.net', type: 'A', data: '203.0.113.5' },
            { name: 'edge.example.net', type: 'AAAA', data: '2001:db8::5' },
          ],
        }),
      ],
    );
    expect(said(facts)).toEqual(['www.example.com A NOERROR 203.0.113.5 2001:db8::5 ×1']);
  });

  test('a name that does not exist, a question without an answer, and a repeated question are told apart', () => {
    const facts = read(
      ['client', query(1, 'a.example')],
      ['client', query(1, 'a.example')],
      ['server', answer(1, 'a.example', { flags: NXDOMAIN })],
      ['client', query(2, 'a.example')],
      ['server', answer(2, 'a.example', { flags: NXDOMAIN })],
      ['client', query(3, 'b.example', 'TXT')],
    );
    expect(said(facts)).toEqual(['a.example A NXDOMAIN ×2', 'b.example TXT silence ×1']);
  });

  test('an answer whose records are damaged still tells its question and outcome', () => {
    const whole = answer(1, 'a.example', { answers: [{ name: 'a.example', type: 'A', data: '203.0.113.5' }] });
    const facts = read(['server', whole.subarray(0, whole.length - 2)]);
    expect(said(facts)).toEqual(['a.example A NOERROR ×1']);
    expect(facts.shortfalls).toEqual(['limit']);
  });

  test('open questions are bounded, and the oldest is told when it makes room', () => {
    const many = Array.from(
      { length: LIMITS.dnsOpenQuestions + 1 },
      (_, id) => ['client', query(id, `h${String(id)}.example`)] as const,
    );
    expect(said(read(...many))[0]).toBe('h0.example A silence ×1');
  });

  test('any bytes are read without throwing', () => {
    const seeds = [
      query(1, 'a.example'),
      answer(1, 'a.example', { answers: [{ name: 'a.example', type: 'TXT', data: 'x' }] }),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 6 }),
        (seed, flips) => {
          const damaged = Uint8Array.from(seed);
          for (const [at, value] of flips) damaged[at % damaged.length] = value;
          read(['client', damaged], ['server', damaged]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('DNS over TCP', () => {
  const framed = (message: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message]);
  const dialogue = [
    ['client', Buffer.concat([framed(query(1, 'a.example')), framed(query(2, 'b.example'))])],
    ['server', framed(answer(2, 'b.example'))],
    ['server', framed(answer(1, 'a.example'))],
  ] as const;

  test('pipelined questions are answered in any order, in any chunks', () => {
    for (const sizes of [[], [1], [3, 50]]) {
      expect(said(playStream(inspectDnsStream, dialogue, { sizes }).facts)).toEqual([
        'b.example A NOERROR ×1',
        'a.example A NOERROR ×1',
      ]);
    }
  });

  test('a hole ends what can be read and is said', () => {
    const { facts } = playStream(inspectDnsStream, [dialogue[0], ['server', 10], dialogue[1]]);
    expect(facts.shortfalls).toEqual(['gap']);
    expect(said(facts)).toEqual(['a.example A silence ×1', 'b.example A silence ×1']);
  });

  test('it is recognised by its first message, whole or in part, in both directions', () => {
    const first = framed(query(0x4711, 'a.example'));
    expect(recogniseStream(first, false)).toEqual({ protocol: 'dns', role: 'client' });
    for (let length = 1; length < first.length; length++)
      expect(recogniseStream(first.subarray(0, length), false)).toBe('wait');
    expect(recogniseStream(framed(answer(1, 'a.example')), false)).toEqual({ protocol: 'dns', role: 'server' });
  });

  test('zeros, and records of other protocols with a length in front, are not DNS', () => {
    expect(recogniseStream(new Uint8Array(64), false)).toBeNull();
    expect(recogniseStream(Buffer.from('00000040000000010001000000000000000a', 'hex'), false)).toBeNull();
  });
});
