import type { Act } from '../../craft/act.js';
import { conduitsBetween, conduitPlay, whyNobody } from './between.js';
import type { Planter } from './crossings.js';
import { bothWays, completed, noise, onWires, wiredStand, zonePairs, ZONE_OF } from './on-wires.js';

/** An answer for an address of one zone on the wire of the other; a registered gateway may give it in proxy. */
export const sharedSegment: Planter = (ground, clause) =>
  onWires(ground, bothWays(clause), (own, other) => {
    const answer: Act = { noise: 'arpAnswer', from: own.address, to: other.address, vlan: other.vlan };
    const router = ground.routerOf(other);
    return {
      acts: [{ ...answer, mac: ground.foreignMac() }],
      twin: router === null ? null : noise([{ ...answer, mac: router.mac }], ground),
      about: [own.address],
    };
  });

/** A device that nobody registered routes from one zone to the other; a registered gateway may, for a conduit. */
export const routedPath: Planter = (ground, clause) =>
  onWires(ground, bothWays(clause), (own, other) => {
    const conduit = conduitsBetween(ground, own.area, other.area)[0];
    const way = ground.foreignWay(own, other);
    return {
      acts: [{ at: 10, tcp: `${own.address} -> ${other.address}:5000`, as: 'opaque', way }],
      twin: conduit === undefined ? null : conduitPlay(ground, conduit),
      about: way.flatMap(({ from, to }) => [from, to]).filter((mac) => mac !== own.mac && mac !== other.mac),
    };
  });

/** One switch speaks on the wires of two zones; on two wires of one zone it may. */
export const sharedSwitch: Planter = (ground, clause) =>
  onWires(ground, zonePairs(clause), (own, other) => ({
    acts: [
      { at: 10, noise: 'stp', from: own.address },
      { at: 20, noise: 'stp', from: other.address },
    ],
    twin: noise([{ at: 10, noise: 'stp', from: own.address, times: 2, every: 10 }], ground),
    about: ['00:00:5e:00:53:e0'],
    verdicts: ['observation', 'suspected'],
  }));

/** A server of one zone hands out leases on the wire of the other. */
export const foreignService: Planter = (ground, clause) =>
  onWires(ground, bothWays(clause), (own, other) => {
    const [theirs, ours] = [ground.routerOf(own)?.address ?? own.address, ground.routerOf(other)?.address];
    const twin: Act = { at: 10, noise: 'dhcpAck', from: other.address, to: ours ?? other.address };
    return {
      acts: [{ at: 10, noise: 'dhcpAck', from: own.address, to: theirs, vlan: other.vlan }],
      twin: ours === undefined ? null : noise([twin], ground),
      about: [own.address, theirs],
    };
  });

/** A host of the zone says that it is the router. */
export const ipv6Leak: Planter = (ground, clause) => {
  const zone = ZONE_OF[clause];
  return onWires(ground, [[zone, zone]], (own) => {
    const advertise: Act = { at: 10, noise: 'routerAdvertisement', from: own.address, times: 3, every: 4 };
    const router = ground.routerOf(own);
    const mac = ground.foreignMac();
    return {
      acts: [{ ...advertise, mac }],
      twin: router === null ? null : noise([{ ...advertise, mac: router.mac }], ground),
      about: [mac],
    };
  });
};

/** Frames to the Internet that a foreign device takes from the wire. */
export const cloudBypass: Planter = (ground) => {
  const host = wiredStand(ground, 'internet');
  const outside = ground.stands('public').find(({ address }) => !address.includes(':'));
  if (host === null || outside === undefined)
    return [{ from: 'internet', to: 'public', bare: whyNobody(ground, 'internet', 'public') }];
  const way = [{ vlan: host.vlan, from: host.mac, to: ground.foreignMac() }];
  const egress = ground.topology.conduits.find(({ kind }) => kind === 'egress');
  return [
    {
      from: 'internet',
      to: 'public',
      ...completed(ground, {
        acts: [{ at: 10, tcp: `${host.address} -> ${outside.address}:443`, way }],
        twin: egress === undefined ? null : conduitPlay(ground, egress),
        about: [host.address],
      }),
    },
  ];
};

/** A session of PPP over Ethernet: a line of a carrier. Its neighbour is a lease that names the registered router. */
export const accessLine: Planter = (ground) => {
  const host = wiredStand(ground, 'internet');
  if (host === null) return [{ from: 'internet', to: 'public', bare: whyNobody(ground, 'internet', 'internet') }];
  const router = ground.routerOf(host);
  const lease: Act = { at: 10, noise: 'dhcpAck', from: host.address, to: router?.address ?? host.address };
  return [
    {
      from: 'internet',
      to: 'public',
      ...completed(ground, {
        acts: [{ at: 10, noise: 'pppoe', from: host.address, times: 3, every: 5 }],
        twin: router === null ? null : noise([lease], ground),
        about: [host.mac, host.address],
      }),
    },
  ];
};
