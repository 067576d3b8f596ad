import type { Prefix } from '../base/address.js';
import type { Area } from '../model/place.js';
import type { Acceptance, Verdict } from '../model/report.js';

/** One end that a pattern asks for; `null`: any. */
export interface EndPattern {
  readonly zone: Area | null;
  readonly host: string | null;
  readonly prefix: Prefix | null;
}

/** What a finding has to look like; `null`: anything. */
export interface FindingPattern {
  readonly rule: string;
  readonly verdict: Verdict | null;
  readonly from: EndPattern | null;
  readonly to: EndPattern | null;
  readonly conduit: string | null;
  readonly service: { readonly proto: number; readonly port: number | null } | null;
}

/** An entry of the register of accepted findings, understood. */
export interface AcceptedEntry extends Acceptance {
  readonly until: string;
  /** either the fingerprint of one finding, or what several have in common */
  readonly subject: { readonly fingerprint: string } | { readonly pattern: FindingPattern };
}

/** The register of accepted findings, as read from its file. */
export interface AcceptedFindings {
  readonly file: string;
  readonly sha256: string;
  readonly entries: readonly AcceptedEntry[];
}
