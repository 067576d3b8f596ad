import type { NetworkPlan } from '../../../model/network-plan.js';
import type { Area } from '../../../model/place.js';
import type { AreaPath } from '../../api.js';

/** Where each area stands on the map, by its middle. */
export interface MapNode {
  readonly area: Area;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ZONE = { width: 236, height: 118 };
const REALM = { width: 150, height: 42 };

/** The three zones in a row; what is outside stands above the zone that speaks with it. */
const NODES: readonly MapNode[] = [
  { area: 'mynumber', x: 140, y: 240, ...ZONE },
  { area: 'lgwan', x: 500, y: 240, ...ZONE },
  { area: 'internet', x: 860, y: 240, ...ZONE },
  { area: 'juki-net', x: 85, y: 40, ...REALM },
  { area: 'govcloud', x: 250, y: 40, ...REALM, width: 160 },
  { area: 'lgwan-wan', x: 470, y: 40, ...REALM, width: 170 },
  { area: 'security-cloud', x: 690, y: 40, ...REALM, width: 190 },
  { area: 'public', x: 905, y: 40, ...REALM, width: 170 },
  { area: 'mgmt', x: 500, y: 465, ...REALM },
  { area: 'unassigned', x: 140, y: 465, ...REALM },
];

/** Zones always; others where they are declared or something was seen. */
export function mapNodes(plan: NetworkPlan, paths: readonly AreaPath[]): readonly MapNode[] {
  const wanted = new Set<Area>([...plan.zones.map(({ zone }) => zone), ...plan.realms.map(({ realm }) => realm)]);
  for (const { from, to } of paths) wanted.add(from).add(to);
  return NODES.filter(({ area }) => wanted.has(area));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the line from the middle of a box towards a point leaves the box. */
function edgeOf({ x, y, width, height }: MapNode, towards: Point): Point {
  const dx = towards.x - x;
  const dy = towards.y - y;
  const scale = Math.min(width / 2 / Math.max(1e-9, Math.abs(dx)), height / 2 / Math.max(1e-9, Math.abs(dy)));
  return { x: x + dx * scale, y: y + dy * scale };
}

/** Bows to its left, so that the two directions between two areas lie side by side. */
function bend(from: MapNode, to: MapNode): Point {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  // over two zones: below the one between them
  if (dy === 0 && length > 600) return { x: middle.x, y: dx > 0 ? 404 : 480 };
  const bow = dy === 0 ? 46 : 22;
  return { x: middle.x + (dy / length) * bow, y: middle.y - (dx / length) * bow };
}

export interface Route {
  readonly d: string;
  readonly labelX: number;
  readonly labelY: number;
}

/** A path from one box to another as SVG writes it, and where its number stands. */
export function routeOf(from: MapNode, to: MapNode): Route {
  const control = bend(from, to);
  const start = edgeOf(from, control);
  const end = edgeOf(to, control);
  const round = (value: number): string => value.toFixed(1);
  return {
    d: `M${round(start.x)} ${round(start.y)}Q${round(control.x)} ${round(control.y)} ${round(end.x)} ${round(end.y)}`,
    labelX: (start.x + 2 * control.x + end.x) / 4,
    labelY: (start.y + 2 * control.y + end.y) / 4,
  };
}
