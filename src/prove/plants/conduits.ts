import type { Act } from '../../craft/act.js';
import type { Area, Clause } from '../../model/place.js';
import type { Verdict } from '../../model/report.js';
import type { Conduit, ConduitKind } from '../../model/topology.js';
import type { Ground } from '../ground.js';
import { isInClear, isNominal, nominalAct, nominalOf, type Nominal } from '../nominal.js';
import type { Planted, Play } from '../plant.js';
import { nothingToPlant } from '../reasons.js';
import { conduitPlay, conduitsByPair, OWN_PORTS, WRONG } from './between.js';
import type { Planter } from './crossings.js';

/** The conduits between two areas, and what they are to the clause (domain.md 2.7). */
interface Joint {
  readonly from: Area;
  readonly to: Area;
  readonly conduits: readonly Conduit[];
}

function jointsOf(ground: Ground, clause: Clause): readonly Joint[] {
  return [...conduitsByPair(ground)]
    .map(([key, conduits]): Joint => {
      const [from, to] = key.split('>') as [Area, Area];
      return { from, to, conduits };
    })
    .filter(({ from, to }) => clauseOf(from, to) === clause);
}

function clauseOf(from: Area, to: Area): Clause {
  if (from === 'mynumber' || to === 'mynumber') return 'A';
  return from === 'lgwan' || to === 'lgwan' ? 'I' : 'U';
}

/** The conduits of some kinds that concern a clause, each with its areas; `bare` where there is none. */
function ofKinds(
  ground: Ground,
  clause: Clause,
  kinds: readonly ConduitKind[],
  plant: (nominal: Nominal, conduit: Conduit) => Omit<Case, 'conduit'>,
): readonly Planted[] {
  const all = jointsOf(ground, clause).flatMap(({ from, to, conduits }) => {
    const found = conduits.filter(({ kind }) => kinds.includes(kind)).map((conduit) => ({ from, to, conduit }));
    return found.slice(0, CONDUITS_OF_A_PAIR);
  });
  if (all.length === 0) {
    const bare = nothingToPlant(
      `この項に関わる種別 ${kinds.join('・')} の許可通信がない。`,
      `No conduit of kind ${kinds.join(' or ')} concerns this clause.`,
    );
    return [{ from: null, to: null, bare }];
  }
  return all.map(({ from, to, conduit }): Planted => {
    const nominal = nominalOf(ground, conduit);
    if (!isNominal(nominal)) return { from, to, bare: nominal };
    return complete(ground, from, to, { ...plant(nominal, conduit), conduit });
  });
}

/** of one kind between two areas, so many are planted beside */
const CONDUITS_OF_A_PAIR = 4;

interface Case {
  readonly conduit: Conduit;
  readonly acts: readonly Act[];
  readonly twin: Play | null;
  readonly about?: readonly string[];
  readonly verdicts?: readonly Verdict[];
  readonly permittedBy?: Conduit | null;
}

function complete(ground: Ground, from: Area, to: Area, planted: Case): Planted {
  const { conduit, acts, twin, about = [], verdicts = WRONG, permittedBy = null } = planted;
  return {
    from,
    to,
    play: { acts, start: ground.startFor(conduit) },
    twin,
    about: [conduit.id, ...about],
    verdicts,
    conduit,
    permittedBy,
  };
}

const CLOSED: readonly Area[] = ['lgwan-wan', 'juki-net', 'govcloud'];
const isClosed = (from: Area, to: Area): boolean => CLOSED.includes(from) || CLOSED.includes(to);

/** The ends of a conduit on a port that nobody registered. */
export const conduitTerms: Planter = (ground, clause) => {
  // between the LGWAN zone and another closed network a deviation is rule 25
  const joints = jointsOf(ground, clause).filter(
    ({ from, to }) => from !== to && !(clause === 'I' && isClosed(from, to)),
  );
  const planted = joints.flatMap(({ from, to, conduits }): readonly Planted[] => {
    const [ordinary] = conduits.filter(({ kind }) => kind !== 'screenTransfer');
    const conduit = ordinary ?? conduits[0];
    if (conduit === undefined) return [];
    const nominal = nominalOf(ground, conduit);
    if (!isNominal(nominal)) return [{ from, to, bare: nominal }];
    const { act, permittedBy } = onOtherPort(ground, nominal);
    return [
      complete(ground, from, to, {
        conduit,
        acts: [act],
        twin: conduitPlay(ground, conduit),
        about: [nominal.from.address, nominal.to.address],
        permittedBy,
      }),
    ];
  });
  return planted.length > 0 ? planted : noConduit();
};

