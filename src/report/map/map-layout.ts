import type { NetworkPlan } from '../../model/network-plan.js';
import { ZONES, type Area, type Zone } from '../../model/place.js';
import type { MapEdge } from './map-edges.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedGateway {
  readonly gateway: NetworkPlan['gateways'][number];
  readonly box: Box;
  /** where its stubs end: the borders of the zones in which it has legs */
  readonly stubs: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
}

/** An edge as a path of right angles, with the place of its label. */
export interface PlacedEdge {
  readonly edge: MapEdge;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly label: readonly [x: number, y: number];
}

/** Where everything of the zone map stands, in a field of 1000 units' width. */
export interface ZoneMapLayout {
  readonly width: number;
  readonly height: number;
  readonly realms: readonly { readonly area: Area; readonly box: Box }[];
  readonly zones: readonly { readonly zone: Zone; readonly box: Box; readonly rows: number }[];
  readonly gateways: readonly PlacedGateway[];
  readonly edges: readonly PlacedEdge[];
}

const WIDTH = 1000;
const ZONE_WIDTH = 244;
const GUTTER = (WIDTH - 3 * ZONE_WIDTH) / 2;
const REALM_HEIGHT = 34;
const LANE = 19;
const SEGMENT = 20;
const GATEWAY_HEIGHT = 30;
/** head of a zone's box, and its last line that sums up what found no room */
const ZONE_HEAD = 44;
export const SEGMENTS_SHOWN = 12;
export const SEGMENT_HEIGHT = SEGMENT;
export const ZONE_HEAD_HEIGHT = ZONE_HEAD;

/** Realms stand above the zone to which they belong most. */
const REALM_ORDER: readonly Area[] = [
  'juki-net',
  'govcloud',
  'lgwan-wan',
  'mgmt',
  'unassigned',
  'security-cloud',
  'public',
];

/** The realm behind a router that has legs in one zone only. */
const REALM_OF_ROLE: ReadonlyMap<string, Area> = new Map([
  ['lgwan-router', 'lgwan-wan'],
  ['juki-router', 'juki-net'],
  ['govcloud-router', 'govcloud'],
  ['security-cloud-router', 'security-cloud'],
  ['breakout', 'public'],
]);

const zoneX = (zone: Zone): number => ZONES.indexOf(zone) * (ZONE_WIDTH + GUTTER);
const isZone = (area: Area): area is Zone => (ZONES as readonly Area[]).includes(area);

/**
 * The three zones side by side, what lies outside above them. Lines between zones run below, lines to the outside
 * between the rows, each in a lane of its own, so that no two labels ever meet.
 */
export function layoutZoneMap(plan: NetworkPlan, edges: readonly MapEdge[]): ZoneMapLayout {
  const realmAreas = REALM_ORDER.filter(
    (area) =>
      plan.realms.some(({ realm }) => realm === area) ||
      edges.some(({ from, to }) => from === area || to === area) ||
      plan.gateways.some(({ roles }) => roles.some((role) => REALM_OF_ROLE.get(role) === area)),
  );
  const placeable = edges.filter(({ from, to }) =>
    [from, to].every((area) => isZone(area) || realmAreas.includes(area)),
  );
  const above = placeable.filter(({ from, to }) => !isZone(from) || !isZone(to));
  const below = placeable.filter(({ from, to }) => isZone(from) && isZone(to));

  const realmWidth = Math.min(200, WIDTH / Math.max(1, realmAreas.length) - 14);
  const realmStep = realmAreas.length === 0 ? 0 : WIDTH / realmAreas.length;
  const realms = realmAreas.map((area, index) => ({
    area,
    box: { x: index * realmStep + (realmStep - realmWidth) / 2, y: 4, width: realmWidth, height: REALM_HEIGHT },
  }));
  const upperTop = realms.length === 0 ? 4 : 4 + REALM_HEIGHT;
  const zoneTop = upperTop + (above.length + 1) * LANE + GATEWAY_HEIGHT / 2 + 6;
  const rows = Math.max(2, ...plan.zones.map(({ segments }) => Math.min(segments.length, SEGMENTS_SHOWN + 1)));
  const between = plan.gateways.filter((gateway) => zonesOf(gateway).length > 1);
  const zoneHeight = Math.max(
    ZONE_HEAD + rows * SEGMENT + GATEWAY_HEIGHT / 2 + 8,
    20 + Math.max(0, ...gutterCounts(between)) * (GATEWAY_HEIGHT + 10),
  );
  const zones = ZONES.map((zone) => ({
    zone,
    box: { x: zoneX(zone), y: zoneTop, width: ZONE_WIDTH, height: zoneHeight },
    rows,
  }));
  const zoneBottom = zoneTop + zoneHeight;
  const gateways = [...placeBetween(between, zoneTop), ...placeRouters(plan, zoneTop)];
  const boxes = new Map<Area, Box>([
    ...realms.map(({ area, box }) => [area, box] as const),
    ...zones.map(({ zone, box }) => [zone, box] as const),
  ]);
  return {
    width: WIDTH,
    height: zoneBottom + (below.length + 1) * LANE + 4,
    realms,
    zones,
    gateways,
    edges: [
      ...route(
        above,
        boxes,
        (lane) => upperTop + (lane + 1) * LANE,
        (box) => (box.y < zoneTop ? box.y + box.height : box.y),
      ),
      ...route(
        below,
        boxes,
        (lane) => zoneBottom + (lane + 1) * LANE,
        (box) => box.y + box.height,
      ),
    ],
  };
}

