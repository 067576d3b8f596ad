import type { Text } from '../../../base/text.js';
import type { RunSummary } from '../../../model/history.js';
import { ageSeconds } from '../clock.js';

/** A watch saves with every file it has read; one that has not for so long stands still, or died. */
const STALLED_SECONDS = 600;

/** `live`: a watch goes on. `stalled`: it should, but tells nothing. `ended`: it was ended. `past`: a scan, done. */
export type LiveState = 'live' | 'stalled' | 'ended' | 'past';

export function liveStateOf({ kind, finished, endedAt }: RunSummary, now: string): LiveState {
  if (finished) return kind === 'watch' ? 'ended' : 'past';
  return ageSeconds(endedAt, now) < STALLED_SECONDS ? 'live' : 'stalled';
}

export const LIVE_WORDS: Readonly<Record<LiveState, Text>> = {
  live: { ja: '監視中', en: 'live' },
  stalled: { ja: '監視の応答なし', en: 'watch silent' },
  ended: { ja: '監視は終了', en: 'watch ended' },
  past: { ja: '最後の検査', en: 'last scan' },
};
