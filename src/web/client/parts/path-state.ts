import type { AreaPath } from '../../api.js';

export type PathState = 'violation' | 'suspected' | 'undetermined' | 'attempt' | 'permitted' | 'quiet';

/** The worst that is open between two areas, else what was seen there. */
export function severestOf({ open, permitted }: AreaPath): PathState {
  const worst = (['violation', 'suspected', 'undetermined', 'attempt'] as const).find(
    (verdict) => (open[verdict] ?? 0) > 0,
  );
  return worst ?? (permitted > 0 ? 'permitted' : 'quiet');
}
