import { formatIpv4 } from '../base/address.js';
import { LIMITS } from '../base/limits.js';
import { ZONES, type Area } from '../model/place.js';
import type { Topology } from '../model/topology.js';
import type { HeardFrame } from './heard-frame.js';
import { LOOKS_UP_FOR_OTHERS, questionOf, REVERSE } from './lookup-log.js';
import type { SightingBook } from './sighting-book.js';

/** domain.md 2.6, D-TUN: more than so many distinct labels under one domain within a minute, so long on average */
export const NAME_TUNNEL = { labels: 50, seconds: 60, meanLength: 40 } as const;

interface Label {
  readonly time: number;
  readonly frame: HeardFrame;
}

/** What one client asked below one domain. */
type Labels = Map<string, Label>;

/**
 * Data in the names of look-ups (RFC 1035 allows 63 bytes a label): the answers that one client gets to long names below
 * one domain. Programs that ask for a digest (block lists, virus scanners) use labels of 40 bytes or fewer, or few.
 */
export class TunnelLog {
  /** pairs of client and domain that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #book: SightingBook;
  /** by client and domain; null: nothing to watch, or told already */
  readonly #pairs = new Map<string, Labels | null>();

  constructor(topology: Topology, book: SightingBook) {
    this.#topology = topology;
    this.#book = book;
  }

  /** @param client address to which the answer went, 32 bits @param body of the answer, above UDP */
  see(client: number, body: Uint8Array, from: HeardFrame): void {
    const name = questionOf(body);
    const domain = name === null || REVERSE.test(name) ? null : domainOf(name);
    if (name === null || domain === null || this.#isOwn(name)) return;
    const key = `${client} ${domain}`;
    let labels = this.#pairs.get(key);
    if (labels === null) return;
    if (labels === undefined) {
      if (this.#pairs.size >= LIMITS.lookupClients) {
        this.refused++;
        return;
      }
      labels = this.#isWatched(client) ? new Map<string, Label>() : null;
      this.#pairs.set(key, labels);
      if (labels === null) return;
    }
    // the newest stands last
    const label = name.slice(0, -domain.length - 1);
    labels.delete(label);
    labels.set(label, { time: from.time, frame: from });
    for (const [oldest, { time }] of labels) {
      if (from.time - time <= NAME_TUNNEL.seconds * 1e9) break;
      labels.delete(oldest);
    }
    if (labels.size <= NAME_TUNNEL.labels || meanOf(labels) <= NAME_TUNNEL.meanLength) return;
    this.#tell(client, domain, labels);
    // a tunnel is told once
    this.#pairs.set(key, null);
  }

  #tell(client: number, domain: string, labels: Labels): void {
    const { segment, area } = this.#topology.placeOfCell(this.#topology.cellOfIpv4(client));
    const zone = ZONES.find((one: Area) => one === area) ?? null;
    const place = { point: null, vlan: segment?.vlan ?? null, area: zone, tagged: false };
    const seen = { kind: 'names-as-data' as const, place, mac: null, address: formatIpv4(client), detail: domain };
    for (const { time, frame } of labels.values()) this.#book.add(seen, time, frame);
  }

  #isWatched(client: number): boolean {
    const place = this.#topology.placeOfCell(this.#topology.cellOfIpv4(client));
    if (!ZONES.some((zone: Area) => zone === place.area) || place.isGatewayLeg || place.isBroadcast) return false;
    return !place.roles.some((role) => LOOKS_UP_FOR_OTHERS.has(role));
  }

  #isOwn(name: string): boolean {
    return this.#topology.domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  }
}

/** `a.b.example.com` is below `example.com`, `a.b.example.co.jp` below `example.co.jp`; `null`: below nothing. */
function domainOf(name: string): string | null {
  const labels = name.split('.');
  const [second, top] = [labels.at(-2) ?? '', labels.at(-1) ?? ''];
  const size = top.length === 2 && second.length <= 3 ? 3 : 2;
  return labels.length > size ? labels.slice(-size).join('.') : null;
}

/** of the longest label of each name: what carries the data */
function meanOf(labels: Labels): number {
  let sum = 0;
  for (const name of labels.keys()) sum += Math.max(...name.split('.').map(({ length }) => length));
  return sum / labels.size;
}
