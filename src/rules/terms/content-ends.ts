import { parseAddress, prefixContains } from '../../base/address.js';
import type { Facts } from '../../model/facts.js';
import type { ObservedEnd, Observation } from '../../model/observation.js';
import type { ConduitEnd } from '../../model/topology.js';

/** The end that sent something over the wire, told by its role in the content; `null`: nobody knows who is the client. */
export function senderOf(observation: Observation, facts: Facts, sender: 'client' | 'server'): ObservedEnd | null {
  if (facts.client === null) return null;
  const { flow, from, to } = observation;
  const isFromSideA = flow.initiator !== 'b';
  const client = (facts.client === 'a') === isFromSideA ? from : to;
  const server = client === from ? to : from;
  return sender === 'client' ? client : server;
}

/** The other end. */
export function otherEnd({ from, to }: Observation, end: ObservedEnd): ObservedEnd {
  return end === from ? to : from;
}

/** A sanitizer, or what stands in its place: the end that the conduit's kind makes responsible for the content. */
export function isSanitizer({ place }: ObservedEnd): boolean {
  return place.roles.includes('sanitizer') || place.area === 'security-cloud';
}

/** It left the sanitizer; true also where nobody knows who sent it, or neither end is one. */
export function isFromSanitizer(observation: Observation, facts: Facts, sender: 'client' | 'server'): boolean {
  const end = senderOf(observation, facts, sender);
  return end === null || isSanitizer(end) || !isSanitizer(otherEnd(observation, end));
}

/** The conduit's end, as registered, holds this address. */
export function endCovers(end: ConduitEnd, { address, place }: ObservedEnd): boolean {
  if (end.zone !== null || end.realm !== null) return end.zone === place.area || end.realm === place.area;
  const parsed = parseAddress(address);
  return parsed !== undefined && end.prefixes.some((prefix) => prefixContains(prefix, parsed));
}
