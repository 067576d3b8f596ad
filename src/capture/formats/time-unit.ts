/** How an interface counts time (if_tsresol, if_tsoffset). */
export interface TimeUnit {
  /** ticks in a second */
  readonly ticksPerSecond: bigint;
  readonly offsetSeconds: bigint;
  /** nanoseconds per tick where that is an integer, else 0: then only integers of any size are exact */
  readonly nanosPerTick: number;
}

const NANOS_PER_SECOND = 1_000_000_000n;
const TICKS_LIMIT = 1n << 64n;

/** @param resolution if_tsresol: a power of ten, or with the highest bit set a power of two */
export function timeUnitOf(resolution: number, offsetSeconds: bigint): TimeUnit {
  const exponent = BigInt(resolution & 0x7f);
  const ticksPerSecond = (resolution & 0x80) !== 0 ? 2n ** exponent : 10n ** exponent;
  const exact = NANOS_PER_SECOND % ticksPerSecond === 0n;
  return { ticksPerSecond, offsetSeconds, nanosPerTick: exact ? Number(NANOS_PER_SECOND / ticksPerSecond) : 0 };
}

/** Whole seconds since 1970 of a timestamp. */
export function secondOf(unit: TimeUnit, high: number, low: number): number {
  return Number(ticksOf(high, low) / unit.ticksPerSecond + unit.offsetSeconds);
}

/** Nanoseconds since the origin, fractions of a nanosecond cut off: exact for every unit, and slow. */
export function exactTime(unit: TimeUnit, high: number, low: number, origin: number): number {
  const nanos = (ticksOf(high, low) * NANOS_PER_SECOND) / unit.ticksPerSecond;
  return Number(nanos + (unit.offsetSeconds - BigInt(origin)) * NANOS_PER_SECOND);
}

/** The ticks of the origin itself, so that a difference of two 32-bit halves stays exact; null where 64 bits are too few. */
export function originTicks(unit: TimeUnit, origin: number): { high: number; low: number } | null {
  const ticks = (BigInt(origin) - unit.offsetSeconds) * unit.ticksPerSecond;
  if (ticks < 0n || ticks >= TICKS_LIMIT) return null;
  return { high: Number(ticks >> 32n), low: Number(ticks & 0xffff_ffffn) };
}

function ticksOf(high: number, low: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}
