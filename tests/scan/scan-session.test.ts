import { beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScanReport } from '../../src/model/report.js';
import type { CapturedFrame } from '../../src/craft/scene.js';
import { writePcap } from '../../src/craft/write-pcap.js';
import { recordTraffic } from '../scenarios/stage-captures.js';
import { check } from '../../src/scan/check.js';
import { openCaptures } from '../../src/scan/captures/open-captures.js';
import { ScanSession } from '../../src/scan/scan-session.js';
import { loadTopology } from '../../src/topology/load.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { capturesFolder, cityFile, recordsOf, slicesOf } from '../watch/slice-captures.js';

const { topology } = loadTopology(cityFile);
const point = 'CP-MNLG';
const folder = mkdtempSync(join(tmpdir(), 'sansou-session-'));
const whole = join(folder, 'whole.pcap');

function sliced(count: number): string[] {
  return slicesOf(recordsOf(join(capturesFolder, 'cp-mnlg.pcap')), count).map((bytes, index) => {
    const path = join(folder, `${count}-${String(index).padStart(4, '0')}.pcap`);
    writeFileSync(path, bytes);
    return path;
  });
}

async function feed(session: ScanSession, path: string): Promise<void> {
  const observation = await openCaptures({ captures: [{ point, path }], topology }, session.ledger.clock);
  await session.read(observation);
  observation.close();
}

/** what is judged: everything but the names of files, and how many there are */
function judged(report: ScanReport): unknown {
  return {
    result: report.result,
    clauses: report.clauses,
    matrix: report.matrix,
    timeline: report.timeline,
    daily: report.daily,
    conduits: report.coverage.conduits,
    statistics: report.statistics,
    findings: report.findings.map(({ evidence, ...finding }) => ({
      ...finding,
      evidence: evidence.map(({ time, role, source, destination }) => ({ time, role, source, destination })),
    })),
  };
}

