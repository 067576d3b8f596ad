import type { Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { CitedRecord } from '../../capture/lookup.js';
import { lookupRecords } from '../../capture/lookup.js';
import type { ObservedFile } from '../../capture/observed-file.js';
import type { Observation as CaptureObservation } from '../../capture/open.js';
import { RunClock } from '../../capture/run-clock.js';
import type { EvidenceCaptures, EvidenceFile } from '../../evidence/bundle/evidence-captures.js';
import type { CaptureSummary } from '../../model/report.js';
import type { FrameReference } from '../../model/flow.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';
import { CaptureList } from './capture-list.js';
import { windowsOf } from './evidence-windows.js';
import { FileReels } from './file-reels.js';
import type { FileReference } from './read-observation.js';
import { summarizeCaptures } from './summarize-captures.js';

/** What the capturing system said of its losses. */
export interface Losses {
  received: number;
  dropped: number;
}

/** What the files of one capture point say of themselves. */
interface PointFiles {
  files: number;
  /** null: none of them says anything about losses */
  losses: Losses | null;
  readonly filters: Set<string>;
}

interface LedgerFile {
  readonly path: string;
  readonly sha256: string | null;
  readonly interfaces: readonly { readonly name: string | null }[];
  readonly points: readonly (string | null)[];
  /** what a second reading needs; null once there are too many */
  observed: ObservedFile | null;
}

export interface LedgerOptions {
  /** the run has no end: files are forgotten after a while, and those that nothing cites are listed together */
  readonly endless: boolean;
}

/** All capture files of a run, fed by one observation or by many: what they held, and where a cited frame is. */
export class CaptureLedger implements EvidenceCaptures {
  readonly clock = new RunClock();
  problems: Problem[] = [];
  readonly #isEndless: boolean;
  readonly #reels = new FileReels();
  /** points whose losses the caller tells */
  readonly #told = new Set<string | null>();
  readonly #files = new Map<number, LedgerFile>();
  /** of a run without end: numbers of the files that can be read again */
  readonly #numbers = new Map<string, number>();
  #firstWhole = 0;
  #list: CaptureList;
  #points = new Map<string | null, PointFiles>();
  #named = new Map<string | null, number>();

  constructor({ endless }: LedgerOptions) {
    this.#isEndless = endless;
    this.#list = new CaptureList(endless);
  }

  /** The reference under which flows remember the frames of a file of the observation that is being read. */
  referenceOf(fileIndex: number): FileReference {
    return this.#reels.referenceOf(fileIndex);
  }

  /** An observation has been read. */
  add(observation: CaptureObservation): void {
    const { files } = observation;
    this.#reels.add(files.map(({ records }) => records));
    const before = this.#reels.count - files.length;
    for (const file of files) {
      const points = file.interfaces.map((_, index) => observation.pointOf(file.index, index));
      const { path, sha256, interfaces } = file;
      this.#files.set(before + file.index, { path, sha256, interfaces, points, observed: file });
      if (this.#isEndless) this.#numbers.set(path, before + file.index);
      this.#named.set(file.point, (this.#named.get(file.point) ?? 0) + 1);
      this.#countFile(file, points);
    }
    this.#list.add(summarizeCaptures(observation));
    this.problems.push(...observation.problems.slice(0, LIMITS.capturesNoted - this.problems.length));
    if (this.#isEndless) this.#forget();
  }

  /** What a capture program says of its own losses; then the files of the point are not asked. */
  noteLosses(point: string | null, received: number, dropped: number): void {
    this.#told.add(point);
    const { losses } = this.#pointFiles(point);
    if (losses === null) this.#pointFiles(point).losses = { received, dropped };
    else {
      losses.received += received;
      losses.dropped += dropped;
    }
  }

  ofPoint(point: string | null): Readonly<PointFiles> {
    return this.#points.get(point) ?? { files: 0, losses: null, filters: new Set() };
  }

  /** files that were named for this point as a whole */
  filesNamed(point: string | null): number {
    return this.#named.get(point) ?? 0;
  }

  /** @param cited paths that stand alone in the list */
  captures(cited: ReadonlySet<string>): CaptureSummary[] {
    return this.#list.summaries(cited);
  }

  /** A new run begins; frames of earlier files can still be cited. */
  rollOver(): void {
    this.#list = new CaptureList(this.#isEndless);
    this.#points = new Map();
    this.#named = new Map();
    this.problems = [];
  }

  /** From what flows remember to file and frame as a person counts them. */
  locate(reference: FrameReference): FrameReference {
    return { ...reference, ...this.#reels.locate(reference.file, reference.frame) };
  }

  file(number: number): LedgerFile | undefined {
    return this.#files.get(number);
  }

  /** A file that was read is no longer there: what it holds can still be cited, but not be read again. */
  forget(path: string): void {
    const number = this.#numbers.get(path);
    const file = number === undefined ? undefined : this.#files.get(number);
    if (file !== undefined) file.observed = null;
    this.#numbers.delete(path);
  }

  /** Whether a second reading of the file can be had. */
  isReadable(number: number): boolean {
    return (this.#files.get(number)?.observed ?? null) !== null;
  }

  /**
   * The same captures, as far as the packets of these findings can be in them. A run without end would else read its whole
   * ring again: the files that are cited, and those of the same moments, hold what a bundle takes.
   */
  around(drafts: readonly FindingDraft[]): EvidenceCaptures {
    if (!this.#isEndless) return this;
    const windows = windowsOf(drafts, (number) => this.#files.get(number)?.observed ?? null);
    return {
      clock: this.clock,
      file: (number) => this.file(number),
      pointOf: (file, interfaceIndex) => this.pointOf(file, interfaceIndex),
      lookup: (file, frames) => this.lookup(file, frames),
      evidenceFiles: () =>
        this.evidenceFiles().filter(({ number }) => {
          const { first = null, last = null } = this.#files.get(number)?.observed ?? {};
          return first !== null && last !== null && windows.some(({ from, to }) => first <= to && last >= from);
        }),
    };
  }

  evidenceFiles(): readonly EvidenceFile[] {
    return [...this.#files].flatMap(([number, { observed }]) => {
      if (observed === null) return [];
      const { path, size, sha256, point } = observed;
      return [{ number, path, size, sha256, point }];
    });
  }

  pointOf(file: number, interfaceIndex: number): string | null {
    const points = this.#files.get(file)?.points ?? [];
    return points[interfaceIndex] ?? points[0] ?? null;
  }

  async lookup(file: number, frames: readonly number[]): Promise<CitedRecord[]> {
    const observed = this.#files.get(file)?.observed ?? null;
    return observed === null ? [] : lookupRecords(observed, frames, this.clock);
  }

  #countFile(file: ObservedFile, points: readonly (string | null)[]): void {
    for (const point of new Set(points)) this.#pointFiles(point).files++;
    file.interfaces.forEach(({ dropped, received, filter }, index) => {
      const at = this.#pointFiles(points[index] ?? null);
      if (filter !== null && at.filters.size < LIMITS.capturesNoted) at.filters.add(filter);
      if (dropped === null || this.#told.has(points[index] ?? null)) return;
      at.losses ??= { received: 0, dropped: 0 };
      at.losses.received += received ?? 0;
      at.losses.dropped += dropped;
    });
  }

  #pointFiles(point: string | null): PointFiles {
    let found = this.#points.get(point);
    if (found === undefined) this.#points.set(point, (found = { files: 0, losses: null, filters: new Set() }));
    return found;
  }

  /** What is farther back can be named, later not even that. */
  #forget(): void {
    for (; this.#reels.count - this.#firstWhole > LIMITS.reopenedFiles; this.#firstWhole++) {
      const file = this.#files.get(this.#firstWhole);
      if (file === undefined) continue;
      file.observed = null;
      if (this.#numbers.get(file.path) === this.#firstWhole) this.#numbers.delete(file.path);
    }
    const beyond = this.#reels.count - LIMITS.namedFiles;
    for (const number of this.#files.keys()) {
      if (number >= beyond) break;
      this.#files.delete(number);
    }
  }
}
