import type { Nanoseconds } from '../../base/time.js';
import type { Coverage } from '../../model/report.js';
import type { RuleFailure } from '../run-rules.js';

/** What one capture point carried, as plain counts. A declared point without files need not be here. */
export interface PointQuality {
  /** null: the unnamed point */
  readonly point: string | null;
  /** capture files of the point */
  readonly files: number;
  readonly packets: number;
  /** frames of switches only (STP, LLDP, CDP, LACP, PAUSE …): no host sent them */
  readonly switchFrames: number;
  /** frames with an IP header, and those of them without a VLAN tag */
  readonly ipPackets: number;
  readonly untaggedIpPackets: number;
  /** captured shorter than they were on the wire */
  readonly cutPackets: number;
  /**
   * TCP flows of which this point saw both directions, or one. A SYN without an answer counts as neither: it is one-way
   * by nature, not by the mirror.
   */
  readonly tcpFlowsBothWays: number;
  readonly tcpFlowsOneWay: number;
  /** bytes of TCP flows, and bytes that the other side acknowledged although no packet showed them */
  readonly tcpPayloadBytes: number;
  readonly tcpGapBytes: number;
  /** what the capturing system counted (pcapng Interface Statistics Block, epb_dropcount); null: it says nothing */
  readonly drops: { readonly received: number; readonly dropped: number } | null;
  /** packets taken out as copies of others */
  readonly duplicates: number;
  /** frames that could not be decoded to their end */
  readonly malformed: number;
  /** frames of link types that nobody here knows: not judged at all */
  readonly unknownLinkTypePackets: number;
  /** records whose time lies before that of the record before */
  readonly backwardSteps: number;
  /** silences of more than 60 s, and the longest, seconds */
  readonly gaps: number;
  readonly longestGapSeconds: number;
  readonly first: Nanoseconds | null;
  readonly last: Nanoseconds | null;
  /** capture filters that the files state (`if_filter`) */
  readonly filters: readonly string[];
}

/** Everything that limits what the run may claim. */
export interface QualityInput {
  readonly points: readonly PointQuality[];
  /** capture files that could not be read to their end */
  readonly incompleteFiles: readonly { readonly file: string; readonly point: string | null }[];
  /** by the name in base/limits.ts: how much found no room */
  readonly limitsReached: Readonly<Record<string, number>>;
  readonly interrupted: boolean;
  /** differences between the two readers; null: not compared */
  readonly crossCheckDifferences: number | null;
  readonly rulesFailed: readonly RuleFailure[];
  /** gateways that were seen to translate addresses without a declaration; their names or addresses; null: not looked for */
  readonly undeclaredNat: readonly string[] | null;
  /** share of the bytes that crossed areas whose content cannot be read, 0…1; null: not measured */
  readonly opaqueShare: number | null;
  /** the largest median offset between the clocks of two capture points, seconds; null: no datagram was seen at two */
  readonly clockOffsetSeconds: number | null;
  /** the same for each pair of points: time at the second minus time at the first, the way between them included */
  readonly clockPairs?: readonly {
    readonly points: readonly [string | null, string | null];
    readonly seconds: number;
    readonly samples: number;
  }[];
  readonly coverage: Pick<Coverage, 'zones' | 'conduits' | 'boundaries'>;
}
