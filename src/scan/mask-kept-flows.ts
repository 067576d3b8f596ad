import type { FlowKeeper } from '../model/flow-record.js';
import type { Sighting } from '../model/sighting.js';
import { indicatorOf } from '../base/computer-name.js';
import { maskPackets } from './mask-packets.js';

/**
 * A keeper that is given everything from packets with individual numbers (My Number) masked: stored flows hold names of
 * destinations, mail parts and files. What names a card by its digits stays: two of them, masked, would look like one.
 */
export function maskKeptFlows(keeper: FlowKeeper): FlowKeeper {
  return {
    keep: (record) => {
      const facts = maskPackets(record.facts);
      keeper.keep(facts === record.facts ? record : { ...record, facts });
    },
    finish: (run) => {
      keeper.finish({
        ...run,
        captures: maskPackets(run.captures),
        quality: maskPackets(run.quality),
        sightings: run.sightings.map(masked),
      });
    },
  };
}

function masked(sighting: Sighting): Sighting {
  const isName = sighting.kind !== 'name' || indicatorOf(sighting.detail).kind === 'name';
  const detail = isName ? maskPackets(sighting.detail) : sighting.detail;
  return detail === sighting.detail ? sighting : { ...sighting, detail };
}
