import { statSync } from 'node:fs';
import type { Problem } from '../base/failure.js';
import { captureProblem } from './fault.js';
import { nothingInFolder, type CaptureInput } from './inputs.js';
import { openReader, type OpenedCapture } from './open-reader.js';
import { RecordBatch } from './record-batch.js';
import { RunClock } from './run-clock.js';

/** enough for the first records of nearly every capture */
const LOOK_BYTES = 16 * 1024;
const NAMES_SHOWN = 5;
/** a.pcap, a.pcapng.gz, and a.pcap0 as tcpdump numbers its files */
const NAMED_LIKE_CAPTURE = /\.(pcap|pcapng|cap|dmp)\d*(\.\w+)?$/i;

/** A file that can be read, and when it begins. */
export interface SurveyedInput extends CaptureInput {
  /** seconds since 1970 of its first record; null without records and where it was not looked at */
  readonly second: number | null;
  /** nanoseconds after that second */
  readonly nanos: number;
  readonly size: number;
  /** already open, nothing read: the only file, or a stream, which would lose what is looked at */
  readonly opened: OpenedCapture | null;
}

export interface SurveyOptions {
  /** of the readers that are kept open */
  readonly clock: RunClock;
  readonly hash: boolean;
  readonly input?: AsyncIterable<Uint8Array>;
}

/** Looks at the beginning of every file: which are captures, and in which order they begin (then by path). */
export async function surveyInputs(
  inputs: readonly CaptureInput[],
  options: SurveyOptions,
): Promise<{ surveyed: SurveyedInput[]; problems: Problem[] }> {
  const surveyed: SurveyedInput[] = [];
  const problems: Problem[] = [];
  const skipped = new Map<string, string[]>();
  for (const input of inputs) {
    const found = inputs.length === 1 || isStream(input.path) ? await keep(input, options) : await look(input);
    if (!('code' in found)) surveyed.push(found);
    else if (input.folder !== null && found.code === 'CAPTURE-FOREIGN') {
      skipped.set(input.folder, [...(skipped.get(input.folder) ?? []), input.path]);
    } else problems.push(found);
  }
  for (const [folder, files] of skipped) {
    problems.push(skippedIn(folder, files));
    if (!surveyed.some((input) => input.folder === folder)) problems.push(nothingInFolder(folder));
  }
  return { surveyed: surveyed.sort(compare), problems };
}

async function keep(input: CaptureInput, options: SurveyOptions): Promise<SurveyedInput | Problem> {
  const opened = await openReader(input.path, options);
  return 'code' in opened ? opened : { ...input, second: null, nanos: 0, size: opened.size, opened };
}

async function look(input: CaptureInput): Promise<SurveyedInput | Problem> {
  const clock = new RunClock();
  const opened = await openReader(input.path, { clock, hash: false, windowBytes: LOOK_BYTES });
  if ('code' in opened) return opened;
  const { reader, size } = opened;
  const batch = new RecordBatch();
  await reader.fill(batch);
  reader.close();
  const timed = batch.count > 0 && clock.started;
  return { ...input, size, opened: null, second: timed ? clock.origin : null, nanos: timed ? (batch.time[0] ?? 0) : 0 };
}

/** Standard input and pipes. */
function isStream(path: string): boolean {
  if (path === '-') return true;
  try {
    const stats = statSync(path);
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    return false;
  }
}

/** What begins first comes first; what has no time before all; then by path, so that the order of naming is nothing. */
function compare(x: SurveyedInput, y: SurveyedInput): number {
  const bySecond = (x.second ?? -1) - (y.second ?? -1);
  const byTime = bySecond === 0 ? x.nanos - y.nanos : bySecond;
  if (byTime !== 0) return byTime;
  return x.path < y.path ? -1 : x.path > y.path ? 1 : (x.point ?? '') < (y.point ?? '') ? -1 : 1;
}

/** Only what is named like a capture was meant to be one: a README beside the captures is nobody's mistake. */
function skippedIn(folder: string, files: readonly string[]): Problem {
  const level = files.some((file) => NAMED_LIKE_CAPTURE.test(file)) ? 'warning' : 'note';
  const names = files.slice(0, NAMES_SHOWN).join(', ') + (files.length > NAMES_SHOWN ? ' …' : '');
  return captureProblem('CAPTURE-SKIPPED', folder, level, {
    ja: `キャプチャでないファイル${files.length}個を読み飛ばした: ${names}`,
    en: `${files.length} file${files.length === 1 ? ' that is no capture was' : 's that are no captures were'} skipped: ${names}`,
  });
}
