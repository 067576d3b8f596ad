import type { FlowTrack, TrackedSegment } from '../../model/track.js';
import { RELAY } from '../terms/thresholds.js';

/** What two flows through one host have in common. */
export interface Likeness {
  /** segments with equal contents, carried on in the same direction */
  readonly copies: number;
  /** of these, how many are not the first of their direction: openings of a protocol are alike without any relay */
  readonly copiesBehindOpening: number;
  /** Pearson's r of the bytes per second; null: too few seconds to tell */
  readonly correlation: number | null;
  readonly activeSeconds: number;
}

/** A flow as one leg of a way: which of its directions leads onward. */
export interface Leg {
  readonly track: FlowTrack;
  /** index of the direction from the initiator to the responder */
  readonly forward: 0 | 1;
}

/** @param inbound reaches the host in the middle @param outbound leaves it */
export function compareLegs(inbound: Leg, outbound: Leg): Likeness {
  const up = countCopies(inbound.track.segments[inbound.forward], outbound.track.segments[outbound.forward]);
  const down = countCopies(
    outbound.track.segments[outbound.forward === 0 ? 1 : 0],
    inbound.track.segments[inbound.forward === 0 ? 1 : 0],
  );
  return {
    copies: up.all + down.all,
    copiesBehindOpening: up.behindOpening + down.behindOpening,
    ...correlateVolumes(inbound.track, outbound.track),
  };
}

function countCopies(
  originals: readonly TrackedSegment[],
  copies: readonly TrackedSegment[],
): { all: number; behindOpening: number } {
  const times = new Map(originals.map(({ digest, time }, index) => [digest, { time, index }]));
  let all = 0;
  let behindOpening = 0;
  copies.forEach(({ digest, time }, index) => {
    const original = times.get(digest);
    if (original === undefined) return;
    const delay = time - original.time;
    if (delay < 0 || delay > RELAY.copySeconds * 1e9) return;
    all++;
    if (index > 0 && original.index > 0) behindOpening++;
  });
  return { all, behindOpening };
}

/** Pearson's r over the seconds that both flows span. */
function correlateVolumes(x: FlowTrack, y: FlowTrack): Pick<Likeness, 'correlation' | 'activeSeconds'> {
  const [xs, ys] = [volumes(x), volumes(y)];
  const from = Math.max(x.seconds[0] ?? 0, y.seconds[0] ?? 0);
  const to = Math.min(x.seconds.at(-1) ?? 0, y.seconds.at(-1) ?? 0);
  let [n, active, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0, 0];
  // Seconds in which neither spoke say nothing of how alike they speak.
  for (const second of new Set([...xs.keys(), ...ys.keys()])) {
    if (second < from || second > to) continue;
    const [a, b] = [xs.get(second) ?? 0, ys.get(second) ?? 0];
    n++;
    if (a > 0 && b > 0) active++;
    sumX += a;
    sumY += b;
    sumXX += a * a;
    sumYY += b * b;
    sumXY += a * b;
  }
  const ratio = Math.max(sumX, sumY) / Math.min(sumX, sumY);
  const spread = Math.sqrt((n * sumXX - sumX * sumX) * (n * sumYY - sumY * sumY));
  if (active < RELAY.activeSeconds || spread === 0 || !(ratio <= RELAY.volumeRatio))
    return { correlation: null, activeSeconds: active };
  return { correlation: (n * sumXY - sumX * sumY) / spread, activeSeconds: active };
}

function volumes({ seconds, bytes }: FlowTrack): Map<number, number> {
  return new Map(seconds.map((second, index) => [second, (bytes[0][index] ?? 0) + (bytes[1][index] ?? 0)]));
}
