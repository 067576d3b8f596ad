import type { Verdict } from './report.js';

/** What became of a capture between the reading that was judged and the end of the run. */
export const INPUT_STATES = ['unchanged', 'changed', 'not-readable-again', 'not-read'] as const;
export type InputState = (typeof INPUT_STATES)[number];

/**
 * Why the packets of a bundle do not give a finding again. `payload-cut`: its proof was payload. `whole-run`: it speaks of
 * the whole run (coverage, silence). `many-flows`: a count over more flows than a bundle holds. `correlation`: it compares
 * flows. `input-not-kept`: a capture could not be read twice, or changed. `bound`: it has more packets than may be kept.
 * `not-tried`: a watch had more new findings than it judges at once; the next bundle of the run says. `context`: other packets of the run had a part in it.
 */
export const REJUDGE_OBSTACLES = [
  'payload-cut',
  'whole-run',
  'many-flows',
  'correlation',
  'input-not-kept',
  'not-tried',
  'bound',
  'context',
] as const;
export type RejudgeObstacle = (typeof REJUDGE_OBSTACLES)[number];

export interface ManifestCapture {
  /** as it was named when it was read */
  readonly file: string;
  readonly point: string | null;
  readonly bytes: number;
  /** of the bytes that were judged */
  readonly sha256: string | null;
  /** of the file at the end of the run; null where it could not be read a second time */
  readonly sha256AtEnd: string | null;
  readonly state: InputState;
}

export interface ManifestFinding {
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
  /** its packets, relative to the bundle; null: none could be kept */
  readonly file: string | null;
  readonly packets: number;
  /** packets of its flows that were left out because of a bound */
  readonly omitted: number;
  /** `same`: its file alone gives the same finding; else why not */
  readonly rejudged: 'same' | RejudgeObstacle;
}

/** `manifest.json` of an evidence bundle: what went in, what came out, and how. */
export interface EvidenceManifest {
  readonly schema: 'sansou/evidence/1';
  readonly tool: { readonly name: 'sansou'; readonly version: string; readonly rules: string };
  /** ISO 8601, UTC: the clock of the machine, for the chain; nothing was judged by it */
  readonly created: string;
  readonly parameters: {
    /** payload beyond the transport header was kept */
    readonly fullPackets: boolean;
    readonly dedup: boolean;
  };
  /** SHA-256 of the manifest of the run before; null: the first of its chain */
  readonly previous: { readonly sha256: string; readonly copy: string | null } | null;
  readonly inputs: {
    readonly captures: readonly ManifestCapture[];
    readonly topology: { readonly file: string; readonly sha256: string; readonly copy: string };
  };
  /** every file of the bundle but the manifest and its digest, by name */
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly findings: readonly ManifestFinding[];
}
