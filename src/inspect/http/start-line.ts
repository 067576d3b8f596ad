/** What the first line of a request says (RFC 9112 section 3). */
export interface RequestLine {
  readonly method: string;
  readonly target: string;
}

/** RFC 9110 section 5.6.2 token; no registered method is longer than 17 characters */
const METHOD = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}$/;
/** some devices append digits of their own (`HTTP/1.0.8`), and servers answer them */
const VERSION = /^HTTP\/1\.\d[\d.]{0,8}$/;
const STATUS_LINE = /^HTTP\/1\.\d[ \t]+([1-9]\d\d)(?:[ \t]|$)/;

/**
 * Spaces inside the target are taken as part of it, as servers do (RFC 9112 section 3.2).
 * @param isCut the line was longer than LIMITS.httpLineBytes: its version is not there to be checked
 * @returns null when the line is no request line
 */
export function readRequestLine(line: string, isCut: boolean): RequestLine | null {
  const space = firstBlank(line);
  if (space < 0 || !METHOD.test(line.slice(0, space))) return null;
  const method = line.slice(0, space);
  const rest = line.slice(space).trim();
  if (isCut) return { method, target: rest };
  const versionAt = Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\t')) + 1;
  const target = rest.slice(0, versionAt).trimEnd();
  return target.length > 0 && VERSION.test(rest.slice(versionAt)) ? { method, target } : null;
}

/** @returns the status, or null when the line is no status line */
export function readStatusLine(line: string): number | null {
  const match = STATUS_LINE.exec(line);
  return match === null ? null : Number(match[1]);
}

function firstBlank(line: string): number {
  const space = line.indexOf(' ');
  const tab = line.indexOf('\t');
  return space < 0 || tab < 0 ? Math.max(space, tab) : Math.min(space, tab);
}
