const SLOTS = 1 << 16;

/**
 * The TTL with which each host's ordinary packets arrive, per capture point and VLAN: what a reset is compared with
 * (domain.md 2.3). Direct-mapped and of fixed size; what is overwritten is forgotten, and the reset then stays unattributed.
 */
export class UsualTtls {
  readonly #hosts = new Int32Array(SLOTS);
  readonly #places = new Int32Array(SLOTS);
  readonly #ttls = new Uint8Array(SLOTS);

  #slot(host: number, point: number, vlan: number): number {
    return (Math.imul(host ^ Math.imul(vlan, 0x85ebca6b) ^ (point << 24), 0x9e3779b1) >>> 16) & (SLOTS - 1);
  }

  /** @param host IPv4 word or IPv6 id */
  learn(host: number, point: number, vlan: number, ttl: number): void {
    const slot = this.#slot(host, point, vlan);
    this.#hosts[slot] = host;
    this.#places[slot] = (point << 26) ^ vlan;
    this.#ttls[slot] = ttl;
  }

  /** null when nothing is known */
  of(host: number, point: number, vlan: number): number | null {
    const slot = this.#slot(host, point, vlan);
    if (this.#hosts[slot] !== host || this.#places[slot] !== ((point << 26) ^ vlan)) return null;
    const ttl = this.#ttls[slot] as number;
    return ttl === 0 ? null : ttl;
  }
}
