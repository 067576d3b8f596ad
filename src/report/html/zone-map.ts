import type { ScanReport } from '../../model/report.js';
import { ARROWS, drawZoneMap, insideZones } from '../map/draw-zone-map.js';
import { mapEdges, type EdgeKind } from '../map/map-edges.js';
import { EDGE_WORDS } from '../map/map-words.js';
import type { Shape } from '../map/shape.js';
import { anchorOfFinding } from './finding-anchor.js';
import { Markup, markup } from './markup.js';
import type { Paper } from './paper.js';

type Mapped = Pick<ScanReport, 'plan' | 'findings' | 'coverage' | 'matrix'>;

/** The zones as they were promised, and over them what was found to cross: a drawing for people, told again in words. */
export function zoneMap(paper: Paper, { plan, findings, coverage, matrix }: Mapped): Markup {
  const edges = mapEdges({ plan, findings, matrix, conduits: coverage.conduits });
  const drawing = drawZoneMap({
    ...{ plan, edges, points: coverage.points },
    inside: insideZones(findings),
    linkOf: ({ opens, from, to }) =>
      opens === null ? null : { href: `#${anchorOfFinding({ id: opens })}`, 'data-from': from, 'data-to': to },
  });
  // what is not on the map needs no explanation
  const isDrawn = (kind: EdgeKind): boolean => edges.some((edge) => edge.kind === kind);
  const legend = (['conduit', 'violation', 'suspected', 'stopped', 'undetermined', 'observed'] as const).filter(
    (kind) => isDrawn(kind) || (kind !== 'undetermined' && kind !== 'observed'),
  );
  return markup`<figure class="map"><div class="scroll"><svg viewBox="0 0 ${drawing.width} ${drawing.height}" role="group"${paper.attribute(
    'aria-label',
    drawing.label,
  )}>
<defs>${ARROWS.map(
    (kind) =>
      markup`<marker id="end-${kind}" class="tip ${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`,
  )}</defs>
${drawing.shapes.map(
  (shape) => markup`${written(paper, shape)}
`,
)}</svg></div>
<figcaption><ul class="legend">${legend.map(
    (kind) => markup`<li class="e-${kind}">${paper.say(EDGE_WORDS[kind])}</li>`,
  )}<li class="e-point">${paper.say({ ja: '採取点のあるVLAN', en: 'VLAN with a capture point' })}</li></ul>${paper.say({
    ja: '領域の中の行は、VLAN・アドレス・名称。赤・黄・灰の線の数は検出事項の件数で、押すとその検出事項を示す。',
    en: 'Rows inside a zone: VLAN, addresses, name. Numbers on red, amber and grey lines count findings and lead to them.',
  })}</figcaption></figure>
`;
}

function isWords(contents: Shape['contents']): contents is Exclude<Shape['contents'], readonly Shape[]> {
  return !Array.isArray(contents);
}

/** Tags and names of attributes are the program's own; values and words are escaped. */
function written(paper: Paper, { tag, attributes, label, contents }: Shape): Markup {
  const name = Markup.trust(tag);
  const given = Object.entries(attributes).map(([key, value]) => markup` ${Markup.trust(key)}="${value}"`);
  const spoken = label === undefined ? markup`` : paper.attribute('aria-label', label);
  if (isWords(contents)) {
    const { mark, inner } = paper.put(contents);
    return markup`<${name}${given}${spoken}${mark}>${inner}</${name}>`;
  }
  if (contents.length === 0) return markup`<${name}${given}${spoken}/>`;
  return markup`<${name}${given}${spoken}>${contents.map((inner) => written(paper, inner))}</${name}>`;
}
