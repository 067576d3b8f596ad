import { LIMITS } from '../base/limits.js';
import { ANOMALY } from './anomaly.js';
import { AnomalyLog } from './anomaly-log.js';
import { decodeLayer } from './decode-layer.js';
import { decodePlain } from './decode-plain.js';
import { Frame } from './frame.js';
import { LAYER } from './layer.js';
import { LINKTYPE_ETHERNET } from './link/link-type.js';
import { NonIpTally } from './non-ip-tally.js';
import type { PacketBatch } from './packet-batch.js';

/** A record's "bytes on the wire" is any 32-bit number; ours keep well inside the signed ones of a row. */
const LARGEST_FRAME = 0x7000_0000;

/** Bytes of one frame → rows, one per IP header, outermost first. Never throws, allocates nothing per frame. */
export class FrameDecoder {
  /** counts by anomaly code and where each was first met */
  readonly anomalyLog = new AnomalyLog();
  /** how often, by anomaly code (see anomaly.ts) */
  readonly anomalies = this.anomalyLog.counts;
  readonly nonIpTally = new NonIpTally();
  /** frames without an IP header, by EtherType */
  readonly nonIp = this.nonIpTally.byEtherType;
  private readonly frame: Frame;

  /** @param batch where the rows go; at least LIMITS.ipLayers of them must be free at each call of `decode` */
  constructor(batch: PacketBatch) {
    this.frame = new Frame(batch, this.anomalyLog, this.nonIpTally, new Uint8Array(0));
  }

  /**
   * @param at first byte of the frame in `bytes`
   * @param captured bytes of the frame that were captured
   * @param original bytes that it had on the wire
   * @param linkType LINKTYPE_ number
   * @param record number that its rows are to bear
   * @param fcsLength bytes of frame check sequence at its end, as the capture file states
   */
  decode(
    bytes: Uint8Array,
    at: number,
    captured: number,
    original: number,
    linkType: number,
    record: number,
    fcsLength: number,
  ): void {
    const frame = this.frame;
    if (bytes !== frame.bytes) frame.adopt(bytes);
    const wireEnd = at + Math.min(Math.max(captured, original), LARGEST_FRAME) - fcsLength;
    const end = Math.min(at + captured, wireEnd, bytes.length);
    if (linkType === LINKTYPE_ETHERNET && decodePlain(frame.batch, frame.view, at, end, record)) return;
    frame.begin(at, end, wireEnd, linkType, record);
    let layer: number = LAYER.linkType;
    for (let layers = 0; layer !== LAYER.done; layers++) {
      if (layers === LIMITS.layersPerFrame) {
        frame.note(ANOMALY.tooManyLayers, 0, 0);
        return;
      }
      layer = decodeLayer(frame, layer);
    }
  }

  /** Name → frames that ended in something other than IP, for the report. */
  nonIpCounts(): Record<string, number> {
    return this.nonIpTally.counts();
  }
}
