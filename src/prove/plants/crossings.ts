import type { Act } from '../../craft/act.js';
import type { Area, Clause } from '../../model/place.js';
import type { Ground } from '../ground.js';
import type { Planted, Play } from '../plant.js';
import { nothingToPlant } from '../reasons.js';
import {
  conduitPlay,
  insideTwin,
  later,
  OWN_PORTS,
  permittedTwin,
  plantBetween,
  whyNobody,
  WRONG,
  type Speech,
} from './between.js';

export type Planter = (ground: Ground, clause: Clause) => readonly Planted[];
type Pair = readonly [from: Area, to: Area];

/** Everything that is not the My Number zone, save the Internet itself (rule 07) and the registered cloud. */
const BEYOND_MYNUMBER: readonly Area[] = [
  'lgwan',
  'internet',
  'lgwan-wan',
  'juki-net',
  'security-cloud',
  'mgmt',
  'unassigned',
];
const BEYOND_LGWAN: readonly Area[] = ['internet', 'security-cloud', 'mgmt', 'unassigned'];

const outward = (from: Area, areas: readonly Area[]): readonly Pair[] => areas.map((to) => [from, to] as const);
const inward = (to: Area, areas: readonly Area[]): readonly Pair[] => areas.map((from) => [from, to] as const);

const OUTWARD: Readonly<Record<Clause, readonly Pair[]>> = {
  A: outward('mynumber', BEYOND_MYNUMBER),
  I: outward('lgwan', BEYOND_LGWAN),
  U: [['internet', 'public']],
};

const each = (pairs: readonly Pair[], plant: (from: Area, to: Area) => Planted): readonly Planted[] =>
  pairs.map(([from, to]) => plant(from, to));

/** A planter of one speech over pairs that the clause decides. */
function speaking(pairs: Partial<Record<Clause, readonly Pair[]>>, speech: Speech): Planter {
  return (ground, clause) => each(pairs[clause] ?? [], (from, to) => plantBetween(ground, from, to, speech));
}

export const established: Planter = (ground, clause) => [
  ...each(OUTWARD[clause], (from, to) => plantBetween(ground, from, to, { ports: OWN_PORTS, more: { as: 'opaque' } })),
];

export const attempt: Planter = (ground, clause) =>
  each(OUTWARD[clause], (from, to) =>
    plantBetween(ground, from, to, {
      ports: OWN_PORTS,
      verdicts: ['attempt', 'suspected', 'violation'],
      acts: ({ from: opener, to: other, port }) => [
        ground.act(opener, other, 'tcp', port, { answer: 'silence', way: ground.firstStretch(opener, other) }),
        ...later(ground, [opener, other]),
      ],
    }),
  );

/** Positive evidence is planted too: a registered gateway says no. */
export const refused: Planter = (ground, clause) =>
  each(OUTWARD[clause], (from, to) => {
    const passage = ground.passage(from, to, 'tcp', OWN_PORTS);
    if (passage === null) return { from, to, bare: whyNobody(ground, from, to) };
    const isForeign = ground.wayBetween(passage.from, passage.to) !== undefined;
    const gatekeeper = isForeign ? null : ground.gatekeeper(passage.from, passage.to);
    if (gatekeeper === null) {
      const bare = nothingToPlant(
        'この経路に、拒否を返せる登録されたゲートウェイがない。',
        'No registered gateway stands on this way that could refuse.',
      );
      return { from, to, bare };
    }
    return plantBetween(ground, from, to, {
      ports: OWN_PORTS,
      verdicts: ['blocked'],
      more: { answer: 'prohibit', by: gatekeeper.name },
      twin: (found) => permittedTwin(ground, found),
    });
  });

export const directInternet: Planter = (ground, clause) => {
  const zone = clause === 'A' ? 'mynumber' : 'lgwan';
  return each(
    [
      [zone, 'public'],
      ['public', zone],
    ],
    (from, to) => plantBetween(ground, from, to, { ports: [443, 80, 8443, ...OWN_PORTS] }),
  );
};

