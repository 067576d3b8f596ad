import { LIMITS } from '../../base/limits.js';
import type { MailFact } from '../../model/facts.js';
import { beginsWithWords } from '../begins-with-words.js';
import type { CreateProbe } from '../content/create-probe.js';
import { HeldBytes } from '../held-bytes.js';
import type { InspectionContext, Notes, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import { DialogueLines } from '../dialogue-lines.js';
import { MessageLog } from './message-log.js';
import type { MimeReader } from './mime/mime-reader.js';

/**
 * Makes the factory of IMAP inspectors (RFC 9051, RFC 3501; non-synchronizing literals RFC 7888, COMPRESS RFC 4978).
 * @param createProbe makes the reader of one part; called only where the depth is `content`
 */
export function makeImapInspector(createProbe: CreateProbe): StreamInspectorFactory {
  return (context) => new ImapConversation(context, createProbe);
}

/** RFC 8446 section 5.1 */
const TLS_HANDSHAKE = 0x16;
const LITERAL = /~?\{(\d{1,12})\+?\}$/;
/** what of a message the literal holds (RFC 9051 section 7.5.2); `BODY[]` and `RFC822` are all of it */
const SECTION =
  /(?:BODY\[([^\]]{0,200})\](<\d+>)?|BINARY\[([^\]]{0,200})\](<\d+>)?|(RFC822(?:\.\w{1,10})?))\s+~?\{\d+\+?\}$/i;
const APPEND = /^\S{1,64}\s+append\s/i;
const SWITCH = /^(\S{1,64})\s+(starttls|compress)\b/i;

/** One direction: lines, and literals of counted bytes between them. */
interface Way {
  readonly lines: DialogueLines;
  /** bytes left of a literal */
  literal: number;
  reader: MimeReader | null;
  isWhole: boolean;
  isLost: boolean;
}

class ImapConversation implements StreamInspector {
  isDone = false;
  readonly #notes: Notes;
  readonly #log: MessageLog;
  readonly #held = new HeldBytes();
  readonly #ways: Readonly<Record<Role, Way>> = { client: makeWay(), server: makeWay() };
  /** tag and kind of the command behind which the bytes are something else */
  #switch: { readonly tag: string; readonly isTls: boolean } | null = null;
  /** TLS was agreed on: what the client sends next shows whether it comes */
  #isAgreed = false;
  #hasCommand = false;

  constructor(context: InspectionContext, createProbe: CreateProbe) {
    this.#notes = context.notes;
    this.#log = new MessageLog(context, createProbe, 'imap');
  }

