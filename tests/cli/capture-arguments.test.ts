import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parseCaptureArgument, requireKnownPoints } from '../../src/cli/settings/capture-arguments.js';
import { Failure } from '../../src/base/failure.js';
import type { Topology } from '../../src/model/topology.js';

const folder = mkdtempSync(join(tmpdir(), 'sansou-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('POINT=CAPTURE', () => {
  test('the point stands before the first =', () => {
    expect(parseCaptureArgument('CP-MN=a=b.pcap')).toEqual({ point: 'CP-MN', path: 'a=b.pcap' });
    expect(parseCaptureArgument('採取点1=-')).toEqual({ point: '採取点1', path: '-' });
  });

  test('a path that exists is a path, whatever is in its name', () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      writeFileSync('day=1.pcap', '');
      expect(parseCaptureArgument('day=1.pcap')).toEqual({ point: null, path: 'day=1.pcap' });
      expect(parseCaptureArgument('day=2.pcap')).toEqual({ point: 'day', path: '2.pcap' });
    } finally {
      process.chdir(before);
    }
  });

  test('what has a slash or a star before its = is a path', () => {
    expect(parseCaptureArgument('dir/day=1.pcap').point).toBeNull();
    expect(parseCaptureArgument('*=1.pcap').point).toBeNull();
  });
});

describe('points of the topology', () => {
  const topology = { file: 'city.yaml', capturePoints: [{ name: 'CP-MN' }, { name: 'CP-LG' }] } as unknown as Topology;

  test('every unknown one is told at once, with those that are known', () => {
    const captures = ['CP-MM', 'CP-LG', 'nowhere'].map((point) => ({ point, path: 'a.pcap' }));
    let failure: unknown;
    try {
      requireKnownPoints(captures, topology);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(Failure);
    const { exit, problems } = failure as Failure;
    expect(exit).toBe(3);
    expect(problems).toHaveLength(2);
    expect(problems[0]?.remedy?.en).toContain('did you mean "CP-MN"');
    expect(problems[1]?.remedy?.en).toContain('CP-MN, CP-LG');
  });

  test('a capture without a point is left to the topology', () => {
    expect(() => requireKnownPoints([{ point: null, path: 'a.pcap' }], topology)).not.toThrow();
  });
});
