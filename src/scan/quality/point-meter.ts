import { META, ROW, ROW_STRIDE, TUNNELS } from '../../decode/packet-batch.js';
import type { CapturePoint } from '../../model/topology.js';

/** nanoseconds of silence at a capture point that the report states (CAP-09) */
const GAP = 60e9;
/** number of the tunnel that only mirrors use */
const ERSPAN = TUNNELS.indexOf('erspan');

/** What one capture point carried, counted while reading. Times are nanoseconds since the run's origin. */
export class PointMeter {
  readonly name: string | null;
  /** how the mirror wraps its frames, as declared */
  transport: CapturePoint['transport'] = 'none';
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
    next.transport = this.transport;
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

  /**
   * A frame with an IP header, whose outermost row is number `row`. What wraps a mirror's frame travels untagged through
   * another network: the tag that counts is that of the frame inside.
   * @param count of the rows
   */
  countIp(rows: Int32Array, row: number, count: number): void {
    this.ipPackets++;
    const base = row * ROW_STRIDE;
    const tunnel = ((rows[base + ROW.meta] as number) >>> META.tunnelShift) & META.tunnelMask;
    if (tunnel === 0 && this.transport === 'none') {
      if (rows[base + ROW.vlan] === 0) this.untaggedIpPackets++;
      return;
    }
    const isMirror = tunnel === ERSPAN || (tunnel !== 0 && TUNNELS[tunnel] === this.transport);
    const inner = base + ROW_STRIDE;
    if (isMirror && row + 1 < count && rows[inner + ROW.outer] === row) {
      if (rows[inner + ROW.vlan] === 0) this.untaggedIpPackets++;
    } else if (rows[base + ROW.vlan] === 0 && (this.transport === 'none' || this.transport === 'vlan')) {
      this.untaggedIpPackets++;
    }
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
