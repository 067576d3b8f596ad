import { LIMITS } from '../../base/limits.js';
import type { AppProtocol, Shortfall } from '../../model/facts.js';
import type { Notes, Role, StreamInspector } from '../inspector.js';
import type { BodyFraming } from './body-framing.js';
import { frameRequest, frameResponse } from './body-framing.js';
import type { BodyReading } from './body-reading.js';
import type { Exchange } from './exchange.js';
import { openExchange } from './exchange.js';
import type { HeadFields } from './head-fields.js';
import { HeldBytes } from '../held-bytes.js';
import { judgeAnswer } from './judge-answer.js';
import type { BodyPlan } from './message-reader.js';
import { MessageReader } from './message-reader.js';
import { NameLog } from './name-log.js';
import type { RequestLine } from './start-line.js';
import { readRequestLine, readStatusLine } from './start-line.js';

/** What follows a protocol switch. */
interface Switch {
  /** null: to be recognised */
  readonly to: AppProtocol | null;
  /** nobody reads what follows */
  readonly isOpaque: boolean;
}

/** Protocols asked for by `Upgrade` that are read further. */
const UPGRADES: Readonly<Record<string, AppProtocol>> = { h2c: 'http2', tls: 'tls' };

/** Both directions of one HTTP/1.x connection: requests, their responses in order, and the switch to a tunnel. */
export class HttpConversation implements StreamInspector {
  private readonly notes: Notes;
  private readonly bodies: BodyReading;
  private readonly names: NameLog;
  private readonly requests: MessageReader<RequestLine>;
  private readonly responses: MessageReader<number>;
  /** requests without a final response, in order; at most LIMITS.httpPendingRequests */
  private pending: Exchange[] = [];
  /** of the client, behind a request for a tunnel */
  private readonly held = new HeldBytes();
  private switched: Switch | null = null;
  isDone = false;

  constructor(notes: Notes, bodies: BodyReading) {
    this.notes = notes;
    this.bodies = bodies;
    this.names = new NameLog(notes);
    const shortfall = (kind: Shortfall): void => notes.shortfall(kind);
    this.requests = new MessageReader({
      readStart: readRequestLine,
      head: (line, fields) => this.readRequest(line, fields),
      shortfall,
      resynchronised: () => undefined,
    });
    this.responses = new MessageReader({
      readStart: readStatusLine,
      head: (status, fields) => this.readResponse(status, fields),
      shortfall,
      resynchronised: () => this.forgetAllButLast(),
    });
  }

  feed(role: Role, bytes: Uint8Array): void {
    if (this.isDone) return;
    if (role === 'client') return this.feedClient(bytes);
    const taken = this.responses.feed(bytes);
    if (this.switched !== null) this.switchOver(this.switched, bytes.subarray(taken));
  }

  skip(role: Role, length: number): void {
    if (this.isDone) return;
    if (role === 'server') {
      // The lost bytes may have been the answer to CONNECT: who speaks from here on is for a fresh recognition to say.
      if (this.awaitsTunnel()) this.switchOver({ to: null, isOpaque: false }, NO_BYTES);
      else this.responses.skip(length);
    } else if (this.requests.isStopped) {
      this.held.hasHole = true;
      this.notes.shortfall('gap');
    } else this.requests.skip(length);
  }

  end(): void {
    this.isDone = true;
    // A switch that was offered and never answered: the client most likely went on in HTTP.
    while (this.held.length > 0 && !this.held.hasHole && !this.awaitsTunnel()) this.readHeld();
    this.requests.end();
    this.responses.end();
    this.releasePending();
  }

  private feedClient(bytes: Uint8Array): void {
    const taken = this.requests.feed(bytes);
    this.held.add(bytes.subarray(taken));
    // No client says so much into an unanswered tunnel: the answers were not captured, the tunnel stands.
    if (this.held.length > LIMITS.tunnelHeldBytes) this.switchOver({ to: null, isOpaque: false }, NO_BYTES);
  }

  private readRequest(line: RequestLine, fields: HeadFields): BodyPlan {
    const exchange = openExchange(line, fields);
    if (this.pending.length >= LIMITS.httpPendingRequests) this.release(this.pending.shift()!);
    this.pending.push(exchange);
    const framing: BodyFraming = exchange.form === 'connect' ? { kind: 'none' } : frameRequest(fields);
    const sink = framing.kind === 'none' ? null : this.bodies.openRequest(exchange, fields);
    return { framing, sink, stopsBehind: asksForSwitch(exchange) };
  }

  private readResponse(status: number, fields: HeadFields): BodyPlan {
    const isInterim = status < 200 && status !== 101;
    const exchange = (isInterim ? this.pending[0] : this.pending.shift()) ?? null;
    const framing = frameResponse(fields, status, exchange?.method ?? null);
    if (isInterim) return { framing, sink: null, stopsBehind: false };
    const destination = exchange?.destination ?? null;
    if (exchange !== null && destination !== null) {
      this.names.add(destination, judgeAnswer(exchange.form, status), status);
    }
    this.switched = readSwitch(exchange, status, fields);
    if (this.switched === null) this.resumeClient(exchange);
    const sink = framing.kind === 'none' ? null : this.bodies.openResponse(exchange, status, fields);
    return { framing, sink, stopsBehind: this.switched !== null };
  }

  /** The request for a tunnel was turned down: the client goes on in HTTP. */
  private resumeClient(exchange: Exchange | null): void {
    if (!this.requests.isStopped || exchange === null || !asksForSwitch(exchange)) return;
    const hasHole = this.held.hasHole;
    this.readHeld();
    if (hasHole) this.requests.skip(1);
  }

  private readHeld(): void {
    this.requests.resume();
    const bytes = this.held.release();
    this.held.add(bytes.subarray(this.requests.feed(bytes)));
  }

  private awaitsTunnel(): boolean {
    return this.pending.at(-1)?.form === 'connect';
  }

  private switchOver({ to, isOpaque }: Switch, serverRest: Uint8Array): void {
    this.releasePending();
    this.isDone = true;
    if (isOpaque) this.notes.shortfall('tunnel-unread');
    else this.notes.handOver(to, this.held.hasHole ? NO_BYTES : this.held.release(), Buffer.from(serverRest));
  }

  private forgetAllButLast(): void {
    for (const exchange of this.pending.splice(0, this.pending.length - 1)) this.release(exchange);
  }

  private releasePending(): void {
    for (const exchange of this.pending.splice(0)) this.release(exchange);
  }

  /** No answer will be seen. */
  private release({ destination }: Exchange): void {
    if (destination !== null) this.names.add(destination, 'none', null);
  }
}

const NO_BYTES = new Uint8Array(0);

function asksForSwitch(exchange: Exchange): boolean {
  return exchange.form === 'connect' || exchange.upgrade !== null;
}

function readSwitch(exchange: Exchange | null, status: number, fields: HeadFields): Switch | null {
  if (exchange?.form === 'connect' && status < 300) return { to: null, isOpaque: false };
  if (status !== 101) return null;
  const upgrade = fields.first('upgrade')?.split(/[,/ ]/, 1)[0]?.toLowerCase() ?? exchange?.upgrade ?? '';
  return upgrade === 'websocket' ? { to: null, isOpaque: true } : { to: UPGRADES[upgrade] ?? null, isOpaque: false };
}
