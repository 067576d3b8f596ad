import type { FindingChange } from '../model/history.js';
import type { Finding, Result } from '../model/report.js';

/** What a message says of a finding: enough to act on, no evidence and nothing of the content. */
export type NoticedFinding = Pick<
  Finding,
  'id' | 'rule' | 'clause' | 'verdict' | 'severity' | 'title' | 'summary' | 'from' | 'to' | 'service' | 'first' | 'last'
>;

export interface NoticedChange extends Pick<FindingChange, 'change' | 'run' | 'at' | 'before'> {
  readonly finding: NoticedFinding;
}

interface AnyNotice {
  readonly schema: 'sansou/notice/1';
  /** the same when it is sent again: receivers drop what they have */
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly site: string | null;
}

/** Findings that appeared, worsened or are gone. */
export interface ChangeNotice extends AnyNotice {
  readonly kind: 'changes';
  /** gravest first */
  readonly changes: readonly NoticedChange[];
  /** further ones that are in the history and not in this message */
  readonly omitted: number;
}

/** Once a day: how things stand. */
export interface DigestNotice extends AnyNotice {
  readonly kind: 'digest';
  readonly digest: Digest;
}

export interface TestNotice extends AnyNotice {
  readonly kind: 'test';
}

export type Notice = ChangeNotice | DigestNotice | TestNotice;

export interface Digest {
  /** local date on which it was made */
  readonly day: string;
  readonly runs: number;
  /** of the last run; `null`: there was none in the day */
  readonly result: Result | null;
  readonly doubts: number;
  /** open findings by verdict */
  readonly open: Readonly<Record<string, number>>;
  readonly appeared: number;
  readonly worsened: number;
  readonly gone: number;
  /** open, but not looked at by the last run that could have seen them */
  readonly unobserved: number;
  readonly accepted: number;
}
