import { usageFailure } from '../usage.js';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const BYTES: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** `90s`, `10m`, `1h`, `2d` as seconds, or the failure that says what would be right. */
export function secondsOption(option: string, text: string, least = 1): number {
  const [, number, unit] = /^(\d{1,7})([smhd])$/.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit ?? ''] ?? NaN);
  if (seconds >= least) return seconds;
  throw usageFailure({
    ja: `${option} には ${least} 秒以上の長さを 30s、10m、1h、2d の形で指定する（「${text}」は使えない）`,
    en: `${option} takes a length of at least ${least} s as 30s, 10m, 1h or 2d, not "${text}"`,
  });
}

/** `500M`, `2G` as bytes (powers of 1024), or the failure that says what would be right. */
export function bytesOption(option: string, text: string, least = 2 ** 20): number {
  const [, number, unit] = /^(\d{1,7})([KMGT])$/.exec(text) ?? [];
  const bytes = Number(number) * (BYTES[unit ?? ''] ?? NaN);
  if (bytes >= least) return bytes;
  throw usageFailure({
    ja: `${option} には ${least / 2 ** 20} MiB 以上の量を 500M、2G の形で指定する（「${text}」は使えない）`,
    en: `${option} takes an amount of at least ${least / 2 ** 20} MiB as 500M or 2G, not "${text}"`,
  });
}
