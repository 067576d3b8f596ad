import { LIMITS } from '../../base/limits.js';
import type { NameFact } from '../../model/facts.js';
import type { InspectionContext, Notes, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import type { MessageAnswer, SocksRequest } from './socks-message.js';
import { readReply4, readReply5, readRequest4, readRequest5 } from './socks-message.js';

/** Reads the begin of SOCKS 4, 4a and 5 connections (RFC 1928, RFC 1929) up to the tunnel. */
export const inspectSocks: StreamInspectorFactory = (context) => new SocksConversation(context);

type Step = 'methods' | 'method' | 'login' | 'login-answer' | 'request' | 'reply';

const NOBODY_READS_GSSAPI = 1;
const LOGIN = 2;
/** RFC 1929 section 2; a request begins with 5 */
const LOGIN_VERSION = 1;
const NOTHING = Buffer.alloc(0);

class SocksConversation implements StreamInspector {
  isDone = false;
  private readonly notes: Notes;
  private step: Step | null = null;
  private version: 4 | 5 = 5;
  private readonly waiting: Record<Role, Buffer> = { client: NOTHING, server: NOTHING };
  private request: SocksRequest | null = null;

  constructor({ notes }: InspectionContext) {
    this.notes = notes;
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    this.waiting[role] = Buffer.concat([this.waiting[role], bytes]);
    let goesOn = true;
    while (goesOn) goesOn = this.advance();
    // No handshake waits for so much: the other direction was not captured, and the tunnel stands.
    if (this.waiting[role].length > LIMITS.tunnelHeldBytes) this.goOnAlone(role);
  }

  skip(): void {
    if (!this.isDone) this.giveUp('gap');
  }

  end(): void {
    if (this.isDone) return;
    if (this.waiting.client.length > 0 && this.waiting.server.length === 0) this.readClientAlone();
    if (this.request !== null) this.noteName('none');
    this.isDone = true;
  }

  /** One side has said more than a handshake holds: what the other did not say will not come. */
  private goOnAlone(role: Role): void {
    if (role === 'server' || !this.readClientAlone()) return this.giveUp('tunnel-unread');
    this.noteName('none');
    this.isDone = true;
    this.notes.handOver(null, this.waiting.client);
  }

  /**
   * The client's messages without the answers between them: what it asked for is there all the same.
   * @returns false where its request is not
   */
  private readClientAlone(): boolean {
    if (this.step === 'method') this.step = this.waiting.client[0] === LOGIN_VERSION ? 'login' : 'request';
    while (this.step !== 'reply' && this.advance()) if (this.step === 'login-answer') this.step = 'request';
    return this.request?.isConnect === true;
  }

  /** One message further. @returns false when bytes are missing */
  private advance(): boolean {
    switch (this.step) {
      case null:
        return this.begin();
      case 'methods':
        return this.use('client', readCounted(this.waiting.client, 1, 5), () => 'method');
      case 'method':
        return this.use('server', readPair(this.waiting.server, 5), (method) => this.afterMethod(method));
      case 'login':
        return this.use('client', readLogin(this.waiting.client), () => 'login-answer');
      case 'login-answer':
        return this.use('server', readPair(this.waiting.server, 1), () => 'request');
      case 'request': {
        const read = this.version === 5 ? readRequest5 : readRequest4;
        return this.use('client', read(this.waiting.client), (request) => {
          this.request = request;
          return 'reply';
        });
      }
      case 'reply': {
        const read = this.version === 5 ? readReply5 : readReply4;
        return this.use('server', read(this.waiting.server), (isGranted) => this.afterReply(isGranted));
      }
    }
  }

  private begin(): boolean {
    const first = this.waiting.client[0];
    if (first === undefined) return false;
    if (first !== 4 && first !== 5) {
      this.giveUp('from-the-middle');
      return false;
    }
    this.version = first;
    this.step = first === 5 ? 'methods' : 'request';
    return true;
  }

  private use<T>(role: Role, answer: MessageAnswer<T>, next: (value: T) => Step | null): boolean {
    if (answer === 'wait') return false;
    if (answer === null) {
      this.giveUp('undecodable');
      return false;
    }
    this.waiting[role] = this.waiting[role].subarray(answer.length);
    const step = next(answer.value);
    if (step === null) this.isDone = true;
    else this.step = step;
    return step !== null;
  }

  private afterMethod(method: number): Step | null {
    if (method === LOGIN) return 'login';
    if (method === NOBODY_READS_GSSAPI) this.notes.shortfall('tunnel-unread');
    return method === 0 ? 'request' : null;
  }

  private afterReply(isGranted: boolean): null {
    const isTunnel = isGranted && this.request?.isConnect === true;
    this.noteName(isGranted ? 'accepted' : 'refused');
    if (isTunnel) this.notes.handOver(null, this.waiting.client, this.waiting.server);
    else if (isGranted) this.notes.shortfall('tunnel-unread');
    this.forgetWaiting();
    return null;
  }

  private giveUp(why: 'gap' | 'undecodable' | 'from-the-middle' | 'tunnel-unread'): void {
    this.forgetWaiting();
    this.notes.shortfall(why);
    this.isDone = true;
  }

  private forgetWaiting(): void {
    this.waiting.client = NOTHING;
    this.waiting.server = NOTHING;
  }

  private noteName(answer: NameFact['answer']): void {
    const request = this.request;
    this.request = null;
    const name = request?.name ?? null;
    if (request === null || name === null) return;
    this.notes.name({ source: 'socks', name, port: request.port, answer, status: null, ech: false });
  }
}

/** A version, a count at `at`, and so many bytes. */
function readCounted(bytes: Uint8Array, at: number, version: number): MessageAnswer<null> {
  const count = bytes[at];
  if (count === undefined || bytes.length < at + 1 + count) return 'wait';
  return bytes[0] === version ? { value: null, length: at + 1 + count } : null;
}

/** A version and one byte. */
function readPair(bytes: Uint8Array, version: number): MessageAnswer<number> {
  if (bytes.length < 2) return 'wait';
  return bytes[0] === version ? { value: bytes[1] as number, length: 2 } : null;
}

/** RFC 1929 section 2: passed over, never kept. */
function readLogin(bytes: Uint8Array): MessageAnswer<null> {
  const user = readCounted(bytes, 1, 1);
  if (user === null || user === 'wait') return user;
  const passwordLength = bytes[user.length];
  if (passwordLength === undefined) return 'wait';
  const length = user.length + 1 + passwordLength;
  return bytes.length < length ? 'wait' : { value: null, length };
}
