import { formatPrefix } from '../../base/address.js';
import type { Act } from '../../craft/act.js';
import { ZONES, type Area } from '../../model/place.js';
import type { ProofReason } from '../../model/proof.js';
import type { Verdict } from '../../model/report.js';
import type { Conduit } from '../../model/topology.js';
import type { Ground, Passage, Transport } from '../ground.js';
import { hasRegisteredWay, isNominal, nominalAct, nominalOf } from '../nominal.js';
import type { Planted, Play } from '../plant.js';
import { nothingToPlant, prefixTooBroad } from '../reasons.js';
import { areasOf, type Stand } from '../stand.js';

/** Findings that say that something is wrong. */
export const WRONG: readonly Verdict[] = ['violation', 'suspected'];
/** ports of nobody: what stands behind them is a program of its own */
export const OWN_PORTS = [5000, 9999, 47_808, 61_234];

/** What is said between two areas, and what a rule is to make of it. */
export interface Speech {
  readonly transport?: Transport;
  /** the first that no conduit permits is taken */
  readonly ports: readonly number[];
  readonly more?: Act;
  /** instead of one act */
  readonly acts?: (passage: Passage) => readonly Act[];
  readonly verdicts?: readonly Verdict[];
  /** the permitted neighbour, where it is not a conduit between the areas or the same inside one zone */
  readonly twin?: (passage: Passage) => Play | null;
}

/** A case between two areas. */
export function plantBetween(ground: Ground, from: Area, to: Area, speech: Speech): Planted {
  const { transport = 'tcp', ports, more = {}, verdicts = WRONG } = speech;
  const passage = ground.passage(from, to, transport, ports);
  if (passage === null) return { from, to, bare: whyNobody(ground, from, to) };
  const acts = speech.acts?.(passage) ?? [ground.act(passage.from, passage.to, transport, passage.port, more)];
  return {
    from,
    to,
    play: { acts, start: ground.start },
    twin: speech.twin === undefined ? permittedTwin(ground, passage, more) : speech.twin(passage),
    about: [passage.from.address, passage.to.address],
    verdicts,
    conduit: null,
    permittedBy: passage.permittedBy,
  };
}

/** A conduit between the same areas, used as registered; else the same speech inside the opener's own zone. */
export function permittedTwin(ground: Ground, { from, to, transport, port }: Passage, more: Act = {}): Play | null {
  const conduit = conduitsBetween(ground, from.area, to.area)[0];
  const nominal = conduit === undefined ? null : conduitPlay(ground, conduit);
  return nominal ?? insideTwin(ground, [from, to], transport, port, more);
}

/** The same speech between two hosts of one zone. */
export function insideTwin(
  ground: Ground,
  parties: readonly Stand[],
  transport: Transport,
  port: number,
  more: Act = {},
): Play | null {
  const own = parties.find(({ area }) => ZONES.some((zone) => zone === area));
  const other = own === undefined ? undefined : ground.stands(own.area).find(({ address }) => address !== own.address);
  if (own === undefined || other === undefined) return null;
  // `way` and what rests on it belong to the case itself
  const { as, up, down, times, every } = more;
  const same = Object.fromEntries(
    Object.entries({ as, up, down, times, every }).filter(([, value]) => value !== undefined),
  );
  return { acts: [ground.act(own, other, transport, port, same)], start: ground.start };
}

/** A conduit used as it is registered; null when nobody can, or when no registered gateway would carry it. */
export function conduitPlay(ground: Ground, conduit: Conduit, more: Act = {}): Play | null {
  const nominal = nominalOf(ground, conduit);
  if (!isNominal(nominal) || !hasRegisteredWay(ground, nominal)) return null;
  return { acts: [nominalAct(ground, nominal, more)], start: ground.startFor(conduit) };
}

const joined = new WeakMap<Ground, ReadonlyMap<string, readonly Conduit[]>>();

/** Conduits by the areas that they join, the opener's first. */
export function conduitsBetween(ground: Ground, from: Area, to: Area): readonly Conduit[] {
  return conduitsByPair(ground).get(`${from}>${to}`) ?? [];
}

export function conduitsByPair(ground: Ground): ReadonlyMap<string, readonly Conduit[]> {
  const known = joined.get(ground);
  if (known !== undefined) return known;
  const pairs = new Map<string, Conduit[]>();
  for (const conduit of ground.topology.conduits) {
    const areas = areasOf(ground.topology, conduit);
    if (areas === null) continue;
    const key = areas.join('>');
    pairs.set(key, [...(pairs.get(key) ?? []), conduit]);
  }
  joined.set(ground, pairs);
  return pairs;
}

/** So that the capture goes on long enough for "no answer": something harmless on the parties' VLANs. */
export function later(ground: Ground, parties: readonly Stand[], at = 200): readonly Act[] {
  return parties
    .filter((stand) => ground.vlanOf(stand) !== null && !stand.address.includes(':'))
    .map(({ address }) => ({ at, noise: 'llmnr', from: address }));
}

/** Why an area has nobody, or the two have no common family of addresses. */
export function whyNobody(ground: Ground, from: Area, to: Area): ProofReason {
  const empty = [from, to].find((area) => ground.stands(area).length === 0);
  if (empty === undefined)
    return nothingToPlant('両領域に共通するIPの版がない。', 'The two areas have no IP version in common.');
  if (empty === 'unassigned')
    return prefixTooBroad(
      broadestRanges(ground),
      '私設アドレスのすべてがいずれかの領域に含まれるため、未登録の機器が現れない',
      'Every private address lies in some declared range, so that no undeclared host can show',
    );
  if (empty === 'public')
    return prefixTooBroad(
      broadestRanges(ground),
      'インターネットのアドレスがいずれかの領域の範囲に含まれる',
      'The addresses of the Internet lie in a declared range',
    );
  return nothingToPlant(
    `構成定義ファイルに ${empty} のアドレスがない。`,
    `The topology declares no address of ${empty}.`,
  );
}

function broadestRanges({ topology }: Ground): readonly string[] {
  const ranges = [
    ...topology.segments.flatMap(({ prefix }) => prefix ?? []),
    ...topology.realms.flatMap(({ prefixes }) => prefixes),
    ...topology.otherMembers,
  ].filter(({ address }) => address.family === 4);
  const shortest = Math.min(...ranges.map(({ length }) => length));
  return ranges.filter(({ length }) => length <= Math.max(8, shortest)).map(formatPrefix);
}
