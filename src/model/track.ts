/** A piece of payload that may be seen again in another flow. */
export interface TrackedSegment {
  /** of its first bytes and its length, 52 bits; equal contents have equal digests */
  readonly digest: number;
  /** nanoseconds since the run's origin */
  readonly time: number;
}

/** How a flow went over time, coarsely: what correlation needs, and no content (domain.md D-RELAY, D-SCRVOL). */
export interface FlowTrack {
  /** seconds since the run's origin in which payload was seen, ascending */
  readonly seconds: readonly number[];
  /** payload bytes in each of these seconds, [a→b, b→a] */
  readonly bytes: readonly [readonly number[], readonly number[]];
  /** the first segments of at least 64 varied bytes, retransmissions left out, [a→b, b→a] */
  readonly segments: readonly [readonly TrackedSegment[], readonly TrackedSegment[]];
  /** the flow went on longer than it was tracked */
  readonly isCut: boolean;
}
