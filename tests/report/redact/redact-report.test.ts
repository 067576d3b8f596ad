import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding, ScanReport } from '../../../src/model/report.js';
import type { FurtherNames } from '../../../src/report/redact/name-register.js';
import { redactReport } from '../../../src/report/redact/redact-report.js';
import { REPORT_FORMATS, renderReport } from '../../../src/report/registry.js';
import { check } from '../../../src/scan/check.js';
import { loadTopology } from '../../../src/topology/load.js';
import { COMPARED_REPORT } from '../../support/compared-report.js';
import { HOSTILE_TEXT } from '../../support/hostile.js';
import { SAMPLE_REPORT } from '../../support/report.js';

const file = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const { topology } = loadTopology(file('topology/midorino-alpha.yaml'));
const salt = Buffer.from('a salt for the tests, 32 bytes ..');
const further: FurtherNames = { hosts: topology.hosts.map(({ name }) => name), others: topology.domains };
const redact = (report: ScanReport): ScanReport => redactReport(report, { salt, further });

/** Every address, MAC address and name of the sample city. */
const originals = [
  ...topology.hosts.flatMap(({ name, ip, mac }) => [name, ...ip, ...mac]),
  ...topology.gateways.flatMap(({ name, legs }) => [
    name,
    ...legs.flatMap(({ ip, mac, ipv6 }) => [ip, mac, ipv6].filter((value) => value !== null)),
  ]),
  ...topology.domains,
  topology.organization,
];

/** Original values that stand in an output as words of their own. */
function leaksIn(output: string, values: readonly string[]): readonly string[] {
  const text = output.toLowerCase();
  return values.filter((value) => {
    const needle = value.toLowerCase();
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const around = text.charAt(at - 1) + text.charAt(at + needle.length);
      // 10.10.5.5 does not stand in 10.10.5.57, nor a host "ad" in "read"
      if (!/^[\x21-\x7e]+$/.test(needle) || !/[a-z0-9.:-]/.test(around)) return true;
    }
    return false;
  });
}

