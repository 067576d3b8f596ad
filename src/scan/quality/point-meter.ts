import { ROW, ROW_STRIDE } from '../../decode/packet-batch.js';

/** nanoseconds of silence at a capture point that the report states (CAP-09) */
const GAP = 60e9;

/** What one capture point carried, counted while reading. Times are nanoseconds since the run's origin. */
export class PointMeter {
  readonly name: string | null;
  // sums begin as -0, a double: one that began as a small integer would change the object's shape when it outgrows 31 bits
  packets = 0;
  bytes = -0;
  /** frames with at least one IP header */
  ipPackets = 0;
  /** frames that only switches send, and frames that could not be decoded to their end */
  switchFrames = 0;
  malformed = 0;
  unknownLinkTypePackets = 0;
  /** captured shorter than on the wire */
  cutPackets = 0;
  untaggedIpPackets = 0;
  /** records whose time lies before that of the record before */
  backwardSteps = 0;
  gaps = 0;
  longestGap = -0;
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  tcpFlowsBothWays = 0;
  tcpFlowsOneWay = 0;
  tcpPayloadBytes = -0;
  tcpGapBytes = -0;
  #previous = Number.NaN;

  constructor(name: string | null) {
    this.name = name;
  }

  /** one that goes on by itself */
  copy(): PointMeter {
    const copy = Object.assign(new PointMeter(this.name), this);
    copy.#previous = this.#previous;
    return copy;
  }

  /** A new one for the next run at this point, which goes on where this one was. */
  next(): PointMeter {
    const next = new PointMeter(this.name);
    next.#previous = this.#previous;
    return next;
  }

  /** one record */
  tick(time: number, captured: number, original: number): void {
    this.packets++;
    this.bytes += original;
    if (captured < original) this.cutPackets++;
    const step = time - this.#previous;
    if (step < 0) this.backwardSteps++;
    else if (step > GAP) {
      this.gaps++;
      if (step > this.longestGap) this.longestGap = step;
    }
    this.#previous = time;
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
  }

  /** a frame with an IP header, whose outermost row is number `row` */
  countIp(rows: Int32Array, row: number): void {
    this.ipPackets++;
    if (rows[row * ROW_STRIDE + ROW.vlan] === 0) this.untaggedIpPackets++;
  }

  /** a frame without one: is it the switches' own talk? @param at first byte of the Ethernet header */
  countOther(bytes: Uint8Array, at: number, captured: number, isEthernet: boolean): void {
    if (!isEthernet || captured < 6) return;
    const isBridgeGroup =
      bytes[at] === 0x01 &&
      bytes[at + 1] === 0x80 &&
      bytes[at + 2] === 0xc2 &&
      bytes[at + 3] === 0 &&
      bytes[at + 4] === 0;
    const isCisco = bytes[at] === 0x01 && bytes[at + 1] === 0x00 && bytes[at + 2] === 0x0c && bytes[at + 3] === 0xcc;
    if (isBridgeGroup || isCisco) this.switchFrames++;
  }
}