function zonesOf(gateway: NetworkPlan['gateways'][number]): readonly Zone[] {
  return ZONES.filter((zone) => gateway.legs.some((leg) => leg.zone === zone));
}

/** a gateway in all three zones, or in the two outer ones, stands in the second gutter */
function gutterOf(gateway: NetworkPlan['gateways'][number]): 0 | 1 {
  return zonesOf(gateway).includes('internet') ? 1 : 0;
}

function gutterCounts(gateways: readonly NetworkPlan['gateways'][number][]): readonly number[] {
  return [0, 1].map((gutter) => gateways.filter((gateway) => gutterOf(gateway) === gutter).length);
}

function placeBetween(gateways: readonly NetworkPlan['gateways'][number][], zoneTop: number): PlacedGateway[] {
  const placed = [0, 0];
  return gateways.map((gateway) => {
    const gutter = gutterOf(gateway);
    const left = (gutter + 1) * ZONE_WIDTH + gutter * GUTTER;
    const y = zoneTop + 22 + (placed[gutter] ?? 0) * (GATEWAY_HEIGHT + 10);
    placed[gutter] = (placed[gutter] ?? 0) + 1;
    const box = { x: left + 12, y, width: GUTTER - 24, height: GATEWAY_HEIGHT };
    const middle = y + GATEWAY_HEIGHT / 2;
    return {
      gateway,
      box,
      stubs: [
        [left, middle, box.x, middle],
        [box.x + box.width, middle, left + GUTTER, middle],
      ],
    };
  });
}

/** Routers to the outside sit on the lower border of their zone, side by side; the lanes above stay free. */
function placeRouters(plan: NetworkPlan, zoneTop: number): PlacedGateway[] {
  return ZONES.flatMap((zone) => {
    const own = plan.gateways.filter((gateway) => {
      const zones = zonesOf(gateway);
      return zones.length === 1 && zones[0] === zone;
    });
    const shown = own.slice(0, 4);
    const step = ZONE_WIDTH / Math.max(1, shown.length);
    const width = Math.min(112, step - 8);
    return shown.map((gateway, index) => ({
      gateway,
      box: {
        x: zoneX(zone) + step * index + (step - width) / 2,
        y: zoneTop - GATEWAY_HEIGHT / 2,
        width,
        height: GATEWAY_HEIGHT,
      },
      stubs: [],
    }));
  });
}

function route(
  edges: readonly MapEdge[],
  boxes: ReadonlyMap<Area, Box>,
  laneY: (lane: number) => number,
  portY: (box: Box) => number,
): PlacedEdge[] {
  const ports = new Map<Area, number>();
  const total = (area: Area): number => edges.filter(({ from, to }) => from === area || to === area).length;
  const portX = (area: Area, box: Box): number => {
    const index = ports.get(area) ?? 0;
    ports.set(area, index + 1);
    return box.x + (box.width * (index + 1)) / (total(area) + 1);
  };
  return edges.flatMap((edge, lane) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) return [];
    const [x1, x2] = [portX(edge.from, from), portX(edge.to, to)];
    const y = laneY(lane);
    return [
      {
        edge,
        points: [
          [x1, portY(from)],
          [x1, y],
          [x2, y],
          [x2, portY(to)],
        ],
        label: [(x1 + x2) / 2, y] as const,
      },
    ];
  });
}
