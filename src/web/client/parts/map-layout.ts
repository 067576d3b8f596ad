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
  { area: 'mgmt', x: 500, y: 440, ...REALM },
  { area: 'unassigned', x: 140, y: 440, ...REALM },
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
  const bow = dy === 0 ? 46 : 22;
  return { x: middle.x + (dy / length) * bow, y: middle.y - (dx / length) * bow };
}

/** Where the number stands on the way: before the middle, so that those of both directions keep clear of each other. */
const LABEL_SHARE = 0.36;
/** of a long way: over its own zone still, clear of what crosses it further on */
const LONG_LABEL_SHARE = 0.2;
const LONG = 600;

interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

/** Over the zone in the middle: from floor to floor, below it. */
function detour(from: MapNode, to: MapNode): Curve {
  const side = Math.sign(to.x - from.x);
  const floor = ({ x, y, height }: MapNode, inset: number): Point => ({ x: x + inset, y: y + height / 2 });
  const inset = side > 0 ? 60 : 10;
  return {
    start: floor(from, -side * inset),
    control: { x: (from.x + to.x) / 2, y: side > 0 ? 500 : 430 },
    end: floor(to, side * inset),
  };
}

function curveOf(from: MapNode, to: MapNode): Curve {
  if (from.y === to.y && Math.abs(to.x - from.x) > LONG) return detour(from, to);
  const control = bend(from, to);
  return { start: edgeOf(from, control), control, end: edgeOf(to, control) };
}

export interface Route {
  readonly d: string;
  readonly labelX: number;
  readonly labelY: number;
}

function along({ start, control, end }: Curve, share: number): Point {
  const mix = (a: number, b: number, c: number): number =>
    (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share ** 2 * c;
  return { x: mix(start.x, control.x, end.x), y: mix(start.y, control.y, end.y) };
}

/** A path from one box to another as SVG writes it, and where its number stands. */
export function routeOf(from: MapNode, to: MapNode): Route {
  const curve = curveOf(from, to);
  const text = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const isLong = Math.abs(to.x - from.x) > LONG;
  const label = along(curve, isLong ? LONG_LABEL_SHARE : LABEL_SHARE);
  return {
    d: `M${text(curve.start)}Q${text(curve.control)} ${text(curve.end)}`,
    labelX: label.x,
    labelY: label.y,
  };
}
