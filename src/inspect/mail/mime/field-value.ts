import { cleanFileName, decodeText } from './mail-text.js';

/** A structured field: `value; name=value …` (RFC 2045 section 5.1, RFC 2183). */
export interface FieldValue {
  /** lower case, comments and blanks removed */
  readonly value: string;
  /** names in lower case; continuations and charsets undone (RFC 2231) */
  readonly parameters: ReadonlyMap<string, string>;
}

const MAX_PARAMETERS = 128;

/** @param text one character per byte, unfolded */
export function readFieldValue(text: string): FieldValue {
  const [head = '', ...rest] = splitAtSemicolons(text);
  const raw = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).trim().toLowerCase();
    if (!raw.has(name)) raw.set(name, unquote(part.slice(equals + 1).trim()));
  }
  return { value: head.replace(/\s+/g, '').toLowerCase(), parameters: joinContinuations(raw) };
}

/** A file's name from a parameter: whatever way it was encoded. */
export function fileNameOf(parameter: string | undefined): string | null {
  return parameter === undefined ? null : cleanFileName(decodeText(parameter));
}

/** Cuts at semicolons outside quotes and comments; comments (RFC 5322 section 3.2.2) are left out. */
function splitAtSemicolons(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length && parts.length < MAX_PARAMETERS; i++) {
    const c = text[i] as string;
    if (c === '\\' && (isQuoted || depth > 0)) {
      if (depth === 0) part += c + (text[i + 1] ?? '');
      i++;
    } else if (c === '"' && depth === 0) {
      isQuoted = !isQuoted;
      part += c;
    } else if (c === '(' && !isQuoted) depth++;
    else if (c === ')' && depth > 0) depth--;
    else if (depth === 0) {
      if (c === ';' && !isQuoted) {
        parts.push(part);
        part = '';
      } else part += c;
    }
  }
  parts.push(part);
  return parts;
}

/** A backslash escapes quotes and itself; before anything else it stays: Shift_JIS has it as a second byte. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const inner = text.length > 1 && text.endsWith('"') ? text.slice(1, -1) : text.slice(1);
  return inner.replace(/\\(["\\])/g, '$1');
}

const CONTINUATION = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/;
const MAX_PIECES = 64;

/** RFC 2231 sections 3 and 4: `name*0=`, `name*1*=`, `name*=charset'language'text`. */
function joinContinuations(raw: ReadonlyMap<string, string>): Map<string, string> {
  const joined = new Map<string, string>();
  const pieces = new Map<string, { text: string; isEncoded: boolean }[]>();
  for (const [name, text] of raw) {
    const match = CONTINUATION.exec(name);
    if (match === null) {
      joined.set(name, text);
      continue;
    }
    const [, base = '', index = '0', star] = match;
    const list = pieces.get(base) ?? [];
    pieces.set(base, list);
    if (Number(index) < MAX_PIECES)
      list[Number(index)] = { text, isEncoded: match[2] === undefined || star !== undefined };
  }
  for (const [base, list] of pieces) {
    const charset = list[0]?.isEncoded === true ? (/^([^']*)'[^']*'/.exec(list[0].text)?.[0] ?? '') : '';
    let bytes = '';
    for (const piece of list) {
      // A piece that is missing ends the value.
      if ((piece as typeof piece | undefined) === undefined) break;
      const text = piece === list[0] ? piece.text.slice(charset.length) : piece.text;
      bytes += piece.isEncoded ? undoPercent(text) : text;
    }
    // Kept as an encoded word: whoever reads the value decodes it as any other.
    const label = charset.slice(0, charset.indexOf("'"));
    joined.set(base, label === '' ? bytes : `=?${label}?B?${Buffer.from(bytes, 'latin1').toString('base64')}?=`);
  }
  return joined;
}

function undoPercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
