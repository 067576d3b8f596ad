import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EvidenceBundle } from '../../src/evidence/bundle/evidence-bundle.js';
import type { ScanReport } from '../../src/model/report.js';
import { check } from '../../src/scan/check.js';
import { verifyEvidenceBundle } from '../../src/scan/evidence/verify-evidence-bundle.js';
import { loadTopology } from '../../src/topology/load.js';
import { capture, Desk, forbidden, permitted } from '../cli/desk.js';
import { command } from '../cli/command.js';
import { pcapFile, PcapngBlocks, joinBytes } from '../support/capture-bytes.js';
import { bundleOf, filesOf, packetsIn, START } from './bundle-desk.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hasTshark = spawnSync('tshark', ['--version']).status === 0;

describe('an evidence bundle', () => {
  let desk: Desk;
  let violating: string;
  beforeAll(() => {
    desk = new Desk();
    violating = desk.put('mn-violation.pcap', capture([permitted, forbidden], START));
  });
  afterAll(() => desk.clear());

  test('names the digest of every input and output, and everything in it', async () => {
    const folder = desk.path('named');
    const { report, bundle } = await bundleOf([violating], desk.topology, { directory: folder });
    const { manifest } = bundle;
    const files = filesOf(folder);
    expect(manifest.inputs.captures).toEqual([
      expect.objectContaining({
        file: violating,
        sha256: sha256(readFileSync(violating)),
        sha256AtEnd: sha256(readFileSync(violating)),
        state: 'unchanged',
      }),
    ]);
    expect(manifest.outputs).toEqual(
      [...files]
        .filter(([name]) => !name.startsWith('manifest.'))
        .map(([file, bytes]) => ({ file, bytes: bytes.length, sha256: sha256(bytes) }))
        .sort((x, y) => (x.file < y.file ? -1 : 1)),
    );
    expect(files.get('topology.yaml')).toEqual(readFileSync(desk.topology));
    expect(files.get('manifest.sha256')?.toString()).toBe(`${bundle.sha256}  manifest.json\n`);
    const kept = JSON.parse(files.get('report.json')?.toString() ?? '') as ScanReport;
    expect(kept).toEqual(JSON.parse(JSON.stringify(report)));
    expect(manifest.tool.rules).toBe(report.tool.rules);
    expect(manifest.findings.map(({ id, rejudged }) => [id, rejudged])).toEqual(
      report.findings.map(({ id, evidence }) => [id, evidence.length === 0 ? 'whole-run' : 'same']),
    );
  });

  test('holds the whole course of the flow, and not one byte of its payload', async () => {
    const folder = desk.path('cut');
    const { bundle } = await bundleOf([violating], desk.topology, { directory: folder });
    const everything = Buffer.concat([...filesOf(folder).values()]).toString('latin1');
    expect(everything).not.toMatch(/A{8}|B{8}/);
    const file = bundle.manifest.findings.find(({ verdict }) => verdict === 'violation')?.file ?? '';
    const packets = await packetsIn(join(folder, file));
    const flags = packets.map(({ bytes }) => bytes[18 + 20 + 13]);
    // SYN, SYN+ACK, ACK, data and answers, FIN both ways
    expect(flags.slice(0, 3)).toEqual([2, 18, 16]);
    expect(flags.filter((flag) => ((flag ?? 0) & 1) === 1)).toHaveLength(2);
    expect(packets.every(({ point }) => point === 'CP-MN')).toBe(true);
    const payloads = packets.filter(({ original }) => original > 300);
    expect(payloads.length).toBeGreaterThanOrEqual(2);
    for (const { bytes } of payloads) expect(bytes).toHaveLength(18 + 20 + ((bytes[18 + 20 + 12] ?? 0) >> 4) * 4);
  });

  test('keeps payload with --full-packets only, and the report says so', async () => {
    const folder = desk.path('full');
    const { out, status } = await command(
      ['check', violating, '-t', desk.topology, '--evidence', folder, '--full-packets'],
      {},
    );
    expect(status).toBe(1);
    expect(out).toContain(folder);
    expect(out).toContain('With payload (--full-packets)');
    expect(Buffer.concat([...filesOf(folder).values()]).toString('latin1')).toMatch(/A{300}/);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as ScanReport;
    expect(report.evidenceBundle).toMatchObject({ directory: folder, fullPackets: true });
    const again = await command(['verify-evidence', folder, '--lang', 'ja']);
    expect(again.status).toBe(0);
    expect(again.out).toContain('ペイロード: 含む');
  });

  test('says in comments what each packet proves; names from outside are harmless there', async () => {
    const hostile = desk.put('mn-\u001b[31m\u202egnp\n.pcap', capture([forbidden], START));
    const folder = desk.path('hostile');
    const { bundle } = await bundleOf([{ point: 'CP-MN', path: hostile }], desk.topology, { directory: folder });
    const file = bundle.manifest.findings.find(({ verdict }) => verdict === 'violation')?.file ?? '';
    const text = readFileSync(join(folder, file)).toString('utf8');
    for (const role of ['handshake / 接続の確立', 'first payload / 最初のデータ', 'teardown / 接続の終了'])
      expect(text).toContain(role);
    expect(text).toContain('\\u{1b}[31m\\u{202e}gnp\\u{a}.pcap');
    for (const character of ['\u001b[31m', '\u202e']) expect(text.includes(character)).toBe(false);
    expect((await verifyEvidenceBundle(folder)).result).toBe('holds');
  });

  test('comes out of a compressed capture just the same', async () => {
    const zipped = desk.put('mn-zipped.pcap.gz', gzipSync(capture([forbidden], START)));
    const { bundle } = await bundleOf([zipped], desk.topology, { directory: desk.path('zipped') });
    expect(bundle.manifest.findings.some(({ rejudged }) => rejudged === 'same')).toBe(true);
    expect((await verifyEvidenceBundle(desk.path('zipped'))).result).toBe('holds');
  });

  test('keeps nanoseconds, link types, capture points and lengths on the wire', async () => {
    const frames: { time: bigint; data: Uint8Array; original: number }[] = [];
    const plain = desk.put('mn-plain.pcap', capture([forbidden], START));
    const source = desk.path('source');
    const { bundle: first } = await bundleOf([plain], desk.topology, { directory: source });
    const name = first.manifest.findings.find(({ verdict }) => verdict === 'violation')?.file ?? '';
    for (const { time, bytes, original } of await packetsIn(join(source, name)))
      frames.push({ time: time + 7n, data: bytes, original });
    const blocks = new PcapngBlocks();
    const raw = (data: Uint8Array): Uint8Array => data.slice(18);
    const file = desk.put(
      'mn-two.pcapng',
      joinBytes(
        blocks.section(),
        blocks.interface(1, 60, [blocks.text(2, 'eth0'), { code: 9, value: Uint8Array.of(9) }]),
        blocks.interface(101, 60, [blocks.text(2, 'tun0'), { code: 9, value: Uint8Array.of(9) }]),
        ...frames.map(({ time, data, original }, index) =>
          index % 2 === 0
            ? blocks.enhanced(0, time, { data: data.slice(0, 60), original })
            : blocks.enhanced(1, time, { data: raw(data).slice(0, 42), original: original - 18 }),
        ),
      ),
    );
    const folder = desk.path('two');
    const { bundle } = await bundleOf([{ point: 'CP-MN', path: file }], desk.topology, { directory: folder });
    const finding = bundle.manifest.findings.find(({ verdict }) => verdict === 'violation');
    const packets = await packetsIn(join(folder, finding?.file ?? ''));
    expect(packets.map(({ time }) => time)).toEqual(frames.map(({ time }) => time));
    expect(new Set(packets.map(({ linkType, point }) => `${linkType} ${point}`))).toEqual(
      new Set(['1 CP-MN', '101 CP-MN']),
    );
    expect(packets.map(({ original, linkType }) => original + (linkType === 101 ? 18 : 0))).toEqual(
      frames.map(({ original }) => original),
    );
    expect((await verifyEvidenceBundle(folder)).result).toBe('holds');
  });

  // npm test builds first; jest by itself may run before any build
  const whenBuilt = existsSync('dist/cli.js') ? test : test.skip;
  whenBuilt('of standard input has no packets, and says why', async () => {
    const folder = desk.path('stdin');
    const child = spawnSync(
      process.execPath,
      ['dist/cli.js', 'check', 'CP-MN=-', '-t', desk.topology, '--evidence', folder, '--format', 'json'],
      { input: readFileSync(violating), encoding: 'utf8' },
    );
    // with its own words: a build that is not whole or not of these sources says so there
    expect([child.error, child.status, child.stderr]).toEqual([undefined, 1, expect.any(String)]);
    const report = JSON.parse(child.stdout) as ScanReport;
    expect(report.quality).toContainEqual(expect.objectContaining({ check: 'RUN-EVIDENCE-MISSING', value: '-' }));
    const verified = await verifyEvidenceBundle(folder);
    expect(verified.result).toBe('holds');
    expect(new Set(verified.findings.map(({ why }) => why))).toEqual(new Set(['input-not-kept']));
  });

  test('of a capture that changed while it was judged is void in that part, and the result undetermined at best', async () => {
    const copy = desk.path('mn-growing.pcap');
    copyFileSync(violating, copy);
    class Meddled extends EvidenceBundle {
      override async collect(...given: Parameters<EvidenceBundle['collect']>): ReturnType<EvidenceBundle['collect']> {
        appendFileSync(copy, 'x');
        return super.collect(...given);
      }
    }
    const { topology } = loadTopology(desk.topology);
    const directory = desk.path('changed');
    const evidence = new Meddled({ directory }, topology);
    const report = await check({ captures: [{ point: null, path: copy }], topology, evidence });
    const { manifest } = evidence.commit(report, { dedup: true }, () => false);
    expect(report.quality).toContainEqual(
      expect.objectContaining({ check: 'RUN-CAPTURE-CHANGED', value: copy, effect: 'undetermined' }),
    );
    expect(manifest.inputs.captures[0]).toMatchObject({ state: 'changed' });
    expect(manifest.outputs.some(({ file }) => file.startsWith('packets/'))).toBe(false);
    const verified = await verifyEvidenceBundle(directory);
    expect(verified.notes.map(({ en }) => en)).toContain(
      `The capture ${copy} changed while it was being judged: what rests on it is void.`,
    );
  });

  test('cannot be asked for without digests, nor --full-packets without it', async () => {
    const { err, status } = await command(['check', violating, '-t', desk.topology, '--evidence', 'x', '--no-hash']);
    expect([status, err]).toEqual([64, expect.stringContaining('--no-hash')]);
    expect((await command(['check', violating, '-t', desk.topology, '--full-packets'])).status).toBe(64);
    const redacted = await command(['check', violating, '-t', desk.topology, '--evidence', 'x', '--redact']);
    expect([redacted.status, redacted.err]).toEqual([
      64,
      expect.stringContaining('--redact cannot go with --evidence'),
    ]);
  });

  test('keeps the packets of a flow that was cut short by a snapshot length', async () => {
    const whole = await packetsIn(join(desk.path('cut'), firstFile(desk.path('cut'))));
    const snapped = whole.map(({ time, bytes, original }) => ({ time, data: bytes.slice(0, 50), original }));
    const file = desk.put('mn-snapped.pcap', pcapFile(snapped, { nanoseconds: true, snapLength: 50 }));
    await bundleOf([file], desk.topology, { directory: desk.path('snapped') });
    expect((await verifyEvidenceBundle(desk.path('snapped'))).result).toBe('holds');
  });

  const withTshark = hasTshark ? test : test.skip;
  withTshark('is read by tshark without complaint, comments and points and all', () => {
    const file = join(desk.path('cut'), firstFile(desk.path('cut')));
    const fields = ['-e', 'frame.interface_name', '-e', 'frame.comment', '-e', 'frame.cap_len', '-e', 'frame.len'];
    const { stdout, stderr } = spawnSync('tshark', ['-r', file, '-T', 'fields', ...fields], { encoding: 'utf8' });
    expect(stderr.replace(/^Running as user .*\n/gm, '')).toBe('');
    const lines = stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(6);
    expect(lines[0]).toMatch(/^CP-MN\thandshake \/ 接続の確立; frame \d+ of ".*"\t\d+\t\d+$/);
    const broken = spawnSync('tshark', ['-r', file, '-Y', '_ws.malformed'], { encoding: 'utf8' });
    expect(broken.stdout).toBe('');
  });
});

function firstFile(folder: string): string {
  return [...filesOf(folder).keys()].find((name) => name.startsWith('packets/')) ?? '';
}
