import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../api.js';
import { AttemptBook } from './attempt-book.js';
import { verifyPassword } from './password-hash.js';
import { SessionBook } from './session-book.js';
import type { UserRegister } from './user-register.js';

/** Who asks. */
export interface Identity {
  readonly name: string;
  readonly role: Role;
  /** what the CSRF token is bound to */
  readonly key: string;
}

/** A reverse proxy that has already found out who somebody is. */
export interface TrustedProxy {
  /** the addresses from which its word counts, as the socket tells them */
  readonly addresses: readonly string[];
  /** lower case */
  readonly header: string;
}

export interface AccessSettings {
  /** null: nobody logs in, which is for loopback only */
  readonly users: UserRegister | null;
  readonly proxy: TrustedProxy | null;
  readonly secure: boolean;
  readonly now?: () => number;
}

/** The `Set-Cookie` value, or why not. */
export type LogIn = { readonly cookie: string } | { readonly refused: 'wrong' | 'locked' | 'busy' };

/** Nobody logs in on a loopback address without users: who sits at the machine is the operator. */
const AT_THE_MACHINE: Identity = { name: 'local', role: 'operator', key: 'local' };

const ANONYMOUS = 'anonymous';

function proxyKey(name: string): string {
  return `proxy ${name}`;
}

/** Decides who a request comes from, and hands out sessions and CSRF tokens. */
export class Access {
  readonly #settings: AccessSettings;
  readonly #sessions: SessionBook;
  readonly #attempts: AttemptBook;
  readonly #secret = randomBytes(32);
  /** `__Host-`: browsers accept it over TLS only, from this very host (RFC 6265bis) */
  readonly cookieName: string;
  #verifying = 0;

  constructor(settings: AccessSettings) {
    this.#settings = settings;
    this.#sessions = new SessionBook(settings.now);
    this.#attempts = new AttemptBook(settings.now);
    this.cookieName = settings.secure ? '__Host-sansou' : 'sansou';
  }

  /** `open`: nobody logs in. */
  get mode(): 'open' | 'password' | 'proxy' {
    if (this.#settings.users === null) return 'open';
    return this.#settings.proxy === null ? 'password' : 'proxy';
  }

  identify(request: FastifyRequest): Identity | null {
    const { users } = this.#settings;
    if (users === null) return AT_THE_MACHINE;
    const fromProxy = this.#nameFromProxy(request);
    if (fromProxy !== null) {
      const user = users.find(fromProxy);
      return user === null ? null : { name: user.name, role: user.role, key: proxyKey(user.name) };
    }
    const session = this.#sessions.find(this.#cookieOf(request) ?? '');
    const user = session === null ? null : users.find(session.name);
    return user === null || session === null ? null : { name: user.name, role: user.role, key: session.key };
  }

  /** Whether somebody who was let in still is, without counting as a sign of life. */
  isStillIn({ name, role, key }: Identity): boolean {
    const { users } = this.#settings;
    if (users === null) return true;
    return users.find(name)?.role === role && (key === proxyKey(name) || this.#sessions.isOpen(key));
  }

  async logIn(name: string, password: string, address: string): Promise<LogIn> {
    const user = this.#settings.users?.find(name) ?? null;
    // by name and address: nobody can lock somebody else out from elsewhere
    const attempt = `${address} ${name}`;
    if (this.#attempts.isLocked(attempt)) return { refused: 'locked' };
    // each verification takes 32 MiB: two at a time
    if (this.#verifying >= 2) return { refused: 'busy' };
    this.#verifying++;
    try {
      if (!(await verifyPassword(password, user?.passwordHash ?? null))) {
        this.#attempts.fail(attempt);
        return { refused: 'wrong' };
      }
    } finally {
      this.#verifying--;
    }
    this.#attempts.succeed(attempt);
    return { cookie: this.#setCookie(this.#sessions.open(name)) };
  }

  /** @returns the `Set-Cookie` value that takes the cookie away */
  logOut(request: FastifyRequest): string {
    const token = this.#cookieOf(request);
    if (token !== null) this.#sessions.close(token);
    return `${this.#setCookie('')}; Max-Age=0`;
  }

  csrfToken(identity: Identity | null): string {
    return createHmac('sha256', this.#secret)
      .update(identity?.key ?? ANONYMOUS)
      .digest('base64url');
  }

  isCsrfToken(identity: Identity | null, given: unknown): boolean {
    const expected = Buffer.from(this.csrfToken(identity));
    const candidate = Buffer.from(typeof given === 'string' ? given : '');
    return candidate.length === expected.length && timingSafeEqual(candidate, expected);
  }

  #setCookie(token: string): string {
    return `${this.cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict${this.#settings.secure ? '; Secure' : ''}`;
  }

  #cookieOf(request: FastifyRequest): string | null {
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    const [, token] = pairs.find(([name]) => name === this.cookieName) ?? [];
    return token ?? null;
  }

  /** The header counts when the connection itself comes from the proxy; from anybody else it is ignored. */
  #nameFromProxy(request: FastifyRequest): string | null {
    const { proxy } = this.#settings;
    if (proxy === null) return null;
    const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
    const name = request.headers[proxy.header];
    return proxy.addresses.includes(peer) && typeof name === 'string' && name !== '' ? name : null;
  }
}
