import { spawn, type ChildProcess } from 'node:child_process';
import { captureArguments, type CaptureProgram, type CaptureSetting } from './capture-program.js';

/** Why a capture program is no longer running. */
export type CaptureEndCause =
  'stopped' | 'not-started' | 'permission' | 'interface-gone' | 'link-down' | 'disk-full' | 'program-died';

export interface CaptureEnd {
  readonly cause: CaptureEndCause;
  /** what the program said last; its own words, to be escaped */
  readonly words: string;
}

/** Counted by the program since it started. */
export interface CaptureCounts {
  readonly received: number;
  readonly dropped: number;
}

/** characters kept of what it says */
const KEPT = 4096;
/** milliseconds from the request to end until it is no longer asked */
const PATIENCE = 3000;

/** One life of the capture program on one interface. */
export class CaptureRun {
  readonly stem: string;
  readonly pid: number | null;
  /** it has said that it captures */
  isCapturing = false;
  counts: CaptureCounts = { received: 0, dropped: 0 };
  end: CaptureEnd | null = null;
  /** resolves when it has ended; never rejects */
  readonly ended: Promise<CaptureEnd>;
  readonly #program: CaptureProgram;
  readonly #child: ChildProcess;
  #words = '';
  #isAsked = false;

  constructor(program: CaptureProgram, setting: CaptureSetting) {
    this.stem = setting.stem;
    this.#program = program;
    this.#child = spawn(program.path, captureArguments(program, setting), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    this.pid = this.#child.pid ?? null;
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#hear(text);
    });
    this.ended = new Promise((resolve) => {
      const settle = (end: CaptureEnd): void => {
        this.end ??= end;
        resolve(this.end);
      };
      this.#child.once('error', (error) => {
        settle({ cause: 'not-started', words: error.message });
      });
      // `close` comes after the last words
      this.#child.once('close', (code, signal) => {
        const words = lastWords(this.#words) || (signal ?? `exit status ${code ?? 0}`);
        settle({ cause: this.#isAsked ? 'stopped' : causeOf(this.#words), words });
      });
    });
  }

  /** Asks for the counters so far; only tcpdump answers while it runs (SIGUSR1). dumpcap tells them at its end. */
  askForCounts(): void {
    if (this.#program.kind === 'tcpdump' && this.end === null && this.isCapturing) this.#child.kill('SIGUSR1');
  }

  /** Ends it and waits: its last file is whole then. */
  async stop(): Promise<CaptureEnd> {
    if (this.end !== null) return this.end;
    this.#isAsked = true;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    const end = await this.ended;
    clearTimeout(timer);
    return end;
  }

  #hear(text: string): void {
    this.#words = (this.#words + text).slice(-KEPT);
    if (/^File: |listening on /m.test(this.#words)) this.isCapturing = true;
    this.counts = readCounts(this.#words) ?? this.counts;
  }
}

/** The latest counters in what the program said. */
export function readCounts(words: string): CaptureCounts | null {
  const dumpcap = [...words.matchAll(/^Packets received\/dropped on interface .*: (\d+)\/(\d+) /gm)].at(-1);
  if (dumpcap !== undefined) return { received: Number(dumpcap[1]), dropped: Number(dumpcap[2]) };
  const received = [...words.matchAll(/(\d+) packets? received by filter/g)].at(-1);
  const dropped = [...words.matchAll(/(\d+) packets? dropped by kernel/g)].at(-1);
  if (received === undefined || dropped === undefined) return null;
  const byCard = [...words.matchAll(/(\d+) packets? dropped by interface/g)].at(-1);
  return { received: Number(received[1]), dropped: Number(dropped[1]) + Number(byCard?.[1] ?? 0) };
}

/** The programs' words, which libpcap and the system give them, as a cause. */
export function causeOf(words: string): CaptureEndCause {
  if (/permission|not permitted/i.test(words)) return 'permission';
  if (
    /no such device|no device named|device disappeared|interface disappeared|no longer (exists|attached)/i.test(words)
  )
    return 'interface-gone';
  if (/no space left|disk full|file system is full/i.test(words)) return 'disk-full';
  if (/is not up|network is down|went down|no longer running/i.test(words)) return 'link-down';
  return 'program-died';
}

function lastWords(words: string): string {
  const said = words.split(/[\r\n]+/).filter((line) => /\S/.test(line) && !line.startsWith('File: '));
  return said.slice(-3).join(' ').slice(-300);
}
