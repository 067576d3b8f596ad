import { LIMITS } from '../../../base/limits.js';
import type { MailPart } from '../../../model/facts.js';
import type { ContentProbe } from '../../content/content-probe.js';
import type { CreateProbe } from '../../content/create-probe.js';
import type { PartHead } from './part-head.js';
import { TextScan } from './text-scan.js';
import { makeTransferDecoder, type TransferDecoder } from './transfer-decoder.js';

const TNEF_MAGIC = [0x78, 0x9f, 0x3e, 0x22];

/** A part that is no container: its bytes are decoded and looked at. */
export class MimePart {
  readonly #path: string;
  readonly #head: PartHead;
  readonly #probe: ContentProbe;
  readonly #decoder: TransferDecoder | null;
  readonly #scan: TextScan | null;
  #firstBytes: number[] = [];
  #isWhole = true;

  constructor(path: string, head: PartHead, createProbe: CreateProbe) {
    this.#path = path;
    this.#head = head;
    this.#probe = createProbe({ name: head.fileName, mediaType: head.type });
    this.#decoder = makeTransferDecoder(head.encoding);
    this.#scan = head.type.startsWith('text/') ? new TextScan() : null;
  }

  feed(bytes: Uint8Array): void {
    this.#take(this.#decoder?.feed(bytes) ?? bytes);
  }

  skip(length: number): void {
    this.#isWhole = false;
    this.#probe.skip(length);
  }

  /** @param isWhole the part ended as its framing said */
  finish(isWhole: boolean): { part: MailPart; isComplete: boolean } {
    this.#take(this.#decoder?.finish() ?? NOTHING);
    this.#scan?.finish();
    const probed = this.#probe.finish();
    const all = isWhole && this.#isWhole;
    const isTnef = TNEF_MAGIC.every((byte, at) => this.#firstBytes[at] === byte);
    const { type, disposition, fileName } = this.#head;
    const part: MailPart = {
      path: this.#path,
      type: type.slice(0, LIMITS.factTextLength),
      disposition,
      fileName,
      size: probed.size,
      sha256: all && this.#decoder !== null ? probed.sha256 : null,
      kind: isTnef ? 'tnef' : probed.kind,
      active: probed.active,
      encodedText: this.#scan?.found ?? false,
    };
    // That a layer inside could not be opened is the probe's matter: the list of parts is whole all the same.
    return { part, isComplete: all && this.#decoder !== null };
  }

  #take(bytes: Uint8Array): void {
    for (let at = 0; this.#firstBytes.length < TNEF_MAGIC.length && at < bytes.length; at++)
      this.#firstBytes.push(bytes[at] as number);
    if (bytes.length === 0) return;
    this.#scan?.feed(bytes);
    this.#probe.feed(bytes);
  }
}

const NOTHING = new Uint8Array(0);
