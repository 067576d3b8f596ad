import type { Observation } from '../../model/observation.js';
import type { FlowTrack } from '../../model/track.js';
import { SCREEN } from './thresholds.js';

/** How a screen session went beyond what looking and typing explain. */
export type ScreenExcess = 'session-bytes' | 'input-rate' | 'unasked-output';

/** @returns what was exceeded; empty: nothing, as far as the session was taken down */
export function excessOf({ flow, forward, track }: Observation): readonly ScreenExcess[] {
  const upward = flow.initiator === 'b' ? 1 : 0;
  return [
    ...(forward.bytes > SCREEN.sessionBytes ? (['session-bytes'] as const) : []),
    ...(track !== null && exceedsRate(track, upward) ? (['input-rate'] as const) : []),
    ...(track !== null && isUnasked(track, upward) ? (['unasked-output'] as const) : []),
  ];
}

/** More than the rate in every second of a run of seconds, each next to the one before. */
function exceedsRate({ seconds, bytes }: FlowTrack, upward: 0 | 1): boolean {
  let run = 0;
  for (let index = 0; index < seconds.length; index++) {
    const isNext = index > 0 && seconds[index] === (seconds[index - 1] as number) + 1;
    const isOver = (bytes[upward][index] as number) > SCREEN.bytesPerSecond;
    run = isOver ? (isNext ? run + 1 : 1) : 0;
    if (run >= SCREEN.rateSeconds) return true;
  }
  return false;
}

/** Much came to the terminal, for long, after its last input. */
function isUnasked({ seconds, bytes, isCut }: FlowTrack, upward: 0 | 1): boolean {
  const end = seconds.at(-1);
  if (end === undefined || isCut) return false;
  let sum = 0;
  for (let index = seconds.length - 1; index >= 0; index--) {
    if ((bytes[upward][index] as number) > 0)
      return sum > SCREEN.unaskedBytes && end - (seconds[index] as number) > SCREEN.unaskedSeconds;
    sum += bytes[upward === 0 ? 1 : 0][index] as number;
  }
  return false;
}
