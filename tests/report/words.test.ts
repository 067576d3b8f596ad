import { describe, expect, test } from '@jest/globals';
import { formatBytes, formatCount, formatDuration, formatShare } from '../../src/report/words/numbers.js';
import { formatService, serviceName } from '../../src/report/words/services.js';
import { WORDS, wordOf } from '../../src/report/words/words.js';

describe('the vocabulary', () => {
  test('has words in both languages, and none for "compliant"', () => {
    for (const table of Object.values(WORDS)) {
      for (const text of Object.values(table)) {
        expect(text.ja).not.toBe('');
        expect(text.en).not.toBe('');
        expect(text.ja + text.en).not.toMatch(/適合|complian/i);
      }
    }
  });

  test('tells the values of one table apart in each language', () => {
    for (const [name, table] of Object.entries(WORDS)) {
      if (name === 'frameRole') continue;
      for (const lang of ['ja', 'en'] as const) {
        const words = Object.values(table).map((text) => text[lang]);
        expect(new Set(words).size).toBe(words.length);
      }
    }
  });

  test('lets a value that it does not know stand for itself, also one that every object has', () => {
    expect(wordOf(WORDS.area, 'constructor', 'ja')).toBe('constructor');
    expect(wordOf(WORDS.area, 'lgwan', 'ja')).toBe('LGWAN接続系');
  });
});

describe('services', () => {
  test('are named by the responder port of protocols that have ports', () => {
    expect([formatService(6, 445), serviceName(6, 445)]).toEqual(['tcp/445', 'SMB']);
    expect([formatService(1, 0), serviceName(1, 445)]).toEqual(['icmp', '']);
    expect([formatService(200, 0), serviceName(6, 4711)]).toEqual(['ip-proto-200', '']);
  });
});

describe('numbers', () => {
  test('are grouped by thousands', () => {
    expect([0, 999, 1000, 1234567, -1234].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567', '-1,234']);
    expect(formatCount(Number.NaN)).toBe('?');
  });

  test('of bytes never show four digits before the point', () => {
    expect([0, 999, 1000, 999_499, 999_500, 1.5e9, 12e18].map(formatBytes)).toEqual([
      ...['0 B', '999 B', '1.0 kB', '999 kB', '1.0 MB', '1.5 GB', '12000 PB'],
    ]);
  });

  test('of shares tell little from nothing', () => {
    expect([0, 0.000_001, 0.0004, 0.083, 0.5, 1].map(formatShare)).toEqual([
      '0 %',
      '<0.01 %',
      '0.04 %',
      '8.3 %',
      '50 %',
      '100 %',
    ]);
  });

  test('of seconds read like a clock', () => {
    expect([0, 7, 725, 10_800, -3].map(formatDuration)).toEqual(['0:00', '0:07', '12:05', '3:00:00', '0:00']);
  });
});
