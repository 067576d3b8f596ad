import { LIMITS } from '../../base/limits.js';
import { formatEpoch } from '../../base/time.js';
import { CLAUSES, type Clause } from '../../model/place.js';
import { VERDICTS, type Timeline, type Verdict } from '../../model/report.js';

/** Widths of a bin in seconds: each is a whole number of the one before, so that counted bins can be joined. */
const WIDTHS = [1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400] as const;
const GRADES = ['permitted', ...VERDICTS] as const;
const SERIES = CLAUSES.length * GRADES.length;
const BINS = LIMITS.timelineBins;

/** The number under which the flows of a clause with a verdict are counted. */
export function timelineSeries(clause: Clause, verdict: Verdict | 'permitted'): number {
  return CLAUSES.indexOf(clause) * GRADES.length + GRADES.indexOf(verdict);
}

/**
 * How many flows began when, by clause and verdict, in a fixed number of bins. A time outside makes the bins wider, so
 * the width depends on the first and the last flow alone and never on the order in which flows come.
 */
export class TimelineCounter {
  readonly #counts = new Float64Array(BINS * SERIES);
  #width: number = WIDTHS[0];
  /** bins since 1970 of the first bin that holds something */
  #first = Number.NaN;
  #last = Number.NaN;

  /** one that goes on by itself */
  copy(): TimelineCounter {
    const copy = new TimelineCounter();
    copy.#counts.set(this.#counts);
    copy.#width = this.#width;
    copy.#first = this.#first;
    copy.#last = this.#last;
    return copy;
  }

  /** @param second whole seconds since 1970 */
  count(second: number, series: number): void {
    let bin = Math.floor(second / this.#width);
    // written so that the first bin, which is not a number yet, goes in as well
    if (!(bin >= this.#first && bin <= this.#last)) bin = this.#stretch(bin);
    const at = modulo(bin) * SERIES + series;
    this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  toTimeline(): Timeline {
    const bins: Timeline['bins'][number][] = [];
    for (let bin = this.#first; bin <= this.#last; bin++) {
      const clauses = this.#clausesOf(bin);
      if (clauses === null) continue;
      bins.push({ start: formatEpoch(BigInt(bin * this.#width) * 1_000_000_000n), clauses });
    }
    return { binSeconds: this.#width, bins };
  }

  #clausesOf(bin: number): Timeline['bins'][number]['clauses'] | null {
    const base = modulo(bin) * SERIES;
    const clauses = CLAUSES.flatMap((clause) => {
      const grades = GRADES.flatMap((grade) => {
        const count = this.#counts[base + timelineSeries(clause, grade)] as number;
        return count === 0 ? [] : [[grade, count] as const];
      });
      return grades.length === 0 ? [] : [[clause, Object.fromEntries(grades)] as const];
    });
    return clauses.length === 0 ? null : Object.fromEntries(clauses);
  }

  /** Makes room for a bin outside; answers its number at the width that holds then. */
  #stretch(bin: number): number {
    if (Number.isNaN(this.#first)) {
      this.#first = this.#last = bin;
      return bin;
    }
    let wanted = bin;
    while (Math.max(this.#last, wanted) - Math.min(this.#first, wanted) >= BINS) {
      const ratio = (WIDTHS.find((width) => width > this.#width) ?? this.#width * 2) / this.#width;
      this.#join(ratio);
      wanted = Math.floor(wanted / ratio);
    }
    this.#first = Math.min(this.#first, wanted);
    this.#last = Math.max(this.#last, wanted);
    return wanted;
  }

  #join(ratio: number): void {
    const old = this.#counts.slice();
    this.#counts.fill(0);
    for (let bin = this.#first; bin <= this.#last; bin++) {
      const from = modulo(bin) * SERIES;
      const to = modulo(Math.floor(bin / ratio)) * SERIES;
      for (let series = 0; series < SERIES; series++) {
        this.#counts[to + series] = (this.#counts[to + series] as number) + (old[from + series] as number);
      }
    }
    this.#width *= ratio;
    this.#first = Math.floor(this.#first / ratio);
    this.#last = Math.floor(this.#last / ratio);
  }
}

/** Where a bin is kept: any run of `BINS` neighbours has places of its own. */
function modulo(bin: number): number {
  return ((bin % BINS) + BINS) % BINS;
}
