/** Room for this many codes; anomaly.ts holds fewer. */
const CODES = 256;

/** Who set the limit that a header ran into. */
export const LIMITED_BY = {
  /** the capture's snapshot length cut the record */
  snapshot: 0,
  /** the frame ended on the wire */
  frame: 1,
  /** a length field of an outer header */
  lengthField: 2,
} as const;

/** Counts by anomaly code and the first occurrence of each: enough to look it up in the capture. */
export class AnomalyLog {
  readonly counts = new Uint32Array(CODES);
  /** all codes together */
  total = 0;
  /** number that the caller gave the record */
  readonly record = new Int32Array(CODES);
  /** offset in the frame at which the header starts */
  readonly offset = new Int32Array(CODES);
  /** bytes needed there, and bytes that there were */
  readonly needed = new Int32Array(CODES);
  readonly had = new Int32Array(CODES);
  /** see LIMITED_BY */
  readonly limitedBy = new Uint8Array(CODES);

  add(code: number, record: number, offset: number, needed: number, had: number, limitedBy: number): void {
    this.total++;
    const count = this.counts[code] as number;
    this.counts[code] = count + 1;
    if (count !== 0) return;
    this.record[code] = record;
    this.offset[code] = offset;
    this.needed[code] = needed;
    this.had[code] = had;
    this.limitedBy[code] = limitedBy;
  }
}
