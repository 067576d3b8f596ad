import { LIMITS } from '../../base/limits.js';
import type { EvidenceCaptures } from './evidence-captures.js';
import type { CaptureInterface } from '../../capture/reader.js';
import type { RecordBatch } from '../../capture/record-batch.js';
import { FrameDecoder } from '../../decode/frame-decoder.js';
import { META, PacketBatch, ROW, ROW_STRIDE } from '../../decode/packet-batch.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';
import type { CitedConversations } from './cited-conversations.js';
import { CLOCK_SLACK, type Conversation } from './conversation.js';
import { PacketCutter, type KeptPacket } from './kept-packet.js';
import { addressesOfRow, hashAddress, hashRow, keyOfQuoted, keyOfRow, type PacketKey } from './packet-key.js';

const TCP = 6;
/** SYN, FIN or PSH: what a host itself sent, not a reset that anybody may forge */
const HONEST_FLAGS = 1 | 2 | 8;

/** The packets that the findings of a run rest on, as they are met while the captures are read again. Bounded. */
export class PacketSelection {
  readonly #conversations: CitedConversations;
  readonly #captures: EvidenceCaptures;
  readonly #cutter: PacketCutter;
  readonly #span: { readonly first: number; readonly last: number };
  readonly #rows = new PacketBatch(LIMITS.ipLayers);
  readonly #decoder = new FrameDecoder(this.#rows);
  /** cited frames by file: kept whatever conversation they belong to, if any */
  readonly #cited = new Map<number, Map<number, KeptPacket | null>>();
  /** by host, then by place and VLAN */
  readonly #witnesses = new Map<string, Map<string, KeptPacket>>();
  /** datagrams of which a first fragment belongs to a conversation: the others have no ports */
  readonly #fragments = new Map<string, Conversation>();
  #packets = 0;
  #bytes = 0;
  /** of the record at hand; null: not made yet */
  #kept: KeptPacket | null = null;

  constructor(
    conversations: CitedConversations,
    drafts: readonly FindingDraft[],
    captures: EvidenceCaptures,
    fullPackets: boolean,
  ) {
    this.#conversations = conversations;
    this.#captures = captures;
    this.#cutter = new PacketCutter(fullPackets);
    this.#span = conversations.span();
    for (const { frames } of drafts)
      for (const { file, frame } of frames) {
        let known = this.#cited.get(file);
        if (known === undefined) this.#cited.set(file, (known = new Map<number, KeptPacket | null>()));
        known.set(frame, null);
      }
  }

  take(file: number, batch: RecordBatch, interfaces: readonly CaptureInterface[]): void {
    const { bytes } = batch;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const cited = this.#cited.get(file);
    const wantsWitness = this.#conversations.witnessHashes.size > 0;
    for (let index = 0; index < batch.count; index++) {
      const link = interfaces[batch.interface[index] as number];
      if (link === undefined) continue;
      this.#kept = null;
      if (cited?.has(batch.firstFrame + index) === true)
        cited.set(batch.firstFrame + index, this.#keep(file, batch, index, link));
      const time = batch.time[index] as number;
      const isNear = time >= this.#span.first - CLOCK_SLACK && time <= this.#span.last + CLOCK_SLACK;
      if (!isNear && !wantsWitness) continue;
      this.#rows.count = 0;
      this.#decoder.decode(
        bytes,
        batch.at[index] as number,
        batch.captured[index] as number,
        batch.original[index] as number,
        link.linkType,
        0,
        link.fcsLength,
      );
      for (let row = 0; row < this.#rows.count; row++) {
        if (isNear) this.#offer(row, view, file, batch, index, link);
        if (wantsWitness) this.#witness(row, view, file, batch, index, link);
      }
    }
  }

