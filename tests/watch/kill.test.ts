import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { killAgainAndAgain } from '../soak/kill.mjs';

// npm test builds first; jest by itself may run before any build. The full hundred: npm run soak -- --kill 100
const whenBuilt =
  existsSync(resolve('dist/watch/watch.js')) && existsSync('/proc/self/cmdline') ? describe : describe.skip;

whenBuilt('a watch that is killed ten times at no particular moment', () => {
  test('has lost at most the file at hand of each life, and its store is whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sansou-kill-'));
    const { given, known, integrity, kills, halfMade } = await killAgainAndAgain({ folder, kills: 10 });
    expect(integrity).toBe('ok');
    expect(halfMade).toEqual([]);
    expect(given.length).toBeGreaterThan(kills);
    expect(given.filter((address) => !known.includes(address)).length).toBeLessThanOrEqual(kills);
    // nothing that was never captured
    expect(known.filter((address) => !given.includes(address)).length).toBeLessThanOrEqual(1);
  }, 240_000);
});
