import { EXIT } from '../base/failure.js';
import type { Proof } from '../model/proof.js';

/** 0: everything that can be planted is caught and no alarm is false. 1: the topology leaves gaps. 2: interrupted. */
export function exitStatusOfProof({ result, counts, conduits, blindVlans, interrupted }: Proof): number {
  if (result === 'proven') return EXIT.clean;
  const isForbidden = conduits.some(({ reason }) => reason?.code === 'forbidden-conduit');
  const hasGaps = isForbidden || counts.missed > 0 || counts.falseAlarms > 0 || blindVlans.length > 0;
  return interrupted && !hasGaps ? EXIT.undetermined : EXIT.violation;
}
