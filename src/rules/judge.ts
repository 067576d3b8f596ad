import type { Observation } from '../model/observation.js';
import type { Judgement, Rule } from '../model/rule.js';
import type { Topology } from '../model/topology.js';
import { tunnelAround } from './checks/20-tunnel.js';
import { crossingOf } from './terms/crossing.js';
import { DIRECTION_UNKNOWN } from './findings/grade.js';
import { ruleIdOf, ruleOf } from './registry.js';
import { milder } from './findings/severity.js';
import { AREA_NAMES, join } from './wording.js';

/** What one rule says of one flow. */
export interface Ruling {
  /** `A8-3-A-01` */
  readonly rule: string;
  readonly definition: Rule;
  readonly judgement: Judgement;
}

export interface Rulings {
  /** the one finding that the flow gives, or `null` */
  readonly primary: Ruling | null;
  /** ids of the other rules that the flow meets */
  readonly related: readonly string[];
  /** findings that describe a path rather than the flow: always beside the primary one */
  readonly separate: readonly Ruling[];
}

/**
 * Which rule names a flow (domain.md 2.7), first that speaks. Beyond the catalogue's order: 17 and the α′ checks 18, 19
 * stand before 07, whose cases they narrow; 03 takes what is proven to be blocked, save contact with the Internet (07)
 * and other bodies (42); 31 comes with 30; the egress checks 60 (past the registered exit), 21 (IPv6), 65, 62, 63, 64 come before 04, which for ウ is what is left.
 */
export const PRECEDENCE: readonly Rule[] = [
  '20',
  '17',
  '18',
  '19',
  '07',
  '08',
  '42',
  '03',
  '30',
  '31',
  '60',
  '21',
  '65',
  '62',
  '63',
  '64',
  '04',
  '06',
  '36',
  '39',
  '23',
  '24',
  '22',
  '09',
  '25',
  '01',
  '02',
].map(ruleOf);

export const SEPARATE: readonly Rule[] = [...['32', '33', '34', '35', '37', '41', '67'].map(ruleOf), tunnelAround];

const NOTHING: Rulings = { primary: null, related: [], separate: [] };

/** Hears of a rule that threw; without it the error goes on to the caller. */
export type OnRuleFailure = (rule: Rule, error: unknown) => void;

/** Holds one flow against every flow rule. Pure, but for `onFailure`. */
export function judgeObservation(
  observation: Observation,
  topology: Topology,
  onFailure?: OnRuleFailure,
  rules: { readonly precedence: readonly Rule[]; readonly separate: readonly Rule[] } = {
    precedence: PRECEDENCE,
    separate: SEPARATE,
  },
): Rulings {
  // every flow rule is about a crossing, about content or about the terms of a conduit, and most flows are none of these
  const { facts, conduit } = observation;
  if (facts === null && conduit.nearest === null && crossingOf(observation, topology) === null) return NOTHING;
  const met = rulingsOf(rules.precedence, observation, topology, onFailure);
  const separate = rulingsOf(rules.separate, observation, topology, onFailure);
  if (met.length === 0 && separate.length === 0) return NOTHING;
  // a rule that would need the direction steps back behind one that does not
  const primary = met.find(({ judgement }) => !judgement.reasons.includes(DIRECTION_UNKNOWN)) ?? met[0] ?? null;
  const related = [...met, ...separate].filter((ruling) => ruling !== primary).map(({ rule }) => rule);
  return { primary, related, separate };
}

function rulingsOf(
  rules: readonly Rule[],
  observation: Observation,
  topology: Topology,
  onFailure: OnRuleFailure | undefined,
): Ruling[] {
  const rulings: Ruling[] = [];
  for (const definition of rules) {
    try {
      const judgement = definition.judge?.(observation, topology) ?? null;
      if (judgement === null) continue;
      const rule = ruleIdOf(definition, judgement.clause);
      rulings.push({ rule, definition, judgement: inDoubt(judgement, observation) });
    } catch (error) {
      if (onFailure === undefined) throw error;
      onFailure(definition, error);
    }
  }
  return rulings;
}

/** Nobody is accused by an address that a device gave to somebody else (domain.md D-NAT). */
function inDoubt(judgement: Judgement, { origin, from }: Observation): Judgement {
  if (origin === undefined || !ACCUSING.has(judgement.verdict)) return judgement;
  const names = origin.areas.map((area) => AREA_NAMES[area]);
  return {
    ...judgement,
    verdict: 'undetermined',
    severity: milder('medium', judgement.severity),
    summary: join(judgement.summary, {
      ja: `送信元 ${from.address} は ${origin.gateway} が変換したアドレスであり、変換前の機器が分からない（候補の領域: ${names.map(({ ja }) => ja).join('、')}）。このため判定できない。`,
      en: `The source ${from.address} is an address that ${origin.gateway} translated, and who is behind it is not known (it may be in: ${names.map(({ en }) => en).join(', ')}); so this cannot be decided.`,
    }),
    reasons: [...judgement.reasons, origin.inside === null ? 'origin-translated-undeclared' : 'origin-translated'],
  };
}

const ACCUSING: ReadonlySet<string> = new Set(['violation', 'suspected', 'attempt']);
