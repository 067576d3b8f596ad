import type { Text } from '../base/text.js';

/** Whether the box does what it is there for, and what keeps it from that. */
export interface Health {
  readonly healthy: boolean;
  readonly reasons: readonly Text[];
}

/** What a running watch knows of one capture point. */
export interface PointState {
  readonly point: string;
  /** milliseconds since 1970; `null`: none yet */
  readonly lastPacketAt: number | null;
  /** when watching it began */
  readonly since: number;
  /** the capture program runs and the link is up */
  readonly up: boolean;
}

export interface HealthSettings {
  /** a port that is silent for longer sees nothing, seconds */
  readonly silentSeconds: number;
  /** what was captured waits longer than this to be judged, seconds */
  readonly lagSeconds: number;
}

const HEALTH_DEFAULTS: HealthSettings = { silentSeconds: 300, lagSeconds: 120 };

/** A box that sees nothing is not well, however quietly it runs (architecture.md: silence is not a verdict). */
export function judgeHealth(
  points: readonly PointState[],
  lagSeconds: number,
  now: number,
  settings: HealthSettings = HEALTH_DEFAULTS,
): Health {
  const reasons: Text[] = [];
  if (points.length === 0)
    reasons.push({ ja: '採取している採取点がない。', en: 'No capture point is being captured.' });
  for (const { point, lastPacketAt, since, up } of points) {
    const silence = Math.floor((now - (lastPacketAt ?? since)) / 1000);
    if (!up) {
      reasons.push({ ja: `採取点 ${point} の採取が止まっている。`, en: `Capturing at ${point} has stopped.` });
    } else if (silence > settings.silentSeconds) {
      reasons.push({
        ja: `採取点 ${point} のパケットが${silence}秒間ない。`,
        en: `There has been no packet at ${point} for ${silence} seconds.`,
      });
    }
  }
  if (lagSeconds > settings.lagSeconds) {
    reasons.push({
      ja: `採取したパケットの判定が${Math.floor(lagSeconds)}秒遅れている。`,
      en: `Judging is ${Math.floor(lagSeconds)} seconds behind the capture.`,
    });
  }
  return { healthy: reasons.length === 0, reasons };
}
