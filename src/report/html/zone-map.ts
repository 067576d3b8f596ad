import type { ScanReport } from '../../model/report.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import { anchorOfFinding } from './finding-anchor.js';
import { markup, type Markup } from './markup.js';
import { both, type Paper } from './paper.js';
import { mapEdges, type MapEdge } from './zone-map-edges.js';
import {
  layoutZoneMap,
  SEGMENT_HEIGHT,
  SEGMENTS_SHOWN,
  ZONE_HEAD_HEIGHT,
  type PlacedEdge,
  type PlacedGateway,
  type ZoneMapLayout,
} from './zone-map-layout.js';

type Mapped = Pick<ScanReport, 'plan' | 'findings' | 'coverage'>;

/** The zones as they were promised, and over them what was found to cross: a drawing for people, told again in words. */
export function zoneMap(paper: Paper, report: Mapped): Markup {
  const edges = mapEdges(report);
  const layout = layoutZoneMap(report.plan, edges);
  return markup`<figure class="map"><div class="scroll"><svg viewBox="0 0 ${layout.width} ${layout.height}" role="group"${paper.attribute(
    'aria-label',
    {
      ja: '領域・セグメント・ゲートウェイ・許可通信・採取点の図。違反は赤い線で、件数を添えて示す。',
      en: 'Map of zones, segments, gateways, conduits and capture points; violations are red lines with their counts.',
    },
  )}>
<defs>${(['conduit', 'violation', 'suspected', 'stopped'] as const).map(
    (kind) =>
      markup`<marker id="end-${kind}" class="tip ${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`,
  )}</defs>
${layout.realms.map(
  ({ area, box }) =>
    markup`<g class="realm"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="16"/>${label(paper, box.x + box.width / 2, box.y + 22, realmName(area, box.width), 'middle')}</g>
`,
)}${layout.zones.map((zone) => zoneBox(paper, report, zone))}${layout.edges.map((edge) => line(edge))}${layout.gateways.map(gatewayBox)}${layout.edges.map(
    (edge) => edgeLabel(paper, edge),
  )}</svg></div>
<figcaption><ul class="legend">${(['conduit', 'violation', 'suspected', 'stopped'] as const).map(
    (kind) => markup`<li class="e-${kind}">${paper.say(EDGE_WORDS[kind])}</li>`,
  )}<li class="e-point">${paper.say({ ja: '採取点のあるVLAN', en: 'VLAN with a capture point' })}</li></ul>${paper.say({
    ja: '領域の中の行は、VLAN・アドレス・名称。赤・黄・灰の線の数は検出事項の件数で、押すとその検出事項を示す。',
    en: 'Rows inside a zone: VLAN, addresses, name. Numbers on red, amber and grey lines count findings and lead to them.',
  })}</figcaption></figure>
`;
}

const EDGE_WORDS = {
  conduit: { ja: '許可通信の定義', en: 'permitted (conduits)' },
  violation: { ja: '違反', en: 'violation' },
  suspected: { ja: '違反の疑い', en: 'suspected violation' },
  stopped: { ja: '試行・遮断確認', en: 'attempt, blocked' },
} as const;

type Words = Parameters<Paper['say']>[0];

/** Half-width units that a text takes; full-width characters take two. */
function unitsOf(text: string): number {
  return text.replace(/[^ -ÿ]/g, '..').length;
}

/** The whole name where it fits into its box, in each language by itself. */
function realmName(area: ZoneMapLayout['realms'][number]['area'], width: number): Words {
  return both((lang) => {
    const whole = WORDS.area[area][lang];
    return unitsOf(whole) * 6.3 <= width - 12 ? whole : WORDS.shortArea[area][lang];
  });
}

function label(paper: Paper, x: number, y: number, text: Words, anchor: 'start' | 'middle', style = ''): Markup {
  const { mark, inner } = paper.put(text);
  return markup`<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" class="${style}"${mark}>${inner}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** As much of a text as fits; full-width characters count twice. */
function fit(text: string, units: number): string {
  let used = 0;
  for (let index = 0; index < text.length; index++) {
    used += text.charCodeAt(index) > 0xff ? 2 : 1;
    if (used > units) return `${text.slice(0, Math.max(1, index - 1))}…`;
  }
  return text;
}

