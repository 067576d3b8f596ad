import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openHistory } from '../../src/store/open-history.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { eventually } from '../support/eventually.js';
import { cityFile } from '../watch/slice-captures.js';
import { sourceOf } from '../watch/watch-rig.js';
import { command } from './command.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-cli-watch-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name];
});

const later = (milliseconds: number) => new Promise((resolve_) => setTimeout(resolve_, milliseconds));

/** A command channel that appends each notice to a file. */
function notifyFile(): { file: string; notices: () => { change: string; rule: string }[][] } {
  const told = join(folder, 'told');
  const script = join(folder, 'tell.mjs');
  writeFileSync(
    script,
    `import { appendFileSync, readFileSync } from 'node:fs';\nappendFileSync(${JSON.stringify(told)}, readFileSync(0));\n`,
  );
  const file = join(folder, 'notify.yaml');
  const run = JSON.stringify([process.execPath, script]);
  writeFileSync(
    file,
    `version: 1\ngroupSeconds: 0\nverdicts: [violation]\nchannels:\n  - { name: script, type: command, run: ${run} }\n`,
  );
  const notices = () => {
    let text = '';
    try {
      text = readFileSync(told, 'utf8');
    } catch {
      // nobody was told anything yet
    }
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { changes?: { change: string; finding: { rule: string } }[] })
      .map(({ changes = [] }) => changes.map(({ change, finding }) => ({ change, rule: finding.rule })));
  };
  return { file, notices };
}

/** Waits until the run at hand has been saved so many times more. */
async function severalReports(store: string, count: number): Promise<void> {
  const history = openHistory(store, { readOnly: true });
  const seen = new Set<string | undefined>();
  await eventually(() => seen.add(history.runs()[0]?.endedAt).size > count);
  history.close();
}

describe('sansou watch', () => {
  test('tells one violation once, nothing with the next report, and once that it is gone', async () => {
    const dropped = join(folder, 'dropped');
    mkdirSync(dropped);
    const { file, notices } = notifyFile();
    const signals = new EventEmitter();
    const store = join(folder, 'history.db');
    const words = ['watch', '-t', cityFile, '-d', `CP-MN=${dropped}`, '--store', store, '--notify', file];
    const settings = [
      '--spool',
      join(folder, 'spool'),
      '--settle',
      '1s',
      '--report-every',
      '1s',
      '--log-level',
      'error',
    ];
    writeFileSync(join(dropped, 'bad.pcap'), violationCapture(0));
    const first = command([...words, ...settings], { signals });
    await eventually(() => notices().length > 0);
    await severalReports(store, 2);
    const inFirst = notices();
    signals.emit('SIGTERM');
    expect((await first).status).toBe(1);
    expect(inFirst).toEqual([[{ change: 'appeared', rule: 'A8-3-A-24' }]]);
    expect(notices()).toEqual(inFirst);
    // the next run looks at the same place for as long, and does not find it
    const clean = Buffer.from(violationCapture(1));
    clean.writeUInt16BE(80, 24 + 16 + 14 + 4 + 20 + 2);
    writeFileSync(join(dropped, 'next.pcap'), clean);
    await command([...words, ...settings, '--once']);
    const history = openHistory(store, { gapsOf: () => [] });
    const [status] = history
      .findings({ status: ['gone', 'gone-unobserved'] })
      .filter(({ finding }) => finding.rule === 'A8-3-A-24');
    history.close();
    expect(status).toBeDefined();
    const gone = notices()
      .flat()
      .filter(({ change, rule }) => change === 'gone' && rule === 'A8-3-A-24');
    expect([status?.status, gone.length]).toEqual(['gone', 1]);
  });

  test('answers /metrics and /health, which is unhealthy when nothing is seen', async () => {
    process.env.FAKE_SOURCE = sourceOf(folder, 2);
    const port = await freePort();
    const signals = new EventEmitter();
    const program = resolve('tests/watch/fake-dumpcap.mjs');
    const refused = join(folder, 'refused.yaml');
    writeFileSync(refused, 'version: 1\nchannels:\n  - { name: lamp, type: command, run: [/bin/false] }\n');
    const watching = command(
      [
        ...['watch', '-t', cityFile, '-i', 'CP-MN=lo', '--capture-program', program, '--spool', join(folder, 'spool')],
        ...['--metrics', `${port}`, '--silent-after', '4s', '--log-level', 'error'],
        ...['--store', join(folder, 'history.db'), '--notify', refused],
      ],
      { signals },
    );
    const ask = async (path: string): Promise<{ status: number; text: string }> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    const until = async (path: string, wanted: RegExp): Promise<Awaited<ReturnType<typeof ask>>> => {
      const end = Date.now() + 20_000;
      for (;;) {
        const answer = await ask(path).catch(() => ({ status: 0, text: '' }));
        if (wanted.test(answer.text) || Date.now() > end) return answer;
        await later(50);
      }
    };
    const read = await until('/metrics', /^sansou_packets_total\{point="CP-MN"\} 16$/m);
    const well = await ask('/health');
    const metrics = await until('/metrics', /^sansou_message_failures_total\{channel="lamp"\} [1-9]/m);
    // its two files are read by now; then the wire is silent
    const ill = await until('/health', /"healthy":false/);
    signals.emit('SIGTERM');
    await watching;
    expect(well).toEqual({ status: 200, text: `${JSON.stringify({ healthy: true, reasons: [] })}\n` });
    expect(metrics.text).toMatch(/^sansou_messages_waiting\{channel="lamp"\} 1$/m);
    expect(read.text).toMatch(/^sansou_healthy 1$/m);
    expect(ill.status).toBe(503);
    expect(ill.text).toContain('no packet came');
    await expect(ask('/health')).rejects.toThrow();
  });
});

