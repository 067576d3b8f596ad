import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../base/failure.js';
import { EvidenceBundle, type EvidenceRequest } from '../evidence/bundle/evidence-bundle.js';
import type { EvidenceBundleNote, ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { commitEvidence } from '../scan/commit-evidence.js';
import type { BlindLog } from './blind-log.js';
import type { WatchLog } from './watch-options.js';

export interface RunEvidenceSetting {
  /** holds a folder for each run */
  readonly directory: string;
  readonly fullPackets: boolean;
  /** of all bundles in the directory together; beyond, no further one is written */
  readonly maximumBytes: number;
  readonly topology: Topology;
  readonly dedup: boolean;
  readonly blind: BlindLog;
  readonly log: WatchLog;
  /** for tests */
  readonly write?: EvidenceRequest['write'];
}

/** milliseconds between two bundles of one run: the packets of a finding are kept long before their file expires */
const PAUSE = 60_000;
/** bundles may take this share of the time at most */
const SHARE = 0.1;

/**
 * The evidence bundle of a run that goes on: written when a finding appears that is not in it, sparingly, and when the run
 * is over. Each replaces the one before and takes over what captures that have expired no longer hold.
 */
export class RunEvidence {
  readonly #setting: RunEvidenceSetting;
  readonly #topologyBytes: Uint8Array | null;
  #run = '';
  #isWritten = false;
  #note: EvidenceBundleNote | null = null;
  #inBundle = new Set<string>();
  #triedAt = 0;
  #cost = 0;

  constructor(setting: RunEvidenceSetting) {
    this.#setting = setting;
    this.#topologyBytes = bytesAsLoaded(setting.topology);
  }

  /** of the run, once it is there; null: none yet */
  get path(): string | null {
    return this.#isWritten ? join(this.#setting.directory, this.#run) : null;
  }

  /** What the latest bundle holds: reports that were made since then name it, too. */
  get note(): EvidenceBundleNote | null {
    return this.#note;
  }

  begin(run: string): void {
    this.#run = run;
    this.#isWritten = false;
    this.#note = null;
    this.#inBundle = new Set();
    this.#triedAt = 0;
    this.#cost = 0;
  }

  has(finding: string): boolean {
    return this.#inBundle.has(finding);
  }

  /** A finding is not in the bundle, and the last one is long enough ago. */
  isDue(known: Iterable<string>, now: number): boolean {
    if (this.#triedAt !== 0 && now - this.#triedAt < Math.max(PAUSE, this.#cost / SHARE)) return false;
    for (const id of known) if (!this.#inBundle.has(id)) return true;
    return false;
  }

  /**
   * Has the report made with a bundle. Where the bundle cannot be written, the report is made without, and says so.
   * @param report makes the report; with a bundle, it collects the packets
   */
  async write(report: (evidence: EvidenceBundle | undefined) => Promise<ScanReport>): Promise<ScanReport> {
    const began = performance.now();
    const evidence = this.#open();
    try {
      const made = await report(evidence);
      if (evidence === undefined) return made;
      const { topology, dedup, log } = this.#setting;
      const { manifest, sha256, earlier } = await commitEvidence(evidence, made, { topology, dedup });
      // what it held is in the one that took its name
      if (earlier !== null) rmSync(earlier, { recursive: true, force: true });
      this.#isWritten = true;
      this.#note = evidence.note;
      this.#inBundle = new Set(manifest.findings.map(({ id }) => id));
      log('info', 'evidence', { directory: evidence.directory, manifest: sha256, findings: manifest.findings.length });
      return made;
    } catch (error) {
      if (!(error instanceof Failure) || evidence === undefined) throw error;
      this.#fail(error);
      return await report(undefined);
    } finally {
      evidence?.discard();
      this.#triedAt = Date.now();
      this.#cost = performance.now() - began;
    }
  }

  /** Bundles of runs that are older than so many days; only folders that are bundles. */
  prune(days: number, now: number): number {
    let count = 0;
    for (const name of namesIn(this.#setting.directory)) {
      if (name === this.#run || !RUN.test(name)) continue;
      const path = join(this.#setting.directory, name);
      const manifest = statSync(join(path, 'manifest.json'), { throwIfNoEntry: false });
      if (manifest === undefined || now - manifest.mtimeMs < days * 86_400_000) continue;
      rmSync(path, { recursive: true, force: true });
      count++;
    }
    return count;
  }

  #open(): EvidenceBundle | undefined {
    const { directory, fullPackets, maximumBytes, topology, blind, write } = this.#setting;
    if (bytesIn(directory) >= maximumBytes) {
      blind.note(null, 'evidence-full', Date.now());
      return undefined;
    }
    try {
      mkdirSync(directory, { recursive: true, mode: 0o750 });
      return new EvidenceBundle(
        {
          directory: join(directory, this.#run),
          fullPackets,
          continues: this.#isWritten,
          ...(this.#topologyBytes === null ? {} : { topologyBytes: this.#topologyBytes }),
          ...(write === undefined ? {} : { write }),
        },
        topology,
      );
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    const reason = error instanceof Failure ? (error.problems[0]?.message.en ?? '') : String(error);
    this.#setting.blind.note(null, 'evidence-failed', Date.now(), reason);
    this.#setting.log('error', 'the evidence could not be kept', { reason });
  }
}

/** `nextRunId`, and what an interrupted commit leaves beside it */
const RUN = /^\d{8}T\d{9}Z-[0-9a-f]{4}(\.[0-9a-z.]+)?$/;

/** A watch outlives changes of its topology file: the bundles hold the one that it judges by. */
function bytesAsLoaded({ file, sha256 }: Topology): Uint8Array | null {
  try {
    const bytes = readFileSync(file);
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  } catch {
    return null;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function bytesIn(directory: string): number {
  let sum = 0;
  for (const name of namesIn(directory)) {
    const path = join(directory, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) sum += bytesIn(path);
    else sum += stats?.size ?? 0;
  }
  return sum;
}
