import { LIMITS } from '../../base/limits.js';
import type { KeptPacket } from './kept-packet.js';

/** Clocks of capture points differ: a copy may bear an earlier time than the packet that it copies, nanoseconds. */
export const CLOCK_SLACK = 2e9;

/** What of one conversation is kept in one capture file: its beginning, its end, and who turned it down. */
class Window {
  readonly head: KeptPacket[] = [];
  readonly tail: KeptPacket[] = [];
  omitted = 0;
  latest = 0;
}

/** Packets of one conversation that a finding rests on, bounded per capture file. */
export class Conversation {
  /** nanoseconds since the run's origin */
  readonly start: number;
  end: number;
  readonly #headPackets: number;
  readonly #windows = new Map<number, Window>();

  constructor(start: number, end: number, fullPackets: boolean) {
    this.start = start;
    this.end = end;
    this.#headPackets = fullPackets ? LIMITS.evidenceHeadFullPackets : LIMITS.evidenceHeadPackets;
  }

  covers(time: number): boolean {
    return time >= this.start - CLOCK_SLACK && time <= this.end + CLOCK_SLACK;
  }

  /**
   * @param frame number of the packet in its file: a tunnel offers one packet several times
   * @param make copies the packet; null where the bundle has no room left
   * @returns the packet that had to go for it, null where none had
   */
  offer(file: number, frame: number, make: () => KeptPacket | null): KeptPacket | null {
    const window = this.#windowOf(file);
    if (window.latest === frame) return null;
    window.latest = frame;
    const packet = make();
    if (packet === null) {
      window.omitted++;
      return null;
    }
    if (window.head.length < this.#headPackets) {
      window.head.push(packet);
      return null;
    }
    window.tail.push(packet);
    if (window.tail.length <= LIMITS.evidenceTailPackets) return null;
    window.omitted++;
    return window.tail.shift() ?? null;
  }

  /** A file that changed while it was read proves nothing. */
  drop(file: number): void {
    this.#windows.delete(file);
  }

  get omitted(): number {
    return [...this.#windows.values()].reduce((sum, { omitted }) => sum + omitted, 0);
  }

  packets(): KeptPacket[] {
    return [...this.#windows.values()].flatMap(({ head, tail }) => [...head, ...tail]);
  }

  #windowOf(file: number): Window {
    let window = this.#windows.get(file);
    if (window === undefined) this.#windows.set(file, (window = new Window()));
    return window;
  }
}
