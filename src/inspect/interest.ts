import { parseAddress, prefixContains } from '../base/address.js';
import { LIMITS } from '../base/limits.js';
import { PairTable } from '../base/pair-table.js';
import { addressOf } from '../flow/border.js';
import { cellOf } from '../flow/cell-of.js';
import { FLOW_ROW_WORDS, I, KEY, PROTO } from '../flow/flow-row.js';
import type { WatchedRows } from '../flow/payload-watcher.js';
import type { Place } from '../model/place.js';
import type { Conduit, ConduitEnd, ConduitKind, Topology } from '../model/topology.js';
import type { Depth } from './inspection.js';

/** what passes such a conduit has a condition on its content, or is the other half of one that has (domain.md 1.6) */
export const CONTENT_KINDS: ReadonlySet<ConduitKind> = new Set([
  'mailText',
  'mailSanitized',
  'fileRebuild',
  'fileVerify',
  'preLeg',
]);
const PROTECTED = new Set<string>(['mynumber', 'lgwan']);
const DNS_PORT = 53;
/** answers remembered; then every flow is asked anew */
const REMEMBERED_PAIRS = LIMITS.placedAddresses;

/** what a pair of cells asks for, whatever the ports */
interface PairInterest {
  readonly depth: Depth;
  /** inside one protected zone: questions to its resolver show names of the Internet; a declared one on any UDP port */
  readonly dnsOnly: boolean;
  readonly hasResolver: boolean;
}

/**
 * Which flows are looked into: all that cross between areas, the dirty side of a sanitizer, and inside the protected
 * zones what goes through a proxy or a resolver. All others never cost more than the flow itself.
 */
export class Interest {
  readonly #topology: Topology;
  readonly #contentConduits: readonly Conduit[];
  /** interest of each pair of cells that was met, by its place in `kinds` */
  readonly #pairs = new PairTable();
  readonly #kinds: PairInterest[] = [];

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#contentConduits = topology.conduits.filter(({ kind }) => CONTENT_KINDS.has(kind));
  }

  of(rows: WatchedRows, row: number): Depth {
    const cellA = cellOf(rows, row, 0, this.#topology);
    const cellB = cellOf(rows, row, 1, this.#topology);
    const known = this.#pairs.get(cellA, cellB);
    const interest = known < 0 ? this.#remember(rows, row, cellA, cellB) : (this.#kinds[known] as PairInterest);
    if (!interest.dnsOnly) return interest.depth;
    const base = row * FLOW_ROW_WORDS;
    if (interest.hasResolver && ((rows.words[base + I.key] as number) & KEY.protoMask) === PROTO.udp) return 'names';
    const ports = rows.words[base + I.ports] as number;
    return ports >>> 16 === DNS_PORT || (ports & 0xffff) === DNS_PORT ? 'names' : null;
  }

  #remember(rows: WatchedRows, row: number, cellA: number, cellB: number): PairInterest {
    const interest = this.#ofPair(rows, row, cellA, cellB);
    if (this.#pairs.size >= REMEMBERED_PAIRS) return interest;
    let kind = this.#kinds.findIndex((one) => isSame(one, interest));
    if (kind < 0) kind = this.#kinds.push(interest) - 1;
    this.#pairs.add(cellA, cellB, kind);
    return interest;
  }

  #ofPair(rows: WatchedRows, row: number, cellA: number, cellB: number): PairInterest {
    const a = this.#topology.placeOfCell(cellA);
    const b = this.#topology.placeOfCell(cellB);
    if (isNoHost(a) || isNoHost(b)) return NOTHING;
    if (this.#hasContentConduit(addressOf(rows, row, 0), a, addressOf(rows, row, 1), b))
      return { depth: 'content', dnsOnly: false, hasResolver: false };
    if (a.area !== b.area) return NAMES;
    if (!PROTECTED.has(a.area)) return NOTHING;
    if (isProxy(a) || isProxy(b)) return NAMES;
    return { depth: null, dnsOnly: true, hasResolver: isResolver(a) || isResolver(b) };
  }

  #hasContentConduit(textA: string, a: Place, textB: string, b: Place): boolean {
    return this.#contentConduits.some(
      ({ from, to }) =>
        (covers(from, textA, a) && covers(to, textB, b)) || (covers(from, textB, b) && covers(to, textA, a)),
    );
  }
}

function covers(end: ConduitEnd, text: string, { area }: Place): boolean {
  if (end.zone !== null || end.realm !== null) return end.zone === area || end.realm === area;
  const address = parseAddress(text);
  return address !== undefined && end.prefixes.some((prefix) => prefixContains(prefix, address));
}

function isNoHost({ area, isBroadcast }: Place): boolean {
  return area === 'special' || isBroadcast;
}

const NOTHING: PairInterest = { depth: null, dnsOnly: false, hasResolver: false };
const NAMES: PairInterest = { depth: 'names', dnsOnly: false, hasResolver: false };

function isSame(one: PairInterest, other: PairInterest): boolean {
  return one.depth === other.depth && one.dnsOnly === other.dnsOnly && one.hasResolver === other.hasResolver;
}

function isResolver({ roles }: Place): boolean {
  return roles.includes('resolver');
}

function isProxy({ roles }: Place): boolean {
  return roles.includes('proxy');
}
