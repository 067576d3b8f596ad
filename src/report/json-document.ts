import { SEVERITIES, type ScanReport } from '../model/report.js';
import { quoteJson } from './escape.js';

/** Every field name that occurs anywhere in a type; dictionaries with free keys are left out. */
type FieldName<T> = T extends readonly (infer Item)[]
  ? FieldName<Item>
  : T extends object
    ? string extends keyof T
      ? never
      : Extract<keyof T, string> | { [K in keyof T]: FieldName<T[K]> }[keyof T]
    : never;

/**
 * The order in which fields are written, whatever order the program built them in: same report, same bytes.
 * Fields that are not listed follow in alphabetical order.
 */
const FIELD_ORDER = [
  ...(['schema', 'result', 'clauses', 'A', 'I', 'U', 'matrix', 'findings', 'quality', 'coverage'] as const),
  ...(['timeline', 'binSeconds', 'bins', 'daily', 'traffic', 'day'] as const),
  ...(['comparison', 'acceptances', 'redacted', 'redactionKey', 'omitted', 'plan', 'audit'] as const),
  ...(['statements', 'statistics', 'inputs', 'captures', 'topology', 'tool', 'name', 'version', 'rules'] as const),
  ...(['points', 'zones', 'conduits', 'boundaries', 'notVerifiable', 'notChecked', 'boundary', 'gateway'] as const),
  ...(['id', 'check', 'rule', 'clause', 'code', 'level', 'verdict', 'severity', 'outcome'] as const),
  ...(['title', 'summary', 'why', 'words', 'otherEvidence', 'message', 'ja', 'en', 'from', 'to'] as const),
  ...(['zone', 'address', 'host', 'mac', 'service', 'conduit', 'nearest', 'failed', 'organization', 'model'] as const),
  ...(['timezone', 'file', 'sha256', 'line', 'column', 'field', 'format', 'linkTypes', 'frame', 'time'] as const),
  ...(['declared', 'files', 'point', 'role', 'vlan', 'vlans', 'sourceMac', 'destinationMac', 'source'] as const),
  ...(['destination', 'ttl', 'proto', 'sourcePort', 'destinationPort', 'port', 'tcpFlags', 'seq', 'ack'] as const),
  ...(['length', 'sides', 'value', 'effect', 'first', 'last', 'flows', 'packets', 'bytes', 'verdicts'] as const),
  ...(['violation', 'suspected', 'attempt', 'blocked', 'observation', 'undetermined', 'permitted'] as const),
  ...(['hostsDeclared', 'hostsSeen', 'hostsUnseen', 'complete', 'evidence', 'reasons', 'related', 'limits'] as const),
  ...(['remedy', 'problems', 'warnings', 'nonIp', 'anomalies', 'limitsReached', 'duplicates', 'interrupted'] as const),
] satisfies readonly FieldName<ScanReport>[];

const rank = new Map<string, number>([...FIELD_ORDER, ...SEVERITIES].map((name, index) => [name, index]));

function compareFields(x: string, y: string): number {
  const byRank = (rank.get(x) ?? rank.size) - (rank.get(y) ?? rank.size);
  if (byRank !== 0) return byRank;
  return x < y ? -1 : x > y ? 1 : 0;
}

export function fieldsInOrder(value: object): string[] {
  const fields = value as Record<string, unknown>;
  return Object.keys(fields)
    .filter((name) => fields[name] !== undefined)
    .sort(compareFields);
}

function leaf(value: unknown): string {
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return 'null';
}

/** A value as JSON on one line. */
export function formatJsonLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatJsonLine).join(',')}]`;
  if (typeof value !== 'object' || value === null) return leaf(value);
  const fields = value as Record<string, unknown>;
  return `{${fieldsInOrder(value)
    .map((name) => `${quoteJson(name)}:${formatJsonLine(fields[name])}`)
    .join(',')}}`;
}

/** A value as JSON over several lines, two spaces a level. @param indent the indentation of the line it begins on */
export function formatJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return leaf(value);
  const deeper = `${indent}  `;
  const fields = value as Record<string, unknown>;
  const items = Array.isArray(value)
    ? value.map((item) => formatJson(item, deeper))
    : fieldsInOrder(value).map((name) => `${quoteJson(name)}: ${formatJson(fields[name], deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0 ? `${open}${close}` : `${open}\n${deeper}${items.join(`,\n${deeper}`)}\n${indent}${close}`;
}
