import { inflateSync } from 'node:zlib';
import type { ActiveContent } from '../../model/facts.js';
import type { Analysis, Piece } from './analysis.js';

const NAMES: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'javascript',
  JS: 'javascript',
  Launch: 'launch-action',
  EmbeddedFile: 'embedded-file',
  EmbeddedFiles: 'embedded-file',
  RichMedia: 'embedded-object',
  Encrypt: 'encrypted-document',
};
/** what an action at opening may do without harm: show a page */
const HARMLESS = /^(?:GoTo|S|D|Type|Action|XYZ|Fit[BHRV]{0,2}|FitBH|FitBV)$/;
const NAMES_PER_OBJECT = 64;

/**
 * Names of a PDF (ISO 32000-1) that make it act. Only names count: strings, comments and the content of streams are
 * passed over, but for streams of objects, where the names of newer files are.
 */
export function readPdf({ bytes }: Piece, analysis: Analysis): void {
  const reader = new PdfReader(analysis);
  reader.read(bytes, true);
  reader.finish();
}

class PdfReader {
  readonly #analysis: Analysis;
  /** names of each object by its number, as long as they are few */
  readonly #objects = new Map<string, string[]>();
  readonly #opened: string[] = [];

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** @param hasStreams false inside a stream of objects */
  read(bytes: Buffer, hasStreams: boolean): void {
    // latin1: one character per byte, so offsets are the same
    const text = bytes.toString('latin1');
    TOKEN.lastIndex = 0;
    let names: string[] = [];
    let previous = '';
    let beforePrevious = '';
    let hasStrings = true;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      const token = match[0];
      const first = token[0];
      if (first === '%') continue;
      if (first === '(') {
        const end = hasStrings ? endOfString(text, match.index) : -1;
        // Never closed: damaged. What follows is read rather than passed over, and searched once only.
        if (end < 0) hasStrings = false;
        else TOKEN.lastIndex = end;
        continue;
      }
      if (first === '/') {
        const name = decodeName(token);
        if (names.length < NAMES_PER_OBJECT) names.push(name);
        this.#judge(name, text, TOKEN.lastIndex);
      } else if (token === 'obj') {
        names = [];
        if (this.#analysis.countEntry()) this.#objects.set(beforePrevious, names);
      } else if (token === 'endobj') names = [];
      else if (token === 'stream' && hasStreams)
        TOKEN.lastIndex = this.#passStream(bytes, text, TOKEN.lastIndex, names);
      beforePrevious = previous;
      previous = token;
    }
  }

  finish(): void {
    for (const number of this.#opened) {
      const names = this.#objects.get(number);
      if (names?.some((name) => !HARMLESS.test(name)) === true) this.#analysis.add('open-action');
    }
  }

  #judge(name: string, text: string, behind: number): void {
    if (Object.hasOwn(NAMES, name)) this.#analysis.add(NAMES[name] as ActiveContent);
    if (name !== 'OpenAction') return;
    const value = text.slice(behind, behind + 512);
    const reference = /^\s*(\d{1,10})\s+\d{1,5}\s+R\b/.exec(value);
    if (reference !== null) this.#opened.push(reference[1] as string);
    else if (/^\s*<</.test(value)) {
      const inner = value.slice(0, value.indexOf('>>')).match(/\/[^\s/<>[\]()]{1,64}/g) ?? [];
      if (inner.map(decodeName).some((one) => !HARMLESS.test(one))) this.#analysis.add('open-action');
    }
  }

  /** @returns the offset behind the stream's data */
  #passStream(bytes: Buffer, text: string, at: number, names: readonly string[]): number {
    const found = bytes.indexOf('endstream', at);
    const end = found < 0 ? bytes.length : found;
    if (names.includes('ObjStm')) {
      const data = at + (text.startsWith('\r\n', at) ? 2 : 1);
      if (names.includes('FlateDecode') || names.includes('Fl')) this.#readObjects(bytes.subarray(data, end));
      else if (names.includes('Filter')) this.#analysis.leaveOut();
      else this.#readNested(bytes.subarray(data, end));
    }
    return end;
  }

  #readObjects(data: Buffer): void {
    if (this.#analysis.inflatable === 0 || !this.#analysis.countEntry()) {
      this.#analysis.leaveOut();
      return;
    }
    try {
      // Z_SYNC_FLUSH: the data may be followed by a line end, or be cut
      const objects = inflateSync(data, { finishFlush: 2, maxOutputLength: this.#analysis.inflatable });
      this.#analysis.countInflated(objects.length);
      this.#readNested(objects);
    } catch {
      this.#analysis.leaveOut(); // encrypted, damaged, or a bomb
    }
  }

  #readNested(objects: Buffer): void {
    const resumeAt = TOKEN.lastIndex;
    this.read(objects, false);
    TOKEN.lastIndex = resumeAt;
  }
}

/** comments, strings (their begin), names, words; numbers are words, too */
const TOKEN = /%[^\r\n]{0,65536}|\(|\/[^\s/<>[\](){}%]{0,512}|[A-Za-z0-9]{1,64}/g;

/** Parentheses may be nested and escaped (7.3.4.2). @returns the offset behind it, or -1 */
function endOfString(text: string, begin: number): number {
  let depth = 0;
  for (let at = begin; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5c) at++;
    else if (c === 0x28) depth++;
    else if (c === 0x29 && --depth === 0) return at + 1;
  }
  return -1;
}

/** `#xx` is a byte (7.3.5): a way to hide a name. */
function decodeName(token: string): string {
  return token
    .slice(1)
    .replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
