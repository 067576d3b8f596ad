const SLOTS = 1 << 16;

/**
 * The TTL with which each host's ordinary packets arrive, per capture point and VLAN: what a reset is compared with
 * (domain.md 2.3). Direct-mapped and of fixed size; what is overwritten is forgotten, and the reset then stays unattributed.
 */
export class UsualTtls {
  /** two words a slot: host; and 24 bits of the place's hash above the TTL, so that one cache line answers */
  readonly #slots = new Int32Array(2 * SLOTS);

  /** @param host a number that lasts for the run, see FlowTable.hostNumber */
  learn(host: number, point: number, vlan: number, ttl: number): void {
    const place = placeOf(point, vlan);
    const at = slotOf(host, place);
    this.#slots[at] = host;
    this.#slots[at + 1] = place | ttl;
  }

  /** null when nothing is known */
  of(host: number, point: number, vlan: number): number | null {
    const place = placeOf(point, vlan);
    const at = slotOf(host, place);
    const known = this.#slots[at + 1] as number;
    if (this.#slots[at] !== host || (known & ~0xff) !== place || (known & 0xff) === 0) return null;
    return known & 0xff;
  }

  /** The highest one of any of these places, the one nearest to the host; null when nothing is known. */
  highest(host: number, places: readonly { readonly point: number; readonly vlan: number }[]): number | null {
    let highest: number | null = null;
    for (const { point, vlan } of places) {
      const ttl = this.of(host, point, vlan);
      if (ttl !== null && (highest === null || ttl > highest)) highest = ttl;
    }
    return highest;
  }
}

function placeOf(point: number, vlan: number): number {
  return Math.imul(Math.imul(vlan, 0x85ebca6b) ^ point, 0x9e3779b1) & ~0xff;
}

function slotOf(host: number, place: number): number {
  return 2 * (Math.imul(host ^ place, 0x9e3779b1) >>> 16);
}
