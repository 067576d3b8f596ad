import type { YAMLError } from 'yaml';
import type { Text } from '../../base/text.js';

interface Description {
  readonly message: Text;
  readonly remedy?: Text;
}

/** characters of the parser's own words */
const SHOWN_CHARACTERS = 120;

const DESCRIPTIONS: Readonly<Record<string, Description>> = {
  MULTIPLE_DOCS: {
    message: { ja: '文書が二つ以上ある（--- の行）', en: 'there is more than one document (a line ---)' },
    remedy: { ja: '一つのファイルには一つの文書だけを書く', en: 'write one document in one file' },
  },
  TAB_AS_INDENT: {
    message: { ja: '字下げにタブが使われている', en: 'a tab is used for indentation' },
    remedy: { ja: '半角空白で字下げする', en: 'indent with spaces' },
  },
  RESOURCE_EXHAUSTION: {
    message: { ja: '入れ子が深すぎる', en: 'the nesting is too deep' },
  },
  BAD_INDENT: {
    message: {
      ja: '字下げ、または括弧 [ ] { } の対応が正しくない',
      en: 'the indentation, or a pair of brackets [ ] { }, is wrong',
    },
    remedy: {
      ja: '同じ並びの項目は同じ深さに置き、括弧を閉じる',
      en: 'put items of one list at one depth, and close brackets',
    },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { ja: '一行に「: 」が二つ以上ある', en: 'there is more than one ": " on a line' },
    remedy: { ja: 'コロンを含む値は "..." で囲む', en: 'put a value with a colon into "..."' },
  },
  MISSING_CHAR: {
    message: { ja: '引用符、括弧、コロンなどが欠けている', en: 'a quote, bracket, comma or colon is missing' },
  },
  UNEXPECTED_TOKEN: {
    message: { ja: 'ここに書けない語または記号がある', en: 'a word or character that cannot stand here' },
    remedy: {
      ja: '字下げ、引用符、コロンの後の空白を確かめる',
      en: 'check indentation, quotes and the space after colons',
    },
  },
  BAD_SCALAR_START: {
    message: {
      ja: '値を ` @ % などの記号で始めることはできない',
      en: 'a value cannot begin with a character such as ` @ %',
    },
    remedy: { ja: '値を "..." で囲む', en: 'put the value into "..."' },
  },
  BAD_DQ_ESCAPE: {
    message: { ja: '"..." の中の \\ の使い方が正しくない', en: 'a \\ inside "..." is not followed by what it needs' },
    remedy: { ja: "値を '...' で囲む", en: "put the value into '...'" },
  },
  MULTILINE_IMPLICIT_KEY: {
    message: { ja: 'キーの後にコロンがない', en: 'there is no colon after the key' },
    remedy: { ja: '「キー: 値」の形で書く', en: 'write it as "key: value"' },
  },
  TAG_RESOLVE_FAILED: {
    message: { ja: 'タグ（!…）は使えない', en: 'tags (!…) cannot be used' },
    remedy: { ja: 'タグを取り除く', en: 'remove the tag' },
  },
};

/** Says what a YAML parser's error means to someone who edits a topology. */
export function describeSyntaxError(error: YAMLError, text: string): Description {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 80))?.[0] ?? '';
    return {
      message: { ja: `キー ${key} が二度書かれている`, en: `the key ${key} is written twice` },
      remedy: { ja: 'どちらか一方にまとめる', en: 'keep one of them' },
    };
  }
  const known = DESCRIPTIONS[error.code];
  if (known !== undefined) return known;
  return {
    // the parser's words may quote as much of the file as it likes
    message: { ja: 'YAML として読めない', en: `not valid YAML: ${error.message.slice(0, SHOWN_CHARACTERS)}` },
    remedy: {
      ja: '字下げ、引用符、コロンの後の空白を確かめる',
      en: 'check indentation, quotes and the space after colons',
    },
  };
}
