import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectPostgresql } from '../../../src/inspect/postgresql/inspect-postgresql.js';
import { playStream, type Line } from '../support/play-stream.js';

const ASKS: Line = ['client', Uint8Array.of(0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f)];

describe('a client of PostgreSQL that asks for TLS', () => {
  test.each([[[]], [[1]], [[3]]] as const)('goes on in TLS where the server agrees (chunks of %j)', (sizes) => {
    const { facts, handedOver } = playStream(inspectPostgresql, [ASKS, ['server', 'S']], { sizes });
    expect(handedOver).toEqual({ expected: 'tls', clientRest: '', serverRest: '' });
    expect(facts.opaque).toBe('starttls');
  });

  test('hands on what it said ahead of the answer', () => {
    const { handedOver } = playStream(inspectPostgresql, [ASKS, ['client', 'hello'], ['server', 'Sanswer']]);
    expect(handedOver).toEqual({ expected: 'tls', clientRest: 'hello', serverRest: 'answer' });
  });

  test('goes on in the clear where the server refuses, and where the answer is lost nobody knows', () => {
    expect(playStream(inspectPostgresql, [ASKS, ['server', 'N'], ['client', 'hello']]).handedOver).toBeNull();
    const { facts, handedOver } = playStream(inspectPostgresql, [ASKS, ['server', 1], ['client', 'hello']]);
    expect(handedOver).toBeNull();
    expect(facts.shortfalls).toEqual(['gap']);
  });

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('client', 'server'), fc.uint8Array())), (lines) => {
        playStream(inspectPostgresql, [ASKS, ...(lines as Line[])]);
      }),
    );
  });
});
