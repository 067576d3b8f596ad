import { cleanFileName, decodeFileName, decodeText, undoPercent } from './file-name.js';

/** RFC 6266, RFC 7578 section 4.2 */
export interface Disposition {
  /** lower case: `attachment`, `inline`, `form-data` … */
  readonly type: string;
  /** `filename*` before `filename` (RFC 6266 section 4.3) */
  readonly name: string | null;
}

const MAX_LENGTH = 4096;
const MAX_PARAMETERS = 16;
/** RFC 8187 section 3.2.1 ext-value, before it RFC 5987 */
const EXTENDED = /^([a-z0-9_.:-]{1,40})'[^']*'(.*)$/i;

/** Reads a Content-Disposition value of one character per byte. */
export function readDisposition(value: string): Disposition {
  const [type, ...rest] = splitParameters(value.slice(0, MAX_LENGTH));
  const parameters = new Map<string, string>();
  for (const parameter of rest) {
    const equals = parameter.indexOf('=');
    if (equals < 0) continue;
    const key = parameter.slice(0, equals).trim().toLowerCase();
    if (!parameters.has(key)) parameters.set(key, unquote(parameter.slice(equals + 1).trim()));
  }
  const extended = readExtended(parameters.get('filename*'));
  const plain = parameters.get('filename');
  // Servers percent-encode the plain name too; browsers undo it where it is UTF-8, so a name like that is shown so.
  const name = extended ?? (plain === undefined ? null : decodeFileName(plain, true));
  return { type: type?.trim().toLowerCase() ?? '', name };
}

function readExtended(value: string | undefined): string | null {
  const match = value === undefined ? null : EXTENDED.exec(value);
  if (match === null) return null;
  return cleanFileName(decodeText(Buffer.from(undoPercent(match[2]!), 'latin1'), [match[1]!, 'utf-8']));
}

/** Cuts at semicolons outside quoted strings. */
export function splitParameters(value: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < value.length && parts.length < MAX_PARAMETERS; i += 1) {
    const c = value[i];
    if (c === '\\' && isQuoted) i += 1;
    else if (c === '"') isQuoted = !isQuoted;
    else if (c === ';' && !isQuoted) {
      parts.push(value.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(value.slice(from));
  return parts;
}

/**
 * A quoted string's content. A backslash escapes only quotes and itself: Shift_JIS and Windows paths carry others.
 */
export function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const inner = text.length > 1 && text.endsWith('"') ? text.slice(1, -1) : text.slice(1);
  return inner.replace(/\\(["\\])/g, '$1');
}
