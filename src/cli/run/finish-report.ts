import { acceptFindings } from '../../compare/accept-findings.js';
import type { AcceptedFindings } from '../../compare/accepted-entry.js';
import { compareReports } from '../../compare/compare-reports.js';
import { loadAcceptedFindings } from '../../compare/load-accepted-findings.js';
import { readReport, type StoredReport } from '../../compare/read-report.js';
import type { ScanReport, Severity } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import type { FurtherNames } from '../../report/redact/name-register.js';
import { redactFileName, redactReport } from '../../report/redact/redact-report.js';
import { hideMinor } from './hide-minor.js';
import { readSalt } from '../settings/read-salt.js';
import type { Session } from '../session.js';

/** The files that a report is held against, by name. */
export interface FinishSettings {
  readonly baselineFile: string | undefined;
  readonly acceptFile: string | undefined;
  readonly redact: boolean;
  readonly saltFile: string | undefined;
  readonly minSeverity: Severity | undefined;
}

/** The same, read: what is wrong with them is told before hours of captures are read. */
export interface FinishInputs {
  readonly baseline: StoredReport | null;
  readonly accepted: AcceptedFindings | null;
  readonly salt: Uint8Array | null;
  readonly minSeverity: Severity | undefined;
}

/** @throws Failure (exit 3) */
export function readFinishInputs(session: Session, settings: FinishSettings): FinishInputs {
  const { baselineFile, acceptFile, redact, saltFile, minSeverity } = settings;
  return {
    baseline: baselineFile === undefined ? null : readReport(baselineFile),
    accepted: acceptFile === undefined ? null : loadAcceptedFindings(acceptFile),
    salt: redact ? readSalt(saltFile, session.env) : null,
    minSeverity,
  };
}

/**
 * What happens to a report between the judgement and the reporter: accepted findings, the comparison, pseudonyms, and at
 * the end what is not to be listed. A baseline that is itself redacted is compared after the pseudonyms are in place.
 * @param topology the names of its hosts are known to the redaction; null where there is none (`sansou diff`)
 */
export function finishReport(report: ScanReport, inputs: FinishInputs, topology: Topology | null): ScanReport {
  const { baseline, accepted, salt, minSeverity } = inputs;
  const judged = accepted === null || topology === null ? report : acceptFindings(report, accepted, topology);
  const isRedactedFirst = baseline?.report.redacted === true;
  const compared = baseline === null || isRedactedFirst ? judged : compareReports(judged, baseline);
  const further = topology === null ? undefined : namesOf(topology);
  const redacted =
    salt === null ? compared : redactReport(compared, { salt, ...(further === undefined ? {} : { further }) });
  const last = baseline !== null && isRedactedFirst ? compareReports(redacted, hideName(baseline, salt)) : redacted;
  return hideMinor(last, minSeverity);
}

function hideName(baseline: StoredReport, salt: Uint8Array | null): StoredReport {
  return salt === null ? baseline : { ...baseline, file: redactFileName(baseline.file, salt) };
}

function namesOf({ hosts, domains, sensors, collectors }: Topology): FurtherNames {
  return { hosts: [...hosts.map(({ name }) => name), ...sensors, ...collectors], others: domains };
}
