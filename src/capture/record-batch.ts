import { BATCH_RECORDS } from '../base/batch.js';

/**
 * Records of one capture file, in columns. `bytes` is the reader's own buffer: offsets are good until the next fill.
 * Nothing is copied and nothing is allocated per record.
 */
export class RecordBatch {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  /** number (1-based, as Wireshark counts) of the first record of the batch in its file; the others follow */
  firstFrame = 1;
  /** offset of the record's data in `bytes` */
  readonly at = new Int32Array(BATCH_RECORDS);
  /** bytes captured */
  readonly captured = new Int32Array(BATCH_RECORDS);
  /** bytes on the wire */
  readonly original = new Uint32Array(BATCH_RECORDS);
  /** nanoseconds since the run's origin (an integer second, see RunClock): exact within 104 days of it */
  readonly time = new Float64Array(BATCH_RECORDS);
  /** index into the reader's `interfaces` */
  readonly interface = new Int32Array(BATCH_RECORDS);
}
