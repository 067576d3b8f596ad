import type { Nanoseconds } from '../base/time.js';
import { IP_PROTOCOL, type IpPacket } from './ip-packet.js';
import type { Path, Scene } from './scene.js';
import { SYN_OPTIONS, tcpBytes } from './transport.js';

export type Speaker = 'initiator' | 'responder';

/** One end of a conversation, with the way that its packets take to the other. */
export interface Party {
  readonly address: string;
  readonly port: number;
  readonly ttl: number;
  readonly path: Path;
  readonly carriage: Carriage;
}

/** Wraps, cuts or repeats a datagram before it is sent: tunnels, fragments, mirror copies. */
export type Carriage = (packet: IpPacket) => readonly IpPacket[];

const SEGMENT_BYTES = 1460;
const MICROS = 1000n;

/** A TCP connection, played packet by packet at the capture points of its path. */
export class TcpConversation {
  now: Nanoseconds;
  #lastSent: IpPacket | undefined;
  readonly #scene: Scene;
  readonly #parties: Readonly<Record<Speaker, Party>>;
  /** next sequence number of each side */
  readonly #next: Record<Speaker, number>;
  readonly #paceMicros: () => number;

  constructor(scene: Scene, parties: Readonly<Record<Speaker, Party>>, at: Nanoseconds) {
    this.#scene = scene;
    this.#parties = parties;
    this.now = at;
    const { initiator, responder } = parties;
    const random = scene.random(
      `tcp ${initiator.address}:${initiator.port} ${responder.address}:${responder.port} ${at}`,
    );
    this.#next = { initiator: random.next(), responder: random.next() };
    this.#paceMicros = () => 150 + random.below(650);
  }

  /** A first SYN, or one repeated: the sequence number stays the same. */
  syn(): this {
    return this.#segment('initiator', 'S', new Uint8Array(0), SYN_OPTIONS);
  }

  /** The responder's half of the three-way handshake (RFC 9293 section 3.5). */
  accept(): this {
    this.#next.initiator += 1;
    this.#segment('responder', 'SA', new Uint8Array(0), SYN_OPTIONS);
    this.#next.responder += 1;
    return this;
  }

  acknowledge(): this {
    return this.#segment('initiator', 'A');
  }

  /** Sends data in segments; the other side acknowledges every second one and the last. */
  say(speaker: Speaker, data: Uint8Array): this {
    for (let at = 0, count = 1; at < data.length; at += SEGMENT_BYTES, count++) {
      const part = data.subarray(at, at + SEGMENT_BYTES);
      const last = at + SEGMENT_BYTES >= data.length;
      this.#segment(speaker, last ? 'PA' : 'A', part);
      this.#next[speaker] += part.length;
      if (last || count % 2 === 0) this.#segment(other(speaker), 'A');
    }
    return this;
  }

  /** The last segment of what a speaker said once more, as after a lost acknowledgement. */
  repeat(speaker: Speaker, data: Uint8Array): this {
    const last = data.subarray(Math.floor((data.length - 1) / SEGMENT_BYTES) * SEGMENT_BYTES);
    this.#next[speaker] -= last.length;
    this.#segment(speaker, 'PA', last);
    this.#next[speaker] += last.length;
    return this;
  }

  close(speaker: Speaker = 'initiator'): this {
    this.#segment(speaker, 'FA');
    this.#next[speaker] += 1;
    this.#segment(other(speaker), 'FA');
    this.#next[other(speaker)] += 1;
    return this.#segment(speaker, 'A');
  }

  /** Ends an open connection at once. */
  reset(speaker: Speaker): this {
    return this.#segment(speaker, 'RA');
  }

  /** The reset that answers a SYN which nobody accepts (RFC 9293 section 3.10.7.1). */
  refuse(): this {
    this.#next.initiator += 1;
    this.#next.responder = 0;
    return this.#segment('responder', 'RA');
  }

  /** The datagram that was sent last: what an ICMP error quotes. @throws RangeError before the first one */
  get lastSent(): IpPacket {
    if (this.#lastSent === undefined) throw new RangeError('nothing was sent yet');
    return this.#lastSent;
  }

  wait(seconds: number): this {
    this.now = after(this.now, seconds);
    return this;
  }

  #segment(speaker: Speaker, flags: string, payload: Uint8Array = new Uint8Array(0), options?: Uint8Array): this {
    const [sender, receiver] = [this.#parties[speaker], this.#parties[other(speaker)]];
    const ends = { source: sender.address, destination: receiver.address };
    const bytes = tcpBytes(ends, {
      sourcePort: sender.port,
      destinationPort: receiver.port,
      seq: this.#next[speaker] >>> 0,
      ack: this.#next[other(speaker)] >>> 0,
      flags,
      payload,
      ...(options === undefined ? {} : { options }),
    });
    const id = this.#scene.count(`ip-id ${sender.address}`, 0, 65_535);
    const packet: IpPacket = { ...ends, protocol: IP_PROTOCOL.tcp, ttl: sender.ttl, id, payload: bytes };
    this.#lastSent = packet;
    const arrival = sendPacket(this.#scene, packet, sender, this.now);
    this.now = arrival + BigInt(this.#paceMicros()) * MICROS;
    return this;
  }
}

/** Sends what the carriage makes of a datagram, a few microseconds apart. Answers the time of the last arrival. */
export function sendPacket(scene: Scene, packet: IpPacket, sender: Party, time: Nanoseconds): Nanoseconds {
  return sender
    .carriage(packet)
    .reduce((_, carried, index) => scene.send(carried, sender.path, time + BigInt(index) * 4n * MICROS), time);
}

export function other(speaker: Speaker): Speaker {
  return speaker === 'initiator' ? 'responder' : 'initiator';
}

export function after(time: Nanoseconds, seconds: number): Nanoseconds {
  return time + BigInt(Math.round(seconds * 1e9));
}
