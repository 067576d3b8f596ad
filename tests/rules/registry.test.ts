import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import type { Text } from '../../src/base/text.js';
import { CLAUSES } from '../../src/model/place.js';
import type { Rule } from '../../src/model/rule.js';
import { catalogueEntries, findCatalogueEntries, renderCatalogue, rulesDigest } from '../../src/rules/catalogue.js';
import { NOT_VERIFIABLE, notCheckedRules, statementsOf } from '../../src/rules/quality/coverage-texts.js';
import { tunnelAround } from '../../src/rules/checks/20-tunnel.js';
import { PRECEDENCE, SEPARATE } from '../../src/rules/judge.js';
import { RULES } from '../../src/rules/registry.js';
import { RESULT_TEXTS } from '../../src/rules/result.js';
import { withCatalogue } from '../../src/rules/write-catalogue.js';

const ids = catalogueEntries().map(({ rule }) => rule);

/** Ids of domain catalogue 3.1 to 3.3, by clause. */
const CATALOGUE: Readonly<Record<string, string>> = {
  A: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 20 21 22 23 24 30 31 32 33 40 41 50 51 52',
  I: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 30 31 32 33 34 35 36 37 38 39 40 41 50 51 52',
  U: '03 04 09 11 12 20 21 23 42 50 60 61 62 63 64 65 66 67 68 69',
};

function textsOf(rule: Rule): Text[] {
  const titles = CLAUSES.map((clause) => rule.titles[clause]).filter((text) => text !== undefined);
  return [
    ...titles,
    rule.trigger,
    ...rule.traps,
    ...rule.limits,
    rule.remedy,
    ...(rule.awaits === undefined ? [] : [rule.awaits]),
  ];
}

describe('the registry', () => {
  test('has every rule of the catalogue and no other', () => {
    const wanted = Object.entries(CATALOGUE).flatMap(([clause, checks]) =>
      checks.split(' ').map((check) => `A8-3-${clause}-${check}`),
    );
    expect(ids).toEqual(wanted);
  });

  test('lists one rule per file of the folder, in the order of their numbers', () => {
    const files = readdirSync(new URL('../../src/rules/checks', import.meta.url)).sort();
    expect(RULES.map(({ check }) => check)).toEqual(files.map((file) => file.slice(0, 2)));
  });

  test('names each clause of a rule in its severities too', () => {
    for (const rule of RULES) expect(Object.keys(rule.severities).sort()).toEqual(Object.keys(rule.titles).sort());
  });

  test('says everything in both languages and stays within one line', () => {
    for (const rule of RULES) {
      for (const text of textsOf(rule)) {
        expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
        expect(text.en).toMatch(/^[^ぁ-んァ-ヶ]+$/);
        expect(`${text.ja}${text.en}`).not.toMatch(/\n|TODO|\|/);
      }
    }
  });

  test('either checks a rule, or says what it waits for', () => {
    const byCoverage = new Set(['38', '40', '50', '51', '52', '66', '68', '69']);
    for (const rule of RULES) {
      const judges = rule.judge !== undefined || rule.judgeSightings !== undefined;
      expect([rule.check, judges || rule.awaits !== undefined || byCoverage.has(rule.check)]).toEqual([
        rule.check,
        true,
      ]);
    }
  });

  test('asks every rule that judges, once; check 20 also of what a tunnel carries', () => {
    const asked = [...PRECEDENCE, ...SEPARATE.filter((rule) => rule !== tunnelAround)].map(({ check }) => check);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.sort()).toEqual(RULES.filter(({ judge }) => judge !== undefined).map(({ check }) => check));
  });
});

describe('the catalogue', () => {
  test('finds a rule by its full id, its short id and its number', () => {
    expect(findCatalogueEntries('A8-3-A-24').map(({ rule }) => rule)).toEqual(['A8-3-A-24']);
    expect(findCatalogueEntries('i-24').map(({ rule }) => rule)).toEqual(['A8-3-I-24']);
    expect(findCatalogueEntries('09').map(({ rule }) => rule)).toEqual(['A8-3-A-09', 'A8-3-I-09', 'A8-3-U-09']);
  });

  test('answers nothing for an id that no rule has', () => {
    expect(renderCatalogue('text', 'en', 'A8-3-U-01')).toBeUndefined();
  });

  test.each(['ja', 'en'] as const)('lists every rule as text and Markdown in %s', (lang) => {
    for (const format of ['text', 'md'] as const) {
      const page = renderCatalogue(format, lang) ?? '';
      for (const id of ids) expect(page).toContain(id);
    }
  });

  test('is an array of the same entries as JSON', () => {
    expect(JSON.parse(renderCatalogue('json', 'ja') ?? '')).toEqual(JSON.parse(JSON.stringify(catalogueEntries())));
  });

  test('is what docs/rules.md shows between its markers', () => {
    const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
    expect(withCatalogue(page) === page).toBe(true);
  });

  test('has a digest that stays the same', () => {
    expect(rulesDigest()).toMatch(/^[0-9a-f]{64}$/);
    expect(rulesDigest()).toBe(rulesDigest());
  });
});

describe('what every report carries', () => {
  test('rules that are not checked yet are listed with the reason, and no other', () => {
    const listed = notCheckedRules().map(({ rule }) => rule);
    expect(listed).toEqual(
      catalogueEntries()
        .filter(({ awaits }) => awaits !== null)
        .map(({ rule }) => rule),
    );
    // every row of the catalogue is checked
    expect(listed).toEqual([]);
  });

  test('each clause has words that packets cannot verify', () => {
    for (const clause of CLAUSES) expect(NOT_VERIFIABLE.some((entry) => entry.clause === clause)).toBe(true);
  });

  test('the statements name the topology by its digest', () => {
    const statements = statementsOf({ findings: [], topologySha256: 'ab12' });
    expect(statements.some(({ ja }) => ja.includes('ab12'))).toBe(true);
  });

  test('no result calls the municipality compliant', () => {
    for (const { ja, en } of Object.values(RESULT_TEXTS)) {
      expect(ja).not.toContain('適合');
      expect(en).not.toMatch(/complian/i);
    }
    expect(RESULT_TEXTS['none-observed'].ja).toBe('観測範囲内で違反は検出されなかった');
  });
});
