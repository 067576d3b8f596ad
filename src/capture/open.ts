import type { Problem } from '../base/failure.js';
import type { CitedRecord } from './lookup.js';
import { lookupRecords } from './lookup.js';
import { captureProblem } from './fault.js';
import { expandCaptures, type CaptureName } from './inputs.js';
import { Merge, type MergeInput, type Slice } from './merge.js';
import { ObservedFile } from './observed-file.js';
import { openReader } from './open-reader.js';
import { findOverlaps } from './overlap.js';
import { RunClock } from './run-clock.js';
import { surveyInputs, type SurveyedInput } from './survey.js';

const NANOS_PER_SECOND = 1e9;
/** several files may be open at once */
const SHARED_WINDOW_BYTES = 128 * 1024;

export interface ObservationOptions {
  /** SHA-256 of every file while it is read */
  readonly hash: boolean;
  /** the capture point of a file or of one of its interfaces, null when none matches */
  readonly matchPoint?: (path: string, interfaceName: string | null) => string | null;
  /** standard input, for `-`; process.stdin when left out */
  readonly input?: AsyncIterable<Uint8Array>;
  /** of a run that goes on over several observations; a new one when left out */
  readonly clock?: RunClock;
}

/** All captures of a run as one observation in time order. */
export interface Observation {
  /** those that can be read, in the order in which they begin; the index is the slice's `fileIndex` */
  readonly files: readonly ObservedFile[];
  readonly clock: RunClock;
  /** The next records in time order, null at the end; the slice is good until the next call. */
  next(): Slice | null | Promise<Slice | null>;
  /** Ends the reading; what was read so far stays known. */
  close(): void;
  /** of the naming and the order of the files; those of one file are in `files[…].problems` */
  readonly problems: readonly Problem[];
  /** sum of the sizes that are known */
  readonly bytesTotal: number;
  bytesRead(): number;
  /** the capture point of an interface: named by the user, else matched by interface, else matched by file */
  pointOf(fileIndex: number, interfaceIndex: number): string | null;
  /** Reads single records a second time. @param frames ascending; those that cannot be had are left out */
  lookup(fileIndex: number, frames: readonly number[]): Promise<CitedRecord[]>;
}

/** Opens what the user named. What cannot be read is in `problems`; with no file at all, `files` is empty. */
export async function openObservation(
  names: readonly CaptureName[],
  options: ObservationOptions,
): Promise<Observation> {
  const expanded = expandCaptures(names);
  const clock = options.clock ?? new RunClock();
  const { surveyed, problems } = await surveyInputs(expanded.inputs, { ...options, clock });
  const first = surveyed.find((input) => input.second !== null)?.second ?? null;
  if (first !== null) clock.start(first);
  const files = surveyed.map(
    (input, index) => new ObservedFile({ ...input, index, clock, point: filePoint(input, options) }),
  );
  const merge = new Merge(
    files.map((file, index) => mergeInput(surveyed[index] as SurveyedInput, file, clock, options)),
  );
  const pointOf = pointFinder(surveyed, files, options);
  const given = [...expanded.problems, ...problems];
  return {
    files,
    clock,
    next: () => merge.next(),
    close: () => {
      merge.close();
      for (const input of surveyed) input.opened?.reader.close();
    },
    get problems() {
      const late = merge.lateFiles === 0 ? [] : [lateProblem(merge.lateFiles)];
      return [...given, ...late, ...findOverlaps(files, pointOf)];
    },
    bytesTotal: files.reduce((sum, file) => sum + file.size, 0),
    bytesRead: () => files.reduce((sum, file) => sum + file.bytesRead, 0),
    pointOf,
    lookup: (fileIndex, frames) => {
      const file = files[fileIndex];
      return file === undefined ? Promise.resolve([]) : lookupRecords(file, frames, clock);
    },
  };
}

function mergeInput(
  input: SurveyedInput,
  file: ObservedFile,
  clock: RunClock,
  options: ObservationOptions,
): MergeInput {
  return {
    fileIndex: file.index,
    firstTime: input.second === null ? -Infinity : (input.second - clock.origin) * NANOS_PER_SECOND + input.nanos,
    open: async () => {
      const opened =
        input.opened ?? (await openReader(input.path, { clock, hash: options.hash, windowBytes: SHARED_WINDOW_BYTES }));
      if ('code' in opened) {
        file.fail(opened);
        return null;
      }
      file.begin(opened.reader);
      file.resume = opened.resume;
      file.checkpoints = opened.reader.checkpoints;
      return opened.reader;
    },
    note: (batch) => file.note(batch),
    done: (reader) => file.end(reader),
  };
}

function filePoint(input: SurveyedInput, options: ObservationOptions): string | null {
  return input.point ?? options.matchPoint?.(input.path, null) ?? null;
}

function pointFinder(
  inputs: readonly SurveyedInput[],
  files: readonly ObservedFile[],
  options: ObservationOptions,
): Observation['pointOf'] {
  const known: (string | null)[][] = files.map(() => []);
  return (fileIndex, interfaceIndex) => {
    const row = known[fileIndex];
    const input = inputs[fileIndex];
    if (row === undefined || input === undefined) return null;
    const remembered = row[interfaceIndex];
    if (remembered !== undefined) return remembered;
    const file = files[fileIndex];
    const name = file?.interfaces[interfaceIndex]?.name ?? null;
    const point = input.point ?? options.matchPoint?.(input.path, name) ?? file?.point ?? null;
    row[interfaceIndex] = point;
    return point;
  };
}

function lateProblem(count: number): Problem {
  return captureProblem('CAPTURE-ORDER', '', 'warning', {
    ja: `同時に開けるファイルの数を超えたため、${count}個のファイルは時刻の順に読めなかった`,
    en: `too many files overlap in time: ${count} of them could not be read in the order of time`,
  });
}
