import type { Act } from '../../craft/act.js';
import { inventMac } from '../../craft/address-bytes.js';
import type { Area, Clause, Zone } from '../../model/place.js';
import { endText, type Ground } from '../ground.js';
import type { Planted, Play } from '../plant.js';
import { nothingToPlant } from '../reasons.js';
import { unnamedStands, type Stand } from '../stand.js';
import { conduitsBetween, conduitPlay, insideTwin, later, OWN_PORTS, whyNobody, WRONG } from './between.js';
import type { Planter } from './crossings.js';

const ZONE_OF: Readonly<Record<Clause, Zone>> = { A: 'mynumber', I: 'lgwan', U: 'internet' };
/** virtual router 10 (RFC 9568 section 7.3): many devices may have it */
const VIRTUAL_MAC = '00:00:5e:00:01:0a';

/** Zones whose crossing concerns the clause: the protected one first. */
function zonePairs(clause: Clause): readonly (readonly [Zone, Zone])[] {
  if (clause === 'A') {
    return [
      ['mynumber', 'lgwan'],
      ['mynumber', 'internet'],
    ];
  }
  return clause === 'I' ? [['lgwan', 'internet']] : [];
}

const bothWays = (clause: Clause): readonly (readonly [Zone, Zone])[] =>
  zonePairs(clause).flatMap(([inner, outer]) => [
    [inner, outer],
    [outer, inner],
  ]);

/** A case of two zones, each with somebody on an IPv4 segment of its own. */
function onWires(
  ground: Ground,
  pairs: readonly (readonly [Zone, Zone])[],
  plant: (own: Wired, other: Wired) => Omit<WirePlant, 'from' | 'to'>,
): readonly Planted[] {
  return pairs.map(([from, to]): Planted => {
    const [own, other] = [wiredStand(ground, from), wiredStand(ground, to)];
    if (own === null || other === null) return { from, to, bare: whyNobody(ground, from, to) };
    return { from, to, ...completed(ground, plant(own, other)) };
  });
}

/** Somebody whose own wire is known. */
interface Wired extends Stand {
  readonly vlan: number;
  readonly mac: string;
}

interface WirePlant {
  readonly from: Area;
  readonly to: Area;
  readonly acts: readonly Act[];
  readonly twin: Play | null;
  readonly about: readonly string[];
  readonly verdicts?: readonly ('violation' | 'suspected' | 'observation' | 'attempt')[];
}

function completed(
  ground: Ground,
  plant: Omit<WirePlant, 'from' | 'to'>,
): Omit<Exclude<Planted, { bare: unknown }>, 'from' | 'to'> {
  const { acts, twin, about, verdicts = WRONG } = plant;
  return { play: { acts, start: ground.start }, twin, about, verdicts, conduit: null, permittedBy: null };
}

function wiredStand(ground: Ground, zone: Zone): Wired | null {
  for (const stand of ground.stands(zone)) {
    const vlan = ground.vlanOf(stand);
    if (vlan !== null && !stand.address.includes(':')) return { ...stand, vlan, mac: ground.macOf(stand) };
  }
  return null;
}

const noise = (acts: readonly Act[], ground: Ground): Play => ({ acts, start: ground.start });

/** A registered card and a foreign one take turns under one address. */
export const macPin: Planter = (ground, clause) => {
  const zone = ZONE_OF[clause];
  const host = ground.topology.hosts.find(
    ({ zone: home, mac, ip: [first] }) =>
      home === zone &&
      mac.length > 0 &&
      first !== undefined &&
      !first.includes(':') &&
      ground.topology.place(first).area === zone,
  );
  const address = host?.ip[0];
  const other = ground.stands(zone).find((stand) => stand.address !== address && !stand.address.includes(':'));
  if (host === undefined || address === undefined || other === undefined) {
    const bare = nothingToPlant(
      'MACアドレスを登録した機器がこの領域にない。',
      'No host of this zone has a registered MAC address.',
    );
    return [{ from: zone, to: zone, bare }];
  }
  const own: Stand = { area: zone, address, name: host.name };
  const foreign = ground.foreignMac();
  const talk = (at: number, mac?: string): Act =>
    ground.act(own, other, 'tcp', OWN_PORTS[0] ?? 5000, { at, ...(mac === undefined ? {} : { mac }) });
  return [
    {
      from: zone,
      to: zone,
      ...completed(ground, {
        acts: [talk(10), talk(20, foreign), talk(30), talk(40, foreign)],
        twin: noise([talk(10), talk(20), talk(30), talk(40)], ground),
        about: [address],
      }),
    },
  ];
};

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

/** One card with an address of each zone; a virtual one may. */
export const macInTwoZones: Planter = (ground, clause) => {
  if (clause === 'U') return cardAtAnotherExit(ground);
  return onWires(ground, zonePairs(clause), (own, other) => {
    const mac = ground.foreignMac();
    const acts = [...speak(ground, own, 10, mac), ...speak(ground, other, 20, mac)];
    const twin = [...speak(ground, own, 10, VIRTUAL_MAC), ...speak(ground, other, 20, VIRTUAL_MAC)];
    return { acts, twin: noise(twin, ground), about: [mac] };
  });
};

/** A host says something inside its own zone, on its own wire. */
function speak(ground: Ground, stand: Wired, at: number, mac: string): readonly Act[] {
  const neighbour = unnamedStands(ground.topology, stand.area)[0]?.address ?? stand.address;
  const line = `${endText(stand.address)} -> ${endText(neighbour)}:5000`;
  const to = ground.routerOf(stand)?.mac ?? inventMac(neighbour);
  return [{ at, tcp: line, as: 'opaque', way: [{ vlan: stand.vlan, from: mac, to }] }];
}

