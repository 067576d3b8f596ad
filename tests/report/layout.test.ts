import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { createPage } from '../../src/report/layout/page.js';
import { renderField, renderItems, renderTable } from '../../src/report/layout/table.js';
import { wrapText } from '../../src/report/layout/wrap.js';
import { DEFAULT_REPORT_OPTIONS } from '../../src/report/report-options.js';

const page = createPage({ ...DEFAULT_REPORT_OPTIONS, columns: 60 });
const wrap = (text: string, cells: number): string[] => wrapText(text, cells, page.width);

describe('widths', () => {
  test('are those of a terminal: kanji two cells, half-width kana one', () => {
    expect(page.width('漢字')).toBe(4);
    expect(page.width('ｶﾞﾊﾞ')).toBe(4);
    expect(page.width('か\u3099')).toBe(2);
    expect(page.width('\u001b[31m赤\u001b[0m')).toBe(2);
  });

  test('follow the terminal in what it does with ambiguous characters', () => {
    const wide = createPage({ ...DEFAULT_REPORT_OPTIONS, ambiguousWide: true });
    expect([page.width('α→─'), wide.width('α→─')]).toEqual([3, 6]);
    expect(wide.width(wide.rule('─', 21))).toBe(20);
  });
});

describe('wrapping', () => {
  test('breaks Japanese anywhere but before closing and after opening characters', () => {
    expect(wrap('通信、成立。', 5)).toEqual(['通', '信、', '成', '立。']);
    expect(wrap('ああ（い）', 6)).toEqual(['ああ', '（い）']);
    expect(wrap('サーバー', 6)).toEqual(['サー', 'バー']);
  });

  test('breaks English at spaces, and a word only when it is wider than the line', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('keeps an address together beside Japanese', () => {
    expect(wrap('端末 10.10.16.55 から', 14)).toEqual(['端末', '10.10.16.55 か', 'ら']);
  });

  test('fits and loses nothing but spaces, whatever the text', () => {
    const text = fc.array(fc.constantFrom('a', 'bc ', '漢', '字、', 'ｶﾞ', '（', '）', ' ', '10.0.0.1', '…'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (pieces, cells) => {
        const whole = pieces.join('');
        const lines = wrap(whole, cells);
        expect(Math.max(0, ...lines.map(page.width))).toBeLessThanOrEqual(cells);
        expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
    );
  });
});

describe('tables', () => {
  const columns = [{ head: '名前' }, { head: 'n', align: 'right' as const }, { head: '説明', flexible: true }];
  const rows = [
    ['ｻｰﾊﾞ', '1', '短い'],
    ['基幹サーバ', '12,345', 'とても長い説明が折り返されて、次の行に続いても列はそろったままである。'],
  ];

  test('align by cells, kanji and half-width kana mixed', () => {
    const lines = [...renderTable(page, columns, rows, 0)];
    expect(lines.slice(0, 4)).toEqual([
      '名前             n  説明',
      '─'.repeat(60),
      'ｻｰﾊﾞ             1  短い',
      '基幹サーバ  12,345  とても長い説明が折り返されて、次の行に続',
    ]);
    expect(lines[4]).toMatch(/^ {20}\S/);
  });

  test('keep their columns in place when cells are coloured', () => {
    const color = createPage({ ...DEFAULT_REPORT_OPTIONS, columns: 60, color: true });
    const painted = [...renderTable(color, columns, [[{ text: 'ｻｰﾊﾞ', paint: 'alarm' }, '1', '短い']], 0)];
    expect(painted[2]).toContain('\u001b[1;31mｻｰﾊﾞ\u001b[0m');
    expect(painted.map((line) => stringWidth(line))).toEqual(
      [...renderTable(page, columns, [['ｻｰﾊﾞ', '1', '短い']], 0)].map((line) => stringWidth(line)),
    );
  });
});

describe('fields and items', () => {
  test('a label that fills its column stands above its text, never against it', () => {
    expect([...renderField(page, 'a label of its own', 'text', 2, 8)]).toEqual([
      '  a label of its own',
      '          text',
    ]);
    expect([...renderField(page, 'sevens.', 'text', 2, 8)]).toEqual(['  sevens. text']);
  });

  test('a field wraps under its text, not under its label', () => {
    const lines = [...renderField(page, '是正', 'あ'.repeat(40), 2, 8)];
    expect(lines).toEqual([`  是正    ${'あ'.repeat(25)}`, `          ${'あ'.repeat(15)}`]);
  });

  test('an item moves to the next line whole', () => {
    const items = ['あ'.repeat(20), 'い'.repeat(20)];
    expect([...renderItems(page, items, 2)]).toEqual(items.map((item) => `  ${item}`));
  });
});