/** On a port that no conduit permits between the two; where every port is permitted, by which conduit. */
function onOtherPort(
  ground: Ground,
  { from, to }: Nominal,
): { readonly act: Act; readonly permittedBy: Conduit | null } {
  const tried = OWN_PORTS.map((port) => ({ port, permission: ground.permission(from, to, 'tcp', port) }));
  const free = tried.find(({ permission }) => typeof permission === 'string');
  const chosen = free ?? tried[0];
  const permission = chosen?.permission ?? 'far';
  return {
    act: ground.act(from, to, 'tcp', chosen?.port ?? 5000, { as: 'opaque' }),
    permittedBy: typeof permission === 'string' ? null : permission,
  };
}

/** Another protocol on the registered port. */
export const applicationProtocol: Planter = (ground, clause) => {
  const joints = jointsOf(ground, clause).filter(({ from, to }) => from !== to);
  const planted = joints.flatMap(({ from, to, conduits }): readonly Planted[] => {
    const conduit = conduits.find(
      ({ appProtocol, protocol, kind }) =>
        appProtocol !== null && appProtocol !== 'opaque' && protocol === 'tcp' && kind !== 'designatedCloud',
    );
    const nominal = conduit === undefined ? undefined : nominalOf(ground, conduit);
    if (conduit === undefined || nominal === undefined) {
      const bare = nothingToPlant(
        'この領域の間に、appProtocol を限定したTCPの許可通信がない。',
        'No TCP conduit between these areas states an appProtocol.',
      );
      return [{ from, to, bare }];
    }
    if (!isNominal(nominal)) return [{ from, to, bare: nominal }];
    const other = conduit.appProtocol === 'ssh' ? 'http' : 'ssh';
    return [
      complete(ground, from, to, {
        conduit,
        acts: [nominalAct(ground, nominal, { as: other })],
        twin: conduitPlay(ground, conduit),
        about: [nominal.from.address],
      }),
    ];
  });
  return planted.length > 0 ? planted : noConduit();
};

function noConduit(): readonly Planted[] {
  const bare = nothingToPlant(
    'この項に関わる、領域を越える許可通信がない。',
    'No conduit of this clause crosses between areas.',
  );
  return [{ from: null, to: null, bare }];
}

/** α′: the designated breakout, for a name that nobody designated. */
export const designatedCloud: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['designatedCloud'], (nominal, conduit) => ({
    acts: [nominalAct(ground, nominal, { as: 'tls', name: 'files.other.example' })],
    twin: conduitPlay(ground, conduit),
    about: [nominal.from.address],
  }));

/** α′: the designated breakout, for a host that is not designated. */
export const designatedEgress: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['designatedCloud'], (nominal, conduit) => {
    const other = ground
      .stands(nominal.from.area)
      .find((stand) => typeof ground.permission(stand, nominal.to, 'tcp', nominal.port) === 'string');
    return {
      acts: [nominalAct(ground, { ...nominal, from: other ?? nominal.from })],
      twin: conduitPlay(ground, conduit),
      about: [other?.address ?? nominal.from.address],
      permittedBy: other === undefined ? conduit : null,
    };
  });

/** Opened by the wrong side. */
export const screenDirection: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['screenTransfer'], (nominal, conduit) => ({
    acts: [nominalAct(ground, { ...nominal, from: nominal.to, to: nominal.from })],
    twin: conduitPlay(ground, conduit),
    about: [nominal.from.address],
    permittedBy: conduit.initiator === 'either' ? conduit : null,
  }));

/** Something else between the terminal and the screen's server. */
export const screenPurity: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['screenTransfer'], (nominal, conduit) => {
    const { act, permittedBy } = onOtherPort(ground, nominal);
    return { acts: [act], twin: conduitPlay(ground, conduit), about: [nominal.from.address], permittedBy };
  });

/** The clipboard is joined, where the session's channels can be read at all. */
export const screenChannels: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['screenTransfer'], (nominal, conduit) => ({
    acts: [nominalAct(ground, nominal, isInClear(conduit, ['rdp']) ? { as: 'rdpClipboard' } : { as: 'tls' })],
    twin: conduitPlay(ground, conduit, isInClear(conduit, ['rdp']) ? { as: 'rdpSound' } : {}),
    about: [nominal.from.address],
  }));

const SCREEN_INPUT = 5_300_000;

export const screenVolume: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['screenTransfer'], (nominal, conduit) => ({
    acts: [nominalAct(ground, nominal, { up: SCREEN_INPUT })],
    twin: conduitPlay(ground, conduit, { up: 20_000, down: 400_000 }),
    about: [nominal.from.address],
  }));

