import type { FieldPath } from '../topology/read/field-path.js';

/** 1-based; columns count UTF-16 code units, as editors do. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** A mark, a string or another scalar, after white space (RFC 8259 sections 2, 6 and 7). */
const TOKEN = new RegExp(
  String.raw`[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")` +
    String.raw`|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null))`,
  'uy',
);

interface Container {
  readonly isList: boolean;
  /** key or index of the value that is being read */
  part: string | number | null;
}

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'separator' | 'end';

/**
 * The place of a value in a JSON text (RFC 8259), by walking it token by token; without a path, or where the text breaks
 * before it, the place of the first thing that is wrong. Only asked once something is wrong.
 */
export function locateInJson(text: string, path?: FieldPath): JsonPlace {
  const stack: Container[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const start = startOfToken(text, offset);
    if (match === null) return placeAt(text, start);
    const [, mark, string, scalar] = match;
    const isValue = expected === 'value' || expected === 'first-value';
    if (isValue && path !== undefined && mark !== ']' && isAt(stack, path)) return placeAt(text, start);

    const top = stack.at(-1);
    if (isValue && (mark === '{' || mark === '[')) {
      stack.push({ isList: mark === '[', part: mark === '[' ? 0 : null });
      expected = mark === '[' ? 'first-value' : 'first-key';
    } else if (isValue && (string !== undefined || scalar !== undefined)) {
      expected = top === undefined ? 'end' : 'separator';
    } else if ((expected === 'key' || expected === 'first-key') && string !== undefined && top !== undefined) {
      top.part = JSON.parse(string) as string;
      expected = 'colon';
    } else if (expected === 'colon' && mark === ':') {
      expected = 'value';
    } else if (expected === 'separator' && mark === ',' && top !== undefined) {
      if (typeof top.part === 'number') top.part++;
      expected = top.isList ? 'value' : 'key';
    } else if (closes(expected, mark, top)) {
      stack.pop();
      expected = stack.length === 0 ? 'end' : 'separator';
    } else {
      return placeAt(text, start);
    }
    offset = TOKEN.lastIndex;
  }
}

function closes(expected: Expected, mark: string | undefined, top: Container | undefined): boolean {
  if (top === undefined) return false;
  if (top.isList) return mark === ']' && (expected === 'separator' || expected === 'first-value');
  return mark === '}' && (expected === 'separator' || expected === 'first-key');
}

function isAt(stack: readonly Container[], path: FieldPath): boolean {
  return stack.length === path.length && path.every((part, depth) => stack[depth]?.part === part);
}

function startOfToken(text: string, offset: number): number {
  let start = offset;
  while (start < text.length && /[\t\n\r ]/.test(text.charAt(start))) start++;
  return start;
}

function placeAt(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
