import { AREAS } from '../../model/place.js';
import type { Area } from '../../model/place.js';
import type { MatrixCell, Verdict } from '../../model/report.js';

/** One cell of the zone matrix while it is being filled. */
export class MatrixCounter {
  flows = 0;
  packets = 0;
  bytes = 0;
  readonly verdicts = new Map<Verdict | 'permitted', number>();
  readonly from: Area;
  readonly to: Area;

  constructor(from: Area, to: Area) {
    this.from = from;
    this.to = to;
  }

  add(verdict: Verdict | 'permitted', packets: number, bytes: number, flows = 1): void {
    this.flows += flows;
    this.packets += packets;
    this.bytes += bytes;
    this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + flows);
  }
}

/** Flows by the areas of initiator and responder. */
export class ZoneMatrix {
  readonly #cells = new Map<string, MatrixCounter>();

  cell(from: Area, to: Area): MatrixCounter {
    const key = `${from}>${to}`;
    let cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, (cell = new MatrixCounter(from, to)));
    return cell;
  }

  /** one that goes on by itself */
  copy(): ZoneMatrix {
    const copy = new ZoneMatrix();
    for (const { from, to, flows, packets, bytes, verdicts } of this.#cells.values()) {
      const cell = copy.cell(from, to);
      cell.flows = flows;
      cell.packets = packets;
      cell.bytes = bytes;
      for (const [verdict, count] of verdicts) cell.verdicts.set(verdict, count);
    }
    return copy;
  }

  toCells(): MatrixCell[] {
    return [...this.#cells.values()]
      .sort((x, y) => AREAS.indexOf(x.from) - AREAS.indexOf(y.from) || AREAS.indexOf(x.to) - AREAS.indexOf(y.to))
      .map(({ from, to, flows, packets, bytes, verdicts }) => ({
        from,
        to,
        flows,
        packets,
        bytes,
        verdicts: Object.fromEntries([...verdicts].sort(([x], [y]) => (x < y ? -1 : 1))),
      }));
  }
}
