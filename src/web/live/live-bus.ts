import { LIMITS } from '../../base/limits.js';
import type { LiveTopic } from '../api.js';

/** A page that wants to know when something has changed. */
export interface LiveListener {
  /** whose it is: each may have so many */
  readonly name: string;
  readonly topics: ReadonlySet<LiveTopic>;
  /** false: who listens may not any more */
  readonly isWelcome: () => boolean;
  readonly tell: (topic: LiveTopic) => void;
  /** nothing has changed; the connection is kept alive */
  readonly greet: () => void;
  readonly end: () => void;
}

export interface LiveBusParts {
  /** what differs whenever the history has changed, by whichever process */
  readonly stamp: () => string;
  /** how often it is looked at, milliseconds */
  readonly everyMilliseconds: number;
  readonly onFault: (error: unknown) => void;
}

/** Shorter than the silence for which connections are ended, here or in a proxy. */
const GREETING_MILLISECONDS = 15_000;

/**
 * Tells pages that something has changed, at most once in each round. The history is looked at once for all of them, and
 * not at all while nobody listens.
 */
export class LiveBus {
  readonly #parts: LiveBusParts;
  readonly #listeners = new Set<LiveListener>();
  readonly #changed = new Set<LiveTopic>();
  #stamp = '';
  #silence = 0;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(parts: LiveBusParts) {
    this.#parts = parts;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** @returns what ends the listening; null: there are too many already, or the server ends */
  listen(listener: LiveListener): (() => void) | null {
    const own = [...this.#listeners].filter(({ name }) => name === listener.name).length;
    const isFull = this.#listeners.size >= LIMITS.liveListeners || own >= LIMITS.liveListenersPerUser;
    if (this.#isClosed || isFull) return null;
    if (this.#timer === null) {
      this.#stamp = this.#look();
      this.#timer = setInterval(() => this.round(), this.#parts.everyMilliseconds).unref();
    }
    this.#listeners.add(listener);
    return () => this.#leave(listener);
  }

  /** Something has changed: told with the next round. */
  note(topic: LiveTopic): void {
    if (this.#listeners.size > 0) this.#changed.add(topic);
  }

  /** One look at everything; the timer does it. */
  round(): void {
    const stamp = this.#look();
    if (stamp !== this.#stamp) this.#changed.add('history');
    this.#stamp = stamp;
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#silence += this.#parts.everyMilliseconds;
    const isGreeting = this.#silence >= GREETING_MILLISECONDS;
    if (isGreeting) this.#silence = 0;
    for (const listener of this.#listeners) {
      if (!listener.isWelcome()) {
        this.#leave(listener);
        listener.end();
        continue;
      }
      for (const topic of changed) if (listener.topics.has(topic)) listener.tell(topic);
      if (isGreeting) listener.greet();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const listener of this.#listeners) {
      this.#leave(listener);
      listener.end();
    }
  }

  #leave(listener: LiveListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
    this.#changed.clear();
  }

  /** A history that cannot be read now has not changed; the page's own requests tell why. */
  #look(): string {
    try {
      return this.#parts.stamp();
    } catch (error) {
      this.#parts.onFault(error);
      return this.#stamp;
    }
  }
}