  feed(role: Role, bytes: Uint8Array): void {
    const way = this.#ways[role];
    let at = 0;
    while (at < bytes.length && !this.isDone && !way.isLost) {
      if (way.literal > 0) at += this.#feedLiteral(role, bytes.subarray(at));
      else if (role === 'client' && this.#switch !== null) {
        this.#held.add(bytes.subarray(at));
        if (this.#held.length > LIMITS.tunnelHeldBytes) this.#switchOver(this.#switch.isTls, NOTHING);
        return;
      } else if (this.#isTls(role, bytes, at)) {
        if (role === 'client') this.#held.add(bytes.subarray(at));
        this.#switchOver(true, role === 'server' ? bytes.subarray(at) : NOTHING);
        return;
      } else {
        if (role === 'client') this.#isAgreed = false;
        const taken = way.lines.take(bytes, at);
        if (taken === null) return;
        at = taken.next;
        if (role === 'client') this.#readCommand(taken.line);
        else this.#readAnswer(taken.line);
      }
    }
  }

  skip(role: Role, length: number): void {
    const way = this.#ways[role];
    if (this.isDone || way.isLost) return;
    if (this.#isAgreed) {
      this.#switchOver(true, NOTHING);
      return;
    }
    if (way.literal > 0 && length <= way.literal) {
      way.reader?.skip(length);
      this.#countLiteral(role, length);
      return;
    }
    // Where a literal begins or ends is not known any more.
    this.#endMessage(role, false);
    way.isLost = true;
    this.#notes.shortfall('gap');
    this.isDone = this.#ways.client.isLost && this.#ways.server.isLost;
  }

  end(): void {
    if (this.isDone) return;
    if (this.#isAgreed) this.#notes.opaque('starttls');
    this.#endMessage('client', false);
    this.#endMessage('server', false);
    this.isDone = true;
  }

  #isTls(role: Role, bytes: Uint8Array, at: number): boolean {
    if (!this.#ways[role].lines.isAtStart) return false;
    if (this.#isAgreed) return !beginsWithWords(bytes[at]);
    // the client was not captured: TLS behind an answer can only be what STARTTLS asked for
    return role === 'server' && !this.#hasCommand && bytes[at] === TLS_HANDSHAKE;
  }

  #readCommand(line: string): void {
    this.#hasCommand = true;
    const size = LITERAL.exec(line)?.[1];
    if (size !== undefined) this.#openLiteral('client', Number(size), APPEND.test(line) ? 'whole' : 'none');
    const change = SWITCH.exec(line);
    if (change !== null) this.#switch = { tag: change[1] as string, isTls: change[2]?.toLowerCase() === 'starttls' };
  }

  #readAnswer(line: string): void {
    const change = this.#switch;
    if (change !== null && line.startsWith(`${change.tag} `)) {
      this.#switch = null;
      const isGood = /^\S+\s+ok\b/i.test(line);
      if (isGood && !change.isTls) this.#switchOver(false, NOTHING);
      else {
        this.#isAgreed = isGood;
        this.feed('client', this.#held.release());
      }
      return;
    }
    const size = LITERAL.exec(line)?.[1];
    if (size === undefined) return;
    const section = /\bfetch\b/i.test(line) || !line.startsWith('*') ? SECTION.exec(line) : null;
    this.#openLiteral('server', Number(size), section === null ? 'none' : sectionKind(section));
  }

  #openLiteral(role: Role, size: number, content: 'whole' | 'part' | 'none'): void {
    const way = this.#ways[role];
    way.literal = size;
    if (content === 'none' || size === 0) return;
    way.reader = this.#log.open();
    way.isWhole = content === 'whole';
  }

  #feedLiteral(role: Role, bytes: Uint8Array): number {
    const way = this.#ways[role];
    const part = bytes.subarray(0, way.literal);
    way.reader?.feed(part);
    this.#countLiteral(role, part.length);
    return part.length;
  }

  #countLiteral(role: Role, length: number): void {
    const way = this.#ways[role];
    way.literal -= length;
    if (way.literal === 0) this.#endMessage(role, true);
  }

  #endMessage(role: Role, isWhole: boolean): void {
    const way = this.#ways[role];
    const message = way.reader?.finish(isWhole && way.isWhole);
    way.reader = null;
    if (message === undefined) return;
    const sender: MailFact['sender'] = role;
    // A piece of a message has no header of its own: what it is cannot be told from it.
    this.#log.note(way.isWhole ? message : { ...message, parts: [], messageId: null, complete: false }, sender, null);
  }

  #switchOver(isTls: boolean, serverRest: Uint8Array): void {
    this.#isAgreed = isTls;
    this.end();
    if (!isTls) this.#notes.opaque('unknown-encoding');
    if (isTls) this.#notes.handOver('tls', this.#held.release(), serverRest);
  }
}

const NOTHING = new Uint8Array(0);

function makeWay(): Way {
  return { lines: new DialogueLines(), literal: 0, reader: null, isWhole: false, isLost: false };
}

/** Headers alone say nothing of the parts: they are no message. */
function sectionKind([, body, bodyFrom, binary, binaryFrom, old]: RegExpExecArray): 'whole' | 'part' | 'none' {
  const section = (body ?? binary ?? '').toLowerCase();
  if (/header|mime$/.test(section) || old?.toLowerCase() === 'rfc822.header') return 'none';
  const isAll = old === undefined ? section === '' && (bodyFrom ?? binaryFrom) === undefined : /^rfc822$/i.test(old);
  return isAll ? 'whole' : 'part';
}
