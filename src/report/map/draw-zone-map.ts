import type { Text } from '../../base/text.js';
import type { NetworkPlan } from '../../model/network-plan.js';
import type { Zone } from '../../model/place.js';
import type { Coverage, Finding } from '../../model/report.js';
import { WORDS } from '../words/words.js';
import { EDGE_KINDS, type MapEdge } from './map-edges.js';
import {
  layoutZoneMap,
  SEGMENT_HEIGHT,
  SEGMENTS_SHOWN,
  ZONE_HEAD_HEIGHT,
  type Box,
  type PlacedEdge,
  type PlacedGateway,
} from './map-layout.js';
import { areaName, edgeName, edgeText, fitText, unitsOf } from './map-words.js';
import { shape, type Drawing, type Shape } from './shape.js';

export interface Mapped {
  readonly plan: NetworkPlan;
  readonly edges: readonly MapEdge[];
  /** what the capture points saw */
  readonly points: Coverage['points'];
  /** violations and suspicions that stay inside a zone */
  readonly inside: Readonly<Partial<Record<Zone, number>>>;
  /** where a line leads, and other attributes of its link; null: nowhere */
  readonly linkOf: (edge: MapEdge) => Readonly<Record<string, string>> | null;
}

/** What is graver than an attempt and does not leave its zone, by zone. */
export function insideZones(
  findings: readonly Pick<Finding, 'verdict' | 'from' | 'to'>[],
): Readonly<Partial<Record<Zone, number>>> {
  const counts: Partial<Record<string, number>> = {};
  for (const { verdict, from, to } of findings) {
    if (verdict !== 'violation' && verdict !== 'suspected') continue;
    if (from.zone !== null && (to.zone === from.zone || to.zone === null)) {
      counts[from.zone] = (counts[from.zone] ?? 0) + 1;
    }
  }
  return counts;
}

/** The zones as they were promised, and over them what crosses: the one drawing of report and dashboard. */
export function drawZoneMap(mapped: Mapped): Drawing {
  const { width, height, realms, zones, edges, gateways } = layoutZoneMap(mapped.plan, mapped.edges);
  return {
    width,
    height,
    label: {
      ja: '領域・セグメント・ゲートウェイ・許可通信・採取点の図。違反は赤い線で、件数を添えて示す。',
      en: 'Map of zones, segments, gateways, conduits and capture points; violations are red lines with their counts.',
    },
    shapes: [
      ...realms.map(({ area, box }) =>
        shape('g', { class: 'realm' }, [
          shape('rect', { ...corners(box), rx: 16 }),
          words(box.x + box.width / 2, box.y + 22, areaName(area, box.width), 'middle'),
        ]),
      ),
      ...zones.map(({ zone, box }) => zoneBox(mapped, zone, box)),
      ...edges.map(line),
      ...gateways.map(gatewayBox),
      ...edges.map((edge) => tag(mapped, edge)),
    ],
  };
}

