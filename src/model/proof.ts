import type { Text } from '../base/text.js';
import type { Area } from './place.js';

/**
 * What became of a planted case. `caught`: found under its own rule, or under another that names the same traffic.
 * `undetermined`: the tool says that it cannot know, as it does of encrypted content. `missed`: nothing was said.
 * `not-applicable`: this topology leaves nothing to plant.
 */
export const PROOF_OUTCOMES = ['caught', 'missed', 'undetermined', 'not-applicable'] as const;
export type ProofOutcome = (typeof PROOF_OUTCOMES)[number];

/**
 * Why a case is not caught. The first six are the city's to mend: `no-capture-point`, `no-vlan` (segments
 * without a VLAN id: nobody can say on which wire a frame was), `shared-capture-point` (one point
 * carries both sides, and untagged frames belong to neither), `one-sided-mirror`, `conduit-too-broad`, `prefix-too-broad`.
 * `encrypted`: as it should be, and settled by other evidence. `no-registered-way`: no
 * registered gateway leads from one end of a conduit to the other. `forbidden-conduit`: the zone matrix lets it permit
 * nothing (CFG-01, 07, 08). `nothing-to-plant`, `not-built`: with `not-applicable`. `unexplained`: a fault of ours, to be reported.
 */
export const PROOF_REASONS = [
  'no-capture-point',
  'no-vlan',
  'shared-capture-point',
  'one-sided-mirror',
  'conduit-too-broad',
  'prefix-too-broad',
  'encrypted',
  'no-registered-way',
  'forbidden-conduit',
  'nothing-to-plant',
  'not-built',
  'unexplained',
] as const;
export type ProofReasonCode = (typeof PROOF_REASONS)[number];

export interface ProofReason {
  readonly code: ProofReasonCode;
  /** what it is about: conduit ids, prefixes, `VLAN 110`, names of capture points */
  readonly subjects: readonly string[];
  readonly text: Text;
}

/** The permitted neighbour of a planted case: what must raise no alarm. `none`: nothing like it is permitted here. */
export type TwinOutcome = 'quiet' | 'alarm' | 'none';

/** A finding about a permitted neighbour. */
export interface FalseAlarm {
  readonly rule: string;
  readonly verdict: string;
  readonly summary: Text;
}

/** One rule of the catalogue between two areas of this topology. */
export interface ProofRow {
  /** `A8-3-A-01` */
  readonly rule: string;
  readonly title: Text;
  /** where the planted traffic comes from and goes to; null: the row is about the whole topology */
  readonly from: Area | null;
  readonly to: Area | null;
  /** the conduit beside which it was planted */
  readonly conduit: string | null;
  readonly outcome: ProofOutcome;
  /** the rule that named it, where it is another one */
  readonly caughtAs: string | null;
  readonly reason: ProofReason | null;
  readonly twin: TwinOutcome;
  readonly falseAlarms: readonly FalseAlarm[];
}

/** A registered conduit, used once within its terms. */
export interface ProofOfConduit {
  readonly conduit: string;
  readonly title: string;
  /** `none`: it could not be played, `reason` says why */
  readonly twin: TwinOutcome;
  readonly reason: ProofReason | null;
  readonly falseAlarms: readonly FalseAlarm[];
}

/** The positive control of the analysis: what `sansou prove` found out about a topology. */
export interface Proof {
  readonly schema: 'sansou/proof/1';
  /** nothing that can be planted is missed, and no alarm is false */
  readonly result: 'proven' | 'gaps';
  readonly counts: Readonly<Record<ProofOutcome, number>> & { readonly falseAlarms: number };
  /** by rule id, then by pair */
  readonly rows: readonly ProofRow[];
  readonly conduits: readonly ProofOfConduit[];
  /** declared VLANs that no capture point hears: what stays within them is seen by nobody */
  readonly blindVlans: readonly { readonly vlan: number; readonly area: Area; readonly name: string | null }[];
  /** rules of which no case at all can be caught here */
  readonly silentRules: readonly string[];
  readonly notes: readonly Text[];
  readonly interrupted: boolean;
  readonly topology: {
    readonly file: string;
    readonly sha256: string;
    readonly organization: string;
    readonly model: string;
  };
  readonly tool: { readonly name: 'sansou'; readonly version: string; readonly rules: string };
}
