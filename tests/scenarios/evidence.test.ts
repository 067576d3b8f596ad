import { afterAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FlowRun } from '../../src/model/flow-record.js';
import type { ScanReport } from '../../src/model/report.js';
import { formatFlowRecord, formatFlowRun } from '../../src/report/flows/flow-record-json.js';
import { judgeRecords } from '../../src/scan/records/judge-records.js';
import { writeEvidenceBundle } from '../../src/scan/evidence/write-evidence-bundle.js';
import { loadTopology } from '../../src/topology/load.js';
import { readScenario } from './scenario.js';
import { recordTraffic, writeCaptures } from './stage-captures.js';

/**
 * Scenarios once more: their findings must come out of their packets alone, and out of the records of their flows. Always
 * the same third of them, by name; with SANSOU_ALL_EVIDENCE=1 all (see README.md).
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sansou-evidence-scenarios-'));
const isWhole = process.env['SANSOU_ALL_EVIDENCE'] === '1';
const names = readdirSync(join(here, 'cases'))
  .toSorted()
  .filter((name) => isWhole || [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 3 === 0);

/** proven by its packets, or such that packets of single findings cannot prove it, whatever is kept of them */
const PROVEN = new Set(['same', 'whole-run', 'many-flows', 'correlation']);

afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Scenarios whose findings do not come out of their own packets, and whose bundle says so: how far two clocks are apart, and
 * with which TTL a host answers, is learned from other flows; of a frame inside a mirror's wrapping, and of a VRRP greeting,
 * the cut leaves too little; and of one long flow, whose volume is the proof, a bundle keeps the bounded part.
 */
const RESTS_ON_MORE: ReadonlySet<string> = new Set([
  'a-01-near-reset-by-firewall',
  'a-02-near-answered-by-the-firewall',
  'a-11-near-router-that-speaks-vrrp',
  'quality-clocks-apart',
  'trap-erspan-arp',
  'trap-gre-arp',
  'trap-vxlan-arp',
  'u-20-data-in-echoes',
  'u-20-network-inside-login',
]);

describe(isWhole ? 'evidence of every scenario' : 'evidence of every third scenario', () => {
  test.each(names)(
    '%s',
    async (name) => {
      const scenario = readScenario(join(here, 'cases', name, 'scenario.yaml'));
      const own = join(here, 'topologies', `${scenario.topology}.yaml`);
      const { topology } = loadTopology(
        existsSync(own) ? own : join(here, '../../topology', `${scenario.topology}.yaml`),
      );
      const captures = writeCaptures(
        folder,
        recordTraffic(topology, scenario.traffic, scenario.captures),
        scenario.captures,
      );
      const flows = join(folder, `${name}.ndjson`);
      const keeper = {
        keep: (record: Parameters<typeof formatFlowRecord>[0]) => appendFileSync(flows, formatFlowRecord(record)),
        finish: (run: FlowRun) => appendFileSync(flows, formatFlowRun(run)),
      };
      const cut = await writeEvidenceBundle({ captures, topology, keeper }, { directory: join(folder, name) });
      const { report, bundle } = cut;
      const isProven = ({ rejudged }: { readonly rejudged: string }): boolean => PROVEN.has(rejudged);
      const unproven = bundle.manifest.findings.filter((finding) => !isProven(finding));
      const isAlone = !RESTS_ON_MORE.has(name);
      if (isAlone) expect(unproven.filter(({ rejudged }) => rejudged !== 'payload-cut')).toEqual([]);
      if (isAlone && unproven.length > 0) {
        const directory = join(folder, `${name}-full`);
        const full = await writeEvidenceBundle({ captures, topology }, { directory, fullPackets: true });
        expect(full.bundle.manifest.findings.filter((finding) => !isProven(finding))).toEqual([]);
      }

      const again = await judgeRecords({ records: flows, topology });
      expect(again.findings.map(essence)).toEqual(report.findings.map(essence));
      expect(again.matrix).toEqual(report.matrix);
      expect(again.coverage).toEqual(report.coverage);
    },
    60_000,
  );
});

/** All but the described frames, for which the captures would be needed. */
function essence({ evidence, ...finding }: ScanReport['findings'][number]): unknown {
  return { ...finding, evidence: evidence.map(({ file, frame, role }) => ({ file, frame, role })) };
}
