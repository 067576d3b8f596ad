/** `12,345` */
export function formatCount(count: number): string {
  return Number.isFinite(count)
    ? String(count).replace(/^(-?\d+)/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))
    : '?';
}

const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `812 B`, `3.5 kB`, `1.2 GB`: decimal units. */
export function formatBytes(bytes: number): string {
  if (!(bytes >= 1000)) return `${formatCount(bytes)} B`;
  let value = bytes;
  let unit = -1;
  while (unit < BYTE_UNITS.length - 1 && (value >= 999.5 || unit < 0)) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(value < 99.95 ? 1 : 0)} ${BYTE_UNITS[unit] ?? ''}`;
}

/** `0.04 %` of a share 0…1, with as many digits as it takes to tell it from nothing. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent >= 10) return `${Number(percent.toFixed(1))} %`;
  return percent < 0.01 ? '<0.01 %' : `${Number(percent.toPrecision(2))} %`;
}

/** `0:07`, `12:05`, `3:00:00` */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