describe('a session that is fed file after file', () => {
  let expected: unknown;
  let findings: ReadonlySet<string>;
  beforeAll(async () => {
    writeFileSync(whole, slicesOf(recordsOf(join(capturesFolder, 'cp-mnlg.pcap')), 1)[0] as Uint8Array);
    const report = await check({ captures: [{ point, path: whole }], topology });
    expect(report.findings.length).toBeGreaterThan(3);
    findings = new Set(report.findings.map(({ id }) => id));
    expected = judged(report);
  });

  test.each([2, 7, 200])('reports over %i files what check reports over one', async (count) => {
    const session = new ScanSession({ topology, endless: true });
    for (const path of sliced(count)) await feed(session, path);
    expect(judged(await session.report({ flows: 'over' }))).toEqual(expected);
  });

  test('may be asked for reports and glances in between, and they leave no trace', async () => {
    const session = new ScanSession({ topology, endless: true });
    for (const path of sliced(40)) {
      await feed(session, path);
      session.glance();
      await session.report({ flows: 'live' });
    }
    expect(judged(await session.report({ flows: 'over' }))).toEqual(expected);
  });

  test('tells violations while their flows live, by the names that they keep', async () => {
    const session = new ScanSession({ topology, endless: true });
    const glanced = new Set<string>();
    for (const path of sliced(200)) {
      await feed(session, path);
      for (const { id } of session.glance()) glanced.add(id);
    }
    const live = await session.report({ flows: 'live' });
    const over = await session.report({ flows: 'over' });
    const proven = over.findings.filter(({ verdict }) => verdict === 'violation').map(({ id }) => id);
    expect(proven.length).toBeGreaterThan(0);
    expect(proven.filter((id) => !glanced.has(id))).toEqual([]);
    expect([...glanced].filter((id) => !findings.has(id))).toEqual([]);
    expect(live.findings.filter(({ rule }) => rule.endsWith('-51'))).toEqual([]);
  });

  test('cites the file and the frame as a person would count them', async () => {
    const session = new ScanSession({ topology, endless: true });
    for (const path of sliced(200)) await feed(session, path);
    const { findings: found } = await session.report({ flows: 'over' });
    const frames = found.flatMap(({ evidence }) => evidence);
    expect(frames.length).toBeGreaterThan(0);
    for (const { file, frame, time } of frames) {
      const record = recordsOf(file)[frame - 1];
      expect(time).toBe(record === undefined ? 'no such record' : secondsText(record.time));
    }
  });

  test('says nothing at a glance of one half of a translated conversation: the other half says who its ends are', async () => {
    const { topology: town } = loadTopology('tests/scenarios/topologies/translations.yaml');
    const way = [
      { vlan: 10, from: '00:00:5e:00:53:41', to: '00:00:5e:00:53:01' },
      // alone, this is a host of the Internet zone that opens a connection into the LGWAN zone
      { vlan: 20, from: '00:00:5e:00:53:02', to: '00:00:5e:00:53:42', source: '10.3.0.77:40001' },
    ];
    const recorded = recordTraffic(town, [
      { at: 10, tcp: 'tax -> batch:443', as: 'tls', way, end: 'open', down: 40_000 },
    ]);
    const [[name, frames]] = [...recorded] as [[string, CapturedFrame[]]];
    const vlanOf = ({ bytes }: CapturedFrame): number => (((bytes[14] ?? 0) << 8) | (bytes[15] ?? 0)) & 0xfff;
    const [early, late] = [frames.slice(0, -12), frames.slice(-12).filter((frame) => vlanOf(frame) === 20)];
    const session = new ScanSession({ topology: town, endless: true });
    const put = async (part: readonly CapturedFrame[], file: string): Promise<void> => {
      const path = join(folder, file);
      writeFileSync(path, writePcap(part, { snapLength: 262_144 }));
      const observation = await openCaptures(
        { captures: [{ point: name, path }], topology: town },
        session.ledger.clock,
      );
      await session.read(observation);
      observation.close();
      // long enough that what was said is taken as it stands
      session.advance((session.now ?? 0n) + 1_000_000_000n);
    };
    await put(early, 'both-halves.pcap');
    expect(session.glance()).toEqual([]);
    await put(
      late.map((frame) => ({ ...frame, time: frame.time + 5_000_000_000n })),
      'one-half.pcap',
    );
    expect(session.glance()).toEqual([]);
    const { findings: found } = await session.report({ flows: 'over' });
    expect(found.filter(({ verdict }) => verdict === 'violation' || verdict === 'suspected')).toEqual([]);
  });

  test('begins a new run with the flows that go on, and does not count a packet twice', async () => {
    const session = new ScanSession({ topology, endless: true });
    const [first = '', second = ''] = sliced(2);
    await feed(session, first);
    const before = await session.report({ flows: 'live' });
    const live = session.live;
    session.rollOver();
    expect(session.live).toBe(live);
    await feed(session, second);
    const after = await session.report({ flows: 'over' });
    const total = (expected as { statistics: { packets: number } }).statistics.packets;
    expect(before.statistics.packets + after.statistics.packets).toBe(total);
    expect(after.inputs.captures.map(({ packets }) => packets)).toEqual([after.statistics.packets]);
    const seen = new Set([...before.findings, ...after.findings].map(({ id }) => id));
    expect([...findings].filter((id) => !seen.has(id))).toEqual([]);
  });

  test('finds in a new run nothing of a connection that was closed before, but all of a capture that comes late', async () => {
    const session = new ScanSession({ topology, endless: true });
    const put = async (index: number, time: number): Promise<void> => {
      const path = join(folder, `violation-${index}.pcap`);
      writeFileSync(path, violationCapture(index, time));
      const captures = [{ point: 'CP-MN', path }];
      const observation = await openCaptures({ captures, topology }, session.ledger.clock);
      await session.read(observation);
      observation.close();
      const { now } = session;
      if (now !== null) session.advance(now + 1_000_000_000n);
    };
    const hosts = async (flows: 'live' | 'over'): Promise<(string | null)[]> => {
      const { findings: found } = await session.report({ flows });
      return found.filter(({ rule }) => rule === 'A8-3-A-24').map(({ from }) => from.address);
    };
    const noon = Date.parse('2026-06-15T03:00:00Z');
    await put(0, noon);
    expect(await hosts('live')).toEqual(['10.10.17.1']);
    session.rollOver();
    expect(session.glance()).toEqual([]);
    await put(1, noon + 60_000);
    // older than the beginning of the run, and nobody has told it
    await put(2, noon - 60_000);
    expect(await hosts('live')).toEqual(['10.10.17.2', '10.10.17.3']);
    expect(await hosts('over')).toEqual(['10.10.17.2', '10.10.17.3']);
  });
});

function secondsText(time: bigint): string {
  return `${time / 1_000_000_000n}.${String(time % 1_000_000_000n).padStart(9, '0')}`;
}
