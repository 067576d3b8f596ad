// node tests/web/month/make-month.mjs STORE [DAYS] [RUNS-PER-DAY]: a history as a box has it after a month of scheduled scans.
// The sample city's captures are judged once; each run is that report at another time, with other volumes, and with
// findings that come and go. Needs the built dist.
import { createHash } from 'node:crypto';
import { nextRunId } from '../../../dist/store/next-run-id.js';
import { openHistory } from '../../../dist/store/open-history.js';
import { check, loadTopology } from '../../../dist/index.js';

const [file, days = '30', perDay = '24'] = process.argv.slice(2);
const root = new URL('../../../', import.meta.url).pathname;
const SEED_FACTOR = 1_664_525;
let state = 7;
const random = () => (state = (state * SEED_FACTOR + 1_013_904_223) >>> 0) / 2 ** 32;

const { topology, warnings } = loadTopology(`${root}topology/midorino-alpha.yaml`);
const captures = [
  'cp-mn.pcapng',
  'cp-lg.pcapng.gz',
  'cp-in.pcapng.gz',
  'cp-mnlg.pcap',
  'cp-lgin.pcap.gz',
  'cp-lgwan.pcap',
  'cp-sc.pcap',
];
const base = await check({
  captures: captures.map((name) => ({ point: null, path: `${root}captures/${name}` })),
  topology,
  topologyWarnings: warnings,
});
const origin = Number(base.statistics.first);

/** Times of the whole report moved, so that the first packet lies at `start`. */
function moved(value, shift) {
  if (typeof value === 'string' && /^\d{10}\.\d{9}$/.test(value)) return (Number(value) + shift).toFixed(9);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  if (Array.isArray(value)) return value.map((item) => moved(item, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner, shift)]));
}

/** A finding of the same rule about another host. */
function another(finding, number) {
  const address = `10.10.${16 + ((number >> 8) % 4)}.${1 + (number % 250)}`;
  const id = createHash('sha256').update(`${finding.id} ${number}`).digest('hex').slice(0, finding.id.length);
  return { ...finding, id, from: { ...finding.from, address, host: null } };
}

const renamed = (run) => (capture) => ({
  ...capture,
  sha256: createHash('sha256').update(`${capture.sha256} ${run}`).digest('hex'),
});

const history = openHistory(file);
const now = Date.now();
const runs = Number(days) * Number(perDay);
const step = 86_400_000 / Number(perDay);
for (let run = 0; run < runs; run++) {
  const start = now - (runs - run) * step;
  const volume = 0.4 + random();
  const dated = moved(base, start / 1000 - origin);
  const findings = dated.findings
    .filter(() => random() < 0.7)
    .flatMap((finding) => [finding, ...(random() < 0.15 ? [another(finding, Math.floor(random() * 400))] : [])]);
  const scaled = (count) => Math.round(count * volume * 20);
  const matrix = dated.matrix.map((cell) => ({
    ...cell,
    flows: scaled(cell.flows),
    packets: scaled(cell.packets),
    bytes: scaled(cell.bytes),
    verdicts: Object.fromEntries(
      Object.entries(cell.verdicts).map(([verdict, count]) => [
        verdict,
        verdict === 'permitted' ? scaled(count) : random() < 0.12 ? count : 0,
      ]),
    ),
  }));
  // local days of Japan
  const day = new Date(start + 9 * 3_600_000).toISOString().slice(0, 10);
  const daily = {
    traffic: dated.daily.traffic.map((line) => ({
      ...line,
      ...{ day, flows: scaled(line.flows), packets: scaled(line.packets), bytes: scaled(line.bytes) },
    })),
    conduits: dated.daily.conduits.map((line) => ({
      ...line,
      ...{ day, flows: scaled(line.flows), bytes: scaled(line.bytes) },
    })),
  };
  history.saveRun({
    id: nextRunId(start),
    kind: 'scan',
    startedAt: new Date(start).toISOString(),
    endedAt: new Date(start + 600_000).toISOString(),
    finished: true,
    // other captures: the history counts what was read twice only once
    report: {
      ...dated,
      findings,
      matrix,
      daily,
      inputs: { ...dated.inputs, captures: dated.inputs.captures.map(renamed(run)) },
    },
    evidence: null,
  });
}
process.stdout.write(`${runs} runs, ${history.findings().length} findings, ${history.size()} bytes\n`);
history.close();
