import { isErrorsOnly, type RunNames } from '../../flow/border.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY } from '../../flow/flow-row.js';
import type { Opener } from '../../flow/opener.js';
import { OUTCOMES } from '../../model/flow.js';
import type { Outcome } from '../../model/flow.js';
import type { Topology } from '../../model/topology.js';
import { ValidityPeriods } from './validity-periods.js';
import { SINGULAR, ViaFacts } from './via-facts.js';

/** the lowest port of a likeness stands for all ports */
export const ALL_PORTS = 0;
/** periods that are told apart: 6 bits */
const PERIODS = 64;

/** What makes two flows alike, whatever their ends, protocol and port: way, outcome, opener, and the conduits in force. */
export class Likeness {
  readonly #topology: Topology;
  readonly #names: RunNames;
  readonly #via: ViaFacts;
  #periods: ValidityPeriods | null = null;

  constructor(topology: Topology, names: RunNames) {
    this.#topology = topology;
    this.#names = names;
    this.#via = new ViaFacts(topology);
  }

  /**
   * All but ends, protocol and port that can make a difference between two flows, as one number; -1 where that is not
   * possible (office hours make every minute different, tunnels are judged one by one).
   */
  of(table: FlowRows, row: number, opener: Opener, outcome: Outcome): number {
    const words = table.words;
    const base = row * FLOW_ROW_WORDS;
    if (this.#topology.hasHours) return -1;
    const tunnel = ((words[base + I.key] as number) >>> KEY.tunnelShift) & KEY.tunnelMask;
    if (tunnel !== 0 || table.rare.outerOf(row) >= 0) return -1;
    const via = this.#via.of(table, base);
    this.#periods ??= new ValidityPeriods(this.#topology, this.#names.toNanoseconds(0));
    const period = this.#periods.of(table.doubles[row * FLOW_ROW_DOUBLES + D.first] as number);
    if (via === SINGULAR || period >= PERIODS) return -1;
    const grade = (((OUTCOMES.indexOf(outcome) << 2) | (opener.side + 1)) << 1) | (isErrorsOnly(words, row) ? 1 : 0);
    return (((grade << 8) | via) << 6) | period;
  }
}

/** Protocol and port of a likeness. @param port 1 more than the responder's, or ALL_PORTS */
export function likenessOfPort(proto: number, port: number): number {
  return (proto << 17) | port;
}
