import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { listCaptures, listTopologies } from './corpus.mjs';
import { makeMutant } from './mutant.mjs';

/** what no input may cost */
export const BOUNDS = { cpuSeconds: 5, peakMegabytes: 512 };
/** a child is replaced after this many mutants: its peak memory says less and less about the single one */
const MUTANTS_PER_CHILD = 400;
/** seconds without an answer after which a child is looked at, and after which it is ended in any case */
const PATIENCE = { look: 2, end: 90 };

/** CPU seconds of another process; null where the system does not tell */
function cpuSecondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/** One child process, one mutant at a time. */
class Tester {
  #child = null;
  #done = 0;
  #folder;
  #dist;

  constructor(folder, dist) {
    this.#folder = folder;
    this.#dist = dist;
  }

  async #start() {
    if (this.#child !== null && this.#done < MUTANTS_PER_CHILD) return this.#child;
    this.stop();
    const child = fork(fileURLToPath(new URL('child.mjs', import.meta.url)), [this.#folder, this.#dist], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.said = '';
    child.stderr.on('data', (text) => (child.said = (child.said + text).slice(-20_000)));
    this.#child = child;
    this.#done = 0;
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error(`the fuzzing child did not start:\n${child.said}`)));
    });
    child.removeAllListeners('exit');
    return child;
  }

  /** @returns {Promise<{ seed: string, fault: string | null, cpuMs: number, peakKb: number, status: number }>} */
  async run(seed) {
    const child = await this.#start();
    this.#done++;
    const cpuBefore = cpuSecondsOf(child.pid);
    const answer = await new Promise((resolve) => {
      const fail = (fault) => resolve({ seed, fault, cpuMs: 0, peakKb: 0, status: -1 });
      let waited = 0;
      const timer = setInterval(() => {
        waited += PATIENCE.look;
        const cpu = cpuSecondsOf(child.pid);
        const used = cpu === null || cpuBefore === null ? waited : cpu - cpuBefore;
        if (used <= BOUNDS.cpuSeconds && waited < PATIENCE.end) return;
        clearInterval(timer);
        child.removeAllListeners('exit');
        child.kill('SIGKILL');
        this.#child = null;
        fail(`no end after ${used.toFixed(1)} s of CPU time, ${waited} s of waiting`);
      }, PATIENCE.look * 1000);
      const finish = (value) => {
        clearInterval(timer);
        child.removeAllListeners('exit');
        child.removeAllListeners('message');
        resolve(value);
      };
      child.once('message', finish);
      child.once('exit', (code, signal) => {
        clearInterval(timer);
        this.#child = null;
        fail(`the process died: ${signal ?? `exit ${code}`}\n${child.said}`);
      });
      child.send(seed);
    });
    if (answer.fault === null && answer.cpuMs > BOUNDS.cpuSeconds * 1000)
      answer.fault = `${(answer.cpuMs / 1000).toFixed(1)} s of CPU time`;
    return answer;
  }

  stop() {
    this.#child?.removeAllListeners('exit');
    this.#child?.kill();
    this.#child = null;
  }
}

/**
 * Runs mutants until the seeds are used up, the time is over or `maximumFaults` are found.
 * @param {Iterable<string>} seeds
 * @param {{ dist: string, deadline?: number, maximumFaults?: number, onProgress?: (state: object) => void }} options
 *   deadline: milliseconds since 1970
 */
export async function runCampaign(seeds, options) {
  const folder = mkdtempSync(join(tmpdir(), 'sansou-fuzz-'));
  const tester = new Tester(join(folder, 'work'), options.dist);
  const state = { mutants: 0, byStatus: {}, faults: [], slowest: { seed: '', cpuMs: 0 }, peakKb: 0 };
  try {
    for (const seed of seeds) {
      if (options.deadline !== undefined && Date.now() >= options.deadline) break;
      let answer = await tester.run(seed);
      if (answer.fault === null && answer.peakKb > BOUNDS.peakMegabytes * 1024) {
        // perhaps the sum of many: alone it must show again
        tester.stop();
        answer = await tester.run(seed);
        if (answer.fault === null && answer.peakKb > BOUNDS.peakMegabytes * 1024)
          answer.fault = `${Math.round(answer.peakKb / 1024)} MB of memory`;
      }
      state.mutants++;
      state.byStatus[answer.status] = (state.byStatus[answer.status] ?? 0) + 1;
      state.peakKb = Math.max(state.peakKb, answer.peakKb);
      if (answer.cpuMs > state.slowest.cpuMs) state.slowest = { seed, cpuMs: answer.cpuMs };
      if (answer.fault !== null) {
        state.faults.push({ seed, fault: answer.fault, saved: saveMutant(seed) });
        if (state.faults.length >= (options.maximumFaults ?? Infinity)) break;
      }
      options.onProgress?.(state);
    }
  } finally {
    tester.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return state;
}

/** Writes a mutant's files where they outlive the run; answers the folder. */
export function saveMutant(seed) {
  const { files, argv, options } = makeMutant(seed, { captures: listCaptures(), topologies: listTopologies() });
  const folder = mkdtempSync(join(tmpdir(), 'sansou-mutant-'));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, basename(name)), content);
  writeFileSync(
    join(folder, 'command.json'),
    `${JSON.stringify({ seed, argv: argv?.map((word) => word.replace('@/', `${folder}/`)), options }, null, 2)}\n`,
  );
  return folder;
}
