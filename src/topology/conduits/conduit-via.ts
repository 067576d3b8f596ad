import type { Conduit, ConduitQuery, Gateway } from '../../model/topology.js';

/** What shows that a conduit's gateway forwards: its MAC addresses, and the VLANs on which they can be seen. */
export interface ViaFacts {
  readonly vlans: ReadonlySet<number>;
  readonly macs: ReadonlySet<string>;
  /** MAC addresses of the other ways out, where the conduit itself names one: a flow that takes them takes another */
  readonly otherExits: ReadonlySet<string>;
}

/** what a gateway is called that leads out of the body's own networks (contract.md, gateways) */
const EXIT_ROLES: ReadonlySet<string> = new Set([
  'security-cloud-router',
  'lgwan-router',
  'juki-router',
  'govcloud-router',
  'breakout',
]);

/**
 * A packet shows who forwards it only on a VLAN where the gateway has a leg: there one of the MAC addresses must be
 * the gateway's. Elsewhere nothing is concluded, unless another way out is seen to take it.
 */
export function isForwardedElsewhere(via: ViaFacts, query: Pick<ConduitQuery, 'macs' | 'vlans'>): boolean {
  if (query.macs.some((mac) => via.macs.has(mac))) return false;
  if (query.macs.some((mac) => via.otherExits.has(mac))) return true;
  return query.macs.length > 0 && query.vlans.some((vlan) => via.vlans.has(vlan));
}

/** `null` where the conduit names no gateway, or none with a MAC address. */
export function viaFactsOf(conduit: Conduit, gateways: readonly Gateway[]): ViaFacts | null {
  const named = gateways.filter(({ name }) => conduit.via.includes(name));
  const macs = new Set(named.flatMap(macsOf));
  if (macs.size === 0) return null;
  const vlans = named.flatMap(({ legs }) =>
    legs.flatMap(({ mac, vlan }) => (mac === null || vlan === null ? [] : [vlan])),
  );
  const others = named.some(isExit) ? gateways.filter((gateway) => isExit(gateway) && !named.includes(gateway)) : [];
  return { vlans: new Set(vlans), macs, otherExits: new Set(others.flatMap(macsOf).filter((mac) => !macs.has(mac))) };
}

function macsOf({ legs }: Gateway): readonly string[] {
  return legs.flatMap(({ mac, virtualMacs }) => (mac === null ? [] : [mac, ...virtualMacs]));
}

function isExit({ roles }: Gateway): boolean {
  return roles.some((role) => EXIT_ROLES.has(role));
}

/** The registered way out. */
export function isSecurityCloudRouter(gateway: Gateway): boolean {
  return gateway.roles.includes('security-cloud-router');
}
