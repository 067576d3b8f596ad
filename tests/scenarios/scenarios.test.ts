import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Act } from '../../src/craft/act.js';
import { check } from '../../src/index.js';
import type { Finding, ScanReport } from '../../src/model/report.js';
import type { Topology } from '../../src/model/topology.js';
import { reasonText } from '../../src/report/words/reasons.js';
import { catalogueEntries } from '../../src/rules/catalogue.js';
import { resultOf } from '../../src/rules/result.js';
import { loadTopology } from '../../src/topology/load.js';
import { matchFinding } from './match-finding.js';
import { readScenario, type Scenario } from './scenario.js';
import { recordTraffic, writeCaptures } from './stage-captures.js';

/** One folder in cases/ is one scenario: traffic, and what the judge must say and must not say about it. */
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sansou-scenarios-'));
const background = parse(readFileSync(join(here, 'background.yaml'), 'utf8')) as Record<string, readonly Act[]>;
const names = readdirSync(join(here, 'cases')).toSorted();

afterAll(() => rmSync(folder, { recursive: true }));

describe('scenarios', () => {
  test.each(names)(
    '%s',
    async (name) => {
      const scenario = readScenario(join(here, 'cases', name, 'scenario.yaml'));
      const topology = topologyOf(scenario.topology);
      const quiet = scenario.background === false ? [] : (background[scenario.topology] ?? []);
      const captures = recordTraffic(topology, [...scenario.traffic, ...quiet], scenario.captures);
      const judge = async (shape?: NonNullable<Scenario['same']>[number]): Promise<ScanReport> =>
        check({ captures: writeCaptures(folder, captures, scenario.captures, shape), topology, hash: false });

      const report = await judge();
      const beside = quiet.length === 0 ? report : await besideBackground(scenario.topology, report, topology);
      expect(complaints(scenario, report, beside)).toEqual([]);
      expect(report.findings.flatMap(({ reasons }) => reasons).filter((code) => reasonText(code).ja === code)).toEqual(
        [],
      );
      for (const shape of scenario.same ?? []) {
        expect((await judge(shape)).findings.map(essence)).toEqual(report.findings.map(essence));
      }
    },
    60_000,
  );
});

describe('every rule that is checked', () => {
  const scenarios = names.map((name) => ({ name, ...readScenario(join(here, 'cases', name, 'scenario.yaml')) }));
  const rules = catalogueEntries().filter(({ awaits }) => awaits === null);
  const wanted = scenarios.flatMap(({ expect: expected = [] }) => expected.flatMap(({ rule }) => [rule ?? []].flat(2)));
  const nearly = scenarios.flatMap(({ name, near = [] }) => [...near, ...ruleNearlyFired(name)]);

  test('has a scenario that fires it', () => {
    expect(rules.map(({ rule }) => rule).filter((rule) => !wanted.includes(rule))).toEqual([]);
  });

  test('has a near miss that must not fire it, in one of its clauses at least', () => {
    const checked = new Set(nearly.map((rule) => rule.slice(-2)));
    expect([...new Set(rules.map(({ check: number }) => number))].filter((number) => !checked.has(number))).toEqual([]);
  });

  test('is forbidden, or expected in a milder form, where it nearly fires', () => {
    for (const { name, near = [], forbid = [], expect: expected = [] } of scenarios) {
      const rulesIn = (patterns: typeof forbid): readonly (string | undefined)[] =>
        patterns.flatMap(({ rule, clause }) => [rule, clause].flat());
      const milder = expected.filter(({ verdict }) => verdict !== undefined && verdict !== 'violation');
      const minded = [...rulesIn(forbid), ...rulesIn(milder)];
      const careless = [...near, ...ruleNearlyFired(name)].filter(
        (rule) => !minded.includes(rule) && !minded.includes(rule[5]),
      );
      expect([name, careless]).toEqual([name, []]);
    }
  });
});

/** `i-08-near-refused` is nearly A8-3-I-08. */
function ruleNearlyFired(folder: string): readonly string[] {
  const match = /^(?:beta-)?([aiu])-(\d\d)-near-/.exec(folder);
  return match === null ? [] : [`A8-3-${(match[1] as string).toUpperCase()}-${match[2] as string}`];
}

const topologies = new Map<string, Topology>();

/** From tests/scenarios/topologies, else from topology/; loaded once. */
function topologyOf(name: string): Topology {
  const own = join(here, 'topologies', `${name}.yaml`);
  const file = existsSync(own) ? own : join(here, '../../topology', `${name}.yaml`);
  const topology = topologies.get(name) ?? loadTopology(file).topology;
  topologies.set(name, topology);
  return topology;
}

const doubtful = new Map<string, Promise<ReadonlySet<string>>>();

/** The doubts that the background alone raises: its screen transfer and its files are encrypted, as they should be. */
async function doubtsOfBackground(name: string, topology: Topology): Promise<ReadonlySet<string>> {
  const captures = recordTraffic(topology, background[name] ?? [], undefined);
  const report = await check({
    captures: writeCaptures(folder, captures, undefined, undefined),
    topology,
    hash: false,
  });
  return new Set(report.findings.filter(({ verdict }) => verdict === 'undetermined').map(aboutConduit));
}

const aboutConduit = ({ rule, conduit }: Finding): string => `${rule} ${conduit?.nearest ?? ''}`;

