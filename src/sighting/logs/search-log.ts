import { LIMITS } from '../../base/limits.js';
import { addressOf } from '../../flow/border.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, ICMP_SEEN, KEY, PROTO } from '../../flow/flow-row.js';
import type { Outcome } from '../../model/flow.js';
import type { Topology } from '../../model/topology.js';
import { frameOf } from './frame-of.js';
import type { SightingBook } from '../sighting-book.js';

/** domain.md 2.4: a scan is this many distinct pairs of address and port within this time, from one source */
const PAIRS = 20;
const WINDOW = 60e9;
/** contacts kept of one source; then the oldest half goes */
const KEPT = 256;
/** a source is looked at when it has so many, and at each doubling */
const FIRST_LOOK = 32;
/** nobody took the call */
const FAILED: ReadonlySet<Outcome> = new Set(['noAnswer', 'rejectedUnknown', 'reachable']);

/** numbers of IPv6 hosts begin here */
const IPV6 = 2 ** 32;

interface Contact {
  readonly pair: number;
  readonly time: number;
  readonly frame: { readonly file: number; readonly frame: number } | null;
}

interface Source {
  contacts: Contact[];
  nextLook: number;
  found: boolean;
  readonly address: string;
  readonly cell: number;
}

/** Who in the Internet zone tries many ports of its own zone that do not answer; by numbers, from flows that end. */
export class SearchLog {
  /** contacts that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #book: SightingBook;
  readonly #sources = new Map<number, Source>();
  #contacts = 0;

  constructor(topology: Topology, book: SightingBook) {
    this.#topology = topology;
    this.#book = book;
  }

  /** One that goes on by itself, in the copy of the book. */
  copy(book: SightingBook): SearchLog {
    const copy = new SearchLog(this.#topology, book);
    copy.refused = this.refused;
    copy.#contacts = this.#contacts;
    for (const [address, source] of this.#sources)
      copy.#sources.set(address, { ...source, contacts: [...source.contacts] });
    return copy;
  }

  /** @param opener side that opened the flow; -1: unknown */
  see(table: FlowRows, row: number, opener: -1 | 0 | 1, outcome: Outcome, cellA: number, cellB: number): void {
    if (opener === -1 || !FAILED.has(outcome)) return;
    const base = row * FLOW_ROW_WORDS;
    const key = table.words[base + I.key] as number;
    const proto = key & KEY.protoMask;
    if (proto !== PROTO.tcp && !isUnansweredEcho(table, base, proto, outcome)) return;
    if (table.rare.outerOf(row) >= 0 || !this.#isInside(cellA) || !this.#isInside(cellB)) return;
    const responder = opener === 0 ? 1 : 0;
    const isIpv6 = (key & KEY.ipv6) !== 0;
    const numberOf = (side: number): number => table.hostNumber(table.words[base + I.endA + side] as number, isIpv6);
    const number = (numberOf(opener) >>> 0) + (isIpv6 ? IPV6 : 0);
    const source = this.#sourceOf(number, table, row, opener, opener === 0 ? cellA : cellB);
    if (source === undefined || source.found) return;
    const ports = table.words[base + I.ports] as number;
    const port = responder === 0 ? ports >>> 16 : ports & 0xffff;
    const time = table.doubles[row * FLOW_ROW_DOUBLES + D.first] as number;
    const pair = (numberOf(responder) >>> 0) * 2 ** 17 + (proto === PROTO.tcp ? port : 2 ** 16);
    this.#note(source, { pair, time, frame: frameOf(table, row, opener) });
  }

  /** The capture is over. */
  finish(): void {
    for (const source of this.#sources.values()) this.#look(source);
  }

  #isInside(cell: number): boolean {
    const { area, isBroadcast } = this.#topology.placeOfCell(cell);
    return area === 'internet' && !isBroadcast;
  }

  #sourceOf(number: number, table: FlowRows, row: number, side: 0 | 1, cell: number): Source | undefined {
    let source = this.#sources.get(number);
    if (source !== undefined) return source;
    if (this.#sources.size >= LIMITS.scanSources) {
      this.refused++;
      return undefined;
    }
    source = { contacts: [], nextLook: FIRST_LOOK, found: false, address: addressOf(table, row, side), cell };
    this.#sources.set(number, source);
    return source;
  }

  #note(source: Source, contact: Contact): void {
    if (this.#contacts >= LIMITS.scanContacts) {
      this.refused++;
      return;
    }
    source.contacts.push(contact);
    this.#contacts++;
    if (source.contacts.length >= source.nextLook) this.#look(source);
  }

  #look(source: Source): void {
    if (source.found) return;
    const contacts = source.contacts.sort((x, y) => x.time - y.time);
    const search = searchIn(contacts);
    source.found = search.length > 0;
    this.#contacts -= contacts.length;
    // a search stays one; what was no search so far may still be the end of one
    source.contacts = source.found ? [] : contacts.length >= KEPT ? contacts.slice(contacts.length / 2) : contacts;
    this.#contacts += source.contacts.length;
    source.nextLook = Math.min(KEPT, Math.max(FIRST_LOOK, source.contacts.length * 2));
    const { segment } = this.#topology.placeOfCell(source.cell);
    const place = { point: null, vlan: segment?.vlan ?? null, area: 'internet' as const, tagged: false };
    const seen = { kind: 'search' as const, place, mac: null, address: source.address };
    for (const { time, frame } of search) this.#book.add(seen, time, frame);
  }
}

/** Neighbour discovery, errors and answered pings look for nobody. */
function isUnansweredEcho(table: FlowRows, base: number, proto: number, outcome: Outcome): boolean {
  if ((proto !== PROTO.icmp && proto !== PROTO.icmpv6) || outcome === 'reachable') return false;
  const seen = table.words[base + I.flagsAndTtl] as number;
  return ((seen | (seen >>> 8)) & ICMP_SEEN.request) !== 0;
}

/** The contacts of the first window that holds enough distinct pairs; empty: none does. */
function searchIn(sorted: readonly Contact[]): readonly Contact[] {
  const within = new Map<number, number>();
  let oldest = 0;
  for (const [at, contact] of sorted.entries()) {
    within.set(contact.pair, (within.get(contact.pair) ?? 0) + 1);
    for (let left = sorted[oldest] as Contact; contact.time - left.time > WINDOW; left = sorted[++oldest] as Contact) {
      const count = (within.get(left.pair) ?? 0) - 1;
      if (count === 0) within.delete(left.pair);
      else within.set(left.pair, count);
    }
    if (within.size >= PAIRS) return sorted.slice(oldest, at + 1);
  }
  return [];
}
