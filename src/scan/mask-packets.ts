import { maskPersonalNumbers } from '../base/personal-number.js';

/** Fields that name something by digits: a digest, a time, the file that holds the evidence. */
const NAMES: ReadonlySet<string> = new Set(['id', 'sha256', 'messageId', 'file', 'first', 'last', 'time']);

/**
 * Individual numbers (My Number) masked in everything that may hold text from packets: names, mail headers, names of
 * files. Values without one are handed back as they are.
 */
export function maskPackets<T>(value: T): T {
  return mask(value) as T;
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonalNumbers(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const masked = entries.map(([key, inner]) => [key, NAMES.has(key) ? (inner as unknown) : mask(inner)] as const);
  if (masked.every(([, inner], index) => inner === entries[index]?.[1])) return value;
  return Array.isArray(value) ? masked.map(([, inner]) => inner) : Object.fromEntries(masked);
}
