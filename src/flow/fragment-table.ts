import { LIMITS } from '../base/limits.js';

/** A datagram of which fragments came before its first one; kept until that comes, or until the time is over. */
export interface WaitingFragments {
  source: number;
  destination: number;
  /** key word of the flow: protocol, family, layer */
  key: number;
  packets: number;
  bytes: number;
  first: number;
  last: number;
  /** stations */
  sender: number;
  receiver: number;
  ttl: number;
  file: number;
  frame: number;
  outer: number;
}

interface Datagram {
  time: number;
  /** source port << 16 | destination port of the first fragment; `null` while that is missing */
  ports: number | null;
  waiting: WaitingFragments | null;
}

/** Reassembly time-outs are 30 to 120 s (RFC 1122 3.3.2: 60 to 120 s; RFC 8200 4.5: 60 s). */
const TIMEOUT = 120e9;

/**
 * Which ports a later fragment belongs to: those of the first fragment of the same datagram (source, destination,
 * protocol, identification). Bounded; datagrams that are given up are handed to `orphaned`.
 */
export class FragmentTable {
  readonly #datagrams = new Map<string, Datagram>();
  readonly #orphaned: (waiting: WaitingFragments) => void;
  evicted = 0;

  constructor(orphaned: (waiting: WaitingFragments) => void) {
    this.#orphaned = orphaned;
  }

  /** A first fragment: remembers its ports, answers the fragments that came before it. */
  begin(
    source: number,
    destination: number,
    key: number,
    id: number,
    ports: number,
    time: number,
  ): WaitingFragments | null {
    const name = `${source}/${destination}/${key}/${id}`;
    const known = this.#datagrams.get(name);
    this.#datagrams.delete(name);
    this.#datagrams.set(name, { time, ports, waiting: null });
    this.#evict(time);
    if (known === undefined || time - known.time > TIMEOUT) {
      if (known?.waiting) this.#orphaned(known.waiting);
      return null;
    }
    return known.waiting;
  }

  /** Ports of the datagram of a later fragment; `null` when its first fragment has not come yet. */
  portsOf(source: number, destination: number, key: number, id: number, time: number): number | null {
    const known = this.#datagrams.get(`${source}/${destination}/${key}/${id}`);
    return known === undefined || time - known.time > TIMEOUT ? null : known.ports;
  }

  /** A later fragment whose first has not come: one more that waits. */
  wait(id: number, fragment: WaitingFragments): void {
    const name = `${fragment.source}/${fragment.destination}/${fragment.key}/${id}`;
    let known = this.#datagrams.get(name);
    if (known !== undefined && fragment.last - known.time > TIMEOUT) {
      if (known.waiting) this.#orphaned(known.waiting);
      this.#datagrams.delete(name);
      known = undefined;
    }
    if (known === undefined) {
      this.#datagrams.set(name, { time: fragment.last, ports: null, waiting: fragment });
      this.#evict(fragment.last);
      return;
    }
    const waiting = known.waiting;
    if (waiting === null) {
      known.waiting = fragment;
      return;
    }
    waiting.packets += fragment.packets;
    waiting.bytes += fragment.bytes;
    waiting.first = Math.min(waiting.first, fragment.first);
    waiting.last = Math.max(waiting.last, fragment.last);
  }

  /** The capture is over: what still waits has no first fragment. */
  flush(): void {
    for (const datagram of this.#datagrams.values()) if (datagram.waiting) this.#orphaned(datagram.waiting);
    this.#datagrams.clear();
  }

  #evict(now: number): void {
    for (const [name, datagram] of this.#datagrams) {
      const full = this.#datagrams.size > LIMITS.fragmentedDatagrams;
      if (!full && now - datagram.time <= TIMEOUT) return;
      if (full) this.evicted++;
      this.#datagrams.delete(name);
      if (datagram.waiting) this.#orphaned(datagram.waiting);
    }
  }
}
