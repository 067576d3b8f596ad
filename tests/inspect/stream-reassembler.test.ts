import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.js';
import { ReassemblyPool, StreamReassembler, type StreamTarget } from '../../src/inspect/stream-reassembler.js';

interface Heard {
  /** bytes as text, holes as `[n]` */
  text: string;
}

function listen(pool = new ReassemblyPool()): { heard: Heard; stream: StreamReassembler; pool: ReassemblyPool } {
  const heard = { text: '' };
  const target: StreamTarget = {
    feed: (_side, bytes) => {
      heard.text += Buffer.from(bytes).toString('latin1');
    },
    skip: (_side, length) => {
      heard.text += `[${length}]`;
    },
  };
  const stream = new StreamReassembler(pool, target, 0);
  return { heard, stream, pool };
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function take(stream: StreamReassembler, seq: number, text: string, time = 0): void {
  stream.take(seq | 0, bytesOf(text), text.length, time);
}

describe('the bytes of one direction, put in order', () => {
  test('come as they were sent, whatever the order, the repeats and the cuts, over the turn of the sequence number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffff_ffff }),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.array(fc.tuple(fc.nat(299), fc.integer({ min: 1, max: 80 })), { maxLength: 40 }),
        (isn, sent, pieces) => {
          const { heard, stream, pool } = listen();
          stream.begin(isn + 1);
          for (const [from, length] of pieces) {
            const piece = sent.subarray(from, from + length);
            if (piece.length > 0) stream.take((isn + 1 + from) | 0, piece, piece.length, 0);
          }
          stream.take((isn + 1) | 0, sent, sent.length, 0);
          stream.finishAt(isn + 1 + sent.length);
          expect(heard.text).toBe(Buffer.from(sent).toString('latin1'));
          expect(stream.isOver).toBe(true);
          expect(pool.held).toBe(0);
        },
      ),
    );
  });

  test('of bytes sent twice with other content the first copy counts', () => {
    const { heard, stream } = listen();
    stream.begin(1);
    take(stream, 1, 'GET /good');
    take(stream, 6, 'evil' + 'and more');
    expect(heard.text).toBe('GET /goodand more');
  });

  test('a hole that never closes is told when the flow ends', () => {
    const { heard, stream } = listen();
    stream.begin(1);
    take(stream, 1, 'abc');
    take(stream, 10, 'jkl');
    expect(heard.text).toBe('abc');
    stream.finishAt(20);
    stream.finish();
    expect(heard.text).toBe('abc[6]jkl[7]');
  });

  test('a hole is given up after a while, so that what follows is not held for ever', () => {
    const { heard, stream } = listen();
    stream.begin(1);
    take(stream, 10, 'jkl', 1e9);
    take(stream, 13, 'mno', (LIMITS.holeSeconds + 2) * 1e9);
    expect(heard.text).toBe('[9]jklmno');
  });

  test('what the snapshot length cut off is a hole', () => {
    const { heard, stream } = listen();
    stream.begin(1);
    stream.take(1, bytesOf('abc'), 10, 0);
    take(stream, 11, 'xyz');
    expect(heard.text).toBe('abc[7]xyz');
  });

  test('without a SYN the first bytes seen begin the stream, and that is said', () => {
    const { heard, stream } = listen();
    take(stream, 5000, 'abc');
    expect(heard.text).toBe('abc');
    expect(stream.fromTheMiddle).toBe(true);
  });

  test('a sequence number far outside every window is not believed', () => {
    const { heard, stream, pool } = listen();
    stream.begin(1);
    take(stream, 0x3000_0000, 'forged');
    take(stream, 1, 'abc');
    expect(heard.text).toBe('abc');
    expect(pool.held).toBe(0);
  });

  test('more than the bound is never held in one direction', () => {
    const { stream, pool } = listen();
    stream.begin(1);
    const big = new Uint8Array(64 * 1024);
    for (let at = 0; at < 64; at++) stream.take(1000 + at * big.length, big, big.length, 0);
    expect(pool.held).toBeLessThanOrEqual(LIMITS.heldBytesPerDirection + big.length);
  });

  test('when the pool of all connections is full, the next hole is given up at once and counted', () => {
    const pool = new ReassemblyPool();
    pool.held = LIMITS.reassemblyBytes;
    const { heard, stream } = listen(pool);
    stream.begin(1);
    take(stream, 10, 'jkl');
    expect(pool.givenUp).toBe(1);
    expect(heard.text).toBe('[9]jkl');
    expect(pool.held).toBe(LIMITS.reassemblyBytes);
  });

  test('a reader that has learnt enough in the middle of what was held gives all of it back, once', () => {
    const pool = new ReassemblyPool();
    const heard: string[] = [];
    const target: StreamTarget = {
      feed: (_side, bytes) => {
        heard.push(Buffer.from(bytes).toString('latin1'));
        if (heard.length === 2) stream.abandon();
      },
      skip: () => undefined,
    };
    const stream = new StreamReassembler(pool, target, 1);
    stream.begin(1);
    take(stream, 4, 'def');
    take(stream, 7, 'ghi');
    take(stream, 10, 'jkl');
    take(stream, 1, 'abc');
    expect(heard).toEqual(['abc', 'def']);
    expect(pool.held).toBe(0);
  });
});