function zoneBox(paper: Paper, report: Mapped, { zone, box }: ZoneMapLayout['zones'][number]): Markup {
  const plan = report.plan.zones.find((candidate) => candidate.zone === zone);
  const segments = plan?.segments ?? [];
  const shown = segments.slice(0, SEGMENTS_SHOWN);
  const inside = report.findings.filter(
    ({ verdict, from, to }) =>
      (verdict === 'violation' || verdict === 'suspected') &&
      from.zone === zone &&
      (to.zone === zone || to.zone === null),
  ).length;
  const rows = shown.map(({ name, vlan, prefix, ipv6 }, index) => {
    const y = box.y + ZONE_HEAD_HEIGHT + index * SEGMENT_HEIGHT + 13;
    const points = vlan === null ? [] : pointsOn(report, vlan);
    const seen = points.some((point) =>
      report.coverage.points.some((seen) => seen.point === point && seen.packets > 0),
    );
    const eye =
      points.length === 0
        ? markup``
        : markup`<circle class="point${seen ? '' : ' silent'}" cx="${box.x + 14}" cy="${y - 4}" r="4.5"><title>${points.join(', ')}</title></circle>`;
    return markup`${eye}<text class="segment" x="${box.x + 25}" y="${y}">${vlan ?? ''}</text><text class="segment" x="${box.x + 55}" y="${y}">${fit(prefix ?? ipv6 ?? '', 18)}</text><text class="segment name" x="${box.x + 146}" y="${y}">${fit(name ?? '', 17)}</text>`;
  });
  const more = segments.length - shown.length;
  return markup`<g class="zone z-${zone}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="4"/>${label(paper, box.x + 12, box.y + 34, WORDS.area[zone], 'start', 'zone-name')}${
    inside === 0
      ? markup``
      : label(
          paper,
          box.x + box.width - 96,
          box.y + 34,
          both((lang) => (lang === 'ja' ? `領域内の違反等 ${inside}` : `inside it: ${inside}`)),
          'start',
          'inside',
        )
  }${rows}${
    more <= 0
      ? markup``
      : label(
          paper,
          box.x + 25,
          box.y + ZONE_HEAD_HEIGHT + shown.length * SEGMENT_HEIGHT + 13,
          both((lang) => (lang === 'ja' ? `ほか ${more} セグメント` : `and ${more} more`)),
          'start',
          'segment',
        )
  }</g>
`;
}

function pointsOn(report: Mapped, vlan: number): readonly string[] {
  return report.plan.points.filter(({ vlans }) => vlans.includes(vlan)).map(({ name }) => name);
}

function gatewayBox({ gateway, box, stubs }: PlacedGateway): Markup {
  const units = Math.floor(box.width / 6.6);
  return markup`<g class="gateway">${stubs.map(([x1, y1, x2, y2]) => markup`<path class="stub" d="M${x1} ${y1}L${x2} ${y2}"/>`)}<rect x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${box.height}" rx="2"/><text x="${round(box.x + box.width / 2)}" y="${round(box.y + 13)}" text-anchor="middle" class="gateway-name">${fit(gateway.name, units)}</text><text x="${round(box.x + box.width / 2)}" y="${round(box.y + 25)}" text-anchor="middle" class="gateway-role">${fit(gateway.roles.join(' '), units + 3)}</text></g>
`;
}

function line({ edge, points }: PlacedEdge): Markup {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const arrow = edge.kind === 'conduit' ? markup`` : markup` marker-end="url(#end-${edge.kind})"`;
  return markup`<path class="edge ${edge.kind}" d="${d}"${arrow}/>
`;
}

const SHORT = {
  violation: ['違反', 'violation'],
  suspected: ['疑い', 'suspected'],
  stopped: ['試行・遮断', 'stopped'],
} as const;

function edgeText(edge: MapEdge): Words {
  if (edge.kind === 'conduit') {
    return both((lang) => {
      const count = formatCount(edge.count);
      if (lang === 'ja') return `許可通信 ${count}${edge.unused > 0 ? `（未使用 ${edge.unused}）` : ''}`;
      return `${count} permitted${edge.unused > 0 ? ` (${edge.unused} unused)` : ''}`;
    });
  }
  const [ja, en] = SHORT[edge.kind];
  const plural = edge.kind === 'violation' && edge.count !== 1 ? 's' : '';
  return { ja: `${ja} ${formatCount(edge.count)}`, en: `${formatCount(edge.count)} ${en}${plural}` };
}

/** The label lies over its own lane; that of findings is a link to them. */
function edgeLabel(paper: Paper, { edge, label: [x, y] }: PlacedEdge): Markup {
  const text = edgeText(edge);
  const units = Math.max(unitsOf(text.ja), unitsOf(text.en));
  const width = units * 5.9 + 10;
  const tag = markup`<rect x="${round(x - width / 2)}" y="${round(y - 7.5)}" width="${round(width)}" height="15" rx="7.5"/>${label(paper, x, y + 4, text, 'middle')}`;
  const { opens } = edge;
  if (opens === null)
    return markup`<g class="tag conduit">${tag}</g>
`;
  const name = both((lang) => `${WORDS.area[edge.from][lang]} → ${WORDS.area[edge.to][lang]}: ${text[lang]}`);
  return markup`<a class="tag ${edge.kind}" href="#${anchorOfFinding(opens)}" data-from="${edge.from}" data-to="${edge.to}"${paper.attribute('aria-label', name)}>${tag}</a>
`;
}