/** Kinds whose lines have an arrow: what somebody opened, from one side. */
export const ARROWS = EDGE_KINDS.filter((kind) => kind !== 'conduit' && kind !== 'observed');

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function corners({ x, y, width, height }: Box): Record<string, number> {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function words(x: number, y: number, text: Text, anchor: 'start' | 'middle', style = ''): Shape {
  const place = { x: round(x), y: round(y), 'text-anchor': anchor };
  return shape('text', style === '' ? place : { ...place, class: style }, text);
}

const same = (text: string): Text => ({ ja: text, en: text });

function zoneBox(mapped: Mapped, zone: Zone, box: Box): Shape {
  const segments = mapped.plan.zones.find((candidate) => candidate.zone === zone)?.segments ?? [];
  const shown = segments.slice(0, SEGMENTS_SHOWN);
  const rowY = (index: number): number => box.y + ZONE_HEAD_HEIGHT + index * SEGMENT_HEIGHT + 13;
  const more = segments.length - shown.length;
  const inside = mapped.inside[zone] ?? 0;
  return shape('g', { class: isSilent(mapped, segments) ? `zone z-${zone} silent` : `zone z-${zone}` }, [
    shape('rect', { ...corners(box), rx: 4 }),
    words(box.x + 12, box.y + 34, WORDS.area[zone], 'start', 'zone-name'),
    ...(inside === 0
      ? []
      : [
          words(
            box.x + box.width - 96,
            box.y + 34,
            { ja: `領域内の違反等 ${inside}`, en: `inside it: ${inside}` },
            'start',
            'inside',
          ),
        ]),
    ...shown.flatMap((segment, index) => segmentRow(mapped, segment, box.x, rowY(index))),
    ...(more <= 0
      ? []
      : [
          words(
            box.x + 25,
            rowY(shown.length),
            { ja: `ほか ${more} セグメント`, en: `and ${more} more` },
            'start',
            'segment',
          ),
        ]),
  ]);
}

/** No capture point of the zone had a packet. */
function isSilent({ plan, points }: Mapped, segments: readonly Segment[]): boolean {
  const vlans = segments.map(({ vlan }) => vlan);
  const own = plan.points.filter((point) => point.vlans.some((vlan) => vlans.includes(vlan)));
  return !points.some(({ point, packets }) => packets > 0 && own.some(({ name }) => name === point));
}

type Segment = NetworkPlan['zones'][number]['segments'][number];

/** VLAN, addresses and name; before them a dot where a capture point sees the VLAN, filled when packets came. */
function segmentRow(mapped: Mapped, { name, vlan, prefix, ipv6 }: Segment, x: number, y: number): Shape[] {
  const points = vlan === null ? [] : mapped.plan.points.filter(({ vlans }) => vlans.includes(vlan));
  const heard = mapped.points.some(({ point, packets }) => packets > 0 && points.some((own) => own.name === point));
  const eye = shape('circle', { class: heard ? 'point' : 'point silent', cx: x + 14, cy: y - 4, r: 4.5 }, [
    shape('title', {}, same(points.map((point) => point.name).join(', '))),
  ]);
  return [
    ...(points.length === 0 ? [] : [eye]),
    words(x + 25, y, same(vlan === null ? '' : String(vlan)), 'start', 'segment'),
    words(x + 55, y, same(fitText(prefix ?? ipv6 ?? '', 18)), 'start', 'segment'),
    words(x + 146, y, same(fitText(name ?? '', 17)), 'start', 'segment name'),
  ];
}

function gatewayBox({ gateway, box, stubs }: PlacedGateway): Shape {
  const units = Math.floor(box.width / 6.6);
  const middle = box.x + box.width / 2;
  return shape('g', { class: 'gateway' }, [
    ...stubs.map(([x1, y1, x2, y2]) => shape('path', { class: 'stub', d: `M${x1} ${y1}L${x2} ${y2}` })),
    shape('rect', { ...corners(box), rx: 2 }),
    words(middle, box.y + 13, same(fitText(gateway.name, units)), 'middle', 'gateway-name'),
    words(middle, box.y + 25, same(fitText(gateway.roles.join(' '), units + 3)), 'middle', 'gateway-role'),
  ]);
}

function line({ edge: { kind }, points }: PlacedEdge): Shape {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const arrow = (ARROWS as readonly string[]).includes(kind) ? { 'marker-end': `url(#end-${kind})` } : {};
  return shape('path', { class: `edge ${kind}`, d, ...arrow });
}

/** The label lies over its own lane; that of findings is a link to them. */
function tag({ linkOf }: Mapped, { edge, label: [x, y] }: PlacedEdge): Shape {
  const text = edgeText(edge);
  const width = Math.max(unitsOf(text.ja), unitsOf(text.en)) * 5.9 + 10;
  const contents = [
    shape('rect', { ...corners({ x: x - width / 2, y: y - 7.5, width, height: 15 }), rx: 7.5 }),
    words(x, y + 4, text, 'middle'),
  ];
  const link = linkOf(edge);
  if (link === null) return shape('g', { class: `tag ${edge.kind}` }, contents);
  return { ...shape('a', { class: `tag ${edge.kind}`, ...link }, contents), label: edgeName(edge) };
}
