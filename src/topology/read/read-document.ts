import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import { LIMITS } from '../../base/limits.js';
import { childOf, type FieldPath } from './field-path.js';
import { ProblemLog, type Locate, type Position } from './problem-log.js';
import { describeSyntaxError } from './syntax-problems.js';

/** A topology file as plain values, with the way back from a field to its place in the text. */
export interface SourceDocument {
  readonly value: unknown;
  readonly log: ProblemLog;
}

/**
 * Reads YAML 1.2 or JSON (which YAML contains). Duplicate keys, several documents, tags and aliases that multiply are
 * refused. `value` is `undefined` where the text could not be understood; the log says why.
 */
export function readDocument(text: string, file: string): SourceDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', prettyErrors: false, stringKeys: false });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const locate: Locate = (path, part) => {
    const offset = offsetOf(document, path, part);
    return offset === undefined ? undefined : positionAt(offset);
  };
  const log = new ProblemLog(file, locate);

  // one fault often makes the parser stumble many times after it: the first few are the useful ones
  let understood = true;
  for (const error of [...document.errors, ...document.warnings].slice(0, 20)) {
    if (error.code !== 'DUPLICATE_KEY') understood = false;
    log.addAt(positionAt(error.pos[0]), { path: [], code: 'TOPOLOGY-SYNTAX', ...describeSyntaxError(error, text) });
    if (error.code === 'RESOURCE_EXHAUSTION') break;
  }
  if (!understood) return { value: undefined, log };
  return { value: new PlainValues(document, log, positionAt).convert(document.contents, 0), log };
}

/** "\\e" and the like: names are printed on terminals and in reports. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Turns nodes to plain values; bounded, because an alias may stand for a tree that holds aliases. */
class PlainValues {
  readonly #document: Document;
  readonly #log: ProblemLog;
  readonly #positionAt: (offset: number) => Position;
  #aliased = 0;
  #refused = false;

  constructor(document: Document, log: ProblemLog, positionAt: (offset: number) => Position) {
    this.#document = document;
    this.#log = log;
    this.#positionAt = positionAt;
  }

  convert(node: unknown, depth: number, aliased = false): unknown {
    if (this.#refused) return undefined;
    if (aliased) this.#aliased++;
    if (this.#aliased > LIMITS.topologyAliased || depth > LIMITS.topologyDepth) {
      this.#refused = true;
      this.#refuse(node as Node, {
        ja: 'エイリアス（*名前）の展開が大きすぎるか、入れ子が深すぎる',
        en: 'aliases (*name) expand to too much, or the nesting is too deep',
      });
      return undefined;
    }
    if (isScalar(node)) return this.#convertScalar(node);
    if (isSeq(node)) return node.items.map((item) => this.convert(item, depth + 1, aliased));
    if (isMap(node)) return this.#convertMap(node.items, depth, aliased);
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target !== undefined) return this.convert(target, depth + 1, true);
      this.#refuse(node, {
        ja: `エイリアス *${node.source} の定義がない`,
        en: `the alias *${node.source} is not defined`,
      });
      return undefined;
    }
    return null;
  }

  #convertScalar(node: Scalar): unknown {
    if (typeof node.value === 'string' && UNPRINTABLE.test(node.value)) {
      this.#refuse(node, {
        ja: '制御文字、または文字の並びを変える文字がある',
        en: 'there are control characters, or characters that reorder text',
      });
    }
    return node.value;
  }

  #convertMap(pairs: readonly Pair[], depth: number, aliased: boolean): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    for (const pair of pairs) {
      if (!isScalar(pair.key) || UNPRINTABLE.test(String(pair.key.value))) {
        this.#refuse(pair.key as Node, { ja: 'キーが文字列でない', en: 'a key is not a plain word' });
        continue;
      }
      const value = this.convert(pair.value, depth + 1, aliased);
      // defineProperty: a key named __proto__ is a key like any other (and then an unknown one)
      Object.defineProperty(plain, String(pair.key.value), {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return plain;
  }

  #refuse(node: Node | null, message: { ja: string; en: string }): void {
    const offset = node?.range?.[0];
    this.#log.addAt(offset === undefined ? undefined : this.#positionAt(offset), {
      path: [],
      code: 'TOPOLOGY-SYNTAX',
      message,
    });
  }
}

/** Offset of a field in the text; of the nearest enclosing one where the field itself is missing. */
function offsetOf(document: Document, path: FieldPath, part: 'key' | 'value'): number | undefined {
  const follow = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const start = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const parent = follow(node);
    if (isSeq(parent) && typeof step === 'number') {
      node = parent.items[step];
      offset = start(node) ?? offset;
    } else if (isMap(parent)) {
      const pair = parent.items.findLast((item) => isScalar(item.key) && String(item.key.value) === step);
      if (pair === undefined) return offset;
      const wantsKey = part === 'key' && index === path.length - 1;
      offset = (wantsKey ? undefined : start(pair.value)) ?? start(pair.key) ?? offset;
      node = pair.value;
    } else {
      return offset;
    }
  }
  return offset;
}

/** Takes a value out of a tree, in place: the list or map keeps its shape. */
export function removeField(root: unknown, path: FieldPath): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const parent = path.slice(0, -1).reduce<unknown>((value, part) => childOf(value, part), root);
  if (typeof parent !== 'object' || parent === null) return;
  (parent as Record<string | number, unknown>)[last] = undefined;
}
