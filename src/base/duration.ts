import type { Text } from './text.js';

const UNITS = [
  { seconds: 86_400, ja: '日', en: 'd' },
  { seconds: 3600, ja: '時間', en: 'h' },
  { seconds: 60, ja: '分', en: 'min' },
  { seconds: 1, ja: '秒', en: 's' },
] as const;

/**
 * A length of time in the two largest units that it fills: 29分45秒, 29 min 45 s; 3日4時間, 3 d 4 h. Below a second in
 * milliseconds: 0.105ミリ秒, 0.105 ms.
 * @param seconds may be negative (a clock that is behind)
 */
export function describeDuration(seconds: number): Text {
  const length = Math.abs(seconds);
  const sign = seconds < 0 ? '-' : '';
  if (length < 1) {
    const milliseconds = Number((length * 1000).toPrecision(3));
    if (milliseconds === 0) return { ja: '0秒', en: '0 s' };
    if (milliseconds < 1000) return { ja: `${sign}${milliseconds}ミリ秒`, en: `${sign}${milliseconds} ms` };
  }
  const first = UNITS.findIndex((unit) => Math.round(length) >= unit.seconds);
  const [large, small] = UNITS.slice(first);
  if (large === undefined) return { ja: '0秒', en: '0 s' };
  const last = small ?? large;
  const rounded = Math.round(length / last.seconds) * last.seconds;
  const parts = small === undefined ? [[rounded, large] as const] : partsOf(rounded, large, small);
  return {
    ja: `${sign}${parts.map(([count, unit]) => `${count}${unit.ja}`).join('')}`,
    en: `${sign}${parts.map(([count, unit]) => `${count} ${unit.en}`).join(' ')}`,
  };
}

type Unit = (typeof UNITS)[number];

/** 3600 as 60 minutes is one hour: what rounding fills up moves to the larger unit. */
function partsOf(seconds: number, large: Unit, small: Unit): (readonly [number, Unit])[] {
  const whole = Math.floor(seconds / large.seconds);
  const rest = Math.round((seconds - whole * large.seconds) / small.seconds);
  return [...(whole === 0 ? [] : [[whole, large] as const]), ...(rest === 0 ? [] : [[rest, small] as const])];
}
