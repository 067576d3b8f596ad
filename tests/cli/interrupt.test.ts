import { EventEmitter } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { withInterrupt } from '../../src/cli/interrupt.js';
import { createLog } from '../../src/cli/output/log.js';
import type { Session } from '../../src/cli/session.js';
import { Paper } from './command.js';

function createSession(died: string[]): Session {
  const stderr = new Paper();
  return {
    stdout: new Paper(),
    stderr,
    env: {},
    signals: new EventEmitter(),
    die: (signal) => died.push(signal),
    language: 'en',
    log: createLog('silent', stderr),
    status: 0,
  };
}

describe('Ctrl-C', () => {
  test('the first one asks the work to stop and says so, the second ends at once', async () => {
    const died: string[] = [];
    const session = createSession(died);
    const signals = session.signals as EventEmitter;
    let discarded = 0;
    const answer = await withInterrupt(
      session,
      () => discarded++,
      ({ signal }) => {
        expect(signal.aborted).toBe(false);
        signals.emit('SIGINT', 'SIGINT');
        expect(signal.aborted).toBe(true);
        expect([discarded, died]).toEqual([0, []]);
        signals.emit('SIGTERM', 'SIGTERM');
        return Promise.resolve('done');
      },
    );
    expect(answer).toBe('done');
    expect(discarded).toBe(1);
    expect(died).toEqual(['SIGTERM']);
    expect((session.stderr as Paper).text).toContain('interrupted');
  });

  test('after the work, signals have their usual effect again', async () => {
    const session = createSession([]);
    await withInterrupt(
      session,
      () => undefined,
      () => Promise.resolve(),
    );
    expect((session.signals as EventEmitter).eventNames()).toEqual([]);
  });
});
