import type { Problem } from '../base/failure.js';
import { auditIdentificationOf } from '../topology/audit-identification-of.js';
import { networkPlanOf } from '../topology/network-plan-of.js';
import { readVersion } from '../base/version.js';
import type { QualityEntry, ScanReport, Statistics } from '../model/report.js';
import type { Topology } from '../model/topology.js';
import { rulesDigest } from '../rules/catalogue.js';
import { notCheckedRules, NOT_VERIFIABLE, statementsOf } from '../rules/quality/coverage-texts.js';
import { resultOf } from '../rules/result.js';
import { topologyInput } from './topology-input.js';

const NOTHING_READ: Statistics = {
  packets: 0,
  bytes: 0,
  flows: 0,
  first: null,
  last: null,
  nonIp: {},
  anomalies: {},
  limitsReached: {},
  duplicates: 0,
  interrupted: false,
};

/**
 * What checking a topology says, as the one document that leaves the program: a report without captures. Nothing was
 * observed, so its result is never better than undetermined; each CFG problem is a quality entry.
 */
export function reportLint(topology: Topology, problems: readonly Problem[]): ScanReport {
  const quality: QualityEntry[] = [
    {
      check: 'RUN-NO-CAPTURE',
      point: null,
      value: null,
      effect: 'undetermined',
      message: {
        ja: '構成定義ファイルだけを検査した。通信は何も観測していない。',
        en: 'Only the topology file was checked; no communication was observed.',
      },
    },
    ...problems.map((problem): QualityEntry => ({
      check: problem.code,
      point: null,
      value: problem.field ?? null,
      effect: 'note',
      message: problem.message,
    })),
  ];
  return {
    schema: 'sansou/report/1',
    ...resultOf([], quality, [], topology),
    matrix: [],
    findings: [],
    quality,
    coverage: {
      points: [],
      zones: [],
      conduits: [],
      boundaries: [],
      notVerifiable: NOT_VERIFIABLE,
      notChecked: notCheckedRules(),
    },
    plan: networkPlanOf(topology),
    audit: auditIdentificationOf(topology),
    statements: statementsOf({ findings: [], topologySha256: topology.sha256 }),
    statistics: NOTHING_READ,
    inputs: {
      captures: [],
      topology: topologyInput(topology, problems),
    },
    tool: { name: 'sansou', version: readVersion(), rules: rulesDigest() },
  };
}
