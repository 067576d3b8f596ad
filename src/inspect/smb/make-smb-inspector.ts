import { FrameCutter } from '../frame-cutter.js';
import type { Notes, Role, StreamInspector, StreamInspectorFactory } from '../inspector.js';
import type { CreateProbe } from '../content/create-probe.js';
import { OpenFiles } from './open-files.js';
import { Smb1Conversation } from './smb1-conversation.js';
import { Smb2Conversation, type ContentInMessage } from './smb2-conversation.js';
import { Smb2Message } from './smb2-message.js';
import { SmbFraming } from './smb-framing.js';
import { SmbKnowledge } from './smb-knowledge.js';

/** First byte of a message (MS-SMB2 2.2.1, 2.2.41, 2.2.42) */
const SMB1 = 0xff;
const SMB2 = 0xfe;
const ENCRYPTED = 0xfd;
const COMPRESSED = 0xfc;

/**
 * Reads SMB over NetBIOS sessions or TCP: dialect, encryption, pipes and, at depth `content`, the files of SMB2 and 3.
 * @param createProbe makes the probe that is fed a file's bytes
 */
export function makeSmbInspector(createProbe: CreateProbe): StreamInspectorFactory {
  return ({ notes, depth }) => new SmbInspector(notes, depth === 'content' ? createProbe : null);
}

class SmbInspector implements StreamInspector {
  readonly isDone = false;
  readonly #notes: Notes;
  readonly #knowledge: SmbKnowledge;
  readonly #smb1: Smb1Conversation;
  readonly #smb2: Smb2Conversation;
  readonly #client: FrameCutter;
  readonly #server: FrameCutter;

  constructor(notes: Notes, createProbe: CreateProbe | null) {
    this.#notes = notes;
    this.#knowledge = new SmbKnowledge(notes);
    this.#smb1 = new Smb1Conversation(this.#knowledge);
    this.#smb2 = new Smb2Conversation(this.#knowledge, new OpenFiles(notes, createProbe));
    this.#client = this.#cutter('client');
    this.#server = this.#cutter('server');
  }

  feed(role: Role, bytes: Uint8Array): void {
    (role === 'client' ? this.#client : this.#server).feed(bytes);
  }

  skip(role: Role, length: number): void {
    (role === 'client' ? this.#client : this.#server).skip(length);
  }

  end(): void {
    this.#smb2.end();
  }

  #cutter(role: Role): FrameCutter {
    const framing = new SmbFraming();
    let content: ContentCursor | null = null;
    return new FrameCutter(framing, {
      head: (head, length) => {
        const start = framing.begin(head, length);
        if (start === null) return;
        const message = head.subarray(start);
        const found = this.#read(role, message, length - start);
        content = found === null ? null : new ContentCursor(found);
        content?.pass(message);
      },
      rest: (bytes) => content?.pass(bytes),
      missing: (length) => content?.passMissing(length),
      lost: () => {
        framing.forget();
        content = null;
        this.#notes.shortfall('gap');
      },
    });
  }

  #read(role: Role, message: Uint8Array, length: number): ContentInMessage | null {
    const first = message[0];
    if (first === SMB1) this.#smb1.read(role, message);
    else if (first === ENCRYPTED) this.#knowledge.encrypted();
    else if (first === COMPRESSED) this.#notes.opaque('unknown-encoding');
    if (first !== SMB2) return null;
    const smb2 = new Smb2Message(message, length);
    if (smb2.isResponse !== (role === 'server')) return null;
    return role === 'client' ? this.#smb2.request(smb2) : this.#smb2.response(smb2);
  }
}

/** Picks the content out of a message's bytes as they come. */
class ContentCursor {
  readonly #content: ContentInMessage;
  #at = 0;

  constructor(content: ContentInMessage) {
    this.#content = content;
  }

  pass(bytes: Uint8Array): void {
    const { transfer, at, length } = this.#content;
    const from = Math.max(0, at - this.#at);
    const to = Math.min(bytes.length, at + length - this.#at);
    if (from < to) transfer.feed(bytes.subarray(from, to));
    this.#at += bytes.length;
  }

  passMissing(missing: number): void {
    const { transfer, at, length } = this.#content;
    const from = Math.max(at, this.#at);
    const to = Math.min(at + length, this.#at + missing);
    if (from < to) transfer.skip(to - from);
    this.#at += missing;
  }
}
