import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeCsv, escapeHtml, escapeTerminal, quoteJson } from '../../src/report/escape.js';
import { parseCsv } from '../support/csv.js';

const anyText = fc.string({ unit: 'binary' });

describe('escapeTerminal', () => {
  test('leaves Japanese, half-width kana, combined kana and name variants as they are', () => {
    for (const text of ['みどり野市　基幹サーバ', 'ｶﾞﾊﾞｸﾗ', 'か\u3099', '葛\u{e0100}飾区', 'α′モデル', 'a\\b']) {
      expect(escapeTerminal(text)).toBe(text);
    }
  });

  test('shows controls of every kind', () => {
    expect(escapeTerminal('a\u001b[31mb\r\n\t\u007f\u009b')).toBe('a\\x1b[31mb\\x0d\\x0a\\x09\\x7f\\x9b');
  });

  test('shows what reorders, hides or has no width', () => {
    expect(escapeTerminal('a\u202eb\u2066\u200b\u00ad\u3164\u2028')).toBe(
      'a\\u{202e}b\\u{2066}\\u{200b}\\xad\\u{3164}\\u{2028}',
    );
    expect(escapeTerminal('a\ud800b\u{e0041}')).toBe('a\\u{d800}b\\u{e0041}');
  });

  test('shows spaces that only look like one', () => {
    expect(escapeTerminal('a\u00a0b\u2003c')).toBe('a\\xa0b\\u{2003}c');
  });

  test('lets no mark climb onto what stands before the text, nor pile up', () => {
    expect(escapeTerminal('\u0301abc')).toBe('\\u{301}abc');
    expect(escapeTerminal('e\u0301\u0301\u0301\u0301')).toBe('e\u0301\u0301\\u{301}\\u{301}');
  });

  test('leaves nothing that a terminal obeys, whatever the text', () => {
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(escapeTerminal(text))));
  });
});

describe('quoteJson', () => {
  test('gives every text back', () => {
    fc.assert(fc.property(anyText, (text) => JSON.parse(quoteJson(text)) === text));
  });

  test('escapes bidi controls and C1 too, which JSON itself allows', () => {
    expect(quoteJson('\u202e\u009b"\u{e0041}')).toBe('"\\u202e\\u009b\\"\\udb40\\udc41"');
  });
});

describe('escapeCsv', () => {
  test('disarms everything that a spreadsheet takes for a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
      expect(parseCsv(`${escapeCsv(`${start}1+1`)}\r\n`)[0]?.[0]).toMatch(/^'/);
    }
  });

  test('quotes only where it must', () => {
    expect(escapeCsv('10.10.16.55')).toBe('10.10.16.55');
    expect(escapeCsv('a,"b"')).toBe('"a,""b"""');
    expect(escapeCsv(' a')).toBe('" a"');
  });

  test('makes one cell of any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (x, y) => {
        const rows = parseCsv(`${escapeCsv(x)},${escapeCsv(y)}\r\n`);
        return rows.length === 1 && rows[0]?.length === 2;
      }),
    );
  });
});

describe('escapeHtml', () => {
  test('leaves no markup and no way out of an attribute', () => {
    expect(escapeHtml(`<a href="x" id='y'>&\u001b`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\\x1b');
  });
});