/** A mail behind the sanitizer that is not what was promised. */
function dirtyMail(as: string, kinds: readonly ConduitKind[]): Planter {
  return (ground, clause) =>
    ofKinds(ground, clause, kinds, (nominal, conduit) => ({
      acts: [nominalAct(ground, nominal, isInClear(conduit, ['smtp']) ? { as } : { as: 'startTls' })],
      twin: conduitPlay(ground, conduit, isInClear(conduit, ['smtp']) ? { as: 'japaneseMail' } : {}),
      about: [nominal.from.address],
    }));
}

export const mailHtml = dirtyMail('htmlMail', ['mailText']);
export const mailAttachment = dirtyMail('attachmentMail', ['mailText']);

/** A program fetched behind the sanitizer; its neighbour is a text. */
export const activeContent: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['fileRebuild', 'fileVerify'], (nominal, conduit) => {
    const inClear = isInClear(conduit, ['http']);
    return {
      acts: [nominalAct(ground, nominal, inClear ? { as: 'downloadProgram', name: 'minutes.pdf' } : {})],
      twin: conduitPlay(ground, conduit, inClear ? { as: 'download', name: 'minutes.txt' } : {}),
      about: [nominal.from.address],
    };
  });

/** The very file that was handed to the sanitizer comes out; its neighbour is another one. */
export const fileUnchanged: Planter = (ground, clause) =>
  ofKinds(ground, clause, ['fileRebuild'], (nominal, conduit) => {
    const before = preLegOf(ground, nominal);
    const inClear = isInClear(conduit, ['http']) && before !== null && isInClear(before.conduit, ['http']);
    const cross = (name: string): readonly Act[] => [
      ...(before === null
        ? []
        : [nominalAct(ground, before, inClear ? { at: 10, as: 'upload', name: 'plan.doc' } : { at: 10 })]),
      nominalAct(ground, nominal, inClear ? { at: 40, as: 'download', name } : { at: 40 }),
    ];
    return {
      acts: cross('plan.doc'),
      twin: { acts: cross('plan-rebuilt.doc'), start: ground.startFor(conduit) },
      about: [nominal.from.address, 'plan.doc'],
    };
  });

/** How files reach the same sanitizer from its other side. */
function preLegOf(ground: Ground, { to }: Nominal): Nominal | null {
  for (const conduit of ground.topology.conduits) {
    if (conduit.kind !== 'preLeg') continue;
    const nominal = nominalOf(ground, conduit);
    if (isNominal(nominal) && nominal.to.name !== null && nominal.to.name === to.name) return nominal;
  }
  return null;
}

/** A period in which a conduit is not used: another one is. */
export const unusedConduit: Planter = (ground, clause) => {
  const joints = jointsOf(ground, clause);
  const planted = joints.flatMap(({ from, to, conduits }): readonly Planted[] => {
    const [conduit] = conduits;
    if (conduit === undefined) return [];
    const used = ground.topology.conduits.find((other) => other !== conduit && conduitPlay(ground, other) !== null);
    const elsewhere = used === undefined ? null : conduitPlay(ground, used);
    const [one, other] = ground.two(from) ?? ground.two('internet') ?? [];
    const idle =
      one === undefined || other === undefined ? [] : [ground.act(one, other, 'tcp', 5000, { as: 'opaque' })];
    return [
      {
        from,
        to,
        play: elsewhere ?? { acts: idle, start: ground.start },
        twin: conduitPlay(ground, conduit),
        about: [conduit.id],
        verdicts: ['observation'],
        conduit,
        permittedBy: null,
      },
    ];
  });
  return planted.length > 0 ? planted : noConduit();
};

/** The condition is about content, and the content is hidden: the tool must say that it cannot know. */
export const uninspectable: Planter = (ground, clause) => {
  const kinds: readonly ConduitKind[] = ['screenTransfer', 'mailText', 'mailSanitized', 'fileRebuild', 'fileVerify'];
  return ofKinds(ground, clause, kinds, (nominal, conduit) => ({
    acts: [nominalAct(ground, nominal, { as: hiddenDialogue(conduit) })],
    twin: null,
    about: [nominal.from.address],
    verdicts: ['undetermined'],
  }));
};

function hiddenDialogue({ kind, appProtocol }: Conduit): string {
  if (kind === 'mailText' || kind === 'mailSanitized') return 'startTls';
  return kind === 'screenTransfer' && appProtocol === 'rdp' ? 'rdp' : 'tls';
}
