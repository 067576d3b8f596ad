import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ cpuMs: number, wallMs: number, peakKb: number | null, status: number | null, stdout: Buffer }} Cost
 *   cpuMs: user and system time of the process and all that it started and waited for */

const gnuTime = spawnSync('/usr/bin/time', ['-f', '%M', 'true'], { encoding: 'utf8' });
const hasGnuTime = gnuTime.status === 0 && /^\d+$/.test((gnuTime.stderr ?? '').trim());

/** True when the CPU time of a child can be had: it takes bash, whose `time` tells milliseconds. */
export const canMeasure = spawnSync('bash', ['-c', 'true']).status === 0;

/**
 * Runs a program to its end and says what it cost. Peak memory needs GNU time (the time of a process that starts
 * another is too coarse there, so CPU time is bash's).
 * @param {string[]} command
 * @returns {Cost}
 */
export function measure(command, { memory = true, keepOutput = false, cwd } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sansou-bench-'));
  try {
    const timed =
      memory && hasGnuTime ? ['/usr/bin/time', '-q', '-f', '%M', '-o', join(folder, 'peak'), ...command] : command;
    const script = `TIMEFORMAT='%3U %3S %3R'; { time "$@" 2>"$OUT/err" ${keepOutput ? '' : '>/dev/null'}; } 2>"$OUT/time"; exit $?`;
    const env = { ...process.env, OUT: folder, NO_COLOR: '1' };
    const { status, stdout } = spawnSync('bash', ['-c', script, 'bash', ...timed], {
      env,
      cwd,
      stdio: ['ignore', keepOutput ? 'pipe' : 'ignore', 'inherit'],
      maxBuffer: 1 << 30,
    });
    const lines = readFileSync(join(folder, 'time'), 'utf8').trim().split('\n');
    const [user, system, wall] = (lines.at(-1) ?? '').split(' ').map((word) => Number(word.replace(',', '.')));
    const peakKb = memory && hasGnuTime ? Number(readFileSync(join(folder, 'peak'), 'utf8').trim()) : null;
    if (status !== 0 && status !== 1 && status !== 2)
      throw new Error(
        `${command.join(' ')}: exit ${status}\n${readFileSync(join(folder, 'err'), 'utf8').slice(0, 2000)}`,
      );
    return { cpuMs: (user + system) * 1000, wallMs: wall * 1000, peakKb, status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
