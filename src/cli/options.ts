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

/** Options of `sansou check`. */
export interface CheckOptions extends CaptureOptions {
  readonly minSeverity?: string;
  readonly full?: boolean;
  /** false with `--no-hash` */
  readonly hash: boolean;
  readonly columns?: string;
  readonly crossCheck?: boolean;
  readonly bom?: boolean;
  readonly evidence?: string;
  readonly evidenceChain?: string;
  readonly fullPackets?: boolean;
  readonly keepFlows?: string;
  readonly baseline?: string;
  readonly redact?: boolean;
  readonly prove?: boolean;
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
