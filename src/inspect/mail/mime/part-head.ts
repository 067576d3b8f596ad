import { createHash } from 'node:crypto';
import { LIMITS } from '../../../base/limits.js';
import { fileNameOf, readFieldValue, type FieldValue } from './field-value.js';

/** What the header of a message or part says, as far as anything rests on it. */
export interface PartHead {
  /** `type/subtype`, lower case */
  readonly type: string;
  readonly boundary: string | null;
  readonly reportType: string | null;
  readonly disposition: 'inline' | 'attachment' | null;
  readonly fileName: string | null;
  /** lower case; empty: none stated */
  readonly encoding: string;
  /** SHA-256 of the Message-ID, hexadecimal */
  readonly messageId: string | null;
}

const KEPT = /^(content-type|content-disposition|content-transfer-encoding|message-id)[ \t]*:(.*)$/is;
const TYPE = /^[a-z0-9!#$&^_.+-]{1,63}\/[a-z0-9!#$&^_.+-]{1,63}$/;
/** RFC 2046 section 5.1.1 says 70 characters; some senders use more */
const MAX_BOUNDARY = 200;

/** Collects the lines of one header; all but four fields are forgotten at once. */
export class HeadReader {
  readonly #fields = new Map<string, string>();
  #open: { name: string; value: string } | null = null;

  /** @param line one character per byte, without its end, not empty */
  addLine(line: string): void {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (this.#open !== null && this.#open.value.length < LIMITS.mailFieldBytes) this.#open.value += line;
      return;
    }
    this.#close();
    const match = KEPT.exec(line);
    if (match !== null) this.#open = { name: (match[1] as string).toLowerCase(), value: match[2] as string };
  }

  /** @param implied type where none is stated (RFC 2045 section 5.2, RFC 2046 section 5.1.5) */
  finish(implied: string): PartHead {
    this.#close();
    const type = readFieldValue(this.#fields.get('content-type') ?? implied);
    const disposition = readFieldValue(this.#fields.get('content-disposition') ?? '');
    return {
      // What is no type is plain text to nobody: readers show it, or offer it as a file.
      type: TYPE.test(type.value) ? type.value : 'application/octet-stream',
      boundary: boundaryOf(type),
      reportType: type.parameters.get('report-type')?.toLowerCase() ?? null,
      disposition: dispositionOf(disposition.value),
      fileName: fileNameOf(disposition.parameters.get('filename')) ?? fileNameOf(type.parameters.get('name')),
      encoding: readFieldValue(this.#fields.get('content-transfer-encoding') ?? '').value,
      messageId: digestOf(this.#fields.get('message-id')),
    };
  }

  #close(): void {
    // The first of a repeated field counts, as in most readers.
    if (this.#open !== null && !this.#fields.has(this.#open.name)) this.#fields.set(this.#open.name, this.#open.value);
    this.#open = null;
  }
}

function boundaryOf({ value, parameters }: FieldValue): string | null {
  const boundary = parameters.get('boundary');
  if (!value.startsWith('multipart/') || boundary === undefined) return null;
  return boundary.length > 0 && boundary.length <= MAX_BOUNDARY ? boundary : null;
}

/** An unknown disposition is treated as an attachment (RFC 2183 section 2.8). */
function dispositionOf(value: string): PartHead['disposition'] {
  return value === '' ? null : value === 'inline' ? 'inline' : 'attachment';
}

function digestOf(messageId: string | undefined): string | null {
  const id = messageId?.trim() ?? '';
  return id === '' ? null : createHash('sha256').update(id, 'latin1').digest('hex');
}
