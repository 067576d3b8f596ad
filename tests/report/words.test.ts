import { describe, expect, test } from '@jest/globals';
import { boundaryName } from '../../src/report/words/boundary-name.js';
import { noticesOf } from '../../src/report/words/notices.js';
import { formatBytes, formatCount, formatDuration, formatShare } from '../../src/report/words/numbers.js';
import { qualityValue } from '../../src/report/words/quality-value.js';
import { reasonText } from '../../src/report/words/reasons.js';
import { formatService, serviceName } from '../../src/report/words/services.js';
import { WORDS, wordOf } from '../../src/report/words/words.js';
import { SAMPLE_REPORT } from '../support/report.js';

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

describe('codes of a report', () => {
  test.each([
    ['no-conduit', '一致する許可通信なし'],
    ['outcome-noAnswer', '応答なし'],
    ['service-smb-by-content', '内容からsmbと判別'],
    ['service-https-by-port', 'ポート番号からhttpsと推定'],
    ['conduit-ports', 'ポート番号が登録と異なる'],
    ['conduit-fileRebuild', '許可通信の種別: ファイル無害化'],
    ['content-tls', 'TLSで暗号化'],
    ['active-macro', '能動的な内容（マクロ）'],
    ['icmp-3/13-by-registered-gateway:fw-mn', 'ICMP 3/13を登録されたゲートウェイ fw-mn が返答'],
    ['rst-ttl-differs-by-3', 'RSTのTTLが相手と3だけ異なる'],
    ['seen-behind-boundary:CP-MNLG', '境界の先（CP-MNLG）でも観測'],
  ])('the reason %s is said in Japanese, and as it is in English', (code, ja) => {
    expect(reasonText(code)).toEqual({ ja, en: code });
  });

  test('a code that no table knows stands for itself', () => {
    expect(['constructor', 'made-up'].map(reasonText)).toEqual([
      { ja: 'constructor', en: 'constructor' },
      { ja: 'made-up', en: 'made-up' },
    ]);
  });

  test.each([
    ['CAP-01', null, 0.0004, '0.04 %'],
    ['CAP-09', 'CP-MN', 0.02066, '29分45秒'],
    ['CAP-04', null, -0.000105, '-0.105ミリ秒'],
    ['CAP-04', 'CP-MN', 3, '3'],
    ['CAP-03', 'CP-MN', 1417, '1,417'],
    ['CAP-12', 'CP-MN', 'tcp port 80', 'tcp port 80'],
    ['CAP-13', null, null, '-'],
  ])('the value of %s is readable', (check, point, value, ja) => {
    expect(qualityValue({ check, point, value }).ja).toBe(ja);
  });

  test('a boundary is named after its gateway and the areas on its sides', () => {
    const side = { points: [], packets: 0 };
    const sides = [
      { zone: 'mynumber' as const, ...side },
      { zone: 'lgwan' as const, ...side },
    ];
    expect(boundaryName({ gateway: 'fw-mn', sides })).toEqual({
      ja: 'fw-mn: マイナンバー | LGWAN系',
      en: 'fw-mn: My Number | LGWAN',
    });
  });
});

describe('what a reader must know before the result', () => {
  const said = (checks: readonly (readonly [string, string | null])[], interrupted = false): string[] =>
    noticesOf({
      ...SAMPLE_REPORT,
      statistics: { ...SAMPLE_REPORT.statistics, interrupted },
      quality: checks.map(([check, value]) => ({
        check,
        value,
        point: null,
        effect: 'note',
        message: { ja: '', en: '' },
      })),
    }).map(({ en }) => en);

  test('is nothing where captures were read to their end', () => {
    expect(said([['CAP-09', null]])).toEqual([]);
  });

  test('is that the reading was interrupted', () => {
    expect(said([], true)).toEqual([expect.stringContaining('interrupted')]);
  });

  test('is that only stored flows were judged, or only the flows of a report', () => {
    expect(said([['RUN-RECORDS', 'flows.ndjson']])).toEqual([expect.stringContaining('Only stored flow records')]);
    expect(
      said([
        ['RUN-RECORDS', 'report.json'],
        ['RUN-RECORDS-LACK', 'flows'],
      ]),
    ).toEqual([expect.stringContaining('Only the flows that an earlier report cites')]);
  });
});
