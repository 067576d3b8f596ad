import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlindCause, BlindLog } from './blind-log.js';
import type { CaptureProgram } from './capture-program.js';
import { CaptureRun, type CaptureCounts, type CaptureEnd } from './capture-run.js';
import { readLinkState, type LinkState } from './link-state.js';
import { compareOrder, orderOf, SpoolFolder, type SpoolFile, type SpoolOrder } from './spool-folder.js';

export interface PortSetting {
  readonly point: string;
  readonly interface: string;
  readonly spool: string;
  readonly program: CaptureProgram;
  readonly fileSeconds: number;
  readonly fileBytes: number;
  readonly bufferMebibytes: number;
  /** seconds without a packet, with the link up, after which the port counts as silent */
  readonly silentSeconds: number;
  readonly blind: BlindLog;
  /** where the system tells the state of interfaces; /sys/class/net when left out */
  readonly sys?: string;
  readonly log: (level: 'info' | 'warn', event: string, fields: Record<string, unknown>) => void;
}

/** first and longest pause before the program is started again, milliseconds */
const PAUSE = { first: 500, longest: 60_000 } as const;
/** milliseconds after which a program that runs counts as well again */
const WELL = 30_000;
/** milliseconds between two looks at the counters of tcpdump, and at the link */
const LOOK = 1000;
/** dumpcap tells its losses at its end only: another takes over now and then, before it ends. Milliseconds */
const RELIEF = 600_000;

/** One mirror port: the capture program is started, watched over, relieved and started again; its files are handed out. */
export class LivePort {
  readonly point: string;
  readonly interface: string;
  /** times that the program ended by itself */
  restarts = 0;
  link: LinkState = 'unknown';
  /** how the latest life of the program ended that is over; null: none has ended by itself */
  lastEnd: CaptureEnd | null = null;
  /** wall clock, milliseconds */
  lastPacketAt: number | null = null;
  packets = 0;
  bytes = 0;
  readonly #setting: PortSetting;
  readonly #folder: SpoolFolder;
  #run: CaptureRun | null = null;
  /** is ending, while its successor captures already */
  #relieved: CaptureRun | null = null;
  /** wall clock, milliseconds: of the last packet, or since when it is waited for */
  #silentSince: number;
  #startedAt = 0;
  #startAgainAt = 0;
  #failures = 0;
  #lookedAt = 0;
  #isStopping = false;
  #handedOut: SpoolOrder;
  /** counted by runs that are over, and what was told of all */
  #over: CaptureCounts = { received: 0, dropped: 0 };
  #told: CaptureCounts = { received: 0, dropped: 0 };

  /** @param mark files up to here were read in an earlier life */
  constructor(setting: PortSetting, mark: SpoolOrder | null, now: number) {
    this.#setting = setting;
    this.point = setting.point;
    this.interface = setting.interface;
    this.#folder = new SpoolFolder(setting.spool, setting.point);
    this.#handedOut = mark ?? [0, 0];
    this.#silentSince = now;
    this.#endOrphan();
  }

  get isCapturing(): boolean {
    return this.#run?.isCapturing === true && this.#run.end === null;
  }

