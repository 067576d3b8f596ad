import { etherTypeName } from './ether-type-name.js';
import { NON_IP_NAMES } from './non-ip.js';

/** Frames, and tunnels, that end in something other than IP. Nothing that is skipped goes uncounted. */
export class NonIpTally {
  /** frames without any IP header, by EtherType */
  readonly byEtherType = new Uint32Array(65536);
  /** frames without any IP header, by NON_IP code */
  readonly named = new Uint32Array(NON_IP_NAMES.length);
  /** the same two for what ends inside a tunnel, below an IP header that has its row */
  readonly byEtherTypeInside = new Uint32Array(65536);
  readonly namedInside = new Uint32Array(NON_IP_NAMES.length);
  /** frames of link types that we do not know, by link type */
  readonly unknownLinkTypes = new Uint32Array(65536);
  /** values that were met: nobody goes through 65,536 counters for a capture of eight packets */
  readonly #etherTypes = new Set<number>();
  readonly #linkTypes = new Set<number>();

  addEtherType(etherType: number, inside: boolean): void {
    const counts = inside ? this.byEtherTypeInside : this.byEtherType;
    const before = counts[etherType] as number;
    if (before === 0) this.#etherTypes.add(etherType);
    counts[etherType] = before + 1;
  }

  addNamed(code: number, inside: boolean): void {
    const counts = inside ? this.namedInside : this.named;
    counts[code] = (counts[code] as number) + 1;
  }

  addUnknownLinkType(linkType: number): void {
    const slot = linkType & 0xffff;
    this.#linkTypes.add(slot);
    this.unknownLinkTypes[slot] = (this.unknownLinkTypes[slot] as number) + 1;
  }

  /** Name → frames; what ended inside a tunnel is named `… (in a tunnel)`. For the border, not per packet. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    const add = (name: string, count: number): void => {
      if (count > 0) counts[name] = (counts[name] ?? 0) + count;
    };
    const etherTypes = [...this.#etherTypes].sort((x, y) => x - y);
    for (const etherType of etherTypes) add(etherTypeName(etherType), this.byEtherType[etherType] as number);
    this.named.forEach((count, code) => {
      add(NON_IP_NAMES[code] ?? '', count);
    });
    for (const linkType of [...this.#linkTypes].sort((x, y) => x - y))
      add(`unknown-link-type ${linkType}`, this.unknownLinkTypes[linkType] as number);
    for (const etherType of etherTypes)
      add(`${etherTypeName(etherType)} (in a tunnel)`, this.byEtherTypeInside[etherType] as number);
    this.namedInside.forEach((count, code) => {
      add(`${NON_IP_NAMES[code] ?? ''} (in a tunnel)`, count);
    });
    return counts;
  }
}
