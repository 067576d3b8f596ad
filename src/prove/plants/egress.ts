import type { Planted } from '../plant.js';
import { nothingToPlant } from '../reasons.js';
import { conduitPlay, insideTwin, plantBetween, whyNobody, WRONG } from './between.js';
import type { Planter } from './crossings.js';
import type { Ground } from '../ground.js';
import { standsAt, type Stand } from '../stand.js';

export const externalDns: Planter = (ground) => [
  plantBetween(ground, 'internet', 'public', { transport: 'udp', ports: [53], more: { as: 'dns' } }),
];

export const directMail: Planter = (ground) => [
  plantBetween(ground, 'internet', 'public', { ports: [25, 587, 465], more: { as: 'smtp' } }),
];

/** A terminal that has to use the proxy goes past it. */
export const proxyBypass: Planter = (ground) => {
  const [from, to] = ['internet', 'public'] as const;
  const proxy = ground.topology.conduits.find(
    ({ kind, proxyMode, appProtocol }) =>
      kind === 'egress' && (proxyMode === 'explicit' || (proxyMode === null && appProtocol === 'http')),
  );
  if (proxy === undefined) {
    const bare = nothingToPlant(
      '明示プロキシの出口通信（kind: egress、proxyMode: explicit）がない。',
      'No egress conduit has an explicit proxy (proxyMode: explicit).',
    );
    return [{ from, to, bare }];
  }
  const terminal = standsAt(ground.topology, proxy.from).find(({ area }) => area === 'internet');
  const outside = ground.stands('public').find(({ address }) => !address.includes(':'));
  if (terminal === undefined || outside === undefined) return [{ from, to, bare: whyNobody(ground, from, to) }];
  const permission = ground.permission(terminal, outside, 'tcp', 443);
  return [
    {
      from,
      to,
      play: { acts: [ground.act(terminal, outside, 'tcp', 443)], start: ground.startFor(proxy) },
      twin: conduitPlay(ground, proxy),
      about: [terminal.address],
      verdicts: WRONG,
      conduit: proxy,
      permittedBy: typeof permission === 'string' ? null : permission,
    },
  ];
};

/** A server in the office answers the Internet. Its neighbour is what comes through the security cloud. */
export const publicServer: Planter = (ground) => {
  const inbound = ground.topology.conduits.find((conduit) => conduit.initiator !== 'from' && conduit.kind === 'egress');
  return [
    plantBetween(ground, 'public', 'internet', {
      ports: [443, 80, 8443, 25],
      twin: ({ to, transport, port }) =>
        inbound === undefined ? insideTwin(ground, [to], transport, port) : conduitPlay(ground, inbound),
    }),
  ];
};

/** From the Internet side to a host of the LGWAN zone, and at once on from there, with the same content. */
export const steppingStone: Planter = (ground, clause) => {
  const chains: readonly (readonly [Stand['area'], Stand['area'], Stand['area']])[] =
    clause === 'A'
      ? [
          ['internet', 'lgwan', 'mynumber'],
          ['mynumber', 'lgwan', 'internet'],
        ]
      : [['internet', 'lgwan', 'lgwan']];
  return chains.map(([from, over, to]) => plantChain(ground, from, over, to));
};

function plantChain(ground: Ground, from: Stand['area'], over: Stand['area'], to: Stand['area']): Planted {
  const relay = ground.stands(over).find(({ address }) => !mayPassOn(ground, address));
  const first = relay === undefined ? undefined : strangerTo(ground, relay, from, 'from');
  const last = relay === undefined ? undefined : strangerTo(ground, relay, to, 'to');
  if (first === undefined || relay === undefined || last === undefined)
    return { from, to, bare: whyNobody(ground, from, to) };
  const chain = (job: string) => [
    ground.act(first, relay, 'tcp', 9000, { at: 10, as: 'passedOn', name: 'job' }),
    ground.act(relay, last, 'tcp', 9000, { at: 10.01, as: 'passedOn', name: job }),
  ];
  return {
    from,
    to,
    play: { acts: chain('job'), start: ground.start },
    // two jobs of two hosts inside the relay's zone
    twin: insideTwin(ground, [relay], 'tcp', 9000, { as: 'passedOn' }),
    about: [relay.address],
    verdicts: WRONG,
    conduit: null,
    permittedBy: null,
  };
}

/** Passing on is the work of these: rule 40 leaves them alone. */
const PASSES_ON = new Set(['proxy', 'mail', 'resolver', 'vdi']);

function mayPassOn(ground: Ground, address: string): boolean {
  return ground.topology.place(address).roles.some((role) => PASSES_ON.has(role));
}

/** Somebody of an area whom no conduit brings together with the relay, where there is one. */
function strangerTo(ground: Ground, relay: Stand, area: Stand['area'], side: 'from' | 'to'): Stand | undefined {
  const others = ground
    .stands(area)
    .filter(({ address }) => address !== relay.address && address.includes(':') === relay.address.includes(':'));
  const permissionOf = (other: Stand) =>
    side === 'from' ? ground.permission(other, relay, 'tcp', 9000) : ground.permission(relay, other, 'tcp', 9000);
  return others.find((other) => permissionOf(other) === 'far') ?? others[0];
}
