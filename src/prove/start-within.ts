import { beginningOfDay, type Nanoseconds } from '../base/time.js';
import type { Conduit, Topology } from '../model/topology.js';

const MINUTE = 60_000_000_000n;
/** ten in the morning of a day in which most registers are valid */
const MORNING = 10 * 60;
const ANY_DAY = '2026-06-15';

/**
 * A moment at which a conduit may be used. Without one: a moment at which as many as possible may. Only the topology
 * decides, never the machine's clock: the same file gives the same proof.
 */
export function startWithin(conduit: Conduit | null, topology: Topology): Nanoseconds {
  const day = conduit === null ? commonDay(topology) : dayOf(conduit, commonDay(topology));
  const minutes = conduit === null ? MORNING : minuteOf(conduit);
  return beginningOfDay(day, topology.timezone) + BigInt(minutes) * MINUTE;
}

function dayOf({ approval }: Conduit, preferred: string): string {
  if (isValidOn(preferred, approval)) return preferred;
  return approval?.date ?? approval?.validUntil ?? preferred;
}

function isValidOn(day: string, approval: Conduit['approval']): boolean {
  return day >= (approval?.date ?? day) && day <= (approval?.validUntil ?? day);
}

const commonDays = new WeakMap<Topology, string>();

/** The day on which most conduits are valid; the earliest of them. Every case asks for it. */
function commonDay(topology: Topology): string {
  const day = commonDays.get(topology) ?? findCommonDay(topology);
  commonDays.set(topology, day);
  return day;
}

function findCommonDay({ conduits }: Topology): string {
  const days = [...new Set([ANY_DAY, ...conduits.flatMap(({ approval }) => approval?.date ?? [])])].toSorted();
  const validOn = (day: string): number => conduits.filter(({ approval }) => isValidOn(day, approval)).length;
  return days.reduce((best, day) => (validOn(day) > validOn(best) ? day : best), ANY_DAY);
}

/** Ten in the morning where the hours allow it, else shortly after they begin. */
function minuteOf({ limits: { hours } }: Conduit): number {
  if (hours === null) return MORNING;
  const { from, to } = hours;
  const isOpen = from < to ? MORNING >= from && MORNING + 10 < to : MORNING >= from || MORNING + 10 < to;
  return isOpen ? MORNING : (from + 1) % 1440;
}
