import type { ScanReport } from '../model/report.js';
import { quoteJson } from './escape.js';
import { fieldsInOrder, formatJson } from './json-document.js';

/** The report of the contract, two spaces a level, fields always in the same order; findings come one by one. */
export function* writeJson(report: ScanReport): Generator<string> {
  const names = fieldsInOrder(report) as (keyof ScanReport)[];
  yield '{';
  for (const [index, name] of names.entries()) {
    yield `${index === 0 ? '' : ','}\n  ${quoteJson(name)}: `;
    if (name === 'findings' && report.findings.length > 0) {
      yield '[';
      for (const [position, finding] of report.findings.entries()) {
        yield `${position === 0 ? '' : ','}\n    ${formatJson(finding, '    ')}`;
      }
      yield '\n  ]';
    } else {
      yield formatJson(report[name], '  ');
    }
  }
  yield '\n}\n';
}
