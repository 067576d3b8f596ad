import { parseAddress, prefixContains, type Address } from '../../base/address.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { Conduit, ConduitEnd, Topology } from '../../model/topology.js';

const REMEMBERED_ADDRESSES = 65_536;
const remembered = new Map<string, Address | null>();

function addressOf(text: string): Address | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_ADDRESSES) remembered.clear();
  const address = parseAddress(text) ?? null;
  remembered.set(text, address);
  return address;
}

/** True when the observed end is one that this side of the conduit names; an area beside ranges is a further condition. */
export function coversEnd(end: ConduitEnd, observed: ObservedEnd): boolean {
  const { area, host } = observed.place;
  const required = end.zone ?? end.realm;
  if (required !== null && required !== area) return false;
  if (end.prefixes.length === 0 && end.hosts.length === 0) return required !== null;
  if (host !== null && (end.hosts.includes(host) || end.hosts.includes(`${host}/${area}`))) return true;
  const address = end.prefixes.length === 0 ? null : addressOf(observed.address);
  return address !== null && end.prefixes.some((prefix) => prefixContains(prefix, address));
}

/** Ends equal those of the conduit in the registered direction. */
function coversFlow(conduit: Conduit, observation: Observation): boolean {
  return coversEnd(conduit.from, observation.from) && coversEnd(conduit.to, observation.to);
}

/** The same with the sides exchanged. */
function coversReversedFlow(conduit: Conduit, observation: Observation): boolean {
  return coversEnd(conduit.from, observation.to) && coversEnd(conduit.to, observation.from);
}

/** The screen-transfer conduit between the two ends, in either direction, or `null`. */
export function screenConduitOf(observation: Observation, topology: Topology): Conduit | null {
  return (
    topology.conduits.find(
      (conduit) =>
        conduit.kind === 'screenTransfer' &&
        (coversFlow(conduit, observation) || coversReversedFlow(conduit, observation)),
    ) ?? null
  );
}

/** True when the conduit registers one of these ports; a conduit without ports registers all. */
export function hasPort(conduit: Conduit, ports: readonly number[]): boolean {
  return (
    conduit.ports === null ||
    conduit.ports.some((range) => ports.some((port) => port >= range.from && port <= range.to))
  );
}
