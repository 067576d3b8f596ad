import { LIMITS } from '../base/limits.js';
import type { StreamInspectorFactory } from './inspector.js';

/** A connection that another one announced: who will read it, and at which of its two ends the asking side is. */
export interface AnnouncedConnection {
  readonly make: StreamInspectorFactory;
  /** the client of the connection that announced it is the one that listens */
  readonly isClientListening: boolean;
}

/** Announced connections that were not opened yet; the oldest is forgotten where there are too many. */
export class AnnouncedConnections {
  /** forgotten ones: their files were not looked into */
  forgotten = 0;
  readonly #waiting = new Map<string, AnnouncedConnection>();

  /** @param listener, peer addresses as text */
  expect(listener: string, port: number, peer: string, connection: AnnouncedConnection): void {
    const key = keyOf(listener, port, peer);
    this.#waiting.delete(key);
    if (this.#waiting.size >= LIMITS.announcedConnections) {
      const oldest = this.#waiting.keys().next();
      if (oldest.done !== true) this.#waiting.delete(oldest.value);
      this.forgotten++;
    }
    this.#waiting.set(key, connection);
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Answers once: the next connection to the same port is another one. */
  take(listener: string, port: number, peer: string): AnnouncedConnection | undefined {
    const key = keyOf(listener, port, peer);
    const connection = this.#waiting.get(key);
    this.#waiting.delete(key);
    return connection;
  }
}

function keyOf(listener: string, port: number, peer: string): string {
  return `${listener} ${port} ${peer}`;
}
