import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import { dnsName } from '../../src/craft/dialogue/datagrams.js';
import { join, text, u16, u8, zeros } from '../../src/craft/field.js';
import { EchoLog, ECHO_TUNNEL } from '../../src/sighting/logs/echo-log.js';
import { isTellingAnswerAnywhere, NameAnswers } from '../../src/sighting/logs/name-answers.js';
import { SightingBook } from '../../src/sighting/sighting-book.js';
import type { Talker } from '../../src/sighting/logs/talker.js';
import { loadTopology } from '../../src/topology/load.js';

const { topology } = loadTopology('topology/midorino-alpha.yaml');
const names = { toNanoseconds: (time: number) => BigInt(time) };
const talker = (address: string): Talker => ({ address, place: topology.place(address) });
const terminal = talker('10.20.16.9');
const resolver = talker('10.20.6.3');
const SECOND = 1e9;
const A = 1;
const TXT = 16;

/** An answer to a question, with `data` bytes behind it. */
function answerTo(name: string, type = TXT, data = 16): Uint8Array {
  return join(u16(7), u16(0x8180), u16(1), u16(1), u16(0), u16(0), dnsName(name), u16(type), u16(1), zeros(data));
}

const longName = (index: number, domain = 't.example.com', length = 60): string =>
  `${index.toString(36).padStart(length, 'x')}.${domain}`;

function hear(
  tell: (answers: NameAnswers, index: number) => void,
  times = 60,
): readonly { readonly address: string | null; readonly detail: string | null }[] {
  const book = new SightingBook();
  const answers = new NameAnswers(topology, book);
  for (let index = 0; index < times; index++) tell(answers, index);
  return book.finish(names).map(({ address, detail }) => ({ address, detail }));
}

const frameAt = (time: number) => ({ point: 0, time, file: 0, frame: 1 + Math.floor(time / SECOND) });

describe('data in the names of look-ups', () => {
  test('is told of a terminal with its domain', () => {
    const heard = hear((answers, index) => answers.see(terminal, answerTo(longName(index)), frameAt(index * SECOND)));
    expect(heard).toEqual([{ address: '10.20.16.9', detail: 'example.com' }]);
  });

  test('is no matter of names that come more slowly', () => {
    expect(
      hear((answers, index) => answers.see(terminal, answerTo(longName(index)), frameAt(index * 2 * SECOND))),
    ).toEqual([]);
  });

  test('is told of a resolver where the answers bring data back, or the names are long on the whole', () => {
    const ask =
      (name: (index: number) => string, type: number, data: number) =>
      (answers: NameAnswers, index: number): void =>
        answers.see(resolver, answerTo(name(index), type, data), frameAt(index * SECOND));
    const wholeName = (index: number): string => `${'y'.repeat(60)}.${longName(index)}`;
    expect(hear(ask(longName, TXT, 100))).toHaveLength(1);
    expect(hear(ask(wholeName, A, 16))).toHaveLength(1);
    expect(hear(ask(longName, TXT, 16))).toEqual([]);
    expect(hear(ask(longName, A, 200))).toEqual([]);
  });

  test('is nothing below the domains of scanners, and in reverse look-ups', () => {
    for (const domain of ['c.e5.sk', 'a.sophosxl.net', 'hbl.dq.spamhaus.net', '10.in-addr.arpa'])
      expect(
        hear((answers, index) => answers.see(terminal, answerTo(longName(index, domain)), frameAt(index * SECOND))),
      ).toEqual([]);
  });

  test('is read from segments, with the length before each message or in a segment of its own', () => {
    const message = (index: number): Uint8Array => answerTo(longName(index));
    const behindLength = (index: number): Uint8Array => join(u16(message(index).length), message(index));
    const two = (index: number): Uint8Array => join(behindLength(index), behindLength(index + 1000));
    for (const [segment, times] of [
      [message, 60],
      [behindLength, 60],
      [two, 30],
    ] as const)
      expect(
        hear((answers, index) => answers.seeSegment(terminal, segment(index), frameAt(index * SECOND)), times),
      ).toHaveLength(1);
  });

  test('costs the same for each name, however many come within the minute', () => {
    const book = new SightingBook();
    const answers = new NameAnswers(topology, book);
    const begun = process.cpuUsage();
    // too short to be a tunnel: nothing ends the watching
    for (let index = 0; index < 20_000; index++)
      answers.see(terminal, answerTo(longName(index, 't.example.com', 32)), frameAt(index * 1000));
    expect(process.cpuUsage(begun).user).toBeLessThan(5e6);
    expect([book.finish(names).length, answers.refused]).toEqual([0, 0]);
    // and what comes among them is still found
    for (let index = 0; index < LIMITS.namesPerPair + 1; index++)
      answers.see(terminal, answerTo(longName(index)), frameAt(SECOND + index));
    expect(book.finish(names)).toHaveLength(1);
  });

  test('is found behind more pairs than there is room for, once those are idle', () => {
    const book = new SightingBook();
    const answers = new NameAnswers(topology, book);
    const fill = (time: number): void => {
      for (let index = 0; index < LIMITS.lookupClients + 5; index++)
        answers.see(terminal, answerTo(longName(index, `d${index}.example`, 32)), frameAt(time));
    };
    fill(0);
    expect(answers.refused).toBe(5);
    for (let index = 0; index < 60; index++) answers.see(terminal, answerTo(longName(index)), frameAt(61 * SECOND));
    expect([answers.refused, book.finish(names).map(({ detail }) => detail)]).toEqual([5, ['example.com']]);
  });

  test('is bounded over all domains, and finds room again when a minute is over', () => {
    const book = new SightingBook();
    const answers = new NameAnswers(topology, book);
    const flood = (time: number): void => {
      for (let index = 0; index < LIMITS.longNames + 100; index++)
        answers.see(terminal, answerTo(longName(index, `d${index % 3000}.example`, 32)), frameAt(time));
    };
    flood(0);
    expect(answers.refused).toBe(100);
    flood(61 * SECOND);
    expect(answers.refused).toBeLessThan(2000);
  });

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        hear((answers) => {
          answers.see(terminal, bytes, frameAt(0));
          answers.seeSegment(terminal, bytes, frameAt(0));
        }, 1);
      }),
    );
  });
});

