import type { SightingJudgement } from '../../model/rule.js';

/** What check 40 found of hosts in the middle. */
export interface Relays {
  readonly addresses: ReadonlySet<string>;
  readonly cards: ReadonlySet<string>;
}

/**
 * A card in two zones (check 11) through which something seems to be passed on (check 40) is more than either
 * (domain.md D-MAC2: critical).
 */
export function escalateRelays(judgement: SightingJudgement, { addresses, cards }: Relays): SightingJudgement {
  const isRelay = judgement.sightings.some(
    ({ mac, address }) => (address !== null && addresses.has(address)) || (mac !== null && cards.has(mac)),
  );
  if (!isRelay || judgement.clause === 'U') return judgement;
  return {
    ...judgement,
    verdict: 'suspected',
    severity: 'critical',
    reasons: [...judgement.reasons, 'mac-relays-between-zones'],
  };
}
