import { describe, expect, test } from '@jest/globals';
import type { Proof, ProofRow } from '../../src/model/proof.js';
import { writeProofJson } from '../../src/report/proof/proof-json.js';
import { writeProof } from '../../src/report/proof/proof-text.js';
import { DEFAULT_REPORT_OPTIONS } from '../../src/report/report-options.js';
import { redactReport } from '../../src/report/redact/redact-report.js';
import { renderReport } from '../../src/report/registry.js';
import { HOSTILE_TEXT } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';

const row = (change: Partial<ProofRow>): ProofRow => ({
  ...{ rule: 'A8-3-A-01', title: { ja: '他領域との通信の成立', en: 'Cross-zone communication established' } },
  ...{ from: 'mynumber', to: 'lgwan', conduit: null, outcome: 'caught', caughtAs: null, reason: null },
  ...{ twin: 'quiet', falseAlarms: [] },
  ...change,
});
const hostile = { ja: HOSTILE_TEXT, en: HOSTILE_TEXT };
const missed = {
  code: 'conduit-too-broad',
  subjects: ['C-WIDE'],
  text: { ja: 'C-WIDE が広すぎる。', en: 'C-WIDE is too broad.' },
} as const;

const proof: Proof = {
  schema: 'sansou/proof/1',
  result: 'gaps',
  counts: { caught: 2, missed: 2, undetermined: 0, 'not-applicable': 1, falseAlarms: 1 },
  rows: [
    row({}),
    row({ to: 'internet' }),
    row({ rule: 'A8-3-I-01', from: 'lgwan', to: 'internet', outcome: 'missed', reason: missed }),
    row({ rule: 'A8-3-I-23', from: 'internet', to: 'lgwan', outcome: 'missed', reason: missed }),
    row({ rule: 'A8-3-I-09', outcome: 'caught', caughtAs: 'A8-3-I-36' }),
    row({
      rule: 'A8-3-U-42',
      conduit: HOSTILE_TEXT,
      title: hostile,
      twin: 'alarm',
      falseAlarms: [{ rule: HOSTILE_TEXT, verdict: 'suspected', summary: hostile }],
    }),
    row({
      rule: 'A8-3-U-66',
      from: null,
      to: null,
      outcome: 'not-applicable',
      twin: 'none',
      reason: { code: 'not-built', subjects: [], text: hostile },
    }),
  ],
  conduits: [
    { conduit: 'C-1', title: 'x', twin: 'quiet', reason: null, falseAlarms: [] },
    {
      conduit: HOSTILE_TEXT,
      title: HOSTILE_TEXT,
      twin: 'alarm',
      reason: null,
      falseAlarms: [{ rule: 'A8-3-A-13', verdict: 'suspected', summary: hostile }],
    },
  ],
  blindVlans: [{ vlan: 110, area: 'mynumber', name: HOSTILE_TEXT }],
  silentRules: ['A8-3-I-23'],
  notes: [hostile],
  interrupted: true,
  topology: { file: HOSTILE_TEXT, sha256: 'ab', organization: HOSTILE_TEXT, model: 'alpha' },
  tool: { name: 'sansou', version: '0.1.0', rules: 'cd' },
};

describe.each(['ja', 'en'] as const)('the page of a proof in %s', (lang) => {
  const text = [...writeProof(proof, { ...DEFAULT_REPORT_OPTIONS, lang })].join('');

  test('has a line for every rule, and says a reason once for all that it is about', () => {
    for (const { rule } of proof.rows) expect(text).toContain(rule);
    expect(text.split(missed.text[lang])).toHaveLength(2);
    expect(text).toContain(lang === 'ja' ? 'A8-3-I-36 として' : 'as A8-3-I-36');
  });

  test('keeps what a topology says inert, and within the page', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    const narrow = [...writeProof(proof, { ...DEFAULT_REPORT_OPTIONS, lang, columns: 60 })].join('');
    expect(narrow).toContain('A8-3-U-66');
  });
});

test('the JSON of a proof is the proof', () => {
  const text = [...writeProofJson(proof)].join('');
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(proof)));
});

test('with --redact a proof keeps its words and gives no names away', () => {
  const [conduit] = SAMPLE_REPORT.plan.conduits;
  if (conduit === undefined) throw new Error('the sample has no conduit');
  const said = `${conduit.id} ${conduit.title} 10.77.0.0/16`;
  const secret: Proof = {
    ...proof,
    rows: [
      row({
        outcome: 'missed',
        conduit: conduit.id,
        reason: {
          ...missed,
          subjects: ['10.77.0.0/16'],
          text: { ja: said, en: said },
        },
      }),
    ],
    conduits: [{ conduit: conduit.id, title: 'himitsu', twin: 'quiet', reason: null, falseAlarms: [] }],
    blindVlans: [{ vlan: 110, area: 'mynumber', name: 'himitsu' }],
    notes: [],
    topology: { file: 'himitsu.yaml', sha256: 'ab', organization: 'himitsu', model: 'alpha' },
  };
  const redacted = redactReport({ ...SAMPLE_REPORT, proof: secret }, { salt: new Uint8Array(16).fill(7) });
  const text = JSON.stringify(redacted.proof);
  expect(text).not.toMatch(/himitsu|10\.77\./);
  expect([text.includes(conduit.id), text.includes(conduit.title)]).toEqual([false, false]);
  expect(redacted.proof?.rows[0]).toMatchObject({
    rule: 'A8-3-A-01',
    outcome: 'missed',
    twin: 'quiet',
    from: 'mynumber',
  });
  expect(renderReport(redacted, 'text', { lang: 'en' })).toContain('What would be detected (positive control)');
});
