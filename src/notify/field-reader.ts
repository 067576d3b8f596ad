import type { Text } from '../base/text.js';
import { childOf, type FieldPath } from '../topology/read/field-path.js';
import type { ProblemLog } from '../topology/read/problem-log.js';
import { nearestWord } from '../topology/read/nearest-word.js';

/**
 * Reads one group of keys. What is wrong goes to the log and the answer is a harmless stand-in, so that all errors of a
 * file come at once; whoever built something from stand-ins throws it away because the log has errors.
 */
export class FieldReader {
  readonly path: FieldPath;
  readonly #group: unknown;
  readonly #log: ProblemLog;
  readonly #known = new Set<string>();

  constructor(group: unknown, path: FieldPath, log: ProblemLog) {
    this.#group = group;
    this.path = path;
    this.#log = log;
    if (!isGroup(group)) this.wrong(path, { ja: '「キー: 値」の組でない', en: 'this is not a group of "key: value"' });
  }

  has(key: string): boolean {
    return this.value(key) !== undefined;
  }

  value(key: string): unknown {
    this.#known.add(key);
    const value = childOf(this.#group, key);
    return value === null ? undefined : value;
  }

  text(key: string, pattern = /[^\s]/, form?: Text): string {
    const value = this.value(key);
    if (typeof value === 'string' && pattern.test(value)) return value;
    this.#wrongValue(key, { ja: '文字列でない', en: 'this is not text' }, form, typeof value === 'string');
    return '';
  }

  optionalText(key: string, pattern?: RegExp, form?: Text): string | null {
    return this.has(key) ? this.text(key, pattern, form) : null;
  }

  number(key: string, least: number, most: number, otherwise?: number): number {
    const value = this.value(key);
    if (value === undefined && otherwise !== undefined) return otherwise;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.#wrongValue(
      key,
      { ja: '使えない値である', en: 'this value cannot be used' },
      { ja: `${least} から ${most} までの整数`, en: `a whole number from ${least} to ${most}` },
    );
    return least;
  }

  choice<T extends string>(key: string, choices: readonly [T, ...T[]], otherwise?: T): T {
    const value = this.value(key);
    if (value === undefined && otherwise !== undefined) return otherwise;
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const list = choices.join(', ');
    const near = typeof value === 'string' ? nearestWord(value, choices) : undefined;
    this.#wrongValue(
      key,
      { ja: '使えない値である', en: 'this value cannot be used' },
      near === undefined
        ? { ja: `使える値: ${list}`, en: `one of: ${list}` }
        : { ja: `「${near}」のことか（使える値: ${list}）`, en: `did you mean "${near}"? (one of: ${list})` },
    );
    return choices[0];
  }

  /** items of a list, each with its path */
  list(key: string, most: number): readonly { readonly value: unknown; readonly path: FieldPath }[] {
    const value = this.value(key);
    const path = [...this.path, key];
    if (!Array.isArray(value) || value.length === 0) {
      this.#wrongValue(key, { ja: '空でない並び [ … ] でない', en: 'this is not a list [ … ] with something in it' });
      return [];
    }
    if (value.length > most) {
      this.wrong(path, { ja: `多すぎる（${most} まで）`, en: `there are too many (at most ${most})` });
    }
    return value.slice(0, most).map((item: unknown, index) => ({ value: item, path: [...path, index] }));
  }

  texts(key: string, most: number, pattern: RegExp, form: Text): readonly string[] {
    return this.list(key, most).map(({ value, path }) => {
      if (typeof value === 'string' && pattern.test(value)) return value;
      this.wrong(path, { ja: '使えない値である', en: 'this value cannot be used' }, form);
      return '';
    });
  }

  /** the group below a key, `null` where there is none */
  group(key: string): FieldReader | null {
    return this.has(key) ? new FieldReader(this.value(key), [...this.path, key], this.#log) : null;
  }

  /** a group that is an item of a list */
  below(group: unknown, path: FieldPath): FieldReader {
    return new FieldReader(group, path, this.#log);
  }

  /** every key that nobody asked for is an error */
  refuseOthers(): void {
    if (!isGroup(this.#group)) return;
    const known = [...this.#known];
    for (const key of Object.keys(this.#group)) {
      if (this.#known.has(key)) continue;
      const near = nearestWord(key, known);
      this.#log.add({
        path: [...this.path, key],
        part: 'key',
        code: 'NOTIFY-STRUCTURE',
        message: { ja: `知らないキー ${key}`, en: `unknown key ${key}` },
        remedy:
          near === undefined
            ? { ja: `使えるキー: ${known.join(', ')}`, en: `known keys: ${known.join(', ')}` }
            : { ja: `「${near}」のことか`, en: `did you mean "${near}"?` },
      });
    }
  }

  wrong(path: FieldPath, message: Text, remedy?: Text): void {
    this.#log.add({ path, code: 'NOTIFY-VALUE', message, ...(remedy === undefined ? {} : { remedy }) });
  }

  #wrongValue(key: string, message: Text, remedy?: Text, isText = false): void {
    // what the group itself is was said already
    if (!isGroup(this.#group)) return;
    const isMissing = this.value(key) === undefined;
    const words: Text = isMissing
      ? { ja: `${key} がない`, en: `${key} is missing` }
      : isText
        ? { ja: '形が正しくない', en: 'this is not in the right form' }
        : message;
    this.wrong([...this.path, key], words, remedy);
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
