import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '../../base/limits.js';

interface Session {
  readonly name: string;
  readonly began: number;
  used: number;
}

const IDLE_MILLISECONDS = 30 * 60_000;
const WHOLE_MILLISECONDS = 12 * 3600_000;

/** Only the digest is kept: who reads the memory of the server gets no cookie that works. */
function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Who is logged in. In memory: a restart logs everybody out. */
export class SessionBook {
  readonly #sessions = new Map<string, Session>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @returns the token for the cookie: 256 random bits */
  open(name: string): string {
    this.#forgetOld();
    const own = [...this.#sessions].filter(([, session]) => session.name === name);
    for (const [key] of own.slice(0, Math.max(0, own.length - LIMITS.sessionsPerUser + 1))) this.#sessions.delete(key);
    // insertion order is age: the oldest goes when the book is full
    if (this.#sessions.size >= LIMITS.sessions) {
      const [oldest] = this.#sessions.keys();
      if (oldest !== undefined) this.#sessions.delete(oldest);
    }
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(keyOf(token), { name, began: this.#now(), used: this.#now() });
    return token;
  }

  /** The name behind a token, and a key that stands for the session without opening it. */
  find(token: string): { readonly name: string; readonly key: string } | null {
    const key = keyOf(token);
    const session = this.#sessions.get(key);
    if (session === undefined) return null;
    if (this.#isOver(session)) {
      this.#sessions.delete(key);
      return null;
    }
    session.used = this.#now();
    return { name: session.name, key };
  }

  /** @param key as `find` gave it */
  isOpen(key: string): boolean {
    const session = this.#sessions.get(key);
    return session !== undefined && !this.#isOver(session);
  }

  close(token: string): void {
    this.#sessions.delete(keyOf(token));
  }

  #isOver({ began, used }: Session): boolean {
    return this.#now() - used > IDLE_MILLISECONDS || this.#now() - began > WHOLE_MILLISECONDS;
  }

  #forgetOld(): void {
    for (const [key, session] of this.#sessions) if (this.#isOver(session)) this.#sessions.delete(key);
  }
}
