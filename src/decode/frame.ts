import { LIMITS } from '../base/limits.js';
import { ANOMALY } from './anomaly.js';
import { LIMITED_BY } from './anomaly-log.js';
import type { AnomalyLog } from './anomaly-log.js';
import { viewBytes } from './byte-view.js';
import { LAYER } from './layer.js';
import type { NonIpTally } from './non-ip-tally.js';
import { META, ROW, ROW_STRIDE } from './packet-batch.js';
import type { PacketBatch } from './packet-batch.js';

/** The one reused cursor: where in which frame we are, and what the headers passed so far have said. */
export class Frame {
  readonly batch: PacketBatch;
  readonly rows: Int32Array;
  readonly anomalies: AnomalyLog;
  readonly nonIp: NonIpTally;
  bytes: Uint8Array;
  /** over the same bytes: all reading goes through it */
  view: DataView;
  record = 0;
  /** first byte of the frame */
  start = 0;
  /** next byte to decode */
  pos = 0;
  /** first byte that may not be read: end of what was captured or of what a length field allows */
  end = 0;
  /** like `end`, as if nothing had been cut by the snapshot length; may lie beyond `bytes` */
  wireEnd = 0;
  /** some length field has moved `wireEnd` */
  lengthLimited = false;
  /** EtherType, protocol number … for the next layer, see LAYER */
  next = 0;
  vlan = 0;
  sourceMacAt = -1;
  destinationMacAt = -1;
  /** IP headers decoded so far */
  ipLayers = 0;
  /** row of the innermost IP header so far, -1 before the first */
  row = -1;
  /** index of that row's first column in `rows` */
  base = 0;
  /** an authentication header stands between the innermost IP header and what comes next */
  behindAuthentication = false;
  /** the 802.11 header is padded to four bytes (a flag of radiotap) */
  wlanPadded = false;
  /** index into TUNNELS: how the next IP header, if there is one, is carried by the present one */
  tunnel = 0;

  constructor(batch: PacketBatch, anomalies: AnomalyLog, nonIp: NonIpTally, bytes: Uint8Array) {
    this.batch = batch;
    this.rows = batch.rows;
    this.anomalies = anomalies;
    this.nonIp = nonIp;
    this.bytes = bytes;
    this.view = viewBytes(bytes);
  }

  /** From now on frames come from this buffer. */
  adopt(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = viewBytes(bytes);
  }

  /** Puts the cursor on the first byte of a frame and forgets what the headers of the one before have said. */
  begin(start: number, end: number, wireEnd: number, linkType: number, record: number): void {
    this.record = record;
    this.start = start;
    this.pos = start;
    this.end = end;
    this.wireEnd = wireEnd;
    this.lengthLimited = false;
    this.next = linkType;
    this.vlan = 0;
    this.sourceMacAt = -1;
    this.destinationMacAt = -1;
    this.ipLayers = 0;
    this.row = -1;
    this.tunnel = 0;
    this.behindAuthentication = false;
    this.wlanPadded = false;
  }

  /** A length field says that this layer's data end at `limit`: what follows is padding or a trailer. */
  limitTo(limit: number): void {
    if (limit >= this.wireEnd) return;
    this.wireEnd = limit;
    this.lengthLimited = true;
    if (limit < this.end) this.end = limit;
  }

  /** The header at `pos` needs more bytes than there are. */
  cut(anomaly: number, needed: number): number {
    return this.reject(anomaly, needed, Math.max(this.end - this.pos, 0));
  }

  /** Counts an anomaly of the header at `pos`; nothing more of this frame is decoded. */
  reject(anomaly: number, needed: number, had: number): number {
    this.note(anomaly, needed, had);
    return LAYER.done;
  }

  /** Counts an anomaly of the header at `pos` and goes on. */
  note(anomaly: number, needed: number, had: number): void {
    const limitedBy =
      this.end < this.wireEnd ? LIMITED_BY.snapshot : this.lengthLimited ? LIMITED_BY.lengthField : LIMITED_BY.frame;
    this.anomalies.add(anomaly, this.record, this.pos - this.start, needed, had, limitedBy);
  }

  /** The frame ends in something other than IP: counted by EtherType. */
  endsInEtherType(etherType: number): number {
    this.nonIp.addEtherType(etherType, this.ipLayers !== 0);
    return LAYER.done;
  }

  /** The frame ends in something other than IP that has no EtherType: counted by NON_IP code. */
  endsIn(nonIp: number): number {
    this.nonIp.addNamed(nonIp, this.ipLayers !== 0);
    return LAYER.done;
  }

  endsInUnknownLinkType(linkType: number): number {
    this.nonIp.addUnknownLinkType(linkType);
    return LAYER.done;
  }

  /**
   * Appends a row for the IP header at `pos` and links it to the row that carries it. The caller fills `source`,
   * `destination`, `flags`, `ipId`; the rest is set here or keeps its neutral value. False when a bound is reached.
   */
  beginRow(meta: number, length: number, transportAt: number): boolean {
    const { batch, rows, ipLayers } = this;
    const row = batch.count;
    if (ipLayers >= LIMITS.ipLayers || row >= batch.capacity) {
      this.note(ANOMALY.tooManyIpLayers, 0, 0);
      return false;
    }
    const outer = this.row;
    if (outer >= 0) {
      const at = this.base + ROW.meta;
      rows[at] = ((rows[at] as number) & ~(META.tunnelMask << META.tunnelShift)) | (this.tunnel << META.tunnelShift);
      this.tunnel = 0;
    }
    const base = row * ROW_STRIDE;
    rows[base + ROW.record] = this.record;
    rows[base + ROW.meta] = meta | (ipLayers << META.layerShift);
    rows[base + ROW.ports] = 0;
    rows[base + ROW.length] = length;
    rows[base + ROW.seq] = 0;
    rows[base + ROW.ack] = 0;
    rows[base + ROW.ipAt] = this.pos;
    rows[base + ROW.transportAt] = transportAt;
    rows[base + ROW.endAt] = this.end;
    rows[base + ROW.vlan] = this.vlan;
    rows[base + ROW.sourceMacAt] = this.sourceMacAt;
    rows[base + ROW.destinationMacAt] = this.destinationMacAt;
    rows[base + ROW.outer] = outer;
    this.base = base;
    this.row = row;
    this.behindAuthentication = false;
    this.ipLayers = ipLayers + 1;
    batch.count = row + 1;
    return true;
  }
}
