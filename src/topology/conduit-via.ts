import type { Conduit, ConduitQuery, Gateway } from '../model/topology.js';

/** What shows that a conduit's gateway forwards: its MAC addresses, and the VLANs on which they can be seen. */
export interface ViaFacts {
  readonly vlans: ReadonlySet<number>;
  readonly macs: ReadonlySet<string>;
}

/**
 * A packet shows who forwards it only on a VLAN where the gateway has a leg: there one of the MAC addresses must be
 * the gateway's. Elsewhere nothing is concluded.
 */
export function isForwardedElsewhere(via: ViaFacts, query: Pick<ConduitQuery, 'macs' | 'vlans'>): boolean {
  if (query.macs.length === 0 || !query.vlans.some((vlan) => via.vlans.has(vlan))) return false;
  return !query.macs.some((mac) => via.macs.has(mac));
}

/** `null` where the conduit names no gateway, or none with a MAC address. */
export function viaFactsOf(conduit: Conduit, gateways: readonly Gateway[]): ViaFacts | null {
  const vlans = new Set<number>();
  const macs = new Set<string>();
  for (const gateway of gateways) {
    if (!conduit.via.includes(gateway.name)) continue;
    for (const leg of gateway.legs) {
      if (leg.mac === null) continue;
      if (leg.vlan !== null) vlans.add(leg.vlan);
      macs.add(leg.mac);
      for (const mac of leg.virtualMacs) macs.add(mac);
    }
  }
  return macs.size === 0 ? null : { vlans, macs };
}

/** The registered way out. */
export function isSecurityCloudRouter(gateway: Gateway): boolean {
  return gateway.roles.includes('security-cloud-router');
}
