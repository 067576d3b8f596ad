import { LIMITS } from '../base/limits.js';
import type { RunNames } from '../flow/border.js';
import type { FrameReference } from '../model/flow.js';
import type { Sighting, SightingKind } from '../model/sighting.js';
import { ArpCards } from './logs/arp-cards.js';
import type { WirePlace } from './wire-places.js';

/** frames kept of one sighting */
const FRAMES = 2;

/** What makes two sightings one. */
export interface Seen {
  readonly kind: SightingKind;
  readonly place: WirePlace;
  readonly mac: string | null;
  readonly address?: string | null;
  readonly peer?: string | null;
  readonly detail?: string | null;
}

interface Frame {
  readonly file: number;
  readonly frame: number;
}

interface Entry {
  readonly seen: Seen;
  count: number;
  first: number;
  last: number;
  readonly frames: { readonly time: number; readonly reference: FrameReference }[];
}

/** All sightings of a run, bounded; the order in which they come makes no difference. */
export class SightingBook {
  /** sightings that found no room */
  refused = 0;
  /** told at the end, where they matter */
  readonly arp: ArpCards;
  readonly #entries = new Map<string, Entry>();

  constructor(arp = new ArpCards()) {
    this.arp = arp;
  }

  /** one that goes on by itself */
  copy(): SightingBook {
    const copy = new SightingBook(this.arp.copy());
    copy.refused = this.refused;
    for (const [key, entry] of this.#entries) copy.#entries.set(key, { ...entry, frames: [...entry.frames] });
    return copy;
  }

  /**
   * @param time nanoseconds since the run's origin
   * @param last of the sighting, when it lasted
   * @param other a second frame without which the first proves nothing
   */
  add(seen: Seen, time: number, frame: Frame | null, last = time, other: Frame | null = null): void {
    const key = keyOf(seen);
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      if (this.#entries.size >= LIMITS.sightings) {
        this.refused++;
        return;
      }
      entry = { seen, count: 0, first: time, last, frames: [] };
      this.#entries.set(key, entry);
    }
    entry.count++;
    if (time < entry.first) entry.first = time;
    if (last > entry.last) entry.last = last;
    if (frame !== null) note(entry, time, frame);
    if (other !== null) note(entry, time, other);
  }

  /** In an order that depends on the facts alone. */
  finish(names: Pick<RunNames, 'toNanoseconds'>): Sighting[] {
    return [...this.#entries, ...this.#arpEntries()]
      .sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0))
      .map(([, { seen, count, first, last, frames }]) => ({
        kind: seen.kind,
        point: seen.place.point,
        vlan: seen.place.vlan,
        area: seen.place.area,
        mac: seen.mac,
        address: seen.address ?? null,
        peer: seen.peer ?? null,
        detail: seen.detail ?? null,
        count,
        first: names.toNanoseconds(first),
        last: names.toNanoseconds(last),
        frames: frames.map(({ reference }) => reference),
      }));
  }

  /** Cards in several areas of which ARP says one at least. */
  *#arpEntries(): Iterable<[string, Entry]> {
    const areas = new Map<string, Set<string>>();
    for (const { seen } of this.#entries.values()) {
      const { kind, mac, place } = seen;
      if (kind !== 'sender' || mac === null || place.area === null) continue;
      const known = areas.get(mac);
      if (known === undefined) areas.set(mac, new Set([place.area]));
      else known.add(place.area);
    }
    for (const { card, address, place, time, frame } of this.arp.told((mac) => areas.get(mac))) {
      const seen: Seen = { kind: 'arp-sender', place, mac: card, address };
      const entry: Entry = { seen, count: 1, first: time, last: time, frames: [] };
      note(entry, time, frame);
      yield [keyOf(seen), entry];
    }
  }
}

function keyOf({ kind, place, mac, address, peer, detail }: Seen): string {
  return `${kind}|${place.point ?? ''}|${place.vlan ?? ''}|${mac ?? ''}|${address ?? ''}|${peer ?? ''}|${detail ?? ''}`;
}

function note({ frames }: Entry, time: number, frame: Frame): void {
  const latest = frames[FRAMES - 1];
  if (latest !== undefined && latest.time <= time) return;
  frames.push({ time, reference: { file: frame.file, frame: frame.frame, role: 'deciding' } });
  frames.sort(
    (x, y) => x.time - y.time || x.reference.file - y.reference.file || x.reference.frame - y.reference.frame,
  );
  frames.length = Math.min(frames.length, FRAMES);
}
