import { parseEpoch } from '../../base/time.js';
import type { RunClock } from '../../capture/run-clock.js';
import type { ObservedSpans } from '../options.js';
import type { PointMeter } from './point-meter.js';

/**
 * A part of what a capture point saw is judged as that part: what stands at its beginning is not the beginning of the
 * observation (who opened a flow), nor its end the end (whether an answer could still have come).
 */
export function coverSpan(meter: PointMeter, spans: ObservedSpans | undefined, clock: RunClock): void {
  const span = spans?.find(({ point }) => point === meter.name);
  if (span === undefined) return;
  const origin = clock.toNanoseconds(0);
  if (span.first !== null) meter.first = Number(parseEpoch(span.first) - origin);
  if (span.last !== null) meter.last = Number(parseEpoch(span.last) - origin);
}