/** One computer announces itself by the same name and identifier from a card in each zone; by its name alone many may. */
export const sameComputer: Planter = (ground, clause) => {
  const [one, other] = [ground.foreignMac(0), ground.foreignMac(1)];
  const introduce = (from: Wired, vlan: number, mac: string, at: number, kind: 'dhcpIdentity' | 'dhcpName'): Act => ({
    ...{ at, noise: kind, from: from.address, vlan, mac, name: 'sansou-pc-17' },
  });
  if (clause === 'U') {
    const host = wiredStand(ground, 'internet');
    const [vlan] = ground.topology.realms.flatMap(({ realm, vlans }) => (realm === 'public' ? vlans : []));
    if (host === null) return [{ from: 'internet', to: 'public', bare: whyNobody(ground, 'internet', 'internet') }];
    if (vlan === undefined) return [{ from: 'internet', to: 'public', bare: NO_CARRIER_LINE }];
    const both = (kind: 'dhcpIdentity' | 'dhcpName'): readonly Act[] => [
      introduce(host, host.vlan, one, 10, kind),
      introduce(host, vlan, other, 20, kind),
    ];
    const planted = { acts: both('dhcpIdentity'), twin: noise(both('dhcpName'), ground), about: [one, other] };
    return [{ from: 'internet', to: 'public', ...completed(ground, planted) }];
  }
  return onWires(ground, zonePairs(clause), (own, there) => {
    const both = (kind: 'dhcpIdentity' | 'dhcpName'): readonly Act[] => [
      introduce(own, own.vlan, one, 10, kind),
      introduce(there, there.vlan, other, 20, kind),
    ];
    return { acts: both('dhcpIdentity'), twin: noise(both('dhcpName'), ground), about: [one, other] };
  });
};

const NO_CARRIER_LINE = nothingToPlant(
  '外部回線のVLANが realms の public に宣言されていない。',
  'No VLAN of a carrier line is declared in the realm public.',
);

/** The card of a host of the Internet zone also sends on the declared wire of a carrier. */
function cardAtAnotherExit(ground: Ground): readonly Planted[] {
  const [from, to] = ['internet', 'public'] as const;
  const host = wiredStand(ground, from);
  const [outside] = ground.stands(to);
  const [vlan] = ground.topology.realms.flatMap(({ realm, vlans }) => (realm === to ? vlans : []));
  if (host === null || outside === undefined) return [{ from, to, bare: whyNobody(ground, from, to) }];
  if (vlan === undefined) {
    return [{ from, to, bare: NO_CARRIER_LINE }];
  }
  const mac = ground.foreignMac();
  const line = `${endText(outside.address)} -> ${endText(host.address)}:5000`;
  const way = [{ vlan, from: mac, to: ground.foreignMac(1) }];
  return [
    {
      from,
      to,
      ...completed(ground, {
        acts: [...speak(ground, host, 10, mac), { at: 20, tcp: line, as: 'opaque', way }],
        twin: insideTwin(ground, [host], 'tcp', 5000, { as: 'opaque' }),
        about: [mac],
      }),
    },
  ];
}

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

/** An address of one zone sends on the wire of the other, from a card that is no gateway's. */
export const spoofedSource: Planter = (ground, clause) =>
  onWires(ground, bothWays(clause), (own, other) => {
    const router = ground.routerOf(other)?.mac ?? ground.foreignMac(1);
    const from = ground.foreignMac();
    const line = `${own.address} -> ${other.address}:9999`;
    const act: Act = { at: 10, udp: line, as: 'opaque', answer: 'silence' };
    return {
      acts: [{ ...act, way: [{ vlan: other.vlan, from, to: router }] }],
      twin: insideTwin(ground, [other], 'udp', 9999, { as: 'opaque' }),
      about: [own.address],
    };
  });

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

/** A host outside the closed inventory, or of an address that nobody declared. */
export const unlistedHost: Planter = (ground, clause) => {
  const zone = ZONE_OF[clause];
  const wired = wiredStand(ground, zone);
  if (wired === null) return [{ from: zone, to: zone, bare: whyNobody(ground, zone, zone) }];
  const stranger = ground.isClosed(zone) ? unnamedStands(ground.topology, zone)[0] : ground.stands('unassigned')[0];
  if (stranger === undefined) return [{ from: zone, to: zone, bare: whyNobody(ground, 'unassigned', zone) }];
  const vlan = ground.isClosed(zone) ? (ground.vlanOf(stranger) ?? wired.vlan) : wired.vlan;
  const way = [{ vlan, from: ground.foreignMac(), to: ground.routerOf(wired)?.mac ?? wired.mac }];
  const [known, other] = ground.topology.hosts
    .filter(({ zone: home, ip }) => home === zone && ip[0] !== undefined)
    .map(({ name, ip }): Stand => ({ area: zone, address: ip[0] ?? '', name }));
  return [
    {
      from: zone,
      to: zone,
      ...completed(ground, {
        acts: [
          { at: 10, tcp: `${endText(stranger.address)} -> ${endText(wired.address)}:5000`, as: 'opaque', way },
          ...later(ground, [wired], 20),
        ],
        twin:
          known === undefined || other === undefined
            ? null
            : { acts: [ground.act(known, other, 'tcp', 5000, { as: 'opaque' })], start: ground.start },
        about: [stranger.address],
        verdicts: ['observation', 'suspected', 'violation'],
      }),
    },
  ];
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
