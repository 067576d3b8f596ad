import { AREAS, type Area } from '../model/place.js';
import type { ScanReport } from '../model/report.js';

/** Areas of which every declared gateway was seen on the area's side: what left them would have been seen. */
export function watchedAreas(report: ScanReport): ReadonlySet<Area> {
  const sides = report.coverage.boundaries.flatMap((boundary) => boundary.sides);
  return new Set(
    AREAS.filter((area) => {
      const own = sides.filter((side) => side.zone === area);
      return own.length > 0 && own.every((side) => side.packets > 0);
    }),
  );
}
