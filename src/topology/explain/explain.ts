import { formatAddress, parseAddress } from '../../base/address.js';
import type { Nanoseconds } from '../../base/time.js';
import type { Clause, Place } from '../../model/place.js';
import { isBoundToTerms } from '../../model/sanitizer-leg.js';
import { CONDUIT_FIELDS, type Conduit, type ConduitField } from '../../model/topology.js';
import type { ExplainableTopology } from '../resolve/build-topology.js';
import { clauseOf } from './clause-of.js';
import { dispositionOf, type Disposition } from '../conduits/disposition.js';
import type { NamedSide } from '../conduits/match-conduits.js';

/** What an address is, and why. */
export interface AddressExplanation {
  readonly address: string;
  readonly place: Place;
  /** conduits that name it, with the side on which they do */
  readonly conduits: readonly NamedSide[];
  /** capture points that mirror the VLAN of its segment or leg */
  readonly capturePoints: readonly string[];
}

/** `within`: one zone, or a pair that needs no conduit. `outside`: neither end is the municipality's. */
export type Conclusion = 'permitted' | 'within' | 'violation' | 'outside' | 'no-crossing';

/** What a flow between two addresses would be. */
export interface PairExplanation {
  readonly initiator: AddressExplanation;
  readonly responder: AddressExplanation;
  readonly service: Service | null;
  readonly clause: Clause;
  readonly disposition: Disposition;
  /** conduits that name at least one end; the nearest first */
  readonly considered: readonly {
    readonly conduit: Conduit;
    /** null: every field fits */
    readonly failed: ConduitField | null;
    /** false: no conduit of its kind may permit anything between these areas (CFG-01, 07, 08) */
    readonly cellAllows: boolean;
  }[];
  readonly permittedBy: Conduit | null;
  /** what an established flow of this kind would be judged by default */
  readonly conclusion: Conclusion;
}

export interface Service {
  /** IP protocol number */
  readonly proto: number;
  /** responder's port; 0 for ICMP */
  readonly port: number;
}

/**
 * Explains one address.
 * @throws Error when the text is no address: resolve what users type with `addressesOf` first
 */
export function explainAddress(topology: ExplainableTopology, text: string): AddressExplanation {
  const parsed = parseAddress(text);
  if (parsed === undefined) throw new Error(`not an address: ${text}`);
  const address = formatAddress(parsed);
  const place = topology.place(address);
  const vlan = vlanOf(topology, address, place);
  const capturePoints = topology.capturePoints
    .filter((point) => vlan !== null && point.vlans.includes(vlan))
    .map((point) => point.name);
  return { address, place, conduits: topology.conduitsNaming(address), capturePoints };
}

/**
 * Explains a pair: which conduits were considered, which field of each failed, what an established flow would be.
 * @param options.service left out: any service counts as fitting nothing but conduits without a port
 * @param options.time when; left out: validity and office hours are not judged
 */
export function explainPair(
  topology: ExplainableTopology,
  pair: {
    readonly initiator: string;
    readonly responder: string;
    readonly service?: Service;
    readonly time?: Nanoseconds;
  },
): PairExplanation {
  const initiator = explainAddress(topology, pair.initiator);
  const responder = explainAddress(topology, pair.responder);
  const { area: from } = initiator.place;
  const { area: to } = responder.place;
  const considered = topology
    .considerConduits({
      initiator: pair.initiator,
      responder: pair.responder,
      directionKnown: true,
      proto: pair.service?.proto ?? 0,
      responderPort: pair.service?.port ?? 0,
      initiatorPort: 0,
      time: pair.time ?? null,
      macs: [],
      vlans: [],
    })
    .toSorted((x, y) => nearness(y.failed) - nearness(x.failed));
  const permittedBy = considered.find(({ failed, cellAllows }) => failed === null && cellAllows)?.conduit ?? null;
  const disposition = dispositionOf(from, to, topology.model);
  const isOutOfTerms =
    pair.service !== undefined &&
    pair.service.proto !== PROTOCOLS.icmp &&
    considered.some(
      ({ conduit, failed }) =>
        failed !== 'from' && failed !== 'to' && isBoundToTerms(conduit, initiator.place, responder.place),
    );
  return {
    initiator,
    responder,
    service: pair.service ?? null,
    clause: clauseOf(from, to),
    disposition,
    considered,
    permittedBy,
    conclusion: conclude(disposition, permittedBy, isOutOfTerms, initiator.place, responder.place),
  };
}

function conclude(
  disposition: Disposition,
  permittedBy: Conduit | null,
  isOutOfTerms: boolean,
  from: Place,
  to: Place,
): Conclusion {
  if (disposition === 'none' || from.isBroadcast || to.isBroadcast) return 'no-crossing';
  if (permittedBy !== null) return 'permitted';
  if (disposition === 'ok') return isOutOfTerms ? 'violation' : 'within';
  return disposition === 'outside' ? 'outside' : 'violation';
}

const FIELD_ORDER: readonly (ConduitField | null)[] = [...CONDUIT_FIELDS, null];

function nearness(failed: ConduitField | null): number {
  // one end alone is equally far, whichever it is
  return failed === 'from' ? 1 : FIELD_ORDER.indexOf(failed);
}

function vlanOf(topology: ExplainableTopology, address: string, place: Place): number | null {
  if (!place.isGatewayLeg) return place.segment?.vlan ?? null;
  const legs = topology.gateways.find((gateway) => gateway.name === place.host)?.legs ?? [];
  return legs.find((leg) => leg.ip === address || leg.ipv6 === address)?.vlan ?? place.segment?.vlan ?? null;
}

/** An address, or a named host (`name/zone` for one leg) as its addresses; empty when it is neither. */
export function addressesOf(topology: ExplainableTopology, text: string): readonly string[] {
  const address = parseAddress(text);
  if (address !== undefined) return [formatAddress(address)];
  const [name, zone] = text.split('/');
  const host = topology.hosts.find(
    (candidate) => candidate.name === name && (zone === undefined || candidate.zone === zone),
  );
  if (host !== undefined) return host.ip;
  const legs = topology.gateways.find((gateway) => gateway.name === name)?.legs ?? [];
  return legs
    .filter((leg) => zone === undefined || leg.zone === zone)
    .flatMap((leg) => [leg.ip, leg.ipv6].filter((ip) => ip !== null));
}

const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17 };

/** `tcp/445`, `udp/53`, `icmp`; `undefined` when it is none of them. */
export function parseService(text: string): Service | undefined {
  const [name = '', port] = text.toLowerCase().split('/');
  const proto = PROTOCOLS[name];
  if (proto === undefined || text.split('/').length > 2) return undefined;
  if (name === 'icmp') return port === undefined ? { proto, port: 0 } : undefined;
  if (port === undefined || !/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) return undefined;
  return { proto, port: Number(port) };
}
