/**
 * Text that may come from packets, file names or a topology is an attacker's text. Each output has one function here
 * through which every such string passes.
 */

/** IVS and emoji variants: default-ignorable, but 異体字 of names need them and they move nothing on a screen. */
const VARIATION_SELECTORS = '\\u{FE00}-\\u{FE0F}\\u{E0100}-\\u{E01EF}';

/**
 * What a screen does not show as itself: controls (C0, DEL, C1), format characters (bidi controls, zero width, tags),
 * lone surrogates, unassigned, line and paragraph separators, other default-ignorables, and the blank of Braille.
 */
const INVISIBLE = `(?![${VARIATION_SELECTORS}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\p{DI}\\u{2800}]`;

/** Spaces that look like the ordinary one and are not; U+3000 is ordinary in Japanese. */
const ODD_SPACES = '(?![ \\u{3000}])\\p{Zs}';

/** Marks without a base character would climb onto their neighbour; a pile of them onto the line above. */
const STRAY_MARKS = '^\\p{M}|(?<=[^\\p{L}\\p{M}\\p{N}\\p{S}])\\p{M}|(?<=\\p{M}{2})\\p{M}';

const unsafeForTerminal = new RegExp(`${INVISIBLE}|${ODD_SPACES}|${STRAY_MARKS}`, 'gu');
const unsafeForJson = new RegExp(INVISIBLE, 'gu');
const plainAscii = /^[\x20-\x7e]*$/;

/** `\x1b`, `\u{202e}`: the notation that people read; JSON output is the one that gives the string back exactly. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** One line of visible characters: no control reaches the terminal, nothing reorders or hides what stands beside it. */
export function escapeTerminal(text: string): string {
  return plainAscii.test(text) ? text : text.replace(unsafeForTerminal, visible);
}

function jsonEscape(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

/** A JSON string literal, exact, in which everything that a terminal would obey is written as `\uXXXX`. */
export function quoteJson(text: string): string {
  const quoted = JSON.stringify(text);
  return plainAscii.test(quoted) ? quoted : quoted.replace(unsafeForJson, jsonEscape);
}

/**
 * Characters with which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"), the full-width forms that
 * Japanese locales accept included.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A CSV cell (RFC 4180): formulas disarmed by a leading apostrophe, controls visible, quoted where needed. */
export function escapeCsv(text: string): string {
  const cell = escapeTerminal(text);
  // the raw text decides: a TAB or CR is a start of a formula even though it is visible by now
  const disarmed = formulaStart.test(text) || formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(disarmed) || /^ | $/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeTerminal(text).replace(/[&<>"']/g, (character) => htmlEntities[character] ?? '');
}