/** The result without what the background alone leaves open. */
async function besideBackground(
  name: string,
  report: ScanReport,
  topology: Topology,
): Promise<Pick<ScanReport, 'result' | 'clauses'>> {
  const doubts = doubtful.get(name) ?? doubtsOfBackground(name, topology);
  doubtful.set(name, doubts);
  const known = await doubts;
  const own = report.findings.filter((finding) => !known.has(aboutConduit(finding)));
  return resultOf(own, report.quality, report.coverage.boundaries, topology);
}

/** Everything that the report says wrongly, in words. */
function complaints(
  scenario: Scenario,
  report: ScanReport,
  beside: Pick<ScanReport, 'result' | 'clauses'>,
): readonly string[] {
  const { expect: expected = [], forbid = [], result, clauses = {}, quality = [] } = scenario;
  // which registered conduits were not used is said in every short capture
  const said = report.findings
    .filter(({ rule }) => !rule.endsWith('-51'))
    .map(describeFinding)
    .join('\n');
  const wrong: string[] = [];
  for (const pattern of expected) {
    const count = report.findings.filter((finding) => matchFinding(finding, pattern)).length;
    const isRight = pattern.count === undefined ? count > 0 : count === pattern.count;
    if (!isRight) wrong.push(`${count} findings match ${JSON.stringify(pattern)} among\n${said}`);
  }
  for (const pattern of forbid) {
    const found = report.findings.filter((finding) => matchFinding(finding, pattern));
    wrong.push(...found.map((finding) => `forbidden: ${describeFinding(finding)}`));
  }
  const serious = report.findings.filter(({ verdict }) => verdict === 'violation' || verdict === 'suspected');
  const unexpected = serious.filter(
    (finding) =>
      !expected.some((pattern) => matchFinding(finding, pattern)) &&
      !isTakeOutBeside(finding, report.findings) &&
      !isPathBeside(finding, report.findings),
  );
  wrong.push(...unexpected.map((finding) => `not expected: ${describeFinding(finding)}`));
  if (result !== undefined && ![result].flat().includes(beside.result)) {
    wrong.push(`result ${beside.result}, not ${String(result)}\n${said}\n${describeDoubts(report)}`);
  }
  for (const [clause, wanted] of Object.entries(clauses)) {
    const actual = beside.clauses[clause as 'A' | 'I' | 'U'].result;
    if (![wanted].flat().includes(actual)) wrong.push(`clause ${clause} is ${actual}, not ${String(wanted)}`);
  }
  for (const { check: id, point, effect } of quality) {
    const entries = report.quality.filter(
      (entry) => entry.check === id && (point === undefined || entry.point === point),
    );
    const isRight = entries.some((entry) => effect === undefined || [effect].flat().includes(entry.effect));
    if (!isRight)
      wrong.push(
        `no ${id} ${point ?? ''} ${String(effect ?? '')} among\n${report.quality.map((entry) => `${entry.check} ${entry.point ?? ''} ${entry.effect}`).join(', ')}`,
      );
  }
  for (const [point, wanted] of Object.entries(scenario.complete ?? {})) {
    const capture = report.inputs.captures.find((candidate) => candidate.point === point);
    if (capture?.complete !== wanted) wrong.push(`capture of ${point}: complete is ${String(capture?.complete)}`);
  }
  return wrong;
}

/** Take-out (41) is said beside the crossing that carried it, as a suspicion of its own. */
function isTakeOutBeside({ rule, verdict, from, to, service }: Finding, findings: readonly Finding[]): boolean {
  const ends = JSON.stringify([from.address, to.address, service]);
  const isBeside = findings.some(
    (other) => other.rule !== rule && JSON.stringify([other.from.address, other.to.address, other.service]) === ends,
  );
  return rule.endsWith('-41') && verdict === 'suspected' && isBeside;
}

/** A registered gateway let through (13) what another finding is about. */
function isPathBeside({ rule, reasons, from }: Finding, findings: readonly Finding[]): boolean {
  if (!rule.endsWith('-13') || !reasons.includes('path-without-conduit')) return false;
  return findings.some((other) => !other.rule.endsWith('-13') && other.from.address === from.address);
}

function describeFinding({ rule, verdict, severity, outcome, from, to, service, conduit }: Finding): string {
  const ends = `${from.address ?? '?'} -> ${to.address ?? '?'}:${service?.port ?? '?'}`;
  return `${rule} ${verdict} ${severity} ${outcome ?? '-'} ${ends} ${conduit?.nearest ?? ''} ${conduit?.failed ?? ''}`;
}

/** Why the result is not better than it is. */
function describeDoubts({ quality, clauses }: ScanReport): string {
  const limits = quality
    .filter(({ effect }) => effect === 'undetermined')
    .map(({ check: id, point }) => `${id} ${point ?? ''}`);
  const reasons = Object.entries(clauses).flatMap(([clause, { reasons: said }]) =>
    said.map(({ en }) => `${clause}: ${en}`),
  );
  return [...limits, ...reasons].join('\n');
}

/** What must not depend on how the packets were put into files. */
function essence({
  id,
  rule,
  verdict,
  severity,
  outcome,
  from,
  to,
  service,
  flows,
  packets,
  bytes,
  first,
}: Finding): unknown {
  return { id, rule, verdict, severity, outcome, from, to, service, flows, packets, bytes, first: first?.slice(0, -4) };
}
