import { Failure } from '../base/failure.js';
import { openCaptures } from '../scan/captures/open-captures.js';
import type { ScanSession } from '../scan/scan-session.js';
import type { BlindLog } from './blind-log.js';
import { isSpooled, type SpoolFile } from './spool-folder.js';
import type { WatchOptions } from './watch-options.js';

/** nanoseconds of packet time between two sweeps of idle flows */
const SWEEP = 10_000_000_000n;
/** nanoseconds by which the end of a file may lie behind its last packet */
const QUIET_AT_MOST = 60_000_000_000n;
/** nanoseconds by which a file may begin before the packets that were read */
const DISORDER_AT_MOST = 5_000_000_000n;
/** milliseconds without a further file after which the short exchanges of the last one are judged */
const SETTLE = 1000;

export type FileFeedSetting = Pick<WatchOptions, 'topology' | 'spool' | 'log'>;

/** Files are fed to the session, and its time goes on with them. */
export class FileFeed {
  readonly #options: FileFeedSetting;
  readonly #session: ScanSession;
  readonly #blind: BlindLog;
  #fedAt = 0;
  /** nothing has been read since the flows of the last file were settled */
  #isSettled = true;
  #sweptAt = 0n;

  constructor(options: FileFeedSetting, session: ScanSession, blind: BlindLog) {
    this.#options = options;
    this.#session = session;
    this.#blind = blind;
  }

  /** @returns packets read, by capture point; a file that cannot be read is noted */
  async read(files: readonly SpoolFile[]): Promise<ReadonlyMap<string, number>> {
    const packetsOf = new Map<string, number>();
    const readable = files.filter(({ bytes }) => bytes > 0);
    if (readable.length === 0) return packetsOf;
    try {
      const captures = readable.map(({ point, path }) => ({ point, path }));
      const { topology } = this.#options;
      const observation = await openCaptures({ captures, topology, hash: true }, this.#session.ledger.clock);
      try {
        const earlier = this.#session.now;
        await this.#session.read(observation);
        for (const { point, records, first, path } of observation.files) {
          if (point !== null) packetsOf.set(point, (packetsOf.get(point) ?? 0) + records);
          if (first !== null && earlier !== null && earlier - first > DISORDER_AT_MOST)
            this.#blind.note(point, 'out-of-order', Date.now(), path);
        }
      } finally {
        observation.close();
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#noteUnreadable(readable, error);
    }
    return packetsOf;
  }

  /** Time goes on behind files that were read; now and then idle flows leave. */
  goOn(files: readonly SpoolFile[]): void {
    this.#advance(files);
    const { now } = this.#session;
    if (now !== null && now - this.#sweptAt >= SWEEP) {
      this.#sweptAt = now;
      this.#session.sweep();
    }
    this.#fedAt = Date.now();
    this.#isSettled = false;
  }

  /**
   * A file that was dropped may be the last one for hours: its short exchanges are judged when nothing has followed for a
   * while. Packet time goes on by that little only; what the next file continues is not idle because it came late.
   * @returns true when time went on
   */
  settle(now: number, hasFolders: boolean): boolean {
    const latest = this.#session.now;
    if (this.#isSettled || latest === null || now - this.#fedAt < SETTLE) return false;
    this.#isSettled = true;
    if (!hasFolders) return false;
    this.#session.advance(latest + BigInt(SETTLE) * 1_000_000n);
    return true;
  }

  /** Silence is told by the time at which a live file was whole: a quiet wire brings no later packet. */
  #advance(files: readonly SpoolFile[]): void {
    const ends = files.filter(({ path }) => isSpooled(this.#options.spool, path)).map(({ modified }) => modified);
    const { now } = this.#session;
    if (ends.length === 0 || now === null) return;
    const end = BigInt(Math.floor(Math.min(...ends))) * 1_000_000n;
    // packets that bear another clock's time are replayed: theirs is the one that counts
    if (end - now < QUIET_AT_MOST) this.#session.advance(end);
  }

  #noteUnreadable(files: readonly SpoolFile[], failure: Failure): void {
    const now = Date.now();
    for (const { code, file, message } of failure.problems) {
      const point = files.find(({ path }) => path === file)?.point ?? null;
      this.#blind.note(point, 'unreadable', now, `${file ?? ''}: ${message.en}`);
      this.#options.log('warn', 'a capture file could not be read', { code, file, reason: message.en });
    }
  }
}
