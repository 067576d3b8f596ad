// Kills a watch (kill -9) again and again while a stand-in for dumpcap gives it files, each with a violation of its own,
// and looks what the store knows in the end. Used by tests/watch/kill.test.ts and by tests/soak/run.mjs.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { violationCapture } from './violation-capture.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @param {{ folder: string, kills: number, period?: number, random?: () => number }} options
 * @returns {Promise<{ kills: number, given: string[], known: string[], integrity: string, runs: number, halfMade: string[] }>}
 *   addresses whose file was whole, those that the store has a finding of, and what is left of half-made evidence
 */
export async function killAgainAndAgain({ folder, kills, period = 150, random = Math.random }) {
  const source = join(folder, 'source');
  const store = join(folder, 'history.db');
  mkdirSync(source, { recursive: true });
  const count = Math.min(240, kills * 12 + 20);
  for (let index = 0; index < count; index++)
    writeFileSync(join(source, `${String(index).padStart(4, '0')}.pcap`), violationCapture(index));
  const start = () =>
    spawn(
      process.execPath,
      [
        ...[join(root, 'dist/cli.js'), 'watch', '-t', join(root, 'topology/midorino-alpha.yaml'), '-i', 'CP-MN=lo'],
        ...['--capture-program', join(root, 'tests/watch/fake-dumpcap.mjs'), '--spool', join(folder, 'spool')],
        ...['--store', store, '--report-every', '1s', '--lang', 'en'],
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, FAKE_SOURCE: source, FAKE_PERIOD: `${period}`, FAKE_GIVEN: folder, FAKE_NOW: '1' },
      },
    );
  /** it has said that it watches */
  const begun = (child) => new Promise((resolve) => child.stderr.once('data', resolve));
  for (let kill = 0; kill < kills; kill++) {
    const child = start();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // from here on: a busy machine may take seconds to get there
    await Promise.race([begun(child), ended]);
    await sleep(random() * 1500);
    child.kill('SIGKILL');
    await ended;
  }
  const last = start();
  const ended = new Promise((resolve) => last.once('exit', resolve));
  await begun(last);
  last.stderr.resume();
  await sleep(3000);
  last.kill('SIGTERM');
  await ended;
  const { openHistory } = await import(join(root, 'dist/store/open-history.js'));
  const { default: Database } = await import('libsql');
  const database = new Database(store, { readonly: true });
  const [{ integrity_check: integrity }] = database.pragma('integrity_check');
  database.close();
  const history = openHistory(store, { readonly: true });
  const known = history
    .findings()
    .flatMap(({ finding }) => (finding.rule === 'A8-3-A-24' ? [finding.from.address] : []));
  const runs = history.runs().length;
  history.close();
  const givenFile = join(folder, 'given');
  const given = existsSync(givenFile)
    ? readFileSync(givenFile, 'utf8')
        .trim()
        .split('\n')
        .map((name) => `10.10.17.${Number(name.slice(0, 4)) + 1}`)
    : [];
  const evidence = join(folder, 'spool', 'evidence');
  const halfMade = existsSync(evidence) ? readdirSync(evidence).filter((name) => name.startsWith('.')) : [];
  return { kills, given, known: [...new Set(known)], integrity, runs, halfMade };
}
