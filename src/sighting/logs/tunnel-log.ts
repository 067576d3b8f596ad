import { LIMITS } from '../../base/limits.js';
import { ZONES, type Area } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';
import type { HeardFrame } from '../heard-frame.js';
import { LabelWindow } from './label-window.js';
import { LOOKS_UP_FOR_OTHERS, questionOf, REVERSE } from './lookup-log.js';
import { LiveMap } from './live-map.js';
import { isScannersDomain } from './scanner-domains.js';
import type { SightingBook } from '../sighting-book.js';
import type { Talker } from './talker.js';

/**
 * domain.md 2.6, D-TUN: more than so many distinct labels under one domain within a minute, so long on average. Who looks
 * up for others gathers the names of many: there the names must be so long on the whole, or so large a share of the
 * questions must be of types that bring data back (the last three are ours).
 */
const NAME_TUNNEL = {
  labels: 50,
  seconds: 60,
  meanLength: 40,
  meanOfWhole: 100,
  shareOfData: 0.5,
  meanAnswer: 48,
} as const;

/** NULL, TXT, and what is left for private use (RFC 1035, RFC 6895 section 3.1): they bring whatever one wants */
const DATA_TYPES = { null: 10, text: 16, firstPrivate: 65_280, lastPrivate: 65_534 } as const;
/** at least so many names come between two looks through all pairs, whatever the clock of the packets says */
const NAMES_PER_SWEEP = 1024;
const HEADER_BYTES = 12;
const TYPE_AND_CLASS_BYTES = 4;

interface Asker {
  readonly labels: LabelWindow;
  readonly isForOthers: boolean;
}

/**
 * Data in the names of look-ups (RFC 1035 allows 63 bytes a label): the answers that one client gets to long names below
 * one domain. Programs that ask for a digest (block lists, virus scanners) use labels of 40 bytes or fewer, or few; the
 * domains of the known ones are left out. A tunnel comes through the official resolver as a rule: so that is watched as
 * well, more strictly.
 */
export class TunnelLog {
  /** pairs of client and domain, and names, that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #book: SightingBook;
  /** by client and domain; null: told already */
  readonly #pairs = new LiveMap<Asker | null>(LIMITS.lookupClients, NAME_TUNNEL.seconds * 1e9, (asker) => {
    this.#held -= asker?.labels.size ?? 0;
  });
  /** names that all pairs hold together */
  #held = 0;
  /** when all pairs were looked through for old names, and how many came since */
  #sweptAt = -Infinity;
  #sinceSweep = 0;

  constructor(topology: Topology, book: SightingBook) {
    this.#topology = topology;
    this.#book = book;
  }

  /** @param client to whom the answer went @param body of the answer */
  see(client: Talker, body: Uint8Array, from: HeardFrame): void {
    if (!isWatched(client)) return;
    const name = questionOf(body);
    const domain = name === null || REVERSE.test(name) ? null : domainOf(name);
    if (name === null || domain === null || this.#isOwn(name)) return;
    const key = `${client.address} ${domain}`;
    let asker = this.#pairs.get(key, from.time);
    if (asker === null) return;
    if (asker === undefined) {
      if (isScannersDomain(name)) return;
      asker = askerOf(client);
      if (!this.#pairs.set(key, asker, from.time)) {
        this.refused++;
        return;
      }
    }
    const { labels } = asker;
    if (this.#isFull(from.time)) {
      this.refused++;
      return;
    }
    const before = labels.size;
    const label = name.slice(0, -domain.length - 1);
    labels.note(label, { time: from.time, frame: from, dataBytes: dataBytesOf(name, body) });
    labels.trim(from.time - NAME_TUNNEL.seconds * 1e9, LIMITS.namesPerPair);
    this.#held += labels.size - before;
    if (!isTunnel(asker)) return;
    this.#tell(client, domain, labels);
    // a tunnel is told once
    this.#held -= labels.size;
    this.#pairs.set(key, null, from.time);
  }

  /** Whether no name finds room, also after the old ones of all pairs are gone. */
  #isFull(time: number): boolean {
    this.#sinceSweep++;
    if (this.#held < LIMITS.longNames) return false;
    if (time - this.#sweptAt <= NAME_TUNNEL.seconds * 1e9 || this.#sinceSweep < NAMES_PER_SWEEP) return true;
    this.#sweptAt = time;
    this.#sinceSweep = 0;
    this.#held = 0;
    for (const asker of this.#pairs.values()) {
      asker?.labels.trim(time - NAME_TUNNEL.seconds * 1e9, LIMITS.namesPerPair);
      this.#held += asker?.labels.size ?? 0;
    }
    return this.#held >= LIMITS.longNames;
  }

  #tell({ address, place }: Talker, domain: string, labels: LabelWindow): void {
    const zone = ZONES.find((one: Area) => one === place.area) ?? null;
    const wire = { point: null, vlan: place.segment?.vlan ?? null, area: zone, tagged: false };
    const seen = { kind: 'names-as-data' as const, place: wire, mac: null, address, detail: domain };
    for (const { time, frame } of labels.values()) this.#book.add(seen, time, frame);
  }

  #isOwn(name: string): boolean {
    return this.#topology.domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  }
}

function askerOf({ place }: Talker): Asker {
  return { labels: new LabelWindow(), isForOthers: place.roles.some((role) => LOOKS_UP_FOR_OTHERS.has(role)) };
}

function isWatched({ place }: Talker): boolean {
  return ZONES.some((zone: Area) => zone === place.area) && !place.isGatewayLeg && !place.isBroadcast;
}

function isTunnel({ labels, isForOthers }: Asker): boolean {
  if (labels.size <= NAME_TUNNEL.labels || labels.meanLongest <= NAME_TUNNEL.meanLength) return false;
  if (!isForOthers || labels.meanWhole > NAME_TUNNEL.meanOfWhole) return true;
  return labels.shareOfData > NAME_TUNNEL.shareOfData && labels.meanAnswer > NAME_TUNNEL.meanAnswer;
}

/** `a.b.example.com` is below `example.com`, `a.b.example.co.jp` below `example.co.jp`; `null`: below nothing. */
function domainOf(name: string): string | null {
  const labels = name.split('.');
  const [second, top] = [labels.at(-2) ?? '', labels.at(-1) ?? ''];
  const size = top.length === 2 && second.length <= 3 ? 3 : 2;
  return labels.length > size ? labels.slice(-size).join('.') : null;
}

function dataBytesOf(name: string, body: Uint8Array): number {
  // the first length and the root beside the text
  const typeAt = HEADER_BYTES + name.length + 2;
  const type = ((body[typeAt] ?? 0) << 8) | (body[typeAt + 1] ?? 0);
  const isData =
    type === DATA_TYPES.null ||
    type === DATA_TYPES.text ||
    (type >= DATA_TYPES.firstPrivate && type <= DATA_TYPES.lastPrivate);
  return isData ? Math.max(0, body.length - typeAt - TYPE_AND_CLASS_BYTES) : 0;
}
