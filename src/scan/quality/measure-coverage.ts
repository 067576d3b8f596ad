import { formatEpoch } from '../../base/time.js';
import type { RunClock } from '../../capture/run-clock.js';
import type { Coverage } from '../../model/report.js';
import type { Gateway, Topology } from '../../model/topology.js';
import { parseAddress } from '../../base/address.js';
import type { CaptureLedger } from '../captures/capture-ledger.js';
import type { CellSet } from '../tally/cell-set.js';
import type { ConduitUsage } from '../tally/conduit-usage.js';
import type { PointRegister } from '../captures/read-observation.js';

export interface CoverageFacts {
  readonly topology: Topology;
  readonly ledger: Pick<CaptureLedger, 'filesNamed'> & { readonly clock: Pick<RunClock, 'toNanoseconds'> };
  readonly register: Pick<PointRegister, 'names' | 'meters'>;
  readonly usage: ConduitUsage;
  /** cells from which a packet came */
  readonly cellsSeen: CellSet;
  /** packets by VLAN id and capture point, from the hops */
  readonly vlansByPoint: ReadonlyMap<string | null, ReadonlySet<string>>;
}

type Measured = Pick<Coverage, 'points' | 'zones' | 'conduits' | 'boundaries'>;

/** What the captures could show, and how much of it they showed. */
export function measureCoverage(facts: CoverageFacts): Measured {
  return { points: points(facts), zones: zones(facts), conduits: conduits(facts), boundaries: boundaries(facts) };
}

function points({ topology, ledger, register, vlansByPoint }: CoverageFacts): Coverage['points'] {
  const names = [...new Set<string | null>([...topology.capturePoints.map(({ name }) => name), ...register.names])];
  return names.map((point) => {
    const meter = register.meters.find(({ name }) => name === point);
    const time = (value: number): string | null =>
      Number.isFinite(value) ? formatEpoch(ledger.clock.toNanoseconds(value)) : null;
    return {
      point,
      declared: point !== null && topology.capturePoint(point) !== undefined,
      files: ledger.filesNamed(point),
      packets: meter?.packets ?? 0,
      first: time(meter?.first ?? Number.NaN),
      last: time(meter?.last ?? Number.NaN),
      vlans: [...(vlansByPoint.get(point) ?? [])].sort(byNumber),
    };
  });
}

function byNumber(x: string, y: string): number {
  return x.localeCompare(y, 'en', { numeric: true });
}

function zones({ topology, cellsSeen }: CoverageFacts): Coverage['zones'] {
  const zoneNames = ['mynumber', 'lgwan', 'internet'] as const;
  return zoneNames.map((zone) => {
    const hosts = topology.hosts.filter((host) => host.zone === zone);
    const seen = hosts.filter((host) => host.ip.some((ip) => isSeen(ip, topology, cellsSeen))).length;
    return { zone, hostsDeclared: hosts.length, hostsSeen: seen, hostsUnseen: hosts.length - seen };
  });
}

function isSeen(ip: string, topology: Topology, cellsSeen: CellSet): boolean {
  const address = parseAddress(ip);
  if (address === undefined) return false;
  const cell =
    address.family === 4
      ? topology.cellOfIpv4(address.w0)
      : topology.cellOfIpv6(address.w0, address.w1, address.w2, address.w3);
  return cellsSeen.has(cell);
}

function conduits({ usage }: CoverageFacts): Coverage['conduits'] {
  return [...usage.counters.values()].map(({ conduit, flows, bytes, first, last, reach }) => {
    const use = reach.toUse();
    return {
      conduit: conduit.id,
      title: conduit.title,
      flows,
      bytes,
      first: first === null ? null : formatEpoch(first),
      last: last === null ? null : formatEpoch(last),
      ...(use === null ? {} : { use }),
    };
  });
}

/** A gateway with legs in two areas is a boundary; it is observed when each side has a capture point that carried packets. */
function boundaries({ topology, register }: CoverageFacts): Coverage['boundaries'] {
  return topology.gateways.flatMap((gateway) => {
    const areas = [...new Set(gateway.legs.map(({ zone }) => zone))];
    if (areas.length < 2) return [];
    const sides = areas.map((zone) => {
      const vlans = new Set(
        gateway.legs.filter((leg) => leg.zone === zone && leg.vlan !== null).map(({ vlan }) => `${vlan}`),
      );
      const watching = topology.capturePoints.filter((point) => point.vlans.some((vlan) => vlans.has(`${vlan}`)));
      const live = watching.filter(
        ({ name }) => (register.meters.find((meter) => meter.name === name)?.packets ?? 0) > 0,
      );
      const packets = live.reduce(
        (sum, { name }) => sum + (register.meters.find((meter) => meter.name === name)?.packets ?? 0),
        0,
      );
      return { zone, points: watching.map(({ name }) => name), packets };
    });
    const observed = sides.filter(({ packets }) => packets > 0).length;
    const result = observed === sides.length ? 'observed' : observed > 0 ? 'one-side' : 'not-observed';
    return [{ boundary: nameOf(gateway, areas), gateway: gateway.name, sides, result }];
  });
}

function nameOf(gateway: Gateway, areas: readonly string[]): string {
  return `${gateway.name}: ${areas.join('|')}`;
}
