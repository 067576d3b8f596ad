import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ScanReport } from '../../src/model/report.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { eventually } from '../support/eventually.js';
import { capturesFolder, cityFile } from './slice-captures.js';

// A switch port that is mirrored to a monitor port, in a network namespace of its own. Runs as root on Linux, where ip, tc,
// tcpreplay and a capture program are installed and the kernel lets a namespace be made; elsewhere it is skipped, visibly.
const space = `sansou-test-${process.pid}`;
const inside = (...words: string[]) => spawnSync('ip', ['netns', 'exec', space, ...words], { encoding: 'utf8' });
const has = (program: string) => spawnSync('which', [program]).status === 0;
const isPossible =
  process.getuid?.() === 0 &&
  ['ip', 'tc', 'tcpreplay', 'tcpdump'].every(has) &&
  existsSync(resolve('dist/cli.js')) &&
  spawnSync('unshare', ['-n', 'true']).status === 0;
const whenPossible = isPossible ? describe : describe.skip;
const programs = ['dumpcap', 'tcpdump'].filter(has);
const folder = mkdtempSync(join(tmpdir(), 'sansou-network-'));

function must(...words: string[]): void {
  const { status, stderr } = spawnSync('ip', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`);
}

/** A scan of the mirror port while `meanwhile` goes on. */
async function scan(
  program: string,
  seconds: number,
  meanwhile: () => Promise<void>,
  ...more: string[]
): Promise<ScanReport> {
  const output = join(folder, `${program}-${more.length}-${Date.now()}.json`);
  const given = more.indexOf('--spool');
  const spool = given === -1 ? join(folder, `spool-${Date.now()}`) : more[given + 1]!;
  const words = [
    ...[
      'netns',
      'exec',
      space,
      process.execPath,
      resolve('dist/cli.js'),
      'scan',
      '-t',
      cityFile,
      '-i',
      'CP-MN=monitor',
    ],
    ...['--for', `${seconds}s`, '--file-seconds', '1', '--capture-program', program],
    ...['--spool', spool, '--format', 'json', '-o', output, ...more],
  ];
  const child = spawn('ip', words, { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const captured = join(spool, 'CP-MN');
  await eventually(() => existsSync(captured) && readdirSync(captured).some((name) => /\.pcap/.test(name)));
  await meanwhile();
  await ended;
  return JSON.parse(readFileSync(output, 'utf8')) as ScanReport;
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

whenPossible('a mirror port in a network namespace', () => {
  beforeAll(() => {
    must('netns', 'add', space);
    must('-n', space, 'link', 'add', 'host', 'type', 'veth', 'peer', 'name', 'port');
    must('-n', space, 'link', 'add', 'mirror', 'type', 'veth', 'peer', 'name', 'monitor');
    for (const name of ['host', 'port', 'mirror', 'monitor', 'lo']) must('-n', space, 'link', 'set', name, 'up');
    const filter = 'filter add dev port ingress protocol all u32 match u32 0 0 action mirred egress mirror dev mirror';
    expect(inside('tc', 'qdisc', 'add', 'dev', 'port', 'clsact').status).toBe(0);
    expect(inside('tc', ...filter.split(' ')).status).toBe(0);
  });
  afterAll(() => {
    must('netns', 'del', space);
  });

  test.each(programs)('is captured by %s, and the violation on it is found', async (program) => {
    const capture = join(folder, 'violation.pcap');
    writeFileSync(capture, violationCapture(4));
    const report = await scan(program, 5, async () => {
      expect(inside('tcpreplay', '-q', '-i', 'host', '--topspeed', capture).status).toBe(0);
      await pause(100);
    });
    const found = report.findings.find(({ rule }) => rule === 'A8-3-A-24');
    expect([found?.verdict, found?.from.address, found?.packets]).toEqual(['violation', '10.10.17.5', 8]);
    expect(report.quality.find(({ check, point }) => check === 'CAP-01' && point === 'CP-MN')?.value).toBe(0);
  });

  test.each(programs)('whose packets are dropped while %s stands still is not called clean', async (program) => {
    const spool = join(folder, `drops-${program}`);
    const report = await scan(
      program,
      6,
      async () => {
        const { pid } = JSON.parse(readFileSync(join(spool, 'CP-MN/capture.pid'), 'utf8')) as { pid: number };
        process.kill(pid, 'SIGSTOP');
        inside(
          'tcpreplay',
          '-q',
          '-i',
          'host',
          '--topspeed',
          '--loop',
          '40',
          '-K',
          join(capturesFolder, 'cp-mn.pcapng'),
        );
        process.kill(pid, 'SIGCONT');
      },
      ...['--spool', spool, '--buffer', '1'],
    );
    const loss = report.quality.find(({ check, point }) => check === 'CAP-01' && point === 'CP-MN');
    expect(Number(loss?.value)).toBeGreaterThan(0.05);
    expect(loss?.effect).toBe('undetermined');
  });

  test('that goes down and comes up again is said to have been down, and is read again', async () => {
    const [program = 'tcpdump'] = programs;
    const capture = join(folder, 'later.pcap');
    writeFileSync(capture, violationCapture(5));
    const report = await scan(program, 8, async () => {
      must('-n', space, 'link', 'set', 'monitor', 'down');
      await pause(2500);
      must('-n', space, 'link', 'set', 'monitor', 'up');
      await pause(1500);
      inside('tcpreplay', '-q', '-i', 'host', '--topspeed', capture);
    });
    const down = report.quality.find(({ message }) => message.en.includes('link of the mirror port was down'));
    expect([down?.check, down?.point, down?.effect]).toEqual(['CAP-03', 'CP-MN', 'undetermined']);
    expect(Number(down?.value)).toBeGreaterThan(1);
    expect(report.findings.some(({ rule, from }) => rule === 'A8-3-A-24' && from.address === '10.10.17.6')).toBe(true);
  });
});