/** A terminal of a protected zone reaches a proxy; its neighbour is a terminal that may. */
export const internetName: Planter = (ground, clause) => {
  const egress = ground.topology.conduits.find(({ kind, protocol }) => kind === 'egress' && protocol === 'tcp');
  const pairs = outward(clause === 'A' ? 'mynumber' : 'lgwan', ['internet', 'security-cloud']);
  return each(pairs, (from, to) =>
    plantBetween(ground, from, to, {
      ports: [8080, 3128, 8081, ...OWN_PORTS],
      more: { as: 'proxied', name: 'www.example.com' },
      twin: () => (egress === undefined ? null : conduitPlay(ground, egress)),
    }),
  );
};

export const openedFromOutside = speaking(
  {
    A: inward('mynumber', BEYOND_MYNUMBER),
    I: inward('lgwan', ['internet', 'lgwan-wan', 'security-cloud', 'mgmt', 'unassigned']),
    U: inward('internet', ['public']),
  },
  { ports: OWN_PORTS, more: { as: 'opaque' } },
);

export const wanToInternet = speaking(
  { I: [...inward('internet', ['lgwan-wan']), ...outward('internet', ['lgwan-wan'])] },
  { ports: [443, 80, ...OWN_PORTS] },
);

/** IP in IP between the zones, what looks like WireGuard toward the Internet. */
export const tunnel: Planter = (ground, clause) => {
  const zone = ({ A: 'mynumber', I: 'lgwan', U: 'internet' } as const)[clause];
  const across: readonly Area[] = clause === 'A' ? ['lgwan', 'internet'] : clause === 'I' ? ['internet'] : [];
  return [
    ...each(outward(zone, across), (from, to) => plantTunnel(ground, from, to)),
    plantBetween(ground, zone, 'public', { transport: 'udp', ports: [51_820, 1194, 4500], more: { as: 'opaque' } }),
  ];
};

function plantTunnel(ground: Ground, from: Area, to: Area): Planted {
  return plantBetween(ground, from, to, {
    ports: OWN_PORTS,
    acts: ({ from: opener, to: other, port }) => {
      const inside = { tunnel: 'ipip', from: opener.address, to: other.address } as const;
      const way = ground.wayBetween(opener, other);
      return [ground.act(opener, other, 'tcp', port, { inside, ...(way === undefined ? {} : { way }) })];
    },
  });
}

/** Asked for a name of the Internet, so that the question does not look like the body's own. */
export const nameResolution = speaking(
  {
    A: outward('mynumber', ['lgwan', 'internet', 'security-cloud']),
    I: outward('lgwan', ['internet', 'security-cloud']),
  },
  { transport: 'udp', ports: [53], more: { as: 'dns' } },
);

export const remoteControl: Planter = (ground, clause) => {
  if (clause === 'U') return [relayOutside(ground)];
  const pairs: readonly Pair[] =
    clause === 'A'
      ? [...outward('mynumber', ['lgwan', 'internet']), ...inward('mynumber', ['lgwan', 'internet'])]
      : [...outward('lgwan', ['internet']), ...inward('lgwan', ['internet'])];
  return each(pairs, (from, to) => plantBetween(ground, from, to, { ports: [22, 5900, 3389, 5985] }));
};

/** Remote control goes through the permitted proxy, and only its name shows. */
function relayOutside(ground: Ground): Planted {
  const proxy = ground.topology.conduits.find(
    (conduit) => conduit.kind === 'egress' && conduit.protocol === 'tcp' && conduit.ports !== null,
  );
  const relay = { as: 'proxied', name: 'router1.teamviewer.com' };
  const play = proxy === undefined ? null : conduitPlay(ground, proxy, relay);
  if (proxy === undefined || play === null)
    return plantBetween(ground, 'internet', 'public', { ports: [5938, 22, 3389] });
  return {
    from: 'internet',
    to: 'public',
    play,
    twin: conduitPlay(ground, proxy),
    about: ['teamviewer'],
    verdicts: WRONG,
    conduit: proxy,
    permittedBy: null,
  };
}

