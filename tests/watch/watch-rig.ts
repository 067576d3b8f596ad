import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FindingChange } from '../../src/model/history.js';
import type { ScanReport } from '../../src/model/report.js';
import { writeRunEvidence } from '../../src/scan/evidence/write-run-evidence.js';
import { loadTopology } from '../../src/topology/load.js';
import { Watch } from '../../src/watch/watch.js';
import type { WatchOptions } from '../../src/watch/watch-options.js';
import { violationCapture } from '../soak/violation-capture.mjs';
import { eventually } from '../support/eventually.js';
import { cityFile } from './slice-captures.js';

const MEBIBYTE = 2 ** 20;
const { topology } = loadTopology(cityFile);

export interface Rig {
  readonly folder: string;
  readonly watch: Watch;
  readonly changes: FindingChange[];
  readonly events: { readonly event: string; readonly fields: Record<string, unknown> }[];
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sansou-watch-'));
}

/** A folder of captures that the stand-in for dumpcap hands out, each with a violation of its own. */
export function sourceOf(folder: string, count: number): string {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  for (let index = 0; index < count; index++)
    writeFileSync(join(source, `${String(index).padStart(4, '0')}.pcap`), violationCapture(index));
  return source;
}

/** Options of a watch in a folder of its own; the stand-in for dumpcap obeys `process.env.FAKE_…`. */
export function rigOptions(options: Partial<WatchOptions>, folder: string): WatchOptions {
  let runs = 0;
  return {
    topology,
    topologyWarnings: [],
    kind: 'watch',
    ports: [],
    folders: [],
    spool: join(folder, 'spool'),
    program: { kind: 'dumpcap', path: resolve('tests/watch/fake-dumpcap.mjs') },
    dedup: true,
    fileSeconds: 1,
    fileBytes: MEBIBYTE,
    bufferMebibytes: 2,
    ringBytes: 64 * MEBIBYTE,
    ringAgeSeconds: 3600,
    evidence: join(folder, 'evidence'),
    fullPackets: false,
    evidenceBytes: 64 * MEBIBYTE,
    retention: null,
    spareBytes: 0,
    silentSeconds: 60,
    settleMilliseconds: 300,
    reportSeconds: 60,
    runLength: 'day',
    removeClean: false,
    until: null,
    history: null,
    newRunId: () => `run-${++runs}`,
    log: () => undefined,
    // in this thread, but with nothing that another could not be given
    writeEvidence: (task, signal) => writeRunEvidence(structuredClone(task), signal),
    ...options,
  };
}

export function rig(options: Partial<WatchOptions> = {}, folder = newFolder()): Rig {
  const changes: FindingChange[] = [];
  const events: Rig['events'] = [];
  const onChanges = (found: readonly FindingChange[]): void => {
    changes.push(...found);
  };
  const log: WatchOptions['log'] = (_level, event, fields = {}) => {
    events.push({ event, fields });
  };
  return { folder, watch: new Watch(rigOptions({ onChanges, log, ...options }, folder)), changes, events };
}

/** Lets a watch run, takes step by step what is done to it and what (`false`: not yet) is waited for, and ends it. */
export async function runUntil(watch: Watch, ...steps: (() => boolean | void)[]): Promise<ScanReport> {
  const end = new AbortController();
  const running = watch.run(end.signal);
  try {
    for (const step of steps) await Promise.race([eventually(() => step() !== false), running]);
  } finally {
    end.abort();
  }
  return running;
}
