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

  addEtherType(etherType: number, inside: boolean): void {
    const counts = inside ? this.byEtherTypeInside : this.byEtherType;
    counts[etherType] = (counts[etherType] as number) + 1;
  }

  addNamed(code: number, inside: boolean): void {
    const counts = inside ? this.namedInside : this.named;
    counts[code] = (counts[code] as number) + 1;
  }

  addUnknownLinkType(linkType: number): void {
    const slot = linkType & 0xffff;
    this.unknownLinkTypes[slot] = (this.unknownLinkTypes[slot] as number) + 1;
  }

  /** Name → frames; what ended inside a tunnel is named `… (in a tunnel)`. For the border, not per packet. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    const add = (name: string, count: number): void => {
      if (count > 0) counts[name] = (counts[name] ?? 0) + count;
    };
    // 65,536 slots each, nearly all of them empty: a loop, not a call for each
    for (let etherType = 0; etherType < this.byEtherType.length; etherType++) {
      const count = this.byEtherType[etherType] as number;
      const inside = this.byEtherTypeInside[etherType] as number;
      if (count > 0) add(etherTypeName(etherType), count);
      if (inside > 0) add(`${etherTypeName(etherType)} (in a tunnel)`, inside);
    }
    for (let linkType = 0; linkType < this.unknownLinkTypes.length; linkType++) {
      const count = this.unknownLinkTypes[linkType] as number;
      if (count > 0) add(`unknown-link-type ${linkType}`, count);
    }
    this.named.forEach((count, code) => {
      add(NON_IP_NAMES[code] ?? '', count);
    });
    this.namedInside.forEach((count, code) => {
      add(`${NON_IP_NAMES[code] ?? ''} (in a tunnel)`, count);
    });
    return counts;
  }
}
