import { lintConduits, type LintOptions } from './lint-conduits.js';
import { lintNetwork } from './lint-network.js';
import type { Placement } from '../place/place.js';
import type { ProblemLog } from '../read/problem-log.js';
import type { Draft } from '../resolve/resolve-topology.js';

/**
 * CFG-01 … CFG-10 (domain catalogue 3.4): what a well-formed topology says that the three-tier measures do not allow,
 * or that limits what can be judged.
 */
export function lintDraft(draft: Draft, placement: Placement, log: ProblemLog, options: LintOptions): void {
  lintNetwork(draft, log);
  lintConduits(draft, placement, log, options);
}