  /** A file that changed, or was not read to its end: nothing of it is kept. */
  drop(file: number): void {
    this.#cited.delete(file);
    for (const conversation of this.#conversations.all) conversation.drop(file);
    for (const places of this.#witnesses.values())
      for (const [place, packet] of places) if (packet.file === file) places.delete(place);
  }

  /** In the order of time. */
  packetsOf(draft: FindingDraft): readonly KeptPacket[] {
    const packets = new Map<string, KeptPacket>();
    const put = (packet: KeptPacket | null | undefined): void => {
      if (packet === null || packet === undefined || packets.size >= LIMITS.evidencePacketsPerFinding) return;
      packets.set(`${packet.file}:${packet.frame}`, packet);
    };
    for (const { file, frame } of draft.frames) put(this.#cited.get(file)?.get(frame));
    const host = this.#conversations.witnessesOf.get(draft);
    if (host !== undefined) for (const packet of this.#witnesses.get(host)?.values() ?? []) put(packet);
    for (const conversation of this.#conversations.ofFinding.get(draft) ?? []) conversation.packets().forEach(put);
    return [...packets.values()].sort(
      (x, y) => (x.time < y.time ? -1 : x.time > y.time ? 1 : 0) || x.file - y.file || x.frame - y.frame,
    );
  }

  omittedOf(draft: FindingDraft): number {
    return [...(this.#conversations.ofFinding.get(draft) ?? [])].reduce((sum, { omitted }) => sum + omitted, 0);
  }

  #offer(row: number, view: DataView, file: number, batch: RecordBatch, index: number, link: CaptureInterface): void {
    const { rows } = this.#rows;
    const meta = rows[row * ROW_STRIDE + ROW.meta] as number;
    let key: PacketKey | null;
    if ((meta & META.laterFragment) !== 0 && this.#fragments.size > 0) {
      const known = this.#fragments.get(this.#datagramOf(row, view));
      if (known !== undefined) this.#give(known, file, batch, index, link);
      return;
    }
    if ((meta & META.icmpError) !== 0) {
      key = keyOfQuoted(rows, row, view);
      if (key === null || !this.#conversations.hashes.has(key.hash)) return;
    } else {
      if (!this.#conversations.hashes.has(hashRow(rows, row, view))) return;
      key = keyOfRow(rows, row, view);
    }
    const conversation = this.#conversations.find(key.text, batch.time[index] as number);
    if (conversation === undefined) return;
    if ((meta & META.firstFragment) !== 0 && this.#fragments.size < LIMITS.fragmentedDatagrams)
      this.#fragments.set(this.#datagramOf(row, view), conversation);
    this.#give(conversation, file, batch, index, link);
  }

  /** Fragments of one datagram have this in common (RFC 791 section 3.2, RFC 8200 section 4.5). */
  #datagramOf(row: number, view: DataView): string {
    const { rows } = this.#rows;
    const [source, destination] = addressesOfRow(rows, row, view);
    return `${source.text} ${destination.text} ${rows[row * ROW_STRIDE + ROW.ipId] as number}`;
  }

  #give(conversation: Conversation, file: number, batch: RecordBatch, index: number, link: CaptureInterface): void {
    const lost = conversation.offer(file, batch.firstFrame + index, () => this.#keep(file, batch, index, link));
    if (lost !== null) {
      this.#packets--;
      this.#bytes -= lost.bytes.length;
    }
  }

  /** One packet for each host, capture point and VLAN: what the TTL of its resets is compared with. */
  #witness(row: number, view: DataView, file: number, batch: RecordBatch, index: number, link: CaptureInterface): void {
    const { rows } = this.#rows;
    const base = row * ROW_STRIDE;
    const meta = rows[base + ROW.meta] as number;
    const isTcp = (meta & META.protoMask) === TCP;
    if (isTcp && ((rows[base + ROW.flags] as number) & HONEST_FLAGS) === 0) return;
    const isIpv6 = (meta & META.ipv6) !== 0;
    const at = (rows[base + ROW.ipAt] as number) + (isIpv6 ? 8 : 12);
    if (!this.#conversations.witnessHashes.has(hashAddress(view, at, isIpv6 ? 16 : 4))) return;
    const host = addressesOfRow(rows, row, view)[0].text;
    const place = `${file}/${batch.interface[index] as number}/${rows[base + ROW.vlan] as number}`;
    let places = this.#witnesses.get(host);
    if (places === undefined) this.#witnesses.set(host, (places = new Map<string, KeptPacket>()));
    if (places.has(place)) return;
    const packet = this.#keep(file, batch, index, link);
    if (packet !== null) places.set(place, packet);
  }

  /** null where the bundle has no room left */
  #keep(file: number, batch: RecordBatch, index: number, link: CaptureInterface): KeptPacket | null {
    if (this.#kept !== null) return this.#kept;
    if (this.#packets >= LIMITS.evidencePackets || this.#bytes >= LIMITS.evidenceBytes) return null;
    const at = batch.at[index] as number;
    this.#kept = this.#cutter.cut({
      file,
      frame: batch.firstFrame + index,
      time: this.#captures.clock.toNanoseconds(batch.time[index] as number),
      point: this.#captures.pointOf(file, batch.interface[index] as number),
      linkType: link.linkType,
      fcsLength: link.fcsLength,
      bytes: batch.bytes.subarray(at, at + (batch.captured[index] as number)),
      originalLength: batch.original[index] as number,
    });
    this.#packets++;
    this.#bytes += this.#kept.bytes.length;
    return this.#kept;
  }
}
