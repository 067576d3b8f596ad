import type { Text } from './text.js';

/** One thing that is wrong with what the user gave us. */
export interface Problem {
  /** stable code, e.g. `TOPOLOGY-SYNTAX`, `CFG-01`, `CAPTURE-FOREIGN` */
  readonly code: string;
  readonly file?: string;
  /** 1-based */
  readonly line?: number;
  /** 1-based */
  readonly column?: number;
  /** path of the field, e.g. `zones.lgwan.segments[2].prefix` */
  readonly field?: string;
  /** `note`: worth a line in a report, no reason to disturb anybody */
  readonly level: 'error' | 'warning' | 'note';
  /** what is wrong */
  readonly message: Text;
  /** what would be right */
  readonly remedy?: Text;
}

/** Exit statuses of the contract. */
export const EXIT = { clean: 0, violation: 1, undetermined: 2, unusable: 3, usage: 64, internal: 70 } as const;

/** The user's input is wrong: all problems at once, with the exit status that they mean. Never shown with a stack. */
export class Failure extends Error {
  readonly problems: readonly Problem[];
  readonly exit: typeof EXIT.unusable | typeof EXIT.usage;

  constructor(exit: typeof EXIT.unusable | typeof EXIT.usage, problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message.en).join('\n'));
    this.name = 'Failure';
    this.exit = exit;
    this.problems = problems;
  }
}
