import { LIMITS } from '../../base/limits.js';
import type { Nanoseconds } from '../../base/time.js';
import type { FactFrame } from '../../model/facts.js';
import type { Flow, FrameReference } from '../../model/flow.js';

const KEPT = 4;
/** frames of one flow that show its content */
const CONTENT_FRAMES = 3;

interface Exemplar {
  readonly first: Nanoseconds;
  readonly flow: number;
  readonly frames: readonly FrameReference[];
}

/** Frames of the earliest few flows of a group: the same whatever order the flows come in. */
export class Exemplars {
  #kept: Exemplar[] = [];

  /** True when this flow is the earliest so far: the one that speaks for the group. */
  add(flow: Flow, content: readonly FactFrame[] = []): boolean {
    const shown = content.slice(0, CONTENT_FRAMES).map((frame) => ({ ...frame, role: 'content' as const }));
    return this.#insert({ first: flow.first, flow: flow.id, frames: [...shown, ...flow.frames] }) === 0;
  }

  /** one that goes on by itself */
  copy(): Exemplars {
    const copy = new Exemplars();
    copy.#kept = [...this.#kept];
    return copy;
  }

  merge(other: Exemplars): void {
    for (const exemplar of other.#kept) this.#insert(exemplar);
  }

  /** Of two groups, the one with the earlier flow. */
  isBefore(other: Exemplars): boolean {
    const [mine] = this.#kept;
    const [theirs] = other.#kept;
    return mine !== undefined && (theirs === undefined || compare(mine, theirs) < 0);
  }

  /** In the order of the flows, each record once, at most as many as a finding may cite. */
  frames(): readonly FrameReference[] {
    const seen = new Set<string>();
    const frames: FrameReference[] = [];
    for (const exemplar of this.#kept) {
      for (const frame of exemplar.frames) {
        const name = `${frame.file}:${frame.frame}`;
        if (frames.length >= LIMITS.framesPerFinding || seen.has(name)) continue;
        seen.add(name);
        frames.push(frame);
      }
    }
    return frames;
  }

  #insert(exemplar: Exemplar): number {
    let at = this.#kept.length;
    while (at > 0 && compare(exemplar, this.#kept[at - 1] as Exemplar) < 0) at--;
    if (at < KEPT) {
      this.#kept.splice(at, 0, exemplar);
      if (this.#kept.length > KEPT) this.#kept.length = KEPT;
    }
    return at;
  }
}

function compare(x: Exemplar, y: Exemplar): number {
  return x.first < y.first ? -1 : x.first > y.first ? 1 : x.flow - y.flow;
}