describe('sansou watch --at', () => {
  test('refuses what is no time before it says that it watches, and makes nothing', async () => {
    const store = join(folder, 'history.db');
    const words = [
      'watch',
      '-t',
      cityFile,
      '-d',
      `CP-MN=${folder}`,
      '--store',
      store,
      '--spool',
      join(folder, 'spool'),
    ];
    const { status, err } = await command([...words, '--at', 'foo']);
    expect([status, err.includes('is no cron pattern'), err.includes('watching')]).toEqual([64, true, false]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('sansou schedule', () => {
  const unit = async (...words: string[]): Promise<string> => {
    const { out } = await command(['schedule', '-t', cityFile, '-i', 'CP-MN=eth1', ...words]);
    return /^ExecStart=.*$/m.exec(out)?.[0] ?? out;
  };

  test('passes on what a watch is told', async () => {
    const words = [
      '--report-every',
      '5m',
      '--run',
      '12h',
      '--settle',
      '5s',
      '--remove-clean',
      '--evidence',
      '/srv/evidence',
    ];
    const line = await unit(
      ...words,
      '--evidence-size',
      '2G',
      '--full-packets',
      '--keep-days',
      '400',
      '--keep-bytes',
      '8G',
    );
    for (const word of ['--report-every 5m', '--run 12h', '--settle 5s', '--remove-clean', '--evidence /srv/evidence'])
      expect(line).toContain(word);
    for (const word of ['--evidence-size 2G', '--full-packets', '--keep-days 400', '--keep-bytes 8G'])
      expect(line).toContain(word);
  });

  test('passes on what a scan is told, and nothing that only a watch knows', async () => {
    const line = await unit('--at', '0 3 * * *', '--volume', '2G', '--keep-days', '30', '--report-every', '5m');
    expect(line).toContain('scan');
    expect(line).toContain('--volume 2G');
    expect(line).toContain('--keep-days 30');
    expect(line).not.toMatch(/--for|--report-every/);
  });

  test('refuses at once what the unit could not be started with', async () => {
    const { status, err } = await command(['schedule', '-t', cityFile, '-i', 'CP-MN=eth1', '--keep-days', 'many']);
    expect(status).toBe(64);
    expect(err).toContain('--keep-days');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
