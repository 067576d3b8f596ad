import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ScanReport } from '../../../src/model/report.js';
import { AREAS } from '../../../src/model/place.js';
import { SECTIONS } from '../../../src/report/html/section.js';
import { renderReport, REPORTERS } from '../../../src/report/registry.js';
import { HOSTILE_TEXT, makeHostile } from '../../support/hostile.js';
import { manyFindings } from '../../support/many-findings.js';
import { SAMPLE_REPORT } from '../../support/report.js';

const TIMELINE: NonNullable<ScanReport['timeline']> = {
  binSeconds: 60,
  bins: [
    { start: '1781485200.000000000', clauses: { A: { permitted: 40, violation: 1 }, U: { permitted: 7 } } },
    { start: '1781485320.000000000', clauses: { I: { suspected: 1, blocked: 3 } } },
  ],
};
const REPORT: ScanReport = { ...SAMPLE_REPORT, timeline: TIMELINE };
const render = (report: ScanReport, lang: 'ja' | 'en' = 'ja'): string => renderReport(report, 'html', { lang });
/** what stands on the page, for comparing words: tags away */
const words = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const texts = (html: string): string[] =>
  JSON.parse(/<script type="application\/json" id="texts">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as string[];
/** an element per tag that holds others: what is opened is closed, in order */
function unbalanced(html: string): string | null {
  const open: string[] = [];
  const voids = new Set(['meta', 'br', 'col', 'input', 'link']);
  for (const [, slash, name = '', rest = ''] of html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
    .matchAll(/<(\/?)([a-zA-Z][\w]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (voids.has(name) || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return `${name} closes what it did not open`;
  }
  return open.length === 0 ? null : `left open: ${open.join(' ')}`;
}

describe('the page', () => {
  const page = render(REPORT);

  test('has every section of the audit guideline, in order, and each in the table of contents', () => {
    const there = [...page.matchAll(/<section id="(s-[\w-]+)"/g)].map(([, id]) => id);
    expect(there).toEqual(SECTIONS.map(([id]) => `s-${id}`));
    for (const [id] of SECTIONS) expect(page).toContain(`href="#s-${id}"`);
  });

  test('says in the language asked for what the report says, and holds the other language too', () => {
    for (const lang of ['ja', 'en'] as const) {
      const html = render(REPORT, lang);
      const other = texts(html).join('\n');
      const otherLang = lang === 'ja' ? 'en' : 'ja';
      expect(html).toContain(`<html lang="${lang}">`);
      for (const finding of REPORT.findings) {
        expect(words(html)).toContain(finding.title[lang]);
        expect(other).toContain(finding.title[otherLang]);
        expect(other).toContain(finding.remedy[otherLang]);
      }
      for (const statement of REPORT.statements) {
        expect(words(html)).toContain(statement[lang]);
        expect(other).toContain(statement[otherLang]);
      }
    }
  });

  test('numbers texts so that each leads to its other language', () => {
    const other = texts(page);
    const pairs = [...page.matchAll(/ data-t=(\d+)>([^<]*)</g)];
    expect(pairs.length).toBeGreaterThan(300);
    for (const [, number, text] of pairs)
      expect([typeof other[Number(number)], text === '']).toEqual(['string', false]);
    const [first] = REPORT.findings;
    const [, number] = new RegExp(` data-t=(\\d+)>${first?.title.ja ?? ''}<`).exec(page) ?? [];
    expect(other[Number(number)]).toBe(first?.title.en);
  });

  test('is well-formed: what is opened is closed, and no anchor stands twice', () => {
    expect(unbalanced(page)).toBeNull();
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = new Set(ids);
    for (const [, target] of page.matchAll(/ href="#([^"]*)"/g)) expect(targets).toContain(target);
  });

  test('gives every finding its fingerprint as anchor, its frames, its conduit and the field that failed', () => {
    for (const finding of REPORT.findings) {
      expect(page).toContain(`<article class="finding" id="${finding.id}"`);
      for (const { file, frame } of finding.evidence) expect(page).toContain(`${file} <b>#${frame}</b>`);
    }
    expect(words(page)).toContain('最も近い定義 C-MN-02 eLTAX（一致しない項目：ポート番号）');
  });

  test('draws zones, realms, gateways and capture points, and violations with their counts', () => {
    const map = page.slice(page.indexOf('<figure class="map">'), page.indexOf('</figure>'));
    for (const { name } of REPORT.plan.gateways) expect(map).toContain(`>${name}<`);
    for (const { name } of REPORT.plan.points) expect(map).toContain(name);
    expect(map).toMatch(/class="tag violation" href="#[0-9a-f]+" data-from="mynumber" data-to="lgwan"/);
    expect(words(map)).toContain('違反 2');
  });

  test('opens the findings of a cell of the matrix', () => {
    const matrix = page.slice(page.indexOf('<table class="matrix">'));
    expect(matrix).toMatch(/data-from="internet" data-to="lgwan"/);
    expect(AREAS.filter((area) => matrix.includes(`data-to="${area}"`)).length).toBeGreaterThan(2);
  });

  test('shows comparison and acceptances where there are some', () => {
    const [finding] = REPORT.findings;
    if (finding === undefined) throw new Error('the sample has findings');
    const accepted = {
      entry: 'ACC-1',
      reason: '更改まで',
      approver: 'CISO',
      ticket: 'T-77',
      until: '2027-03-31',
      settledBy: null,
    };
    const html = words(
      render({
        ...REPORT,
        redacted: true,
        findings: [{ ...finding, status: 'ongoing', accepted }],
        comparison: {
          baseline: { file: 'may.json', sha256: 'ab', result: 'violation', first: null, last: null },
          counts: { new: 0, ongoing: 1, gone: 0, 'gone-unobserved': 1 },
          gone: [{ ...finding, status: 'gone-unobserved' }],
          worsened: [{ id: finding.id, verdict: 'attempt', severity: 'low' }],
          coverageChanges: [{ ja: 'CP-SCを採取していない', en: 'CP-SC was not captured' }],
        },
        acceptances: {
          file: 'accept.yaml',
          sha256: 'cd',
          entries: [
            { ...accepted, state: 'used', findings: 1 },
            { ...accepted, entry: 'ACC-2', state: 'expired', findings: 0 },
          ],
        },
      }),
    );
    for (const word of ['継続', '受容', 'may.json', 'CP-SCを採取していない', 'ACC-2', '期限切れ', '仮名'])
      expect(html).toContain(word);
  });

  test('reads without findings, without a timeline and without conduits', () => {
    const html = render({
      ...SAMPLE_REPORT,
      result: 'none-observed',
      findings: [],
      matrix: [],
      plan: { zones: [], realms: [], gateways: [], conduits: [], points: [] },
    });
    expect(unbalanced(html)).toBeNull();
    expect(words(html)).toContain('観測範囲内で違反は検出されなかった');
    expect(words(html)).not.toMatch(/(?<!も、)適合(?!を意味|が)/);
  });

  test('comes in pieces, however many findings there are', () => {
    let pieces = 0;
    let longest = 0;
    for (const piece of REPORTERS.html.write(manyFindings(5000), { lang: 'ja' })) {
      pieces++;
      longest = Math.max(longest, piece.length);
    }
    expect(pieces).toBeGreaterThan(10_000);
    expect(longest).toBeLessThan(4_000_000);
  });
});

describe('the policy of the page', () => {
  const page = render(REPORT);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const hash = (text: string | undefined): string =>
    `'sha256-${createHash('sha256')
      .update(text ?? '')
      .digest('base64')}'`;

  test('allows nothing but the one style and the one script, by their digests', () => {
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(/<style>(.*?)<\/style>/s.exec(page)?.[1])}; script-src ${hash(
        /<script>(.*?)<\/script>/s.exec(page)?.[1],
      )}; base-uri 'none'; form-action 'none'`,
    );
    expect(policy).not.toMatch(/unsafe|http|\*/);
  });

  test('is not needed: nothing on the page would be fetched, and no attribute holds a script or a style', () => {
    const markup = page.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(markup).not.toMatch(/<(?:img|link|iframe|object|embed|base|source|audio|video)\b/i);
    expect(markup).not.toMatch(/\s(?:on\w+|style|src|srcset)=/i);
    expect(/<style>(.*?)<\/style>/s.exec(page)?.[1]).not.toMatch(/url\(|@import/);
    for (const [, address] of markup.matchAll(/ href="([^"]*)"/g)) expect(address).toMatch(/^#/);
  });
});

describe('a report with hostile text in every string', () => {
  const hostile = makeHostile({ ...REPORT, findings: REPORT.findings.slice(0, 2) });
  const markers = '"><img src=x onerror=alert(1)><!--</noscript></script></style></title><svg onload=alert(1)>';

  test('is inert: no tag, attribute or end of an element comes from it', () => {
    for (const text of [HOSTILE_TEXT, markers]) {
      for (const lang of ['ja', 'en'] as const) {
        const html = render(makeHostile({ ...REPORT, findings: REPORT.findings.slice(0, 2) }, '', text), lang);
        expect(unbalanced(html)).toBeNull();
        expect(html).not.toMatch(/<img|<svg on|<!--/);
        expect([...html.matchAll(/<\/script>/g)]).toHaveLength(2);
        expect([...html.matchAll(/<\/style>/g)]).toHaveLength(1);
        expect([...html.matchAll(/<noscript>/g)].length).toBe([...html.matchAll(/<\/noscript>/g)].length);
      }
    }
  });

  test('shows controls and what would reorder the page, in both languages', () => {
    const html = render(hostile);
    expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(html).toContain('\\u{202e}gnp.exe\\u{2066}');
    expect(texts(html).join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  test('keeps anchors to letters and digits', () => {
    for (const [, id] of render(hostile).matchAll(/ id="([^"]*)"/g)) expect(id).toMatch(/^[\w-]+$/);
  });
});
