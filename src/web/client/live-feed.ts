import { LIVE_TOPICS, type LiveTopic } from '../api.js';

/** How long after the server refused before it is asked again, milliseconds. */
const AGAIN_MILLISECONDS = 30_000;

type Listener = () => void;

/**
 * The server's word that something has changed: one stream for the whole page, open while somebody listens and the page
 * is in sight, as browsers allow few connections to one server (six, over HTTP/1.1).
 */
class LiveFeed {
  readonly #listeners = new Map<LiveTopic, Set<Listener>>(LIVE_TOPICS.map((topic) => [topic, new Set()]));
  #source: EventSource | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#adjust());
  }

  /** The stream stands: who listens need not ask. While a lost connection is built up again, it does not. */
  get isOpen(): boolean {
    return this.#source?.readyState === EventSource.OPEN;
  }

  /** @returns what ends the listening */
  listen(topic: LiveTopic, listener: Listener): () => void {
    this.#listeners.get(topic)?.add(listener);
    this.#adjust();
    return () => {
      this.#listeners.get(topic)?.delete(listener);
      // the next page may listen at once
      setTimeout(() => this.#adjust());
    };
  }

  #adjust(): void {
    const isWanted =
      document.visibilityState === 'visible' && [...this.#listeners.values()].some((listeners) => listeners.size > 0);
    if (!isWanted) {
      clearTimeout(this.#again);
      this.#source?.close();
      this.#source = null;
    } else if (this.#source === null) this.#open();
  }

  #open(): void {
    const source = new EventSource('/api/events');
    this.#source = source;
    for (const topic of LIVE_TOPICS) source.addEventListener(topic, () => this.#tell(topic));
    // what happened while there was no stream is not told afterwards
    source.addEventListener('open', () => LIVE_TOPICS.forEach((topic) => this.#tell(topic)));
    source.addEventListener('error', () => {
      // a connection that broke is built up again by the browser; a refusal is final
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.#source = null;
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.#adjust(), AGAIN_MILLISECONDS);
    });
  }

  #tell(topic: LiveTopic): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
}

export const liveFeed = new LiveFeed();
