import { h, type JSX } from 'preact';
import type { Text } from '../../../base/text.js';
import { ARROWS, drawZoneMap } from '../../../report/map/draw-zone-map.js';
import { EDGE_KINDS, type MapEdge } from '../../../report/map/map-edges.js';
import { EDGE_WORDS } from '../../../report/map/map-words.js';
import type { Shape } from '../../../report/map/shape.js';
import type { OverviewAnswer } from '../../api.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';

type Mapped = Pick<OverviewAnswer, 'plan' | 'edges' | 'points' | 'inside'>;

/** The network as it was promised, with what crosses it now: the drawing of the report. */
export function ZoneMap({ overview }: { readonly overview: Mapped }): JSX.Element {
  const { say } = usePage();
  const drawing = drawZoneMap({ ...overview, linkOf });
  return (
    <figure class="map">
      <div class="scroll" tabIndex={0}>
        <svg
          class="zone-map"
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="group"
          aria-label={say(drawing.label)}
        >
          <defs>
            {ARROWS.map((kind) => (
              <marker
                key={kind}
                id={`end-${kind}`}
                class={`tip ${kind}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="6"
                markerHeight="6"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8z" />
              </marker>
            ))}
          </defs>
          {drawing.shapes.map((shape, index) => (
            <Drawn key={index} shape={shape} />
          ))}
        </svg>
      </div>
      <figcaption>
        <ul class="legend">
          {EDGE_KINDS.filter((kind) => overview.edges.some((edge) => edge.kind === kind)).map((kind) => (
            <li key={kind} class={`e-${kind}`}>
              {say(EDGE_WORDS[kind])}
            </li>
          ))}
          <li class="e-point">{say({ ja: 'パケットのあったVLAN', en: 'VLAN with packets' })}</li>
          <li class="e-point silent">
            {say({ ja: '採取点はあるがパケットのないVLAN', en: 'VLAN captured, but silent' })}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

/** Findings of a line, or how much went there. */
function linkOf({ kind, from, to }: MapEdge): Record<string, string> | null {
  if (kind === 'conduit' || kind === 'observed') return { href: linkTo('traffic', { pair: `${from} ${to}` }) };
  return { href: linkTo('findings', { from, to }) };
}

function isWords(contents: Shape['contents']): contents is Text {
  return !Array.isArray(contents);
}

function Drawn({ shape }: { readonly shape: Shape }): JSX.Element {
  const { say } = usePage();
  const { tag, attributes, label, contents } = shape;
  const spoken = label === undefined ? {} : { 'aria-label': say(label) };
  const inner = isWords(contents) ? say(contents) : contents.map((piece, index) => <Drawn key={index} shape={piece} />);
  return h(tag, { ...attributes, ...spoken }, inner);
}
