import { LIMITS } from '../../base/limits.js';
import type { Nanoseconds } from '../../base/time.js';
import { FrameDecoder } from '../../decode/frame-decoder.js';
import { PacketBatch } from '../../decode/packet-batch.js';
import { keptLength } from './kept-length.js';

/** A packet that goes into the bundle. */
export interface KeptPacket {
  /** index into the run's capture files */
  readonly file: number;
  /** 1-based, as Wireshark counts */
  readonly frame: number;
  readonly time: Nanoseconds;
  readonly point: string | null;
  readonly linkType: number;
  readonly fcsLength: number;
  /** as much as is kept */
  readonly bytes: Uint8Array;
  /** on the wire */
  readonly originalLength: number;
  /** bytes that had been captured */
  readonly capturedLength: number;
}

/** Cuts packets to what may be kept of them. */
export class PacketCutter {
  readonly #fullPackets: boolean;
  readonly #batch = new PacketBatch(LIMITS.ipLayers);
  readonly #decoder = new FrameDecoder(this.#batch);

  constructor(fullPackets: boolean) {
    this.#fullPackets = fullPackets;
  }

  /** @param packet with all captured bytes, which are copied */
  cut(packet: Omit<KeptPacket, 'capturedLength'>): KeptPacket {
    const { bytes, originalLength, linkType, fcsLength } = packet;
    const whole = Uint8Array.from(bytes.subarray(0, LIMITS.citedBytes));
    const capturedLength = bytes.length;
    if (this.#fullPackets) return { ...packet, bytes: whole, capturedLength };
    this.#batch.count = 0;
    this.#decoder.decode(whole, 0, whole.length, originalLength, linkType, 0, fcsLength);
    return { ...packet, bytes: whole.slice(0, keptLength(this.#batch, whole, linkType)), capturedLength };
  }
}
