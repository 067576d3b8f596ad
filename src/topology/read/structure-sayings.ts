import type { Text } from '../../base/text.js';
import { nearestWord } from './nearest-word.js';

/** What ajv says of one failed keyword; `schemaPath` ends in the keyword. */
export interface StructureError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema: { readonly properties?: Readonly<Record<string, unknown>> };
  /** the value that failed */
  readonly data: unknown;
}

type Saying = (error: StructureError) => { message: Text; remedy?: Text };

const TYPE_NAMES: Readonly<Record<string, Text>> = {
  string: { ja: '文字列', en: 'text' },
  integer: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true または false', en: 'true or false' },
  array: { ja: '並び [ … ]', en: 'a list [ … ]' },
  object: { ja: '「キー: 値」の組', en: 'a group of "key: value"' },
};

/** What the patterns of the schema ask for, by the end of the schema path. */
const PATTERNS: readonly (readonly [end: RegExp, remedy: Text])[] = [
  [
    /mac\/pattern$/,
    {
      ja: 'MAC アドレスは "00:00:5e:00:53:30" のように 16 進 2 桁を六つ',
      en: 'a MAC address is six pairs of hexadecimal digits, "00:00:5e:00:53:30"',
    },
  ],
  [/date\/pattern$/, { ja: '日付は 2026-04-01 の形', en: 'a date is written 2026-04-01' }],
  [/hours\/pattern$/, { ja: '時間帯は "07:00-20:00" の形', en: 'hours are written "07:00-20:00"' }],
  [
    /ports\/items\/pattern$/,
    { ja: 'ポートは 443、範囲は "8000-8010" の形', en: 'a port is 443, a range is "8000-8010"' },
  ],
  [/mayForward\/pattern$/, { ja: 'conduit の id の並び、または none', en: 'a list of conduit ids, or the word none' }],
  [/hostReference\/pattern$/, { ja: '機器名、または 機器名/領域', en: 'a host name, or NAME/ZONE' }],
  [/name\/pattern$/, { ja: '空白と / ( = ) を含まない名前', en: 'a name without spaces, / or =' }],
  [/words\/pattern$/, { ja: '空でない文字列', en: 'some text' }],
];

/** What is wrong and what would be right, by the keyword that failed. */
export const SAYINGS: Readonly<Record<string, Saying>> = {
  additionalProperties: (error) => {
    const key = String(error.params.additionalProperty);
    const known = Object.keys(error.parentSchema.properties ?? {});
    const near = nearestWord(key, known);
    return {
      message: { ja: `知らないキー ${key}`, en: `unknown key ${key}` },
      remedy: nearOrList(near, known),
    };
  },
  required: (error) => {
    const key = String(error.params.missingProperty);
    return {
      message: { ja: `${key} がない`, en: `${key} is missing` },
      remedy: { ja: `${key}: を書き加える`, en: `add ${key}:` },
    };
  },
  type: (error) => {
    const wanted = [error.params.type]
      .flat()
      .map((type) => TYPE_NAMES[String(type)] ?? { ja: String(type), en: String(type) });
    const quoted = describeFound(error.data);
    return {
      message: { ja: `${quoted.ja} は書けない`, en: `${quoted.en} does not fit here` },
      remedy: { ja: wanted.map((name) => name.ja).join('、または'), en: wanted.map((name) => name.en).join(', or ') },
    };
  },
  enum: (error) => {
    const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
    const quoted = describeFound(error.data);
    return {
      message: { ja: `${quoted.ja} は使えない`, en: `${quoted.en} is not one of the allowed words` },
      remedy: nearOrList(typeof error.data === 'string' ? nearestWord(error.data, allowed) : undefined, allowed),
    };
  },
  const: (error) => {
    const quoted = describeFound(error.data);
    const wanted = JSON.stringify(error.params.allowedValue);
    return {
      message: { ja: `${quoted.ja} には対応していない`, en: `${quoted.en} is not supported` },
      remedy: { ja: wanted, en: wanted },
    };
  },
  pattern: (error) => {
    const quoted = describeFound(error.data);
    const remedy = PATTERNS.find(([end]) => end.test(error.schemaPath))?.[1];
    return {
      message: { ja: `${quoted.ja} は形が正しくない`, en: `${quoted.en} has the wrong form` },
      ...(remedy === undefined ? {} : { remedy }),
    };
  },
  minimum: (error) => bounds(error.data, { ja: `${limitOf(error)} 以上`, en: `at least ${limitOf(error)}` }),
  maximum: (error) => bounds(error.data, { ja: `${limitOf(error)} 以下`, en: `at most ${limitOf(error)}` }),
  minItems: () => ({
    message: { ja: '並びが空である', en: 'the list is empty' },
    remedy: { ja: '一つ以上書く', en: 'write at least one item' },
  }),
  minProperties: () => ({
    message: { ja: '中身がない', en: 'there is nothing in it' },
    remedy: { ja: 'vlan、prefix などを書く', en: 'write vlan, prefix …' },
  }),
  anyOf: () => ({
    message: { ja: '通信の端が空である', en: 'this end of the conduit names nothing' },
    remedy: {
      ja: 'hosts、prefixes、zone、realm、names のいずれかを書く',
      en: 'write hosts, prefixes, zone, realm or names',
    },
  }),
};

function limitOf(error: StructureError): string {
  return String(error.params.limit);
}

function bounds(found: unknown, remedy: Text): { message: Text; remedy: Text } {
  const quoted = describeFound(found);
  return { message: { ja: `${quoted.ja} は範囲の外`, en: `${quoted.en} is out of range` }, remedy };
}

/** The value as the user wrote it, shortened. */
function describeFound(found: unknown): Text {
  if (found === null) return { ja: '空の値', en: 'an empty value' };
  if (Array.isArray(found)) return { ja: '並び', en: 'a list' };
  if (typeof found === 'object') return { ja: '「キー: 値」の組', en: 'a group of "key: value"' };
  // a scalar of YAML: text, number or truth value
  const text = typeof found === 'string' ? found : `${found as number}`;
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof found === 'string' ? { ja: `「${shown}」`, en: `"${shown}"` } : { ja: shown, en: shown };
}

function nearOrList(near: string | undefined, known: readonly string[]): Text {
  if (near !== undefined) return { ja: `${near} のことか`, en: `did you mean ${near}?` };
  return { ja: `使えるのは ${known.join('、')}`, en: `allowed: ${known.join(', ')}` };
}
