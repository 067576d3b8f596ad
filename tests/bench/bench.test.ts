import { afterAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, loadTopology } from '../../src/index.js';
import type { ScanReport } from '../../src/index.js';

interface Expected {
  readonly packets: number;
  readonly flows: number;
  readonly arpPackets: number;
  readonly crossings: Readonly<Record<string, number>>;
}
interface Maker {
  makeCapture(path: string, set: object): Expected;
  provideTopology(folder: string): string;
}

const { makeCapture, provideTopology } = (await import('./make-capture.mjs' as string)) as Maker;
const folder = mkdtempSync(join(tmpdir(), 'sansou-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** the bench's sets, a thousandth of the size */
const SETS = {
  M: { packets: 10_000, flows: 1000, wholeShare: 0.6, snapLength: 262_144, seed: 2 },
  M96: { packets: 10_000, flows: 1000, wholeShare: 0.6, snapLength: 96, seed: 2 },
  F: { packets: 12_000, flows: 8000, wholeShare: 0.01, snapLength: 262_144, seed: 3 },
};

/** flows that nobody permitted, by the areas of their ends */
function crossingsOf({ matrix }: ScanReport): Record<string, number> {
  const forbidden = matrix.map(({ from, to, flows, verdicts }) => [`${from}>${to}`, flows - (verdicts.permitted ?? 0)]);
  return Object.fromEntries(forbidden.filter(([, flows]) => flows !== 0)) as Record<string, number>;
}

describe("the bench's captures", () => {
  test.each(Object.entries(SETS))('%s holds exactly what was planted', async (name, set) => {
    const path = join(folder, `${name}.pcap`);
    const expected = makeCapture(path, set);
    const { topology } = loadTopology(provideTopology(folder));
    const report = await check({ captures: [{ point: null, path }], topology });
    expect(expected.packets).toBe(set.packets);
    expect(report.statistics).toMatchObject({ packets: expected.packets, flows: expected.flows, duplicates: 0 });
    expect(report.statistics.nonIp).toEqual({ ARP: expected.arpPackets });
    expect(report.statistics.anomalies).toEqual({});
    expect(crossingsOf(report)).toEqual(expected.crossings);
    expect(Object.values(expected.crossings).reduce((sum, flows) => sum + flows)).toBe(24);
  });

  test('are the same every time', () => {
    const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    makeCapture(join(folder, 'once.pcap'), SETS.M96);
    makeCapture(join(folder, 'again.pcap'), SETS.M96);
    expect(digest(join(folder, 'again.pcap'))).toBe(digest(join(folder, 'once.pcap')));
  });
});
