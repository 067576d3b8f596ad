import type { PlannedConduit } from '../model/network-plan.js';
import { AREAS, ZONES, type Area } from '../model/place.js';
import { SEVERITIES, VERDICTS, type MatrixCell, type ScanReport, type Severity } from '../model/report.js';
import { escapeCsv } from './escape.js';
import type { ReportOptions } from './report-options.js';

/** The columns in which tools for zone matrices exchange a policy, then what was observed. */
const HEAD = ['From zone', 'To zone', 'Severity', 'Access Type', 'Services'];
const OBSERVED = ['Flows', 'Packets', 'Bytes', 'Permitted', ...VERDICTS.map((verdict) => capitalize(verdict))];

/**
 * The zone matrix: one row per ordered pair of areas, what is promised in the first five columns, what was observed in
 * the others. Areas of undeclared addresses have rows of their own: what nobody declared is blocked, not forgotten.
 */
export function* writeCsvMatrix(report: ScanReport, options: ReportOptions): Generator<string> {
  const row = (cells: readonly (string | number)[]): string =>
    `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : escapeCsv(cell))).join(',')}\r\n`;
  yield `${options.bom ? '\u{feff}' : ''}${row([...HEAD, ...OBSERVED])}`;
  const seen = new Map(report.matrix.map((cell) => [pairKey(cell.from, cell.to), cell]));
  const areas = declaredAreas(report);
  for (const from of areas) {
    for (const to of areas) {
      const cell = seen.get(pairKey(from, to));
      const isJudged = [from, to].some((area) => ZONES.some((zone) => zone === area));
      if (!isJudged && cell === undefined) continue;
      yield row([from, to, severityOf(report, from, to), ...promiseOf(report, from, to), ...countsOf(cell)]);
    }
  }
}

function pairKey(from: Area, to: Area): string {
  return `${from}\0${to}`;
}

/** The three zones, the realms that the topology declares, the areas that were seen, and undeclared addresses. */
function declaredAreas({ plan, matrix }: ScanReport): readonly Area[] {
  const areas = new Set<Area>([...ZONES, 'unassigned', 'public', ...plan.realms.map(({ realm }) => realm)]);
  for (const { from, to } of matrix) for (const area of [from, to]) areas.add(area);
  return AREAS.filter((area) => areas.has(area) && area !== 'special');
}

/** How grave an unpermitted crossing is: the default of the pair (domain.md 2.4), graver where graver was found. */
function severityOf({ findings }: ScanReport, from: Area, to: Area): Severity | '' {
  if (from === to) return '';
  const isGravest = [from, to].some((area) => area === 'mynumber' || area === 'lgwan');
  const usual: Severity = isGravest ? 'critical' : 'high';
  const found = findings.filter(({ from: x, to: y }) => x.zone === from && y.zone === to);
  return (
    SEVERITIES.find((severity) => severity === usual || found.some((finding) => finding.severity === severity)) ?? usual
  );
}

/** Access type and services: everything inside an area, the conduits' services between two, else nothing. */
function promiseOf({ plan }: ScanReport, from: Area, to: Area): readonly [access: string, services: string] {
  if (from === to) return ['Allow all', ''];
  const services = new Set(plan.conduits.filter((conduit) => leads(conduit, from, to)).flatMap(servicesOf));
  if (services.size === 0) return ['Block all', ''];
  return services.has('any') ? ['Allow only', 'any'] : ['Allow only', [...services].join(';')];
}

function leads({ from, to, initiator }: PlannedConduit, first: Area, second: Area): boolean {
  const joins = (x: PlannedConduit['from'], y: PlannedConduit['from']): boolean =>
    x.areas.some((area) => area === first) && y.areas.some((area) => area === second);
  return (initiator !== 'to' && joins(from, to)) || (initiator !== 'from' && joins(to, from));
}

/** `tcp 443`, `tcp 8000-8010`, `icmp`, `any`. */
function servicesOf({ protocol, ports }: PlannedConduit): readonly string[] {
  return ports.length === 0 || protocol === 'icmp' || protocol === 'any'
    ? [protocol]
    : ports.map((port) => `${protocol} ${port}`);
}

function countsOf(cell: MatrixCell | undefined): readonly number[] {
  const { flows = 0, packets = 0, bytes = 0, verdicts = {} } = cell ?? {};
  return [flows, packets, bytes, verdicts.permitted ?? 0, ...VERDICTS.map((verdict) => verdicts[verdict] ?? 0)];
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
