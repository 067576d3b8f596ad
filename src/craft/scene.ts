import { LIMITS } from '../base/limits.js';
import type { Nanoseconds } from '../base/time.js';
import { ETHER_TYPE, ethernetFrame } from './ethernet.js';
import { ipBytes, isIpv6, type IpPacket } from './ip-packet.js';
import { Random } from './random.js';

/** What a capture point recorded: one frame, whole unless a snapshot length cut it. */
export interface CapturedFrame {
  readonly time: Nanoseconds;
  readonly bytes: Uint8Array;
  /** length on the wire */
  readonly length: number;
}

/** One stretch of wire between two boxes, with the capture points that listen there. */
export interface Stretch {
  readonly points: readonly string[];
  /** outermost first; empty: untagged */
  readonly vlans: readonly number[];
  readonly sourceMac: string;
  readonly destinationMac: string;
  /** routers that the packet has passed when it is here: what is missing from its TTL */
  readonly routersPassed: number;
  readonly delayMicros: number;
  /** what a device before this stretch has made of the packet (NAT) */
  readonly rewrite?: (packet: IpPacket) => IpPacket;
}

/** The stretches from sender to receiver. */
export type Path = readonly Stretch[];

/**
 * The stage on which traffic is played: packets are sent along a path and every capture point on the way records its
 * own copy. Reproducible: time starts where the caller says and chance comes from the seed.
 */
export class Scene {
  readonly seed: number;
  readonly start: Nanoseconds;
  readonly #captures = new Map<string, CapturedFrame[]>();
  readonly #counters = new Map<string, number>();
  #frames = 0;

  constructor(options: { readonly seed: number; readonly start: Nanoseconds; readonly points: readonly string[] }) {
    this.seed = options.seed;
    this.start = options.start;
    for (const point of options.points) this.#captures.set(point, []);
  }

  random(label: string): Random {
    return new Random(this.seed, label);
  }

  /** Next value of a counter that starts at a reproducible place: IP identification, ephemeral port. */
  count(name: string, from: number, to: number): number {
    const range = to - from + 1;
    const value = this.#counters.get(name) ?? this.random(name).below(range);
    this.#counters.set(name, (value + 1) % range);
    return from + value;
  }

  record(point: string, time: Nanoseconds, bytes: Uint8Array): void {
    const capture = this.#captures.get(point);
    if (capture === undefined) throw new RangeError(`no capture point ${point} in this scene`);
    if (++this.#frames > LIMITS.craftedFrames)
      throw new RangeError(`a scene holds at most ${LIMITS.craftedFrames} frames`);
    capture.push({ time, bytes, length: bytes.length });
  }

  /** Sends a datagram along a path. Answers the time of its arrival. */
  send(packet: IpPacket, path: Path, time: Nanoseconds): Nanoseconds {
    let arrival = time;
    for (const stretch of path) {
      arrival += BigInt(Math.round(stretch.delayMicros * 1000));
      const ttl = packet.ttl - stretch.routersPassed;
      if (ttl <= 0) return arrival;
      const written = stretch.rewrite?.(packet) ?? packet;
      const frame = ethernetFrame({
        source: stretch.sourceMac,
        destination: stretch.destinationMac,
        vlans: stretch.vlans,
        etherType: isIpv6(written) ? ETHER_TYPE.ipv6 : ETHER_TYPE.ipv4,
        payload: ipBytes({ ...written, ttl }),
      });
      for (const point of stretch.points) this.record(point, arrival, frame);
    }
    return arrival;
  }

  get points(): readonly string[] {
    return [...this.#captures.keys()];
  }

  /** The frames of a point in the order of time; equal times stay in the order of sending. */
  capture(point: string): readonly CapturedFrame[] {
    return (this.#captures.get(point) ?? []).toSorted((x, y) => (x.time < y.time ? -1 : x.time > y.time ? 1 : 0));
  }
}
