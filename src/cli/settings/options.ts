/** Options that every command has. */
export interface SharedOptions {
  readonly lang?: string;
  /** false with `--no-color` */
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly logLevel?: string;
}

/** Options of the commands that read captures: `flows` has no others. */
export interface CaptureOptions extends SharedOptions {
  readonly topology?: string;
  readonly format: string;
  readonly output?: string;
  /** false with `--no-dedup` */
  readonly dedup: boolean;
}

/** Options of the commands that write a report: how it looks. */
export interface PageOptions extends SharedOptions {
  readonly output?: string;
  readonly full?: boolean;
  readonly columns?: string;
  readonly bom?: boolean;
}

/** What is done with a report before it is written. */
export interface FinishOptions {
  readonly minSeverity?: string;
  readonly baseline?: string;
  readonly accept?: string;
  readonly redact?: boolean;
  readonly redactSalt?: string;
}

/** Options of `sansou diff`. */
export interface DiffOptions extends PageOptions, Omit<FinishOptions, 'baseline' | 'accept'> {
  readonly format: string;
}

/** Options of `sansou check`. */
export interface CheckOptions extends CaptureOptions, PageOptions, FinishOptions {
  /** false with `--no-hash` */
  readonly hash: boolean;
  readonly crossCheck?: boolean;
  readonly evidence?: string;
  readonly evidenceChain?: string;
  readonly fullPackets?: boolean;
  readonly keepFlows?: string;
  readonly prove?: boolean;
  readonly store?: string;
}

/** Options of the `sansou history` commands; each has some of them. */
export interface HistoryOptions extends PageOptions {
  readonly store?: string;
  readonly format?: string;
  readonly findings?: boolean;
  readonly limit?: string;
  readonly status?: string;
  readonly rule?: string;
  readonly zones?: string;
  readonly severity?: string;
  readonly since?: string;
  readonly until?: string;
  readonly maxAge?: string;
  readonly maxSize?: string;
}

/** Options of `sansou notify test`. */
export interface NotifyOptions extends SharedOptions {
  readonly notify?: string;
  readonly channel?: string;
}

/** Options of `sansou verify-evidence`. */
export interface VerifyOptions extends SharedOptions {
  readonly format: string;
  readonly output?: string;
  readonly evidenceChain?: string;
  readonly manifestSha256?: string;
}

/** Options of `sansou judge`: those of `check` that do not concern captures. */
export type JudgeOptions = Omit<CheckOptions, 'evidence' | 'evidenceChain' | 'fullPackets' | 'keepFlows'>;
/** Options of `sansou prove`. */
export interface ProveOptions extends SharedOptions {
  readonly topology?: string;
  readonly format: string;
  readonly output?: string;
  readonly columns?: string;
}

/** Options of `sansou topology suggest`. */
export type SuggestOptions = CaptureOptions;

/** Options of `sansou rules`. */
export interface RulesOptions extends SharedOptions {
  readonly format: string;
}

/** Options of the `sansou topology` commands; each has some of them. */
export interface TopologyOptions extends SharedOptions {
  readonly format?: string;
  readonly output?: string;
  /** for `init` */
  readonly model: string;
  /** a time, for `explain` */
  readonly at?: string;
}
