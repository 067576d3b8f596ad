import type { RunClock } from '../../capture/run-clock.js';
import type { CitedCaptures } from '../cite-frames.js';

/** A capture file of a run that may be read a second time. */
export interface EvidenceFile {
  /** by which frames are cited */
  readonly number: number;
  readonly path: string;
  /** 0 when unknown (standard input) */
  readonly size: number;
  readonly sha256: string | null;
  readonly point: string | null;
}

/** The captures of a run, as far as evidence is taken from them. */
export interface EvidenceCaptures extends CitedCaptures {
  readonly clock: RunClock;
  /** those that can be read again; of a run without end, those of the last while */
  evidenceFiles(): readonly EvidenceFile[];
}
