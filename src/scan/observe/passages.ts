import type { RunNames } from '../../flow/border.js';
import type { FrameReference, Hop } from '../../model/flow.js';
import type { Observation } from '../../model/observation.js';
import { ZONES, type Zone } from '../../model/place.js';
import type { Topology } from '../../model/topology.js';
import { routerBeyond } from '../judge/attribute-rejection.js';
import { crossingOf, deviatesFromConduit } from '../../rules/terms/crossing.js';
import type { SightingBook } from '../../sighting/sighting-book.js';
import { isGroupMac, isVirtualMac } from '../../base/virtual-mac.js';

/** One way of a flow that was seen on VLANs of two zones. */
export interface Passage {
  readonly mac: string;
  readonly point: string | null;
  readonly vlan: number;
  /** zone of the sender, zone into which the card sent the frames on */
  readonly from: Zone;
  readonly to: Zone;
  /**
   * `unknown-device`: no registered gateway sent it on (`…-permitted`: a conduit covers the flow; `shared-address`: a
   * virtual MAC, whose owner is not known). `without-conduit`: a registered gateway did, and no conduit has these ends.
   * `not-allowed`: a gateway that may forward nothing. `not-listed`: its list lacks the conduit.
   */
  readonly standing:
    'unknown-device' | 'unknown-device-permitted' | 'shared-address' | 'without-conduit' | 'not-allowed' | 'not-listed';
}

/** outcomes that prove that a registered boundary stopped the flow after all */
const STOPPED: ReadonlySet<string> = new Set(['blocked', 'l7Blocked', 'rejectedUnknown']);

/**
 * Ways of this flow between zones that no register explains; most flows have none.
 * @param isInTunnel carried by a tunnel that is not the mirror's own: its cards are those of the tunnel's ends
 */
function passagesOf(observation: Observation, topology: Topology, isInTunnel: boolean): readonly Passage[] {
  const { flow } = observation;
  if (flow.hops[0].length < 2 && flow.hops[1].length < 2) return [];
  // whose path it is, nobody knows
  if (isInTunnel || observation.origin !== undefined) return [];
  if (crossingOf(observation, topology) === null) return [];
  const isForward = flow.initiator !== 'b';
  const [fromHops, toHops] = isForward ? flow.hops : [flow.hops[1], flow.hops[0]];
  return [
    ...passagesOfWay(fromHops, observation.from.place.area, observation, topology),
    ...passagesOfWay(toHops, observation.to.place.area, observation, topology),
  ];
}

/** Remembers them. @returns true when there was one */
export function notePassages(
  observation: Observation,
  topology: Topology,
  book: SightingBook,
  names: Pick<RunNames, 'toNanoseconds'>,
  isInTunnel: boolean,
): boolean {
  const passages = passagesOf(observation, topology, isInTunnel);
  const router = isInTunnel || passages.length > 0 ? null : routerBeyond(observation.flow);
  if (passages.length === 0 && router === null) return false;
  const origin = names.toNanoseconds(0);
  const time = Number(observation.flow.first - origin);
  const lastTime = Number(observation.flow.last - origin);
  const [deciding] = observation.flow.frames;
  const { area } = topology.place(router ?? observation.to.address);
  const beyond = ZONES.find((zone) => zone === area);
  const home = ZONES.find((zone) => zone === observation.from.place.area);
  if (router !== null && beyond !== undefined && home !== undefined) {
    const [hop] = observation.flow.hops[observation.flow.initiator === 'b' ? 1 : 0];
    book.add(
      {
        kind: 'passage',
        place: { point: hop?.point ?? null, vlan: null, area: beyond, tagged: false },
        mac: null,
        address: observation.from.address,
        peer: router,
        detail: `${home} time-exceeded`,
      },
      time,
      deciding ?? null,
      lastTime,
    );
  }
  const isTranslated = (observation.asSeen?.length ?? 0) > 1;
  // under other addresses, the frame before the device and the one behind it are the proof together
  const [before = deciding, behind] = isTranslated
    ? (observation.asSeen ?? []).map(({ flow }) => flow.frames[0]).sort((x, y) => compareFrames(x, y))
    : [];
  for (const { mac, point, vlan, from, to, standing } of passages) {
    book.add(
      {
        kind: 'passage',
        place: { point, vlan, area: to, tagged: true },
        mac,
        address: observation.from.address,
        peer: observation.to.address,
        detail: `${from} ${standing}${isTranslated ? ' translated' : ''}`,
      },
      time,
      before ?? null,
      lastTime,
      behind ?? null,
    );
  }
  return true;
}

