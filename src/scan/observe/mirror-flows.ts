import { LIMITS } from '../../base/limits.js';
import { FLOW_ROW_WORDS, I, KEY } from '../../flow/flow-row.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import type { RunNames } from '../../flow/border.js';
import type { Topology } from '../../model/topology.js';
import { mirrorTransportOf } from './mirror-transport.js';

/** carriers that are looked for among the live flows; each is looked for once */
const LOOKED_FOR = 1024;

/** Which flows stand inside a tunnel, and which only in the mirror's own wrapping. */
export class MirrorFlows {
  readonly #topology: Topology;
  readonly #names: RunNames;
  /** by number of the carrying flow: is it the mirror's own? */
  readonly #known = new Map<number, boolean>();
  #looked = 0;

  constructor(topology: Topology, names: RunNames) {
    this.#topology = topology;
    this.#names = names;
  }

  /** @returns true where the cards of the frames are those of a tunnel's ends, or nobody can say */
  isInTunnel(table: FlowRows, row: number): boolean {
    const outer = table.rare.outerOf(row);
    if (outer < 0) return false;
    let isMirror = this.#known.get(outer);
    if (isMirror === undefined) {
      isMirror = this.#lookFor(table, outer);
      this.note(outer, isMirror);
    }
    return !isMirror;
  }

  /** A flow that carries others has left the table. */
  note(flow: number, isMirror: boolean): void {
    if (this.#known.size < LIMITS.fragmentedDatagrams) this.#known.set(flow, isMirror);
  }

  /** Is this carrying flow known to be the mirror's own wrapping? */
  isMirror(flow: number): boolean {
    return this.#known.get(flow) === true;
  }

  #lookFor(table: FlowRows, outer: number): boolean {
    if (this.#looked++ >= LOOKED_FOR) return false;
    const { words, numbers } = table;
    for (let row = 0; row < numbers.length; row++) {
      const base = row * FLOW_ROW_WORDS;
      if (numbers[row] !== outer || ((words[base + I.key] as number) & KEY.live) === 0) continue;
      return table.rare.outerOf(row) < 0 && mirrorTransportOf(table, base, this.#names, this.#topology);
    }
    return false;
  }
}