export const sharedService = speaking(
  {
    A: [...outward('mynumber', ['lgwan', 'internet']), ...inward('mynumber', ['lgwan', 'internet'])],
    I: [...outward('lgwan', ['internet']), ...inward('lgwan', ['internet'])],
  },
  { ports: [389, 88, 9100, 445], more: { as: 'opaque' } },
);

export const closedNetwork = speaking(
  { I: outward('lgwan', ['lgwan-wan', 'juki-net', 'govcloud']) },
  { ports: [443, 80, ...OWN_PORTS], verdicts: ['violation', 'suspected', 'observation'] },
);

export const mailBypass = speaking(
  { I: [...inward('lgwan', ['internet']), ...outward('lgwan', ['internet'])] },
  { ports: [25, 587, 110, 143], more: { as: 'smtp' } },
);

export const fileHandover = speaking(
  { I: [...outward('lgwan', ['internet']), ...inward('lgwan', ['internet'])] },
  { ports: [21], more: { as: 'ftp' } },
);

const LARGE: Act = { up: 2_200_000, down: 200 };

export const takeOut: Planter = (ground, clause) => {
  const pairs = clause === 'A' ? outward('mynumber', ['lgwan', 'internet']) : outward('lgwan', ['internet']);
  return each(pairs, (from, to) =>
    plantBetween(ground, from, to, {
      ports: [445, 9100, 515],
      more: LARGE,
      twin: ({ from: opener, to: other, transport, port }) =>
        insideTwin(ground, [opener, other], transport, port, { ...LARGE }),
    }),
  );
};

/** Another body on the shared line. */
export const otherMember: Planter = (ground) => {
  const [range] = ground.topology.otherMembers;
  if (range === undefined) {
    const bare = nothingToPlant('otherMembers の記載がない。', 'The topology states no otherMembers.');
    return [{ from: 'internet', to: 'unassigned', bare }];
  }
  const member = ground.memberStand(range);
  const [terminal] = ground.stands('internet');
  if (terminal === undefined || member === null)
    return [{ from: 'internet', to: 'unassigned', bare: whyNobody(ground, 'internet', 'internet') }];
  return [
    {
      from: 'internet',
      to: 'unassigned',
      play: { acts: [ground.act(terminal, member, 'tcp', 445)], start: ground.start },
      twin: insideTwin(ground, [terminal], 'tcp', 445),
      about: [member.address],
      verdicts: WRONG,
      conduit: null,
      permittedBy: null,
    },
  ];
};

/** Many addresses in a minute; a few of them are no search. */
export const probingLgwan: Planter = (ground) => {
  const passage = ground.passage('internet', 'lgwan', 'tcp', [445, 139, ...OWN_PORTS]);
  if (passage === null) return [{ from: 'internet', to: 'lgwan', bare: whyNobody(ground, 'internet', 'lgwan') }];
  const { from, to } = passage;
  const knock = (ports: number): Play => ({
    acts: [
      ...Array.from({ length: ports }, (_, index) =>
        ground.act(from, to, 'tcp', 20_000 + index, {
          at: 10 + index,
          answer: 'silence',
          syns: 1,
          way: ground.firstStretch(from, to),
        }),
      ),
      ...later(ground, [from, to]),
    ],
    start: ground.start,
  });
  return [
    {
      from: 'internet',
      to: 'lgwan',
      play: knock(24),
      twin: knock(6),
      about: [from.address],
      verdicts: ['suspected', 'attempt', 'violation', 'observation'],
      conduit: null,
      permittedBy: passage.permittedBy,
    },
  ];
};
