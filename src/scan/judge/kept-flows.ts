import { LIMITS } from '../../base/limits.js';
import type { FlowRows } from '../../flow/flow-rows.js';
import type { Opener } from '../../flow/opener.js';
import type { FlowKeeper } from '../../model/flow-record.js';
import type { Topology } from '../../model/topology.js';
import { isUnproven } from './attribute-rejection.js';
import { doubt, mayBeAnsweredFor, ttlsOf, type FlowInDoubt } from './flow-in-doubt.js';

/**
 * The flows of a run that are to be judged again. What is kept does not depend on the topology: who turned the flow down
 * is asked when it is judged again.
 */
export class KeptFlows {
  /** flows whose reset could not wait for the usual TTL of all hosts */
  unattributed = 0;
  readonly #keeper: Pick<FlowKeeper, 'keep'>;
  readonly #topology: Topology;
  #waiting: FlowInDoubt[] = [];

  constructor(keeper: Pick<FlowKeeper, 'keep'>, topology: Topology) {
    this.#keeper = keeper;
    this.#topology = topology;
  }

  /** @param base of the flow's row @param opener side that opened it */
  keep(
    table: FlowRows,
    base: number,
    placed: Pick<FlowInDoubt, 'flow' | 'seen' | 'ends'>,
    opener: Opener['side'],
  ): void {
    const { flow, seen, ends } = placed;
    const isOpen = isUnproven(flow.outcome) || (opener !== -1 && mayBeAnsweredFor(flow, opener, ends, this.#topology));
    if (opener === -1 || !isOpen) {
      this.#keeper.keep({ flow, ...seen, rejection: null });
      return;
    }
    const doubtful = doubt(table, base, placed, opener, this.#topology);
    const { icmp, resetTtl } = doubtful.rejected;
    const mustWait = resetTtl !== null && icmp === null;
    if (mustWait && this.#waiting.length < LIMITS.pendingFlows) {
      this.#waiting.push(doubtful);
      return;
    }
    if (mustWait) this.unattributed++;
    this.#keeper.keep({ flow, ...seen, rejection: { icmp, resetTtl, usualTtl: null, farTtl: null } });
  }

  /** The capture is over: those that waited for what all others say of their hosts. @param places all stretches of wire */
  finish(table: FlowRows, places: ReturnType<FlowRows['stations']['places']>): void {
    for (const doubtful of this.#waiting) {
      const { icmp, resetTtl } = doubtful.rejected;
      const rejection = { icmp, resetTtl, ...ttlsOf(doubtful, table, places) };
      this.#keeper.keep({ flow: doubtful.flow, ...doubtful.seen, rejection });
    }
    this.#waiting = [];
  }
}
