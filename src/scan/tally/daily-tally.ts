import { LIMITS } from '../../base/limits.js';
import type { ConduitDay, DailyTraffic, TrafficOfDay } from '../../model/daily-traffic.js';
import { AREAS, type Area } from '../../model/place.js';
import type { Verdict } from '../../model/report.js';
import { LocalDays } from './local-days.js';

/** One line of one day: flows, packets, bytes. */
const SUMS = 3;
/** more days than there are in the years of four digits (LocalDays): a key tells all of them apart */
const DAYS = 1 << 22;

/** What flows have in common that are counted together on each day. */
export interface DailySeries {
  readonly from: Area;
  readonly to: Area;
  readonly proto: number;
  readonly port: number | null;
  readonly verdict: Verdict | 'permitted';
  /** that permits them */
  readonly conduit: string | null;
}

/**
 * Flows by local day and service. A series is named once, with words; each flow then is counted by numbers alone. Where
 * there are more than LIMITS.dailyLines, further ports are not told apart, and at twice as many nothing further is counted.
 */
export class DailyTally {
  /** how often a port was no longer told apart, or a flow not counted, because there were too many lines */
  refused = 0;
  readonly #days: LocalDays;
  readonly #series: DailySeries[] = [];
  readonly #numbers = new Map<string, number>();
  /** by series × day */
  readonly #lines = new Map<number, number>();
  /** by line */
  readonly #seriesOf: number[] = [];
  readonly #dayOf: number[] = [];
  /** by series: the line of its last flow, for flows mostly come day by day; -1: none yet */
  readonly #latest: number[] = [];
  #sums = new Float64Array(SUMS * 256);

  constructor(timezone: string) {
    this.#days = new LocalDays(timezone);
  }

  /** one that goes on by itself; the numbers of series hold in both */
  copy(): DailyTally {
    const copy = new DailyTally(this.#days.timezone);
    copy.refused = this.refused;
    for (const [key, number] of this.#numbers) copy.#numbers.set(key, number);
    for (const [key, line] of this.#lines) copy.#lines.set(key, line);
    for (const series of this.#series) copy.#series.push(series);
    for (const series of this.#seriesOf) copy.#seriesOf.push(series);
    for (const day of this.#dayOf) copy.#dayOf.push(day);
    for (const line of this.#latest) copy.#latest.push(line);
    copy.#sums = this.#sums.slice();
    return copy;
  }

  /** the number under which such flows are counted */
  seriesOf(series: DailySeries): number {
    const { from, to, proto, port, verdict, conduit } = series;
    const key = `${from} ${to} ${proto} ${port ?? ''} ${verdict} ${conduit ?? ''}`;
    let number = this.#numbers.get(key);
    if (number !== undefined) return number;
    if (port !== null && this.#series.length >= LIMITS.dailyLines) {
      this.refused++;
      return this.seriesOf({ ...series, port: null });
    }
    number = this.#series.push(series) - 1;
    this.#numbers.set(key, number);
    this.#latest.push(-1);
    return number;
  }

  /** @param second whole seconds since 1970 at which the flow began */
  count(second: number, series: number, packets: number, bytes: number): void {
    const day = this.#days.of(second);
    let line = this.#latest[series] as number;
    if (line < 0 || this.#dayOf[line] !== day) {
      line = this.#lineOf(series, day);
      if (line < 0) return;
      this.#latest[series] = line;
    }
    const at = line * SUMS;
    const sums = this.#sums;
    sums[at] = (sums[at] as number) + 1;
    sums[at + 1] = (sums[at + 1] as number) + packets;
    sums[at + 2] = (sums[at + 2] as number) + bytes;
  }

  toDaily(): DailyTraffic {
    const traffic = new Map<string, TrafficOfDay>();
    const conduits = new Map<string, ConduitDay>();
    this.#seriesOf.forEach((number, line) => {
      const { from, to, proto, port, verdict, conduit } = this.#series[number] as DailySeries;
      const day = LocalDays.dateOf(this.#dayOf[line] as number);
      const [flows = 0, packets = 0, bytes = 0] = this.#sums.subarray(line * SUMS, (line + 1) * SUMS);
      const key = `${day} ${from} ${to} ${proto} ${port ?? ''}`;
      const sum = traffic.get(key);
      traffic.set(key, {
        ...{ day, from, to, proto, port },
        flows: (sum?.flows ?? 0) + flows,
        packets: (sum?.packets ?? 0) + packets,
        bytes: (sum?.bytes ?? 0) + bytes,
        verdicts: { ...sum?.verdicts, [verdict]: (sum?.verdicts[verdict] ?? 0) + flows },
      });
      if (conduit === null) return;
      const use = conduits.get(`${day} ${conduit}`);
      conduits.set(`${day} ${conduit}`, {
        ...{ conduit, day },
        flows: (use?.flows ?? 0) + flows,
        bytes: (use?.bytes ?? 0) + bytes,
      });
    });
    return {
      traffic: [...traffic.values()].sort(byDayAndService).map((sum) => ({ ...sum, verdicts: sorted(sum.verdicts) })),
      conduits: [...conduits.values()].sort((x, y) => byText(x.day, y.day) || byText(x.conduit, y.conduit)),
    };
  }

  /** -1: there are too many */
  #lineOf(series: number, day: number): number {
    const key = series * DAYS + (day & (DAYS - 1));
    let line = this.#lines.get(key);
    if (line !== undefined) return line;
    line = this.#seriesOf.length;
    if (line >= 2 * LIMITS.dailyLines) {
      this.refused++;
      return -1;
    }
    const known = this.#series[series] as DailySeries;
    if (line >= LIMITS.dailyLines && known.port !== null) {
      this.refused++;
      return this.#lineOf(this.seriesOf({ ...known, port: null }), day);
    }
    this.#lines.set(key, line);
    this.#seriesOf.push(series);
    this.#dayOf.push(day);
    if ((line + 1) * SUMS > this.#sums.length) {
      const sums = new Float64Array(this.#sums.length * 2);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    return line;
  }
}

function byDayAndService(x: TrafficOfDay, y: TrafficOfDay): number {
  return (
    byText(x.day, y.day) ||
    AREAS.indexOf(x.from) - AREAS.indexOf(y.from) ||
    AREAS.indexOf(x.to) - AREAS.indexOf(y.to) ||
    x.proto - y.proto ||
    (x.port ?? -1) - (y.port ?? -1)
  );
}

function byText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

function sorted(counts: TrafficOfDay['verdicts']): TrafficOfDay['verdicts'] {
  return Object.fromEntries(Object.entries(counts).sort(([x], [y]) => byText(x, y)));
}
