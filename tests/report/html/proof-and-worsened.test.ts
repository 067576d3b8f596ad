import { describe, expect, test } from '@jest/globals';
import type { Proof, ProofRow } from '../../../src/model/proof.js';
import type { ScanReport } from '../../../src/model/report.js';
import { renderReport } from '../../../src/report/registry.js';
import { COMPARED_REPORT } from '../../support/compared-report.js';
import { HOSTILE_TEXT } from '../../support/hostile.js';
import { SAMPLE_REPORT } from '../../support/report.js';

/** The lines of what stands between two pieces of the page, as a reader sees them; a table row is a line. */
function linesBetween(report: ScanReport, lang: 'ja' | 'en', from: string, to: string): readonly string[] {
  const page = renderReport(report, 'html', { lang });
  const start = page.indexOf(from);
  const end = page.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`${from} … ${to} is not on the page`);
  return page
    .slice(start, end)
    .replace(/<\/(?:th|td)><t[hd][^>]*>/g, ' | ')
    .replace(/<\/(?:h3|p|caption|tr|li)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const row = (change: Partial<ProofRow>): ProofRow => ({
  ...{ rule: 'A8-3-A-01', title: { ja: '他領域との通信の成立', en: 'Cross-zone communication established' } },
  ...{ from: 'mynumber', to: 'lgwan', conduit: null, outcome: 'caught', caughtAs: null, reason: null },
  ...{ twin: 'quiet', falseAlarms: [] },
  ...change,
});
const reason = {
  code: 'conduit-too-broad',
  subjects: ['C-WIDE'],
  text: { ja: 'C-WIDE が広すぎる。', en: 'C-WIDE is too broad.' },
} as const;
const title = { ja: HOSTILE_TEXT, en: HOSTILE_TEXT };
const proof: Proof = {
  schema: 'sansou/proof/1',
  result: 'gaps',
  counts: { caught: 2, missed: 1, undetermined: 0, 'not-applicable': 0, falseAlarms: 1 },
  rows: [
    row({}),
    row({ rule: 'A8-3-I-01', from: 'lgwan', to: 'internet', outcome: 'missed', reason }),
    row({ rule: 'A8-3-U-42', title, from: null, to: null, twin: 'alarm' }),
  ],
  conduits: [],
  blindVlans: [{ vlan: 110, area: 'mynumber', name: null }],
  silentRules: ['A8-3-I-01'],
  notes: [],
  interrupted: false,
  topology: { file: 'city.yaml', sha256: 'ab', organization: '試験市', model: 'alpha' },
  tool: { name: 'sansou', version: '0', rules: 'cd' },
};
const proven: ScanReport = { ...SAMPLE_REPORT, proof };

describe('the proof on the page', () => {
  test('counts what was planted, names VLANs that nobody hears, and lists what is missed and what is a false alarm', () => {
    const control = linesBetween(proven, 'ja', '分析の陽性対照', '</section>');
    expect(control.slice(1, 4)).toEqual([
      'この構成に模擬の違反を植え、実際の判定にかけた。検出 2、見逃し 1、判定不能 0、誤警報 1。採取点のないVLAN：110。',
      '見逃す違反と誤警報',
      '規則 | 題名 | 開始側 | 応答側 | 理由',
    ]);
    expect(control[4]).toBe('A8-3-I-01 | 他領域との通信の成立 | LGWAN系 | ネット系 | C-WIDE が広すぎる。');
    expect(control[5]).toMatch(/^A8-3-U-42 \| .* \| {2}\| {2}\| 誤警報$/);
    // what was caught is not listed
    expect(control).toHaveLength(6);
  });

  test('says the same in English', () => {
    const control = linesBetween(proven, 'en', 'Positive control of the analysis', '</section>');
    expect(control[1]).toBe(
      'Violations were planted in this topology and judged for real: 2 caught, 1 missed, 0 undetermined, 1 false alarms. VLANs without a capture point: 110.',
    );
    expect(control[4]).toMatch(/^A8-3-I-01 \| Cross-zone communication established \| .* \| C-WIDE is too broad\.$/);
    expect(control[5]).toMatch(/\| false alarm$/);
  });

  test('keeps what a topology says inert', () => {
    expect(renderReport(proven, 'html', { lang: 'ja' })).not.toMatch(/<img|<svg on|(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test('is not spoken of where nothing was planted', () => {
    expect(renderReport(SAMPLE_REPORT, 'html', { lang: 'ja' })).not.toContain('分析の陽性対照');
  });
});

describe('what weighs more than in the earlier report', () => {
  const [worse] = COMPARED_REPORT.comparison?.worsened ?? [];
  if (worse === undefined) throw new Error('the compared report has something that worsened');

  test('is listed with what it was then, and leads to the finding', () => {
    const list = (lang: 'ja' | 'en', words: string): string =>
      linesBetween(COMPARED_REPORT, lang, words, '</p>').join(' ').replaceAll(/ +/g, ' ');
    const short = worse.id.slice(0, 12);
    expect(list('ja', '前回より重くなった')).toBe(
      `前回より重くなった検出事項（括弧内は前回）： ${short} (違反の疑い, 中)`,
    );
    expect(list('en', 'Findings that weigh more')).toBe(
      `Findings that weigh more than they did (then in brackets): ${short} (Suspected, Medium)`,
    );
    const page = renderReport(COMPARED_REPORT, 'html', { lang: 'ja' });
    expect(page).toContain(`<a href="#${worse.id}"><code>${short}</code></a>`);
    expect(page).toContain(`<article class="finding" id="${worse.id}"`);
  });

  test('is not spoken of where nothing does', () => {
    const { comparison } = COMPARED_REPORT;
    if (comparison === undefined) throw new Error('the report is compared');
    const page = renderReport({ ...COMPARED_REPORT, comparison: { ...comparison, worsened: [] } }, 'html', {
      lang: 'ja',
    });
    expect(page).not.toContain('前回より重くなった');
  });
});
