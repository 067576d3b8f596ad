import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { capture, Desk, forbidden, permitted } from './desk.js';

// npm test builds first; jest by itself may run before any build.
const bin = resolve('dist/cli.js');
const whenBuilt = existsSync(bin) ? describe : describe.skip;

const env = { PATH: process.env.PATH, LANG: 'C' };
const start = '2026-06-15T10:00:00+09:00';

/** A command that hangs is ended by force, so that the test fails instead of the run. */
async function ended(child: ChildProcess): Promise<{ status: number | null; signal: string | null }> {
  const force = setTimeout(() => child.kill('SIGKILL'), 40_000);
  return new Promise((done) =>
    child.on('close', (status, signal) => {
      clearTimeout(force);
      done({ status, signal });
    }),
  );
}

whenBuilt('the built command', () => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk();
  });
  afterAll(() => desk.clear());

  test('answers --version with the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '--version'], { env, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('prints no colour into a pipe, and the verdict is the exit status', () => {
    const file = desk.put('mn-violation.pcap', capture([forbidden], start));
    const { status, stdout } = spawnSync(process.execPath, [bin, 'check', file, '-t', desk.topology], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).not.toContain('\u001b');
  });

  test('a reader that leaves early ends the command without noise', async () => {
    const sessions = Array.from({ length: 600 }, (_, number) => ({ ...permitted, port: 1000 + number }));
    const file = desk.put('mn-many.pcap', capture(sessions, start));
    const child = spawn(process.execPath, [bin, 'flows', file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const { status } = await ended(child);
    expect(err).toBe('');
    expect([0, 2]).toContain(status);
  });

  test.each([
    ['SIGINT', forbidden, 1],
    ['SIGTERM', permitted, 2],
  ] as const)(
    '%s in the middle of standard input gives the result so far, and says so',
    async (signal, session, status) => {
      const bytes = capture(Array<typeof session>(400).fill(session), start);
      const args = ['check', 'CP-MN=-', '-t', desk.topology, '--format', 'json', '-o', desk.path(`${signal}.json`)];
      const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['pipe', 'ignore', 'pipe'] });
      let err = '';
      child.stderr.on('data', (text: Buffer) => (err += text.toString()));
      // a record is cut in two, and the rest never comes; all but what fits into the pipe has been read then
      await new Promise((done) => child.stdin.write(bytes.subarray(0, bytes.length - 30), done));
      child.kill(signal);
      const end = await ended(child);
      child.stdin.destroy();
      expect(end).toEqual({ status, signal: null });
      expect(err).toContain('interrupted');
      const report = JSON.parse(readFileSync(desk.path(`${signal}.json`), 'utf8')) as {
        statistics: { interrupted: boolean; packets: number };
      };
      expect(report.statistics.interrupted).toBe(true);
      expect(report.statistics.packets).toBeGreaterThan(0);
    },
  );
});