  /** Looks after the program and the link. Called often; never waits. */
  tend(now: number): void {
    if (this.#isStopping) return;
    if (now - this.#lookedAt >= LOOK) {
      this.#lookedAt = now;
      this.#lookAtLink(now);
      this.#run?.askForCounts();
    }
    const { end } = this.#run ?? {};
    if (this.#run !== null && end !== null && end !== undefined) this.#lost(this.#run, end, now);
    if (this.#run === null && now >= this.#startAgainAt) this.#start(now);
    if (this.#run !== null && this.isCapturing) this.#isWell(now);
    if (this.#setting.program.kind === 'dumpcap') this.#relieve(now);
    this.#listenForSilence(now);
  }

  /** Whole files that were not handed out yet, in the order of capturing. */
  take(): SpoolFile[] {
    const files = this.#folder.list(this.#writing()).filter(({ path }) => {
      const order = orderOf(path);
      return order !== null && compareOrder(order, this.#handedOut) > 0;
    });
    const last = files.at(-1);
    if (last !== undefined) this.#handedOut = orderOf(last.path) ?? this.#handedOut;
    return files;
  }

  /** Files were read. @param packets in them */
  noteRead(packets: number, bytes: number, now: number): void {
    if (packets === 0) return;
    this.packets += packets;
    this.bytes += bytes;
    this.#silentSince = now;
    this.lastPacketAt = now;
    if (this.#setting.blind.end(this.point, 'silent', now)) this.#log('info', 'packets come again', {});
  }

  /** what the program counted since the watch began */
  get counts(): CaptureCounts {
    return this.#counts();
  }

  /** What the program counted since the last call. */
  takeCounts(): CaptureCounts {
    const counts = this.#counts();
    const news = { received: counts.received - this.#told.received, dropped: counts.dropped - this.#told.dropped };
    this.#told = counts;
    return news;
  }

  /** Ends the program and waits: every file is whole then. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const run of [this.#relieved, this.#run]) {
      if (run === null) continue;
      await run.stop();
      this.#addCounts(run.counts);
    }
    this.#relieved = null;
    this.#run = null;
  }

  #start(now: number): void {
    this.#run = new CaptureRun(this.#setting.program, {
      interface: this.interface,
      stem: this.#folder.stem(now),
      fileSeconds: this.#setting.fileSeconds,
      fileBytes: this.#setting.fileBytes,
      bufferMebibytes: this.#setting.bufferMebibytes,
    });
    this.#startedAt = now;
    if (this.#run.pid !== null)
      writeFileSync(this.#pidFile(), JSON.stringify({ pid: this.#run.pid, stem: this.#run.stem }), { mode: 0o640 });
  }

  #lost(run: CaptureRun, end: CaptureEnd, now: number): void {
    this.#run = null;
    this.lastEnd = end;
    this.restarts++;
    this.#addCounts(run.counts);
    if (now - this.#startedAt > WELL) this.#failures = 0;
    const pause = Math.min(PAUSE.longest, PAUSE.first * 2 ** Math.min(this.#failures++, 16));
    this.#startAgainAt = now + pause;
    const cause = end.cause === 'stopped' ? 'program-died' : end.cause;
    if (this.#setting.blind.begin(this.point, cause, now, end.words))
      this.#log('warn', 'the capture program ended', { cause, words: end.words, againInMilliseconds: pause });
  }

  /** The program captures: whatever had kept it from that is over. */
  #isWell(now: number): void {
    const causes: readonly BlindCause[] = ['permission', 'program-died', 'not-started', 'disk-full', 'interface-gone'];
    for (const cause of causes)
      if (this.#setting.blind.end(this.point, cause, now)) this.#log('info', 'capturing again', { cause });
    if (now - this.#startedAt > WELL) this.#failures = 0;
  }

  #relieve(now: number): void {
    const old = this.#relieved;
    if (old !== null) {
      if (this.isCapturing && old.end === null) void old.stop();
      if (old.end !== null) {
        this.#addCounts(old.counts);
        this.#relieved = null;
      }
      return;
    }
    if (!this.isCapturing || now - this.#startedAt < RELIEF) return;
    this.#relieved = this.#run;
    this.#start(now);
  }

  #lookAtLink(now: number): void {
    const { blind, sys } = this.#setting;
    const before = this.link;
    this.link = readLinkState(this.interface, sys);
    if (this.link !== before) this.#log(this.link === 'up' ? 'info' : 'warn', 'the link changed', { link: this.link });
    if (this.link === 'down') blind.begin(this.point, 'link-down', now);
    else blind.end(this.point, 'link-down', now);
    if (this.link === 'gone') blind.begin(this.point, 'interface-gone', now);
    else if (this.isCapturing) blind.end(this.point, 'interface-gone', now);
  }

  #listenForSilence(now: number): void {
    const { blind, silentSeconds } = this.#setting;
    const isSilent = this.isCapturing && this.link !== 'down' && now - this.#silentSince > silentSeconds * 1000;
    if (isSilent && blind.begin(this.point, 'silent', now))
      this.#log('warn', 'no packet comes', { seconds: silentSeconds });
  }

  #writing(): string[] {
    return [this.#relieved, this.#run].flatMap((run) => (run?.end === null ? [run.stem] : []));
  }

  #counts(): CaptureCounts {
    return [this.#relieved, this.#run].reduce((sum, run) => (run === null ? sum : added(sum, run.counts)), this.#over);
  }

  #addCounts(counts: CaptureCounts): void {
    this.#over = added(this.#over, counts);
  }

  #pidFile(): string {
    return join(this.#folder.path, 'capture.pid');
  }

  /** A sansou that was killed could not end its capture program: it would fill the disk for nobody. */
  #endOrphan(): void {
    try {
      const { pid, stem } = JSON.parse(readFileSync(this.#pidFile(), 'utf8')) as { pid: number; stem: string };
      // a process of another's would have the number by chance: only one that writes here is ours
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(stem)) return;
      process.kill(pid, 'SIGTERM');
      this.#log('warn', 'a capture program of an earlier life was ended', { pid });
    } catch {
      // no file, or no such process: nothing to end
    }
  }

  #log(level: 'info' | 'warn', event: string, fields: Record<string, unknown>): void {
    this.#setting.log(level, event, { point: this.point, interface: this.interface, ...fields });
  }
}

function added(x: CaptureCounts, y: CaptureCounts): CaptureCounts {
  return { received: x.received + y.received, dropped: x.dropped + y.dropped };
}
