import type { Act } from '../../craft/act.js';
import { inventMac } from '../../craft/address-bytes.js';
import { endText, type Ground } from '../ground.js';
import type { Planted } from '../plant.js';
import { nothingToPlant } from '../reasons.js';
import { unnamedStands, type Stand } from '../stand.js';
import { insideTwin, later, OWN_PORTS, whyNobody } from './between.js';
import type { Planter } from './crossings.js';
import { bothWays, completed, noise, onWires, wiredStand, zonePairs, ZONE_OF, type Wired } from './on-wires.js';

/** virtual router 10 (RFC 9568 section 7.3): many devices may have it */
const VIRTUAL_MAC = '00:00:5e:00:01:0a';

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

const NO_CARRIER_LINE = nothingToPlant(
  '外部回線のVLANが realms の public に宣言されていない。',
  'No VLAN of a carrier line is declared in the realm public.',
);

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
