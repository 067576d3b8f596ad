import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../base/limits.js';
import type { EvidenceBundleNote, QualityEntry, ScanReport } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { snapshotOf, type EvidenceTask, type WriteEvidence } from '../scan/evidence/evidence-task.js';
import type { CitedRun } from '../scan/run-report.js';
import type { BlindLog } from './blind-log.js';
import { evidenceInWorker } from './evidence-in-worker.js';
import { BUNDLE, namesIn, tidyEvidence } from './tidy-evidence.js';
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
  /** a bundle has taken its place */
  readonly onWritten: (run: string, path: string, note: EvidenceBundleNote) => void;
  /** who makes the bundles: a thread, where nobody else is named */
  readonly writeEvidence?: WriteEvidence | undefined;
}

/** milliseconds between two bundles of one run: the packets of a finding are kept long before their file expires */
const PAUSE = 60_000;
/** bundles may take this share of the time at most */
const SHARE = 0.1;

/** What is known of the bundle of one run. */
interface RunState {
  readonly run: string;
  note: EvidenceBundleNote | null;
  inBundle: ReadonlySet<string>;
  quality: readonly QualityEntry[];
  judged: ReadonlyMap<string, boolean>;
  /** findings that the latest bundle left to the next one */
  notTried: number;
  triedAt: number;
  /** milliseconds */
  cost: number;
}

interface Job {
  readonly state: RunState;
  /** `continues` and `judged` are told when its turn comes */
  readonly task: EvidenceTask;
  readonly files: readonly string[];
}

/**
 * The evidence bundle of a run that goes on: written when a finding appears that is not in it, sparingly, and when the run
 * is over. Each replaces the one before and takes over what captures that have expired no longer hold. They are made one
 * at a time beside the watch, which judges what comes meanwhile.
 */
export class RunEvidence {
  readonly #setting: RunEvidenceSetting;
  readonly #topologyBytes: Uint8Array | null;
  readonly #ending = new AbortController();
  #state = newState('');
  #waiting: Job[] = [];
  #running: Job | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(setting: RunEvidenceSetting) {
    this.#setting = setting;
    this.#topologyBytes = bytesAsLoaded(setting.topology);
    const tidied = tidyEvidence(setting.directory);
    if (tidied > 0) setting.log('warn', 'half-made evidence of an earlier life was cleared away', { count: tidied });
  }

  /** of the run, once it is there; null: none yet */
  get path(): string | null {
    return this.#state.note === null ? null : join(this.#setting.directory, this.#state.run);
  }

  /** What the latest bundle of the run holds: reports that were made since then name it, too. */
  get note(): EvidenceBundleNote | null {
    return this.#state.note;
  }

  /** What the second reading of the captures said. */
  get quality(): readonly QualityEntry[] {
    return this.#state.quality;
  }

  /** Files that a bundle which is being made, or waits for it, is made from. */
  get held(): ReadonlySet<string> {
    return new Set([this.#running, ...this.#waiting].flatMap((job) => job?.files ?? []));
  }

  begin(run: string): void {
    this.#state = newState(run);
  }

  has(finding: string): boolean {
    return this.#state.inBundle.has(finding);
  }

  /** A finding is not in the bundle, none is being made, and the last one is long enough ago. */
  isDue(known: Iterable<string>, now: number): boolean {
    const { triedAt, cost, inBundle, notTried } = this.#state;
    if (this.#running !== null || (triedAt !== 0 && now - triedAt < Math.max(PAUSE, cost / SHARE))) return false;
    if (notTried > 0) return true;
    for (const id of known) if (!inBundle.has(id)) return true;
    return false;
  }

  /** Has the bundle made that belongs to this report; at once, or when those before it are done. */
  request(report: ScanReport, cited: CitedRun): void {
    const { directory, fullPackets, maximumBytes, topology, dedup, blind } = this.#setting;
    const state = this.#state;
    state.triedAt = Date.now();
    if (this.#topologyBytes === null) {
      this.#fail('the topology file changed while it was loaded');
      return;
    }
    const captures = snapshotOf(cited);
    const task: EvidenceTask = {
      ...{ directory: join(directory, state.run), root: directory, maximumBytes, fullPackets, dedup, report, captures },
      topology: { file: topology.file, sha256: topology.sha256, bytes: this.#topologyBytes },
      drafts: cited.drafts,
      continues: false,
      judged: new Map(),
    };
    // a later one of the same run holds the same and more
    this.#waiting = this.#waiting.filter((job) => job.state !== state);
    this.#waiting.push({ state, task, files: captures.evidenceFiles.map(({ path }) => path) });
    if (this.#waiting.length > LIMITS.evidenceTasksWaiting) {
      this.#waiting.shift();
      blind.note(null, 'evidence-behind', Date.now());
    }
    if (this.#running === null) this.#work = this.#workOff();
  }

  /** Everything that was asked for is made, or has failed. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Gives up what is being made. */
  async close(): Promise<void> {
    this.#waiting = [];
    this.#ending.abort();
    await this.#work;
  }

  /** Bundles of runs that are older than so many days; only folders that are bundles. */
  prune(days: number, now: number): number {
    let count = 0;
    for (const name of namesIn(this.#setting.directory)) {
      if (name === this.#state.run || !BUNDLE.test(name)) continue;
      const path = join(this.#setting.directory, name);
      const manifest = statSync(join(path, 'manifest.json'), { throwIfNoEntry: false });
      if (manifest === undefined || now - manifest.mtimeMs < days * 86_400_000) continue;
      rmSync(path, { recursive: true, force: true });
      count++;
    }
    return count;
  }

  async #workOff(): Promise<void> {
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      this.#running = job;
      await this.#make(job);
      this.#running = null;
    }
  }

  async #make({ state, task }: Job): Promise<void> {
    const { directory, blind, log, onWritten, writeEvidence = evidenceInWorker } = this.#setting;
    const began = performance.now();
    try {
      mkdirSync(directory, { recursive: true, mode: 0o750 });
      const continues = state.note !== null;
      const outcome = await writeEvidence({ ...task, continues, judged: state.judged }, this.#ending.signal);
      if (outcome.kind === 'full') blind.note(null, 'evidence-full', Date.now());
      else if (outcome.kind === 'failed') this.#fail(outcome.reason);
      else {
        const { note, findings, quality, judged, notTried, manifestSha256 } = outcome;
        Object.assign(state, {
          note,
          quality,
          judged,
          notTried,
          inBundle: new Set(findings),
        } satisfies Partial<RunState>);
        log('info', 'evidence', { directory: task.directory, manifest: manifestSha256, findings: findings.length });
        onWritten(state.run, task.directory, note);
      }
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
    // the pause is counted from the end
    state.triedAt = Date.now();
    state.cost = performance.now() - began;
  }

  #fail(reason: string): void {
    if (this.#ending.signal.aborted) return;
    this.#setting.blind.note(null, 'evidence-failed', Date.now(), reason);
    this.#setting.log('error', 'the evidence could not be kept', { reason });
  }
}

function newState(run: string): RunState {
  return {
    ...{ run, note: null, inBundle: new Set(), quality: [], judged: new Map(), notTried: 0, triedAt: 0, cost: 0 },
  };
}

/** A watch outlives changes of its topology file: the bundles hold the one that it judges by. */
function bytesAsLoaded({ file, sha256 }: Topology): Uint8Array | null {
  try {
    const bytes = readFileSync(file);
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  } catch {
    return null;
  }
}
