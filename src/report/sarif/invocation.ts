import type { Problem } from '../../base/failure.js';
import type { Language } from '../../base/text.js';
import type { ScanReport } from '../../model/report.js';
import { utcTime } from '../report-time.js';
import type { ArtifactList } from './artifacts.js';
import { messageOf } from './message.js';
import type { RuleList } from './rules.js';

/** What befell the run: quality, faults of the captures, warnings about the topology, rules that were not checked. */
export function invocationOf(report: ScanReport, rules: RuleList, artifacts: ArtifactList, lang: Language): object {
  const { statistics, quality, inputs, coverage } = report;
  const problems = inputs.captures.flatMap((capture) =>
    capture.problems.map((problem) => notificationOf(problem, capture.file, artifacts, lang)),
  );
  return {
    executionSuccessful: !statistics.interrupted,
    ...(statistics.first === null
      ? {}
      : { properties: { first: utcTime(statistics.first), last: utcTime(statistics.last ?? '') } }),
    toolExecutionNotifications: [
      ...quality
        .filter(({ effect }) => effect !== 'none')
        .map(({ check, point, effect, value, message }) => ({
          descriptor: { id: check },
          level: effect === 'undetermined' ? 'warning' : 'note',
          message: messageOf(`${point === null ? '' : `${point}: `}${message[lang]}`),
          properties: { check, point, effect, value },
        })),
      ...problems,
    ],
    toolConfigurationNotifications: [
      ...inputs.topology.warnings.map((problem) => notificationOf(problem, inputs.topology.file, artifacts, lang)),
      ...coverage.notChecked.map(({ rule, why }) => {
        const index = rules.indexOf(rule);
        return {
          associatedRule: { id: rule, ...(index < 0 ? {} : { index }) },
          level: 'warning',
          message: messageOf(why[lang]),
        };
      }),
    ],
  };
}

function notificationOf(problem: Problem, file: string, artifacts: ArtifactList, lang: Language): object {
  const { code, line, column, field, level, message, remedy } = problem;
  const region =
    line === undefined || line < 1
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: Math.max(1, column) }) } };
  return {
    descriptor: { id: code },
    level,
    message: messageOf(
      [message, remedy]
        .filter((text) => text !== undefined)
        .map((text) => text[lang])
        .join(' '),
    ),
    locations: [{ physicalLocation: { artifactLocation: artifacts.location(file), ...region } }],
    ...(field === undefined ? {} : { properties: { field } }),
  };
}
