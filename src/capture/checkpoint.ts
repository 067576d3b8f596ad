/** A reader remembers where it was each time it has read this many records, so that a cited record is found again fast. */
export const CHECKPOINT_RECORDS = 16_384;

/** A place in an uncompressed capture at which reading can begin. */
export interface Checkpoint {
  /** number of the next record */
  readonly frame: number;
  /** byte offset of the next record or block */
  readonly offset: number;
  readonly littleEndian: boolean;
  /** pcapng: index of the section's first interface among all interfaces */
  readonly firstInterface: number;
  /** pcapng: interfaces known at this place */
  readonly interfaceCount: number;
  /** pcapng: time of the record before, for those that have none */
  readonly lastTime: number;
}

/** What only the reader of the format knows. */
export type CheckpointState = Omit<Checkpoint, 'frame' | 'offset'>;
