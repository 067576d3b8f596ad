import { parseEpoch } from '../../base/time.js';
import { LIMITS } from '../../base/limits.js';
import type { CitedRecord } from '../../capture/lookup.js';
import type { EvidenceCaptures } from './evidence-captures.js';
import { FrameDecoder } from '../../decode/frame-decoder.js';
import { META, PacketBatch, ROW, ROW_STRIDE } from '../../decode/packet-batch.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';
import { addressesOfRow, hashAddress, keyOfQuoted, keyOfRow, type PacketKey } from './packet-key.js';
import { Conversation } from './conversation.js';

/** silence after which packets with the same ends belong to another conversation (domain.md 2.3), nanoseconds */
const IDLE = 120e9;
const TCP = 6;
const TCP_SYN = 2;
const TCP_ACK = 16;

/** A conversation that a cited packet shows. */
interface Anchor {
  readonly key: PacketKey;
  readonly time: number;
  /** a SYN of TCP, by its sequence number: it begins a conversation */
  readonly opening: number | null;
  readonly isTcp: boolean;
}

/** The conversations on which findings rest, found by the packets that they cite. */
export class CitedConversations {
  /** hashes of their keys: asked for every packet */
  readonly hashes = new Set<number>();
  /** hashes of hosts whose usual TTL has a part in a finding */
  readonly witnessHashes = new Set<number>();
  /** by finding, then the conversations */
  readonly ofFinding = new Map<FindingDraft, Set<Conversation>>();
  /** hosts whose usual TTL has a part in the finding, as hexadecimal */
  readonly witnessesOf = new Map<FindingDraft, string>();
  /** conversations that found no room */
  refused = 0;
  readonly #byKey = new Map<string, Conversation[]>();
  readonly #fullPackets: boolean;
  readonly #batch = new PacketBatch(LIMITS.ipLayers);
  readonly #decoder = new FrameDecoder(this.#batch);
  #count = 0;

  constructor(fullPackets: boolean) {
    this.#fullPackets = fullPackets;
  }

  /** the conversation of a packet with this key at this time */
  find(key: string, time: number): Conversation | undefined {
    return this.#byKey.get(key)?.findLast((conversation) => conversation.covers(time));
  }

  /** Reads the cited records of these findings again and takes down whose packets they are. */
  async learn(drafts: readonly FindingDraft[], captures: EvidenceCaptures): Promise<void> {
    const citing = new Map<number, Map<number, FindingDraft[]>>();
    for (const draft of drafts) {
      this.ofFinding.set(draft, new Set());
      for (const { file, frame } of draft.frames) {
        let frames = citing.get(file);
        if (frames === undefined) citing.set(file, (frames = new Map<number, FindingDraft[]>()));
        const known = frames.get(frame);
        if (known === undefined) frames.set(frame, [draft]);
        else known.push(draft);
      }
    }
    const anchors: { readonly anchor: Anchor; readonly draft: FindingDraft }[] = [];
    for (const [file, frames] of citing) {
      const numbers = [...frames.keys()].sort((x, y) => x - y);
      for (const record of await captures.lookup(file, numbers))
        for (const draft of frames.get(record.frame) ?? [])
          for (const anchor of this.#anchorsOf(record, draft, captures)) anchors.push({ anchor, draft });
    }
    anchors.sort((x, y) => x.anchor.time - y.anchor.time);
    for (const { anchor, draft } of anchors) this.#enter(anchor, draft, captures);
    this.#closeWindows();
  }

  /** earliest and latest time that any of them covers */
  span(): { readonly first: number; readonly last: number } {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const conversations of this.#byKey.values())
      for (const { start, end } of conversations) {
        first = Math.min(first, start);
        last = Math.max(last, end);
      }
    return { first, last };
  }

  get all(): Iterable<Conversation> {
    return [...this.#byKey.values()].flat();
  }

  #enter({ key, time, opening, isTcp }: Anchor, draft: FindingDraft, captures: EvidenceCaptures): void {
    let conversations = this.#byKey.get(key.text);
    if (conversations === undefined) this.#byKey.set(key.text, (conversations = []));
    const latest = conversations.at(-1);
    const known = latest === undefined ? undefined : this.#openings.get(latest);
    const isNew =
      latest === undefined ||
      (isTcp ? opening !== null && known?.opening !== opening : time - (known?.time ?? time) > IDLE);
    const last = draft.last === null ? time : Number(parseEpoch(draft.last) - captures.clock.toNanoseconds(0));
    let conversation = latest;
    if (isNew || conversation === undefined) {
      if (this.#count >= LIMITS.evidenceConversations) {
        this.refused++;
        return;
      }
      this.#count++;
      conversation = new Conversation(time, Math.max(time, last), this.#fullPackets);
      conversations.push(conversation);
      this.hashes.add(key.hash);
    }
    conversation.end = Math.max(conversation.end, last);
    this.#openings.set(conversation, { opening: opening ?? known?.opening ?? null, time });
    this.ofFinding.get(draft)?.add(conversation);
  }

  readonly #openings = new Map<Conversation, { readonly opening: number | null; readonly time: number }>();

  /** One ends where the next with the same ends begins. */
  #closeWindows(): void {
    for (const conversations of this.#byKey.values())
      for (const [index, conversation] of conversations.entries()) {
        const next = conversations[index + 1];
        if (next !== undefined) conversation.end = Math.min(conversation.end, next.start);
      }
    this.#openings.clear();
  }

  *#anchorsOf(record: CitedRecord, draft: FindingDraft, captures: EvidenceCaptures): Iterable<Anchor> {
    const { bytes, linkType, fcsLength, originalLength } = record;
    this.#batch.count = 0;
    this.#decoder.decode(bytes, 0, bytes.length, originalLength, linkType, 0, fcsLength);
    const { rows, count } = this.#batch;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const time = Number(record.time - captures.clock.toNanoseconds(0));
    const ends = [draft.from.address, draft.to.address].filter((address) => address !== null);
    const wantsWitness = draft.reasons.some((reason) => reason.startsWith('rst-ttl-'));
    const chosen = Array.from({ length: count }, (_, row) => row);
    const own = chosen.filter((row) => addressesOfRow(rows, row, view).some((address) => ends.includes(address.text)));
    for (const row of own.length > 0 ? own : chosen) {
      const base = row * ROW_STRIDE;
      const meta = rows[base + ROW.meta] as number;
      const key = (meta & META.icmpError) === 0 ? keyOfRow(rows, row, view) : keyOfQuoted(rows, row, view);
      if (key === null) continue;
      const isTcp = (meta & META.protoMask) === TCP;
      const flags = (rows[base + ROW.flags] as number) & (TCP_SYN | TCP_ACK);
      const opening = isTcp && flags === TCP_SYN ? (rows[base + ROW.seq] as number) : null;
      if (wantsWitness)
        for (const address of addressesOfRow(rows, row, view))
          if (address.text === draft.to.address) {
            this.witnessHashes.add(hashAddress(view, address.at, address.size));
            this.witnessesOf.set(draft, address.text);
          }
      yield { key, time, opening, isTcp };
    }
  }
}
