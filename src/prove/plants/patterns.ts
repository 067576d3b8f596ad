import type { Act } from '../../craft/act.js';
import type { Area } from '../../model/place.js';
import type { Conduit } from '../../model/topology.js';
import type { Ground } from '../ground.js';
import { isNominal, nominalAct, nominalOf } from '../nominal.js';
import type { Planted, Play } from '../plant.js';
import { nothingToPlant } from '../reasons.js';
import type { Stand } from '../stand.js';
import { conduitPlay, insideTwin, whyNobody, WRONG } from './between.js';
import type { Planter } from './crossings.js';

/** as a scanner of addresses, a beacon and a lost program are counted (domain.md 3.3) */
const CONTACTS = 24;
const SECONDS_BETWEEN = 20;

/** seconds by which every second call of a person comes late: nobody is as regular as a program */
const LATE = 7;

/** A host of the Internet zone calls one destination at equal distances; its neighbour as often as registered, unevenly. */
export const suspiciousPattern: Planter = (ground) => {
  const [from, to] = ['internet', 'public'] as const;
  const passage = ground.passage(from, to, 'tcp', [443, 8443, 5000]);
  if (passage === null) return [{ from, to, bare: whyNobody(ground, from, to) }];
  const { from: host, to: outside, port } = passage;
  const beacon = ground.act(host, outside, 'tcp', port, {
    ...{ at: 10, times: CONTACTS, every: SECONDS_BETWEEN, up: 120, down: 90, name: 'host.example.com' },
  });
  const egress = ground.topology.conduits.find(({ kind }) => kind === 'egress');
  const poll = { times: CONTACTS, every: SECONDS_BETWEEN };
  const registered = egress === undefined ? null : unevenCalls(ground, egress);
  return [
    {
      from,
      to,
      play: { acts: [beacon], start: ground.start },
      twin: registered ?? insideTwin(ground, [host], 'tcp', 5000, { as: 'opaque', ...poll }),
      about: [host.address],
      verdicts: WRONG,
      conduit: null,
      permittedBy: passage.permittedBy,
    },
  ];
};

/** Through a proxy even a permitted destination is called too regularly, unless the register names it. */
function unevenCalls(ground: Ground, conduit: Conduit): Play | null {
  const calls = Array.from({ length: CONTACTS }, (_, index) =>
    conduitPlay(ground, conduit, { at: 10 + index * SECONDS_BETWEEN + (index % 2) * LATE }),
  ).filter((play) => play !== null);
  const [first] = calls;
  return first === undefined ? null : { ...first, acts: calls.flatMap(({ acts }) => acts) };
}

/** A sensor sends to its collector: the tool must see that it does. */
export const monitoringPresent: Planter = (ground) => {
  const { sensors, collectors } = ground.topology;
  if (sensors.length === 0 || collectors.length === 0)
    return [bareWith('sensors または collectors の記載がない。', 'The topology states no sensors or no collectors.')];
  const found = telemetryConduit(ground);
  if (found === undefined) {
    return [bareWith('sensors から collectors への許可通信がない。', 'No conduit leads from a sensor to a collector.')];
  }
  const { conduit, act, speaker, from, to } = found;
  return [
    {
      from,
      to,
      play: { acts: [act], start: ground.startFor(conduit) },
      twin: null,
      about: [speaker.address, speaker.name ?? speaker.address],
      because: 'telemetry-present',
      verdicts: ['observation'],
      conduit,
      permittedBy: null,
    },
  ];
};

function telemetryConduit(
  ground: Ground,
):
  | { readonly conduit: Conduit; readonly act: Act; readonly speaker: Stand; readonly from: Area; readonly to: Area }
  | undefined {
  const { sensors, collectors } = ground.topology;
  const isNamed = (stand: Stand, list: readonly string[]): boolean =>
    list.some((entry) => entry === stand.address || entry.split('/')[0] === stand.name);
  for (const conduit of ground.topology.conduits) {
    const nominal = nominalOf(ground, conduit);
    if (!isNominal(nominal) || !isNamed(nominal.from, sensors) || !isNamed(nominal.to, collectors)) continue;
    return {
      conduit,
      act: nominalAct(ground, nominal),
      speaker: nominal.from,
      from: nominal.from.area,
      to: nominal.to.area,
    };
  }
  return undefined;
}

/** An address of the inside leaves untranslated, on the wire outside the translation. */
export const egressAddress: Planter = (ground) => {
  const [from, to] = ['internet', 'public'] as const;
  const host = ground.stands(from).find((stand) => stand.area === from && !stand.address.includes(':'));
  const outside = ground.stands(to).find(({ address }) => !address.includes(':'));
  const exit = translatingExit(ground);
  if (exit === null) {
    return [
      bareWith(
        'セキュリティクラウドへの出口または外部回線のVLANで、アドレス変換（nat の outside）が宣言されていない。',
        'No address translation (nat with outside) is declared on the way to the security cloud or on a carrier line.',
        [from, to],
      ),
    ];
  }
  if (host === undefined || outside === undefined) return [{ from, to, bare: whyNobody(ground, from, to) }];
  const line = (source: string): string => `${source} -> ${outside.address}:443`;
  const way = [{ vlan: exit.vlan, from: exit.mac, to: exit.nextMac }];
  return [
    {
      from,
      to,
      play: { acts: [{ at: 10, tcp: line(host.address), way }], start: ground.start },
      twin: { acts: [{ at: 10, tcp: line(exit.outside), way }], start: ground.start },
      about: [host.address],
      verdicts: WRONG,
      conduit: null,
      permittedBy: null,
    },
  ];
};

/** The leg of a translating gateway on the egress segment or a carrier's VLAN, and whom it sends to. */
function translatingExit(
  ground: Ground,
): { readonly vlan: number; readonly mac: string; readonly nextMac: string; readonly outside: string } | null {
  const { gateways, segments, realms } = ground.topology;
  const exits = new Set([
    ...segments.flatMap(({ vlan, egressSegment }) => (egressSegment ? (vlan ?? []) : [])),
    ...gateways.flatMap(({ legs }) => legs.flatMap(({ vlan, egressSegment }) => (egressSegment ? (vlan ?? []) : []))),
    ...realms.flatMap(({ realm, vlans }) => (realm === 'public' ? vlans : [])),
  ]);
  for (const { nat, legs, name } of gateways) {
    const outside = nat[0]?.outside.split('/')[0];
    const leg = legs.find(({ vlan, mac }) => vlan !== null && mac !== null && exits.has(vlan));
    if (outside === undefined || leg === undefined || leg.vlan === null || leg.mac === null) continue;
    const { vlan } = leg;
    const next = gateways
      .filter((other) => other.name !== name)
      .flatMap((other) => other.legs)
      .find((other) => other.vlan === vlan && other.mac !== null);
    return { vlan, mac: leg.mac, nextMac: next?.mac ?? ground.foreignMac(1), outside };
  }
  return null;
}

function bareWith(ja: string, en: string, [from, to]: readonly [Area | null, Area | null] = [null, null]): Planted {
  return { from, to, bare: nothingToPlant(ja, en) };
}
