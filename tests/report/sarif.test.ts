import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import type { ScanReport } from '../../src/model/report.js';
import { renderReport } from '../../src/report/registry.js';
import { fileUri } from '../../src/report/sarif/artifacts.js';
import { COMPARED_REPORT } from '../support/compared-report.js';
import { HOSTILE_TEXT, makeHostile } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';

const schemaFile = new URL('schemas/sarif-2.1.0.json', import.meta.url);
// ajv reads draft-07: this draft-04 schema uses no keyword that differs, beside its name and its id
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject;
for (const name of ['$schema', 'id']) Reflect.deleteProperty(schema, name);
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', (text: string) => /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/.test(text));
ajv.addFormat('date-time', (text: string) => Number.isFinite(Date.parse(text)));
const isSarif = ajv.compile(schema);

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly status: string; readonly justification: string }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly {
    readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string; readonly index?: number } };
    readonly logicalLocations: readonly { readonly index: number; readonly fullyQualifiedName: string }[];
  }[];
}

interface SarifRun {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] };
  };
  readonly translations: readonly { readonly language: string; readonly rules: readonly { readonly id: string }[] }[];
  readonly artifacts: readonly {
    readonly location: { readonly uri: string };
    readonly hashes?: Readonly<Record<string, string>>;
  }[];
  readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  readonly results: readonly SarifResult[];
}

function runOf(report: ScanReport, lang: 'ja' | 'en' = 'ja'): SarifRun {
  const log = JSON.parse(renderReport(report, 'sarif', { lang })) as { readonly runs: readonly [SarifRun] };
  return log.runs[0];
}

describe('SARIF', () => {
  const reports = {
    sample: SAMPLE_REPORT,
    compared: COMPARED_REPORT,
    hostile: makeHostile(COMPARED_REPORT),
    empty: { ...SAMPLE_REPORT, findings: [], matrix: [], quality: [] },
  };
  for (const [name, report] of Object.entries(reports)) {
    for (const lang of ['ja', 'en'] as const) {
      test(`is valid by the schema of the standard: ${name}, ${lang}`, () => {
        isSarif(JSON.parse(renderReport(report, 'sarif', { lang })));
        expect(isSarif.errors ?? []).toEqual([]);
      });
    }
  }

  test('would not be valid otherwise: the schema is really looked at', () => {
    const log = JSON.parse(renderReport(SAMPLE_REPORT, 'sarif')) as { runs: [{ results: [{ kind: string }] }] };
    log.runs[0].results[0].kind = 'broken';
    expect(isSarif(log)).toBe(false);
  });

  test('refers to rules, files and places that are there', () => {
    const { tool, translations, artifacts, logicalLocations, results } = runOf(COMPARED_REPORT);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      for (const { physicalLocation, logicalLocations: places } of result.locations) {
        const { uri, index } = physicalLocation?.artifactLocation ?? {};
        if (index !== undefined) expect(artifacts[index]?.location.uri).toBe(uri);
        for (const place of places) {
          expect(logicalLocations[place.index]?.fullyQualifiedName).toBe(place.fullyQualifiedName);
        }
      }
    }
    expect(translations.map(({ language, rules }) => [language, rules.map(({ id }) => id)])).toEqual([
      ['en', tool.driver.rules.map(({ id }) => id)],
    ]);
  });

  test('fails on what makes the result worse only, and leaves open what packets cannot tell', () => {
    const kinds = runOf(SAMPLE_REPORT).results.map(({ kind, level }) => `${kind} ${level}`);
    expect(kinds).toEqual([
      ...['fail error', 'fail error', 'review none', 'fail error', 'fail error', 'fail error'],
      ...['fail warning', 'fail warning', 'open none', 'pass none', 'informational none'],
    ]);
  });

  test('keeps an accepted finding, suppressed, with who answers for it and why', () => {
    const accepted = runOf(COMPARED_REPORT).results.filter(({ suppressions }) => suppressions !== undefined);
    expect(accepted).toHaveLength(2);
    expect(accepted[0]?.suppressions?.[0]).toMatchObject({ status: 'accepted', kind: 'external' });
    expect(accepted[0]?.suppressions?.[0]?.justification).toContain('画面転送は暗号化');
  });

  test('says how each finding stands to the baseline, and closes none that was not looked at', () => {
    const states = runOf(COMPARED_REPORT).results.map(({ baselineState, kind }) => `${baselineState ?? ''} ${kind}`);
    expect(states[0]).toBe('new fail');
    expect(states.slice(-2)).toEqual(['absent review', 'updated open']);
  });

  test('names a finding by its fingerprint, and captures by their hashes', () => {
    const { results, artifacts } = runOf(SAMPLE_REPORT);
    expect(results[0]?.partialFingerprints).toEqual({ 'sansouFinding/v1': SAMPLE_REPORT.findings[0]?.id });
    expect(artifacts[0]?.hashes).toEqual({ 'sha-256': SAMPLE_REPORT.inputs.captures[0]?.sha256 });
  });

  test('makes no link and no placeholder of what a packet says', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (finding === undefined) throw new Error('no finding');
    const text = '[click](http://evil.example) {0} \\';
    const { results } = runOf({ ...SAMPLE_REPORT, findings: [{ ...finding, summary: { ja: text, en: text } }] });
    expect(results[0]?.message.text).toBe('\\[click\\](http://evil.example) {{0}} \\\\');
  });

  test('writes any path as a URI reference', () => {
    expect(fileUri('captures/mn 0401.pcapng')).toBe('captures/mn%200401.pcapng');
    expect(fileUri('C:\\採取\\a.pcap')).toBe('C%3A/%E6%8E%A1%E5%8F%96/a.pcap');
    expect(fileUri('//host/share')).toBe('/host/share');
    expect(fileUri(HOSTILE_TEXT)).toMatch(/^(?:[\w.~/-]|%[0-9A-F]{2})+$/);
  });
});
