import type { Text } from '../base/text.js';
import type { Problem } from '../base/failure.js';
import type { Area, Clause } from './place.js';
import type { Outcome } from './flow.js';
import type { DailyTraffic } from './daily-traffic.js';
import type { AuditIdentification, NetworkPlan } from './network-plan.js';
import type { Proof } from './proof.js';
import type { ConduitField } from './topology.js';

export const VERDICTS = ['violation', 'suspected', 'attempt', 'blocked', 'observation', 'undetermined'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Result of the run, of a clause or of a boundary; worst first. */
export const RESULTS = ['violation', 'suspected', 'undetermined', 'none-observed'] as const;
export type Result = (typeof RESULTS)[number];

export interface FindingEnd {
  readonly zone: Area | null;
  readonly address: string | null;
  readonly host: string | null;
  readonly mac: string | null;
}

/** A cited frame; the packet fields are there when the record could be read a second time (domain.md 2.5). */
export interface EvidenceFrame {
  readonly file: string;
  readonly sha256: string | null;
  readonly frame: number;
  /** seconds since 1970, nine decimals; null when the record cannot be read again (standard input) */
  readonly time: string | null;
  readonly point: string | null;
  readonly role?: string;
  readonly vlan?: string | null;
  readonly sourceMac?: string | null;
  readonly destinationMac?: string | null;
  readonly source?: string;
  readonly destination?: string;
  readonly ttl?: number;
  readonly proto?: number;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly tcpFlags?: string;
  readonly seq?: number;
  readonly ack?: number;
  readonly length?: number;
}

/** The fields of application protocols that a finding may name (domain.md 2.5): never payload. */
export const INDICATOR_FIELDS = [
  'first-bytes',
  'http-connect',
  'http-target',
  'http-host',
  'tls-sni',
  'quic-sni',
  'tls-certificate',
  'relay',
  'relay-leg',
  'socks-destination',
  'dns-question',
  'dns-answer',
  'rdp-channel',
  'rdp-security',
  'mail-part',
  'file',
  'opaque',
  'identity',
] as const;
export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

/** One field of an application protocol on which a finding rests; the value is attacker text, at most 255 characters. */
export interface Indicator {
  readonly field: IndicatorField;
  readonly value: string;
}

export interface Finding {
  /** stable fingerprint: the same thing in the next scan has the same id */
  readonly id: string;
  /** `A8-3-A-01` */
  readonly rule: string;
  readonly clause: Clause;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly outcome: Outcome | null;
  readonly title: Text;
  readonly summary: Text;
  readonly from: FindingEnd;
  readonly to: FindingEnd;
  readonly service: { readonly proto: number; readonly port: number; readonly name?: string } | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly flows: number;
  readonly packets: number;
  readonly bytes: number;
  readonly conduit: { readonly nearest: string; readonly failed: ConduitField | null } | null;
  readonly evidence: readonly EvidenceFrame[];
  /** fields of the content that it rests on; left out where it rests on none */
  readonly indicators?: readonly Indicator[];
  /** why the judge came to this: reason codes and the false-positive checks that were made */
  readonly reasons: readonly string[];
  /** other rules that the same flow meets, e.g. `A8-3-A-01` */
  readonly related: readonly string[];
  readonly limits: readonly Text[];
  readonly remedy: Text;
  /** how it stands to an earlier report (`--baseline`, the history); left out where none was compared */
  readonly status?: FindingStatus;
  /** somebody answers for it (`--accept`): shown as accepted, never hidden */
  readonly accepted?: Acceptance;
}

/**
 * `new`, `ongoing`: by the fingerprint. `gone`: was there, is not, and this run would have seen it.
 * `gone-unobserved`: is not there, but this run did not look where it was seen: no news at all.
 */
export const FINDING_STATUSES = ['new', 'ongoing', 'gone', 'gone-unobserved'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** The entry of the register of accepted findings that a finding meets; texts are the register's own. */
export interface Acceptance {
  /** the entry's id in the register */
  readonly entry: string;
  readonly reason: string;
  readonly approver: string;
  readonly ticket: string | null;
  /** local date, inclusive */
  readonly until: string | null;
  /** the other evidence that settles an undetermined finding; then it no longer makes the result undetermined */
  readonly settledBy: string | null;
}

/** The register of accepted findings, entry by entry. */
export interface AcceptanceRegister {
  readonly file: string;
  readonly sha256: string;
  readonly entries: readonly (Acceptance & {
    /** `expired` and `unused` entries are for somebody to look at */
    readonly state: 'used' | 'unused' | 'expired';
    readonly findings: number;
  })[];
}

/** What became of an earlier report's findings. */
export interface Comparison {
  readonly baseline: {
    readonly file: string;
    readonly sha256: string;
    readonly result: Result;
    readonly first: string | null;
    readonly last: string | null;
  };
  /** counts over the findings of both */
  readonly counts: Readonly<Record<FindingStatus, number>>;
  /** findings of the earlier report that are not in this one, each with its status `gone` or `gone-unobserved` */
  readonly gone: readonly Finding[];
  /** findings of both that weigh more than they did, with what they were */
  readonly worsened: readonly { readonly id: string; readonly verdict: Verdict; readonly severity: Severity }[];
  /** why something that is gone may only not have been looked at; empty: the two runs saw the same */
  readonly coverageChanges: readonly Text[];
}

/** One cell of the zone matrix: from (initiator) to (responder). */
export interface MatrixCell {
  readonly from: Area;
  readonly to: Area;
  readonly flows: number;
  readonly packets: number;
  readonly bytes: number;
  /** flows by verdict; `permitted` counts flows that a conduit or the zone itself allows */
  readonly verdicts: Readonly<Partial<Record<Verdict | 'permitted', number>>>;
}

/** When the flows of a run began, in bins of equal width: the drawing of a report, not evidence. */
export interface Timeline {
  readonly binSeconds: number;
  /** in order of time; bins in which no flow began are left out */
  readonly bins: readonly {
    /** seconds since 1970, nine decimals */
    readonly start: string;
    /** flows by clause and verdict; what did not occur is left out */
    readonly clauses: Readonly<Partial<Record<Clause, Readonly<Partial<Record<Verdict | 'permitted', number>>>>>>;
  }[];
}

/** `note`: stated only. `undetermined`: claims that rest on it cannot be made. */
export type QualityEffect = 'none' | 'note' | 'undetermined';

export interface QualityEntry {
  /** `CAP-01` … `CAP-13`, `CFG-04` for a lint warning that limits the judgement, `ACC-01` … for the accepted findings, `RUN-PROVE` */
  readonly check: string;
  readonly point: string | null;
  readonly value: number | string | null;
  readonly effect: QualityEffect;
  /** clauses that it concerns; left out: those of the capture point, or all */
  readonly clauses?: readonly Clause[];
  readonly message: Text;
}

export interface CaptureSummary {
  /** its path; where `files` is given, the pattern that stands for all of them */
  readonly file: string;
  /** whole files of one capture point that nothing cites, taken together: `sha256` is then that of their digests in a row */
  readonly files?: number;
  readonly point: string | null;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly packets: number;
  readonly first: string | null;
  readonly last: string | null;
  /** read to its end without a fault */
  readonly complete: boolean;
  readonly format: string;
  readonly linkTypes: readonly string[];
  readonly problems: readonly Problem[];
}

/** How much of a conduit was needed, as far as it was observed. */
export interface ConduitUse {
  /** different addresses that opened a flow, and that answered */
  readonly initiators: number;
  readonly responders: number;
  /** different ports of responders, in order */
  readonly ports: readonly number[];
  /** more than are told apart were seen (base/limits.ts): the figures are lower bounds */
  readonly capped: boolean;
}

export interface Coverage {
  readonly points: readonly {
    readonly point: string | null;
    readonly declared: boolean;
    readonly files: number;
    readonly packets: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly vlans: readonly string[];
  }[];
  readonly zones: readonly {
    readonly zone: Area;
    readonly hostsDeclared: number;
    readonly hostsSeen: number;
    /** declared hosts of which no packet was seen */
    readonly hostsUnseen: number;
  }[];
  readonly conduits: readonly {
    readonly conduit: string;
    readonly title: string;
    readonly flows: number;
    readonly bytes: number;
    readonly first: string | null;
    readonly last: string | null;
    /** how much of what it permits was used; left out where it never was */
    readonly use?: ConduitUse;
  }[];
  readonly boundaries: readonly {
    /** e.g. `fw-mn: mynumber|lgwan` */
    readonly boundary: string;
    readonly gateway: string;
    readonly sides: readonly { readonly zone: Area; readonly points: readonly string[]; readonly packets: number }[];
    readonly result: 'observed' | 'one-side' | 'not-observed';
  }[];
  /** what packets cannot show, and which other evidence would (domain.md 4) */
  readonly notVerifiable: readonly { readonly clause: Clause; readonly words: Text; readonly otherEvidence: Text }[];
  /** rules that this version does not check yet: their silence is no pass */
  readonly notChecked: readonly { readonly rule: string; readonly title: Text; readonly why: Text }[];
}

/** The one document that leaves the program (contract.md). */
export interface ScanReport {
  readonly schema: 'sansou/report/1';
  readonly result: Result;
  readonly clauses: Readonly<Record<Clause, { readonly result: Result; readonly reasons: readonly Text[] }>>;
  readonly matrix: readonly MatrixCell[];
  readonly findings: readonly Finding[];
  /** when flows began; left out by versions that did not count it */
  readonly timeline?: Timeline;
  readonly quality: readonly QualityEntry[];
  readonly coverage: Coverage;
  /** the flows again, by day and service, for the history; left out by versions that did not count it */
  readonly daily?: DailyTraffic;
  /** what was promised */
  readonly plan: NetworkPlan;
  readonly audit: AuditIdentification;
  /** with `--baseline` */
  readonly comparison?: Comparison;
  /** with `--accept` */
  readonly acceptances?: AcceptanceRegister;
  /** with `check --prove`: the positive control of the analysis */
  readonly proof?: Proof;
  /** with `--redact`: addresses, MAC addresses and names are pseudonyms */
  readonly redacted?: boolean;
  /** with `--evidence`: where the packets of the findings are */
  readonly evidenceBundle?: EvidenceBundleNote;
  /** names the salt of the pseudonyms without giving it away: only reports with the same one can be compared */
  readonly redactionKey?: string;
  /** with `--min-severity`: what is not listed, although the result takes it into account */
  readonly omitted?: { readonly below: Severity; readonly findings: number };
  /** the statements that every report carries (domain.md 4.1) */
  readonly statements: readonly Text[];
  readonly statistics: Statistics;
  readonly inputs: {
    readonly captures: readonly CaptureSummary[];
    readonly topology: {
      readonly file: string;
      readonly sha256: string;
      readonly organization: string;
      readonly model: string;
      readonly timezone: string;
      readonly warnings: readonly Problem[];
    };
  };
  readonly tool: { readonly name: 'sansou'; readonly version: string; readonly rules: string };
}

/** The evidence bundle that belongs to a report. */
export interface EvidenceBundleNote {
  /** as the user named it */
  readonly directory: string;
  /** payload beyond the transport header was kept */
  readonly fullPackets: boolean;
  /** files of packets, one for each finding that has some */
  readonly files: number;
  readonly packets: number;
}

/** What was read and what was left out, counted. */
export interface Statistics {
  readonly packets: number;
  readonly bytes: number;
  readonly flows: number;
  readonly first: string | null;
  readonly last: string | null;
  /** frames without an IP packet by EtherType or protocol name, e.g. `ARP`, `LLDP`, `0x88cc` */
  readonly nonIp: Readonly<Record<string, number>>;
  /** anomalies by name, e.g. `ipv4-header-cut`, `link-type-unknown` */
  readonly anomalies: Readonly<Record<string, number>>;
  /** limits that were reached, by the name in base/limits.ts */
  readonly limitsReached: Readonly<Record<string, number>>;
  readonly duplicates: number;
  /** the run was interrupted: the report is about what had been read until then */
  readonly interrupted: boolean;
}
