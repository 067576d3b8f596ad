import { copyFileSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ScanReport } from '../model/report.js';

/** Whole capture files that findings cite, kept when the ring expires. A hard link costs no room while both exist. */
export class EvidenceFolder {
  readonly path: string;
  readonly #maximumBytes: number;
  readonly #kept = new Map<string, string>();
  #bytes = 0;
  /** files that found no room, or could not be kept */
  refused = 0;

  constructor(path: string, maximumBytes: number) {
    this.path = path;
    this.#maximumBytes = maximumBytes;
  }

  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  /** Keeps what the report cites, and names the kept files in it. */
  keep(report: ScanReport): ScanReport {
    for (const { evidence } of report.findings) for (const { file } of evidence) this.#keepFile(file);
    if (this.#kept.size === 0) return report;
    const nameOf = (file: string): string => this.#kept.get(file) ?? file;
    return {
      ...report,
      findings: report.findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence.map((frame) => ({ ...frame, file: nameOf(frame.file) })),
      })),
      inputs: {
        ...report.inputs,
        captures: report.inputs.captures.map((capture) => ({ ...capture, file: nameOf(capture.file) })),
      },
    };
  }

  #keepFile(file: string): void {
    if (file === '' || this.#kept.has(file)) return;
    const stats = statSync(file, { throwIfNoEntry: false });
    // it expired before the finding was made: the report has its name, digest and frame number
    if (stats === undefined) return;
    if (this.#bytes + stats.size > this.#maximumBytes) {
      this.refused++;
      return;
    }
    mkdirSync(this.path, { recursive: true, mode: 0o750 });
    const kept = join(this.path, `${String(this.#kept.size + 1).padStart(4, '0')}-${basename(file)}`);
    try {
      rmSync(kept, { force: true });
      try {
        linkSync(file, kept);
      } catch {
        // another file system, or one without hard links
        copyFileSync(file, kept);
      }
    } catch {
      this.refused++;
      return;
    }
    this.#kept.set(file, kept);
    this.#bytes += stats.size;
  }
}
