import { LIMITS } from '../base/limits.js';

/** latest samples kept of each pair of capture points */
const SAMPLES = 256;
/** copies that came later than the window allows and agree on how much, before the window is widened */
const FAR_SAMPLES = 8;
/** microseconds between the least and the greatest of them */
const FAR_SPREAD = 1_000_000;

/** How the clocks of two capture points stand to each other, from datagrams that both saw (CAP-04). */
export interface ClockOffset {
  /** numbers of the points */
  readonly points: readonly [number, number];
  /** median of (time at the second − time at the first), microseconds; the way between them is part of it */
  readonly microseconds: number;
  readonly samples: number;
}

/**
 * Samples of the distance in time between two sightings of one datagram, by pair of points. Everything is allocated
 * once: `note` runs for every copy.
 */
export class ClockOffsets {
  /** microseconds by which a copy may come late although its way is short: the largest offset that is certain */
  allowance = 0;
  readonly #points = new Int32Array(2 * LIMITS.clockPairs);
  readonly #counts = new Float64Array(LIMITS.clockPairs);
  readonly #samples = new Float64Array(LIMITS.clockPairs * SAMPLES);
  readonly #farCounts = new Int32Array(LIMITS.clockPairs);
  readonly #far = new Float64Array(LIMITS.clockPairs * FAR_SAMPLES);
  #pairs = 0;

  /** @param apart microseconds from the first sighting to the second */
  note(first: number, second: number, apart: number): void {
    const pair = this.#pairOf(first, second);
    if (pair < 0) return;
    const count = this.#counts[pair] as number;
    this.#samples[pair * SAMPLES + (count % SAMPLES)] = first < second ? apart : -apart;
    this.#counts[pair] = count + 1;
  }

  /** Two sightings of what looks like one datagram, too far apart to be taken for one. */
  noteFar(first: number, second: number, apart: number): void {
    const pair = this.#pairOf(first, second);
    if (pair < 0) return;
    const count = this.#farCounts[pair] as number;
    const from = pair * FAR_SAMPLES;
    const signed = first < second ? apart : -apart;
    this.#far[from + (count % FAR_SAMPLES)] = signed;
    this.#farCounts[pair] = count + 1;
    // what is counted apart tells the clocks all the same
    this.note(first, second, apart);
    if (count + 1 < FAR_SAMPLES) return;
    let least = signed;
    let greatest = signed;
    for (let at = from; at < from + FAR_SAMPLES; at++) {
      const sample = this.#far[at] as number;
      if (sample < least) least = sample;
      if (sample > greatest) greatest = sample;
    }
    const largest = Math.max(Math.abs(least), Math.abs(greatest));
    if (greatest - least <= FAR_SPREAD && largest > this.allowance) this.allowance = largest;
  }

  /** In the order of the points. */
  offsets(): ClockOffset[] {
    const found: ClockOffset[] = [];
    for (let pair = 0; pair < this.#pairs; pair++) {
      const count = this.#counts[pair] as number;
      const kept = this.#samples.slice(pair * SAMPLES, pair * SAMPLES + Math.min(count, SAMPLES)).sort();
      const median = kept[kept.length >> 1];
      if (median === undefined) continue;
      const points = [this.#points[2 * pair] as number, this.#points[2 * pair + 1] as number] as const;
      found.push({ points, microseconds: median, samples: count });
    }
    return found.sort((x, y) => x.points[0] - y.points[0] || x.points[1] - y.points[1]);
  }

  /** -1 when there are too many */
  #pairOf(first: number, second: number): number {
    const low = first < second ? first : second;
    const high = first < second ? second : first;
    for (let pair = 0; pair < this.#pairs; pair++)
      if (this.#points[2 * pair] === low && this.#points[2 * pair + 1] === high) return pair;
    if (this.#pairs >= LIMITS.clockPairs) return -1;
    this.#points[2 * this.#pairs] = low;
    this.#points[2 * this.#pairs + 1] = high;
    return this.#pairs++;
  }
}
