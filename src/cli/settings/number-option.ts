import { usageFailure } from '../usage.js';

/** A whole number between two bounds, or the failure that says so. */
export function numberOption(option: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw usageFailure({
    ja: `${option} には ${least} から ${most} までの整数を指定する（「${text}」は使えない）`,
    en: `${option} takes a whole number from ${least} to ${most}, not "${text}"`,
  });
}
