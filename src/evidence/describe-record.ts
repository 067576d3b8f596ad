import { formatAddressAt } from '../base/address.js';
import { macText } from '../base/mac-text.js';
import { LIMITS } from '../base/limits.js';
import type { CitedRecord } from '../capture/lookup.js';
import { FrameDecoder } from '../decode/frame-decoder.js';
import { META, PacketBatch, ROW, ROW_STRIDE, formatVlan, pushVlan } from '../decode/packet-batch.js';
import type { EvidenceFrame } from '../model/report.js';

/** What is said of a cited packet (domain.md 2.5): headers only, never payload. */
export type PacketFacts = Omit<EvidenceFrame, 'file' | 'sha256' | 'frame' | 'time' | 'point' | 'role'>;

/** Both ends of the flow for which the packet is cited: a tunnel holds several IP headers, this one is meant. */
export interface CitedEnds {
  readonly a: string;
  readonly b: string;
}

const FLAG_LETTERS = 'FSRPAUEC';

/** Decodes cited records again, one after the other: a decoder has tables of its own, too large for one record. */
export class RecordDescriber {
  readonly #batch = new PacketBatch(LIMITS.ipLayers);
  readonly #decoder = new FrameDecoder(this.#batch);

  /** Describes the IP header that belongs to the cited flow, else the outermost one. */
  describe(record: CitedRecord, ends: CitedEnds): PacketFacts {
    const { bytes, originalLength, linkType, fcsLength } = record;
    this.#batch.count = 0;
    this.#decoder.decode(bytes, 0, bytes.length, originalLength, linkType, 0, fcsLength);
    let chosen: PacketFacts | null = null;
    for (let row = 0; row < this.#batch.count; row++) {
      const facts = describeRow(this.#batch.rows, row * ROW_STRIDE, bytes);
      chosen ??= facts;
      const belongs =
        (facts.source === ends.a && facts.destination === ends.b) ||
        (facts.source === ends.b && facts.destination === ends.a);
      if (belongs) return facts;
    }
    return chosen ?? describeCards(record);
  }
}

const ETHERNET = 1;
const TAGS: readonly number[] = [0x8100, 0x88a8];

/** ARP, PPPoE, the talk of switches: an Ethernet frame without an IP header still has cards and a VLAN. */
function describeCards({ bytes, linkType }: CitedRecord): PacketFacts {
  if (linkType !== ETHERNET || bytes.length < 14) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let vlanCode = 0;
  for (let at = 12, tags = 0; tags < 2 && at + 4 <= bytes.length && TAGS.includes(view.getUint16(at)); at += 4, tags++)
    vlanCode = pushVlan(vlanCode, view.getUint16(at + 2) & 0xfff);
  return { vlan: formatVlan(vlanCode), sourceMac: macAt(bytes, 6), destinationMac: macAt(bytes, 0) };
}

function describeRow(rows: Int32Array, at: number, bytes: Uint8Array): PacketFacts {
  const word = (column: number): number => rows[at + column] as number;
  const meta = word(ROW.meta);
  const facts = word(ROW.flags);
  const hasTcp = (meta & META.hasTcp) !== 0;
  const ports = word(ROW.ports);
  return {
    vlan: formatVlan(word(ROW.vlan)),
    sourceMac: macAt(bytes, word(ROW.sourceMacAt)),
    destinationMac: macAt(bytes, word(ROW.destinationMacAt)),
    source: addressAt(bytes, word(ROW.ipAt), meta, 'source'),
    destination: addressAt(bytes, word(ROW.ipAt), meta, 'destination'),
    ttl: (facts >>> 8) & 0xff,
    proto: meta & META.protoMask,
    ...((meta & META.hasPorts) !== 0 ? { sourcePort: ports >>> 16, destinationPort: ports & 0xffff } : {}),
    ...(hasTcp ? { tcpFlags: flagLetters(facts & 0xff), seq: word(ROW.seq) >>> 0, ack: word(ROW.ack) >>> 0 } : {}),
    length: word(ROW.length),
  };
}

function addressAt(bytes: Uint8Array, ipAt: number, meta: number, end: 'source' | 'destination'): string {
  return (meta & META.ipv6) === 0
    ? formatAddressAt(bytes, ipAt + (end === 'source' ? 12 : 16), 4)
    : formatAddressAt(bytes, ipAt + (end === 'source' ? 8 : 24), 6);
}

function macAt(bytes: Uint8Array, at: number): string | null {
  return at < 0 ? null : macText(bytes, at);
}

function flagLetters(flags: number): string {
  return Array.from(FLAG_LETTERS, (letter, bit) => ((flags & (1 << bit)) !== 0 ? letter : '')).join('');
}