describe('a redacted report', () => {
  const reports: Readonly<Record<string, ScanReport>> = { sample: SAMPLE_REPORT, compared: COMPARED_REPORT };

  for (const [name, report] of Object.entries(reports)) {
    test(`has no address, MAC address or name of the topology in any format: ${name}`, () => {
      const values = [
        ...originals,
        '10.10.16.55',
        '10.20.16.77',
        '203.0.113.9',
        '00:00:5e:00:53:50',
        'shop.example.com',
      ];
      // the test can fail: without redaction most of them are there
      expect(leaksIn(renderReport(report, 'json'), values).length).toBeGreaterThan(40);
      const redacted = redact(report);
      for (const format of REPORT_FORMATS) {
        for (const lang of ['ja', 'en'] as const) {
          const output = renderReport(redacted, format, { lang, full: true });
          expect([format, lang, leaksIn(output, values)]).toEqual([format, lang, []]);
          expect(
            leaksIn(
              output,
              values.map((value) => value.replaceAll(':', '-')),
            ),
          ).toEqual([]);
        }
      }
    });
  }

  test('of real captures, judged, has none either', async () => {
    const judged = await check({
      captures: [{ point: null, path: file('captures') }],
      topology,
      hash: false,
    });
    const seen = judged.findings.flatMap(({ from, to, evidence }) =>
      [from.address, to.address, from.mac, to.mac, from.host, to.host, ...evidence.map(({ source }) => source)].filter(
        (value) => value !== null && value !== undefined,
      ),
    );
    const nobody = /^(?:22[4-9]|23\d|255)\.|^ff|^0\.0\.0\.0$|^(?:01|33:33)/;
    const values = [...new Set([...originals, ...seen])].filter((value) => !nobody.test(value));
    const names = judged.findings.flatMap(({ indicators = [] }) =>
      indicators.filter(({ field }) => ['tls-sni', 'dns-question', 'http-host', 'file'].includes(field)),
    );
    const redacted = redact(judged);
    for (const format of REPORT_FORMATS) {
      const output = renderReport(redacted, format, { full: true });
      expect([format, leaksIn(output, values)]).toEqual([format, []]);
      expect([
        format,
        leaksIn(
          output,
          names.map(({ value }) => value),
        ),
      ]).toEqual([format, []]);
    }
  }, 60_000);

  test('still shows who talked with whom: one name for one thing, everywhere', () => {
    const { findings, plan } = redact(SAMPLE_REPORT);
    const [smb] = findings;
    expect(smb?.summary.ja).toContain(smb?.from.address ?? '?');
    expect(smb?.summary.ja).toContain(smb?.to.address ?? '?');
    expect(smb?.evidence[0]?.source).toBe(smb?.from.address);
    expect(smb?.evidence[0]?.sourceMac).toBe(smb?.from.mac);
    expect(findings[1]?.from.host).toMatch(/^host-[0-9a-f]{8}$/);
    const conduits = new Set(plan.conduits.map(({ id }) => id));
    for (const { conduit } of findings) if (conduit !== null) expect(conduits).toContain(conduit.nearest);
  });

  test('says that it is one, and keeps codes, times, counts and what the catalogue says', () => {
    const redacted = redact(SAMPLE_REPORT);
    expect(redacted).toMatchObject({ redacted: true, result: 'violation', matrix: SAMPLE_REPORT.matrix });
    expect(redacted.statistics).toEqual(SAMPLE_REPORT.statistics);
    expect(redacted.statements).toEqual(SAMPLE_REPORT.statements);
    expect(redacted.findings.map(({ rule, verdict, first, title }) => [rule, verdict, first, title])).toEqual(
      SAMPLE_REPORT.findings.map(({ rule, verdict, first, title }) => [rule, verdict, first, title]),
    );
  });

  test('has other fingerprints: an address can be guessed from a plain digest', () => {
    const [was] = SAMPLE_REPORT.findings;
    const [is] = redact(SAMPLE_REPORT).findings;
    expect(is?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(is?.id).not.toBe(was?.id);
    expect(redact(SAMPLE_REPORT).findings[0]?.id).toBe(is?.id);
  });

  test('gives nothing away in a field that is new to it', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (finding === undefined) throw new Error('no finding');
    const future = { ...finding, operator: 'Suzuki Taro', seat: { of: '10.10.16.55' } } as Finding;
    const json = JSON.stringify(redact({ ...SAMPLE_REPORT, findings: [future] }));
    expect(json).not.toContain('Suzuki');
    expect(json).not.toContain('10.10.16.55');
  });

  test('hides whatever a packet called something, also where a sentence quotes it', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (finding === undefined) throw new Error('no finding');
    const names = fc.oneof(
      fc.stringMatching(/^[a-z]{4,12}-[a-z0-9]{4,8}$/),
      fc.stringMatching(/^[a-z]{4,12}\.[a-z]{3,8}\.jp$/),
      fc.constantFrom('山田太郎の源泉徴収票.xlsx', 'tanaka@city.midorino.lg.jp', HOSTILE_TEXT),
    );
    fc.assert(
      fc.property(names, (name) => {
        const text = `名前「${name}」を 10.10.16.55 が用いた。`;
        const spoken: Finding = {
          ...finding,
          summary: { ja: text, en: `the name "${name}", used by 10.10.16.55` },
          indicators: [{ field: 'tls-sni', value: name }],
        };
        const redacted = redact({ ...SAMPLE_REPORT, findings: [spoken] });
        const [is] = redacted.findings;
        expect(is?.indicators?.[0]?.value).toMatch(/^(?:name|value)-[0-9a-f]{8}$/);
        for (const format of REPORT_FORMATS) expect(renderReport(redacted, format)).not.toContain(name);
      }),
      { numRuns: 60 },
    );
  });

  test('masks individual numbers wherever they stand', () => {
    const [finding] = SAMPLE_REPORT.findings;
    if (finding === undefined) throw new Error('no finding');
    const spoken: Finding = { ...finding, summary: { ja: '番号123456789018を含む。', en: 'holds 1234 5678 9018' } };
    const [is] = redact({ ...SAMPLE_REPORT, findings: [spoken] }).findings;
    expect(is?.summary).toEqual({ ja: '番号************を含む。', en: 'holds ************' });
  });
});