function compareFrames(x: FrameReference | undefined, y: FrameReference | undefined): number {
  return (x?.file ?? 0) - (y?.file ?? 0) || (x?.frame ?? 0) - (y?.frame ?? 0);
}

function passagesOfWay(
  hops: readonly Hop[],
  sender: string,
  observation: Observation,
  topology: Topology,
): readonly Passage[] {
  const from = ZONES.find((zone) => zone === sender);
  if (from === undefined || hops.length < 2) return [];
  const placed = hops.flatMap((hop) => {
    const vlan = vlanOf(hop, topology);
    const zone = ZONES.find((name) => vlan !== null && name === topology.areaOfVlan(vlan));
    return vlan === null || zone === undefined || hop.sourceMac === null
      ? []
      : [{ vlan, zone, hop, mac: hop.sourceMac }];
  });
  const home = placed.filter(({ zone }) => zone === from);
  // only what was seen to leave its own zone has a way through
  if (home.length === 0) return [];
  return ZONES.filter((zone) => zone !== from).flatMap((to): readonly Passage[] => {
    const beyond = placed.filter(({ zone }) => zone === to);
    const [first] = beyond;
    if (first === undefined) return [];
    const registered = beyond.find(({ mac }) => topology.gatewaysOfMac(mac).length > 0);
    const passage = { point: first.hop.point, vlan: first.vlan, from, to };
    const { permitted } = observation.conduit;
    if (registered === undefined) {
      // the same card on both sides: no router, see the copies
      if (home.some(({ mac }) => mac === first.mac) || isGroupMac(first.mac)) return [];
      const standing = isVirtualMac(first.mac)
        ? 'shared-address'
        : permitted === null
          ? 'unknown-device'
          : 'unknown-device-permitted';
      return [{ ...passage, mac: first.mac, standing }];
    }
    if (STOPPED.has(observation.flow.outcome)) return [];
    const found = { ...passage, point: registered.hop.point, vlan: registered.vlan, mac: registered.mac };
    const gateways = beyond.flatMap(({ mac }) => topology.gatewaysOfMac(mac));
    // who carried it over is a device that stands in both; those behind it only carry it on
    const joining = gateways.filter(({ legs }) => [from, to].every((zone) => legs.some((leg) => leg.zone === zone)));
    const lists = (joining.length > 0 ? joining : gateways).map(({ mayForward }) => mayForward);
    if (lists.every((ids) => ids !== null && ids.length === 0)) return [{ ...found, standing: 'not-allowed' }];
    // where the ends are those of a conduit, the terms are what is wrong (check 04)
    if (permitted === null) return deviatesFromConduit(observation) ? [] : [{ ...found, standing: 'without-conduit' }];
    return lists.some((ids) => ids === null || ids.includes(permitted.id))
      ? []
      : [{ ...found, standing: 'not-listed' }];
  });
}

/** the tag that the capture point declares, outermost first; else its only VLAN */
function vlanOf({ point, vlan }: Hop, topology: Topology): number | null {
  const declared = point === null ? undefined : topology.capturePoint(point)?.vlans;
  const tags = vlan === null ? [] : vlan.split('.').map(Number);
  const known = tags.find((tag) =>
    declared === undefined || declared.length === 0 ? topology.areaOfVlan(tag) !== null : declared.includes(tag),
  );
  return known ?? (tags.length === 0 && declared?.length === 1 ? (declared[0] ?? null) : null);
}
