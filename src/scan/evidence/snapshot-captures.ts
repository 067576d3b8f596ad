import { lookupRecords, type CitedRecord } from '../../capture/lookup.js';
import { RunClock } from '../../capture/run-clock.js';
import type { EvidenceCaptures, EvidenceFile } from '../../evidence/bundle/evidence-captures.js';
import type { CaptureSnapshot, SnapshotFile } from './evidence-task.js';

/** The captures of a snapshot. @param isThere files that have expired since are not read: they prove nothing any more */
export class SnapshotCaptures implements EvidenceCaptures {
  readonly clock = new RunClock();
  readonly #snapshot: CaptureSnapshot;
  readonly #readable: ReadonlyMap<number, EvidenceFile>;

  constructor(snapshot: CaptureSnapshot, isThere: (path: string) => boolean) {
    this.#snapshot = snapshot;
    this.clock.start(snapshot.origin);
    const readable = snapshot.evidenceFiles.filter(({ path }) => isThere(path));
    this.#readable = new Map(readable.map((file) => [file.number, file]));
  }

  file(number: number): SnapshotFile | undefined {
    return this.#snapshot.files.get(number);
  }

  pointOf(file: number, interfaceIndex: number): string | null {
    const points = this.#snapshot.files.get(file)?.points ?? [];
    return points[interfaceIndex] ?? points[0] ?? null;
  }

  evidenceFiles(): readonly EvidenceFile[] {
    return [...this.#readable.values()];
  }

  async lookup(file: number, frames: readonly number[]): Promise<CitedRecord[]> {
    const found = this.#readable.get(file);
    if (found === undefined) return [];
    return lookupRecords({ path: found.path, size: found.size, resume: null, checkpoints: [] }, frames, this.clock);
  }
}
