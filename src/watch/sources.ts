import { EXIT, Failure } from '../base/failure.js';
import type { BlindLog } from './blind-log.js';
import { DropFolder } from './drop-folder.js';
import type { Journal } from './journal.js';
import { LivePort } from './live-port.js';
import { portFailure } from './port-failure.js';
import type { SpoolFile } from './spool-folder.js';
import type { WatchOptions, WatchState } from './watch-options.js';

/** milliseconds that the file of one point waits for those of the others: points are read in the order of time */
const PATIENCE = 1200;
/** files that are read at once when there are many */
const FILES_AT_ONCE = 64;
/** milliseconds until a port must have captured once, else a scan has no sense */
const FIRST_LIFE = 5000;
/** causes that somebody must mend */
const HOPELESS: ReadonlySet<string> = new Set(['permission', 'not-started', 'interface-gone']);

/** Where captures come from, mirror ports and watched folders, and the files of theirs that wait to be read. */
export class Sources {
  #ports: readonly LivePort[] = [];
  #folders: readonly DropFolder[] = [];
  #waiting: SpoolFile[] = [];
  #waitsSince = 0;

  /** Capturing begins, and looking for files. */
  open(options: WatchOptions, journal: Journal, blind: BlindLog): void {
    const { ports, folders, program, spool, settleMilliseconds } = options;
    const now = Date.now();
    if (program !== null)
      this.#ports = ports.map(
        ({ point, interface: name }) =>
          new LivePort({ ...options, point, interface: name, spool, program, blind }, journal.portMark(point), now),
      );
    this.#folders = folders.map(
      ({ point, path }) => new DropFolder({ point, path, journal, blind, settleMilliseconds }),
    );
  }

  get ports(): readonly LivePort[] {
    return this.#ports;
  }

  get hasFolders(): boolean {
    return this.#folders.length > 0;
  }

  get filesWaiting(): number {
    return this.#waiting.length;
  }

  get bytesWaiting(): number {
    return this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** nothing waits, and the folders hold nothing that is not handed out */
  get isAllRead(): boolean {
    return this.#waiting.length === 0 && this.#folders.every(({ isIdle }) => isIdle);
  }

  /** Looks after ports and folders. Called often; never waits. */
  tend(now: number): void {
    for (const port of this.#ports) port.tend(now);
    for (const folder of this.#folders) folder.tend(now);
  }

  /** Whole files are lined up. */
  collect(): void {
    const before = this.#waiting.length;
    for (const source of [...this.#ports, ...this.#folders]) this.#waiting.push(...source.take());
    if (before === 0 && this.#waiting.length > 0) this.#waitsSince = Date.now();
  }

  /** Files of several ports are read together, so that their packets come in the order of time. */
  isDue(now: number): boolean {
    if (this.#waiting.length === 0) return false;
    const capturing = this.#ports.filter(({ isCapturing }) => isCapturing);
    if (capturing.length < 2 || now - this.#waitsSince >= PATIENCE) return true;
    return capturing.every(({ point }) => this.#waiting.some((file) => file.point === point));
  }

  /** The files that are read next. */
  next(): SpoolFile[] {
    return this.#waiting.splice(0, FILES_AT_ONCE);
  }

  /** Judging falls behind capturing: the oldest file is given up unread; null: no more wait than are read at once. */
  giveUpOldest(): SpoolFile | null {
    return this.#waiting.length > FILES_AT_ONCE ? (this.#waiting.shift() ?? null) : null;
  }

  /** @param packetsOf packets read, by capture point */
  noteRead(files: readonly SpoolFile[], packetsOf: ReadonlyMap<string, number>, now: number): void {
    for (const port of this.#ports) {
      const bytes = files.filter(({ point }) => point === port.point).reduce((sum, file) => sum + file.bytes, 0);
      port.noteRead(packetsOf.get(port.point) ?? 0, bytes, now);
    }
  }

  /**
   * A scan whose every port failed in its first seconds for a reason that somebody must mend has no sense.
   * @param age milliseconds since capturing began
   * @throws Failure (exit 3) that says it of each port
   */
  giveUpWhereHopeless(age: number): void {
    if (this.#ports.length === 0 || age < 300 || age >= FIRST_LIFE) return;
    const ends = this.#ports.flatMap((port) =>
      port.isCapturing || port.lastEnd === null ? [] : [{ port, end: port.lastEnd }],
    );
    if (ends.length < this.#ports.length || !ends.every(({ end }) => HOPELESS.has(end.cause))) return;
    throw new Failure(
      EXIT.unusable,
      ends.map(({ port, end }) => portFailure(port, end)),
    );
  }

  portStates(): WatchState['ports'] {
    return this.#ports.map((port) => ({
      point: port.point,
      interface: port.interface,
      link: port.link,
      isCapturing: port.isCapturing,
      restarts: port.restarts,
      lastPacketAt: port.lastPacketAt,
      packets: port.packets,
      bytes: port.bytes,
      received: port.counts.received,
      dropped: port.counts.dropped,
    }));
  }

  /** Capturing ends: every file is whole then. */
  async stop(): Promise<void> {
    for (const port of this.#ports) await port.stop();
  }

  async close(): Promise<void> {
    await this.stop();
    for (const folder of this.#folders) await folder.close();
  }
}
