import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { RESULTS, type Finding, type ScanReport } from '../../src/model/report.js';
import { renderReport } from '../../src/report/registry.js';
import { SAMPLE_REPORT } from '../support/report.js';

const [violation] = SAMPLE_REPORT.findings as [Finding];
const clean: ScanReport = {
  ...SAMPLE_REPORT,
  result: 'none-observed',
  clauses: {
    A: { result: 'none-observed', reasons: [] },
    I: { result: 'none-observed', reasons: [] },
    U: { result: 'none-observed', reasons: [] },
  },
  findings: [],
  matrix: [],
};
const text = (report: ScanReport, options = {}): string => renderReport(report, 'text', options);

describe('the headline', () => {
  test('says a clean result as it must be said, and never that anything is compliant', () => {
    expect(text(clean)).toContain('観測範囲内で違反は検出されなかった');
    for (const result of RESULTS) {
      for (const lang of ['ja', 'en'] as const) {
        expect(text({ ...clean, result }, { lang })).not.toMatch(/適合|complian|conform|passed/i);
      }
    }
  });

  test('says that a run was interrupted', () => {
    const interrupted = { ...clean, statistics: { ...clean.statistics, interrupted: true } };
    expect(text(interrupted)).toContain('読み取りは途中で中断された');
    expect(text(clean)).not.toContain('中断');
  });
});

describe('the matrix', () => {
  const rowOf = (report: ScanReport, name: string): string =>
    text(report)
      .split('\n')
      .find((line) => line.startsWith(`  ${name} `)) ?? '';

  test('shows a pair without flows as 0 where its boundary was captured', () => {
    const oneBoundary = { ...clean.coverage, boundaries: clean.coverage.boundaries.slice(0, 1) };
    expect(rowOf({ ...clean, coverage: oneBoundary }, 'マイナンバー')).toMatch(/マイナンバー +・ +0 +0$/);
  });

  test('shows a pair as unknown where no boundary was captured', () => {
    const row = rowOf({ ...clean, coverage: { ...clean.coverage, boundaries: [] } }, 'マイナンバー');
    expect(row).toMatch(/マイナンバー +・ +・ +・$/);
  });

  test('leaves out areas that never occur, but none of the three zones', () => {
    expect(text(clean)).not.toContain('住基 = 住基ネット');
    const juki = {
      from: 'mynumber',
      to: 'juki-net',
      flows: 1,
      packets: 1,
      bytes: 1,
      verdicts: { permitted: 1 },
    } as const;
    expect(text({ ...clean, matrix: [juki] })).toContain('住基 = 住基ネット');
  });

  test('counts flows with multicast beside the table, unless something is wrong with them', () => {
    const cell = { from: 'lgwan', to: 'special', flows: 33, packets: 40, bytes: 4000 } as const;
    const harmless = text({ ...clean, matrix: [{ ...cell, verdicts: { permitted: 33 } }] });
    expect(harmless).toContain('特殊アドレスとの 33 フロー');
    expect(harmless).not.toContain('特殊 = 特殊アドレス');
    const odd = text({ ...clean, matrix: [{ ...cell, verdicts: { permitted: 32, suspected: 1 } }] });
    expect(odd).toContain('特殊 = 特殊アドレス');
  });

  test('counts flows by verdict in one cell', () => {
    expect(text(SAMPLE_REPORT)).toMatch(/マイナンバー +許可 412 +許可 10 +遮断 3.*\n +違反 2 +違反 1\n/);
  });
});