describe('look-ups of names that do not exist', () => {
  test('are counted behind more clients than there is room for, once those are idle', () => {
    const book = new SightingBook();
    const answers = new NameAnswers(topology, book);
    const missing = (name: string): Uint8Array =>
      join(u16(7), u16(0x8183), u16(1), u16(0), u16(0), u16(0), dnsName(name), u16(A), u16(1));
    const client = talker('10.30.4.11');
    for (let index = 0; index < LIMITS.lookupClients + 5; index++)
      answers.see({ ...client, address: `client ${index}` }, missing('a.example.com'), frameAt(0));
    expect(answers.refused).toBe(5);
    for (let index = 0; index < 60; index++)
      answers.see(client, missing(`n${index}.example.com`), frameAt(601 * SECOND));
    expect(answers.refused).toBe(5);
    expect(book.finish(names)).toMatchObject([{ kind: 'failed-lookups', address: '10.30.4.11' }]);
  });
});

describe('answers that come from another port', () => {
  const isHeard = (bytes: Uint8Array): boolean => isTellingAnswerAnywhere(bytes, 0, bytes.length);
  const missing = join(u16(7), u16(0x8183), u16(1), u16(0), u16(0), u16(0), dnsName('a.example.com'), u16(A), u16(1));

  test('are known by their form where they tell something', () => {
    expect([isHeard(answerTo(longName(1))), isHeard(missing)]).toEqual([true, true]);
    expect(isHeard(answerTo('www.example.com'))).toBe(false);
  });

  test('are not taken from questions, names that do not end, other classes and other bytes', () => {
    const question = Uint8Array.from(missing);
    question[2] = 1;
    const otherClass = Uint8Array.from(missing);
    otherClass[otherClass.length - 1] = 9;
    for (const bytes of [
      question,
      otherClass,
      missing.subarray(0, missing.length - 4),
      zeros(60),
      text('x'.repeat(60)),
    ])
      expect(isHeard(bytes)).toBe(false);
  });
});

describe('data in echoes', () => {
  const outside = talker('203.0.113.9');
  const hearEchoes = (from: Talker, to: Talker, data: (index: number) => Uint8Array, seconds = 1) => {
    const book = new SightingBook();
    const log = new EchoLog(book);
    for (let index = 0; index < 40; index++) log.see(from, to, data(index), frameAt(index * seconds * SECOND));
    return book.finish(names);
  };
  const pattern = (length: number): Uint8Array => text('abcdefghijklmnopqrstuvw'.repeat(80).slice(0, length));
  const changing = (index: number): Uint8Array => join(pattern(100), u8(index), pattern(100));

  test('is told once of a pair, the protected end first', () => {
    for (const [from, to] of [
      [terminal, outside],
      [outside, terminal],
    ] as const)
      expect(hearEchoes(from, to, changing)).toMatchObject([
        { kind: 'echo-data', area: 'lgwan', address: '10.20.16.9', peer: '203.0.113.9', count: ECHO_TUNNEL.contents },
      ]);
  });

  test('is found behind more pairs than there is room for, once those are idle', () => {
    const book = new SightingBook();
    const log = new EchoLog(book);
    for (let index = 0; index < LIMITS.lookupClients + 5; index++)
      log.see(terminal, talker(`203.0.${index >> 8}.${index & 0xff}`), changing(0), frameAt(0));
    expect(log.refused).toBe(5);
    const pause = ECHO_TUNNEL.seconds + 1;
    for (let index = 0; index < 40; index++)
      log.see(terminal, talker('198.51.100.9'), changing(index), frameAt((pause + index) * SECOND));
    expect([log.refused, book.finish(names).map(({ peer }) => peer)]).toEqual([5, ['198.51.100.9']]);
  });

  test('is no time stamp, and no other size of the same pattern', () => {
    expect(hearEchoes(terminal, outside, (index) => join(u8(index), zeros(15), pattern(300)))).toEqual([]);
    expect(hearEchoes(terminal, outside, (index) => pattern(200 + index))).toEqual([]);
  });

  test('is nothing inside one zone, and nothing that comes too slowly', () => {
    expect(hearEchoes(terminal, talker('10.20.16.10'), changing)).toEqual([]);
    expect(hearEchoes(terminal, outside, changing, 60)).toEqual([]);
  });
});
