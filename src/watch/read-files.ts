import { rmSync } from 'node:fs';
import type { ScanReport } from '../model/report.js';
import { OPEN_AT_MOST } from '../scan/judge/judgement.js';
import type { Journal } from './journal.js';
import type { Ring } from './ring.js';
import { isSpooled, orderOf, type SpoolFile } from './spool-folder.js';

export interface ReadFilesSetting {
  readonly spool: string;
  readonly journal: Journal;
  readonly ring: Ring;
  /** files of watched folders that no finding cites are removed */
  readonly removeClean: boolean;
  /** nobody can read it again */
  readonly onRemoved: (path: string) => void;
}

/** What becomes of files that were read: those of ports stay in the ring; the journal says which are in a saved report. */
export class ReadFiles {
  readonly #setting: ReadFilesSetting;
  /** not in the journal yet, with the latest packet time of then */
  readonly #unsettled: { readonly files: readonly SpoolFile[]; readonly end: bigint | null }[] = [];
  #toRemove: string[] = [];

  constructor(setting: ReadFilesSetting) {
    this.#setting = setting;
  }

  /** @param end latest packet time after reading them */
  add(files: readonly SpoolFile[], end: bigint | null): void {
    const { ring, spool } = this.#setting;
    ring.add(files.filter(({ path }) => isSpooled(spool, path)));
    this.#unsettled.push({ files, end });
  }

  /**
   * A report was saved. Files whose short exchanges no later packet can change are in it. The others are read again after
   * a crash: what they prove may not be told yet.
   * @param now latest packet time; null: every flow is over
   * @param held files that evidence is still made from
   */
  noteSaved(report: ScanReport, now: bigint | null, held: ReadonlySet<string>): void {
    const { journal, ring } = this.#setting;
    while (this.#unsettled[0] !== undefined) {
      const { files, end } = this.#unsettled[0];
      if (now !== null && end !== null && now - end < BigInt(OPEN_AT_MOST)) break;
      this.#unsettled.shift();
      for (const file of files) this.#note(file);
    }
    journal.save();
    ring.markSaved();
    this.#removeClean(report, held);
  }

  #note(file: SpoolFile): void {
    const { journal, removeClean, spool } = this.#setting;
    if (!isSpooled(spool, file.path)) {
      journal.noteFile(file.path, file);
      if (removeClean) this.#toRemove.push(file.path);
      return;
    }
    const order = orderOf(file.path);
    if (file.point !== null && order !== null) journal.notePort(file.point, order);
  }

  #removeClean(report: ScanReport, held: ReadonlySet<string>): void {
    if (this.#toRemove.length === 0) return;
    const cited = new Set(report.findings.flatMap(({ evidence }) => evidence.map(({ file }) => file)));
    for (const path of this.#toRemove)
      if (!cited.has(path) && !held.has(path)) {
        rmSync(path, { force: true });
        this.#setting.onRemoved(path);
      }
    this.#toRemove = this.#toRemove.filter((path) => held.has(path));
  }
}