describe('the findings', () => {
  const many = Array.from({ length: 25 }, (_, index) => ({ ...violation, id: `id-${index}` }));

  test('come gravest first', () => {
    const reversed = { ...SAMPLE_REPORT, findings: [...SAMPLE_REPORT.findings].reverse() };
    const page = text(reversed);
    const order = ['[重大]', '[高]', '[中]', '情報（'].map((word) => page.indexOf(word));
    expect(order).toEqual([...order].sort((x, y) => x - y));
    expect(Math.min(...order)).toBeGreaterThan(0);
  });

  test('fold with a count, and unfold with full', () => {
    const folded = text({ ...SAMPLE_REPORT, findings: many });
    expect(folded).toContain('ほか 5 件');
    expect(folded).not.toContain('id-20');
    const full = text({ ...SAMPLE_REPORT, findings: many }, { full: true });
    expect(full).toContain('id-24');
    expect(full).not.toMatch(/ほか \d+ 件/);
  });

  test('name the field of the nearest conduit that failed', () => {
    expect(text(SAMPLE_REPORT)).toContain('最も近い定義 C-MN-02（ポート番号が一致しない）');
  });

  test('cite file, frame, local time, point, VLAN, flags, TTL and MAC addresses', () => {
    const page = text(SAMPLE_REPORT);
    expect(page).toContain('captures/midorino-alpha/mn-core.pcapng #17  10:00:00.070  CP-MN  VLAN 110');
    expect(page).toContain('10.10.16.55:51234 → 10.20.4.10:445  [S]  TTL 128  52 B');
    expect(page).toContain('MAC 00:00:5e:00:53:50 → 00:00:5e:00:53:01');
  });

  test('give the same advice once', () => {
    expect(text(SAMPLE_REPORT).match(/境界ファイアウォールの許可規則を見直し/g)).toHaveLength(1);
    expect(text(SAMPLE_REPORT)).toContain('是正      1 と同じ');
  });
});

describe('the quality table', () => {
  const page = text(SAMPLE_REPORT);

  test('takes points together of which there is nothing to say, with the range of their values', () => {
    expect(page).toMatch(/CAP-01 +取りこぼし +3 点 +0 % ～ 0.08 % +影響なし/);
  });

  test('lets stand alone what makes something undetermined', () => {
    expect(page).toMatch(/CAP-03 +無通信の採取点 +CP-SC +0 +判定不能 +採取点 CP-SC/);
  });

  test('shows every entry in full', () => {
    expect(text(SAMPLE_REPORT, { full: true }).match(/^ {2}CAP-01/gm)).toHaveLength(3);
  });
});

describe('the page', () => {
  test('has colours only when asked', () => {
    expect(text(SAMPLE_REPORT)).not.toContain('\u001b');
    expect(text(SAMPLE_REPORT, { color: true })).toContain('\u001b[1;31m違反あり\u001b[0m');
  });

  test('says the same with and without colours', () => {
    // eslint-disable-next-line no-control-regex
    expect(text(SAMPLE_REPORT, { color: true }).replace(/\u001b\[[\d;]*m/g, '')).toBe(text(SAMPLE_REPORT));
  });

  test('stays inside its columns in both languages', () => {
    for (const lang of ['ja', 'en'] as const) {
      for (const columns of [60, 100]) {
        for (const ambiguousWide of [false, true]) {
          const pages = [true, false].map((full) => text(SAMPLE_REPORT, { lang, columns, ambiguousWide, full }));
          const lines = pages.join('').split('\n');
          const widest = Math.max(...lines.map((line) => stringWidth(line, { ambiguousIsNarrow: !ambiguousWide })));
          expect(widest).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  test('has no trailing spaces', () => {
    expect(text(SAMPLE_REPORT)).not.toMatch(/ \n/);
  });

  test('lists rules that wait, what packets cannot show, the premises and every digest', () => {
    const page = text(SAMPLE_REPORT);
    expect(page).toContain('A8-3-A-10 A-11 A-13');
    expect(page).toContain('端末への多要素認証の導入');
    expect(page).toContain('1. 本結果は採取期間・採取点で観測されたパケットに限る。');
    for (const capture of SAMPLE_REPORT.inputs.captures) expect(page).toContain(`SHA-256 ${capture.sha256}`);
    expect(page).toContain(`SHA-256 ${SAMPLE_REPORT.inputs.topology.sha256}`);
  });

  test('never folds away a file with a problem', () => {
    const [whole, , cut] = SAMPLE_REPORT.inputs.captures;
    if (whole === undefined || cut === undefined) throw new Error('the sample has three captures');
    const captures = [...Array.from({ length: 40 }, () => whole), { ...cut, file: 'last.pcapng' }];
    const page = text({ ...SAMPLE_REPORT, inputs: { ...SAMPLE_REPORT.inputs, captures } });
    expect(page).toContain('last.pcapng');
    expect(page).toContain('ほか 10 件');
  });

  test('survives a timezone that does not exist, and says which one it used', () => {
    const topology = { ...SAMPLE_REPORT.inputs.topology, timezone: 'Mars/Olympus' };
    expect(text({ ...SAMPLE_REPORT, inputs: { ...SAMPLE_REPORT.inputs, topology } })).toContain(
      '2026-06-15 01:00:00 ～ 01:19:59（時刻は UTC）',
    );
  });
});
