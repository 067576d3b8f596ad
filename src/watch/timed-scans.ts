import { Cron } from 'croner';
import { EXIT, Failure } from '../base/failure.js';
import type { ScanReport } from '../model/report.js';
import { Journal } from './journal.js';
import { Watch } from './watch.js';
import type { WatchOptions } from './watch-options.js';

export interface TimedScansOptions extends Omit<WatchOptions, 'kind' | 'until'> {
  /** five or six fields, in the topology's timezone */
  readonly cron: string;
  /** length of one scan */
  readonly seconds: number;
}

/** longest pause between two looks at the clock: it may be set, or the machine may have slept */
const LONGEST_PAUSE = 30_000;

/** Scans at set times, where no systemd does it: what was missed is made up and said, what overlaps is left out and said. */
export class TimedScans {
  readonly #options: TimedScansOptions;
  readonly #cron: Cron;

  constructor(options: TimedScansOptions) {
    this.#options = options;
    this.#cron = parseCron(options.cron, options.topology.timezone);
  }

  /** @returns the last report; null when none was made */
  async run(signal: AbortSignal): Promise<ScanReport | null> {
    let report: ScanReport | null = null;
    let kept = new Journal(this.#options.spool).scheduled;
    let due = this.#dueAfter(kept ?? Date.now());
    while (!signal.aborted && due !== null) {
      const now = Date.now();
      if (now < due) {
        await pause(Math.min(due - now, LONGEST_PAUSE), signal);
        continue;
      }
      // times between the one that is due and now passed while nobody was there, or while the last scan still ran
      const missed = this.#timesBetween(due, now);
      const isLate = now - due > 60_000;
      report = await this.#scan(signal, { missed, isLate, wasBusy: kept !== null && report !== null });
      kept = Math.max(due, ...missed);
      this.#keep(kept);
      due = this.#dueAfter(kept);
    }
    return report;
  }

  async #scan(
    signal: AbortSignal,
    { missed, isLate, wasBusy }: { missed: readonly number[]; isLate: boolean; wasBusy: boolean },
  ): Promise<ScanReport> {
    const { seconds, log } = this.#options;
    const watch = new Watch({ ...this.#options, kind: 'scan', until: { seconds, bytes: null } });
    const cause = wasBusy ? 'schedule-overlap' : 'schedule-missed';
    for (const time of missed) watch.blind.note(null, cause, time);
    if (isLate && !wasBusy) watch.blind.note(null, 'schedule-missed', Date.now());
    if (missed.length > 0 || isLate)
      log('warn', 'scheduled times passed without a scan', { count: missed.length + (isLate ? 1 : 0), cause });
    return watch.run(signal);
  }

  #dueAfter(time: number): number | null {
    return this.#cron.nextRun(new Date(time))?.getTime() ?? null;
  }

  #timesBetween(after: number, until: number): number[] {
    const times: number[] = [];
    for (
      let next = this.#dueAfter(after);
      next !== null && next <= until && times.length < 1000;
      next = this.#dueAfter(next)
    )
      times.push(next);
    return times;
  }

  #keep(time: number): void {
    const journal = new Journal(this.#options.spool);
    journal.noteScheduled(time);
    journal.save();
  }
}

/** @throws Failure (exit 64) */
export function parseCron(pattern: string, timezone: string): Cron {
  try {
    return new Cron(pattern, { timezone, paused: true, mode: '5-or-6-parts' });
  } catch (error) {
    throw new Failure(EXIT.usage, [
      {
        code: 'USAGE',
        level: 'error',
        message: {
          ja: `時刻の指定「${pattern}」は cron の形でない`,
          en: `"${pattern}" is no cron pattern: ${error instanceof Error ? error.message : ''}`,
        },
        remedy: {
          ja: '分 時 日 月 曜日 の5項目で書く（例: "0 3 * * *" は毎日3時）',
          en: 'five fields: minute hour day month weekday; "0 3 * * *" is every day at three',
        },
      },
    ]);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}
