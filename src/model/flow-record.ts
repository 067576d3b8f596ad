import type { Facts } from './facts.js';
import type { Flow } from './flow.js';
import type { CaptureSummary, Coverage, QualityEntry, ScanReport, Statistics } from './report.js';
import type { Sighting } from './sighting.js';
import type { FlowTrack } from './track.js';

/** Who turned a flow down, as far as its packets say; by whom that was depends on the topology. */
export interface StoredRejection {
  /** an ICMP error about the flow; sender as text */
  readonly icmp: { readonly sender: string; readonly type: number; readonly code: number } | null;
  /** TTL of the reset, and of the responder's other packets on the same stretch of wire; null: none seen */
  readonly resetTtl: number | null;
  readonly usualTtl: number | null;
  /** where that is null: TTL of the responder's packets where they were seen nearest to it; records of older versions lack it */
  readonly farTtl?: number | null;
}

/** A flow with all that rules look at, so that it can be judged again without the captures. */
export interface FlowRecord {
  /** with the outcome that its own packets prove, before anybody asked who turned it down */
  readonly flow: Flow;
  readonly facts: Facts | null;
  readonly track: FlowTrack | null;
  /** null: it was not turned down, or nobody knows */
  readonly rejection: StoredRejection | null;
}

/** The last line of a file of kept flows: what the run knew besides its flows. */
export interface FlowRun {
  readonly schema: 'sansou/flows/1';
  readonly tool: ScanReport['tool'];
  readonly topology: { readonly file: string; readonly sha256: string };
  /** digest of segments, hosts, gateways, points: where it is equal, sightings hold for another conduit register too */
  readonly network: string;
  /** digest of the conduits for whose sake content is looked into */
  readonly content: string;
  readonly dedup: boolean;
  /** flow records before this line */
  readonly flows: number;
  /** flows that were turned down and found no room until the usual TTL of all hosts was known */
  readonly unattributed: number;
  readonly captures: readonly CaptureSummary[];
  readonly statistics: Statistics;
  readonly quality: readonly QualityEntry[];
  readonly points: Coverage['points'];
  readonly sightings: readonly Sighting[];
}

/** Takes what `check` keeps for a later judgement. */
export interface FlowKeeper {
  keep(record: FlowRecord): void;
  finish(run: FlowRun): void;
}
