import type { Area } from './place.js';

export interface ConduitDay {
  readonly conduit: string;
  /** local date of the topology */
  readonly day: string;
  readonly flows: number;
  readonly bytes: number;
}

/** Flows of one service between two areas that began on one local day. */
export interface TrafficOfDay {
  /** local date of the topology */
  readonly day: string;
  readonly from: Area;
  readonly to: Area;
  readonly proto: number;
  /** the responder's; `null` where ports mean nothing or were not told apart (traffic inside an area) */
  readonly port: number | null;
  readonly flows: number;
  readonly packets: number;
  readonly bytes: number;
  /** flows by verdict or `permitted` */
  readonly verdicts: Readonly<Record<string, number>>;
}

/** What the history sums up by day. */
export interface DailyTraffic {
  readonly traffic: readonly TrafficOfDay[];
  readonly conduits: readonly ConduitDay[];
}
