import { formatEpoch } from '../../base/time.js';
import type { Observation as CaptureObservation } from '../../capture/open.js';
import { linkTypeName } from './link-type-name.js';
import type { CaptureSummary } from '../../model/report.js';

/** What became of every capture file, in the order in which they begin. */
export function summarizeCaptures(observation: CaptureObservation): CaptureSummary[] {
  const read = observation.files.map((file) => ({
    file: file.path,
    point: file.point ?? (file.interfaces.length > 0 ? observation.pointOf(file.index, 0) : null),
    sha256: file.sha256,
    bytes: file.size,
    packets: file.records,
    first: file.first === null ? null : formatEpoch(file.first),
    last: file.last === null ? null : formatEpoch(file.last),
    complete: file.complete,
    format: file.format,
    linkTypes: [...new Set(file.interfaces.map(({ linkType }) => linkTypeName(linkType)))].sort(),
    problems: file.problems,
  }));
  return [...read, ...unreadable(observation)];
}

/** What was named and could not be read at all is an input too: it is listed, never dropped in silence. */
function unreadable(observation: CaptureObservation): CaptureSummary[] {
  const errors = observation.problems.filter(({ level }) => level === 'error');
  return errors.map((problem) => ({
    file: problem.file ?? '',
    point: null,
    sha256: null,
    bytes: 0,
    packets: 0,
    first: null,
    last: null,
    complete: false,
    format: 'unknown',
    linkTypes: [],
    problems: [problem],
  }));
}
