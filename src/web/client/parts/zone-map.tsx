import type { JSX } from 'preact';
import type { NetworkPlan } from '../../../model/network-plan.js';
import { ZONES, type Area } from '../../../model/place.js';
import type { Coverage } from '../../../model/report.js';
import { formatCount } from '../../../report/words/numbers.js';
import { WORDS, wordOf } from '../../../report/words/words.js';
import type { AreaPath } from '../../api.js';
import { linkTo } from '../place.js';
import { usePage } from '../session.js';
import { mapNodes, routeOf, type MapNode } from './map-layout.js';
import { severestOf } from './path-state.js';

/** The network as it was promised, with what crosses it now. */
export function ZoneMap(props: {
  readonly plan: NetworkPlan;
  readonly paths: readonly AreaPath[];
  readonly points: Coverage['points'];
  readonly zones: readonly { readonly zone: string; readonly silent: boolean }[];
}): JSX.Element {
  const { say } = usePage();
  const shown = props.paths.filter(({ from, to }) => from !== 'special' && to !== 'special');
  const nodes = mapNodes(props.plan, shown);
  const byArea = new Map<Area, MapNode>(nodes.map((node) => [node.area, node]));
  // the worst lies on top
  const ordered = shown.toSorted((x, y) => weight(x) - weight(y));
  return (
    <svg
      class="zone-map"
      viewBox="0 0 1000 475"
      role="group"
      aria-label={say({
        ja: '領域と通信の図（下の表と同じ内容）',
        en: 'Map of zones and traffic (as in the table below)',
      })}
    >
      <defs>
        {['violation', 'suspected', 'undetermined', 'attempt', 'permitted', 'quiet'].map((state) => (
          <marker
            key={state}
            id={`arrow-${state}`}
            class={`arrow path-${state}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="11"
            markerHeight="11"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0 1 10 5 0 9z" />
          </marker>
        ))}
      </defs>
      {nodes.map((node) => (
        <AreaBox key={node.area} node={node} plan={props.plan} points={props.points} zones={props.zones} />
      ))}
      <Gateways plan={props.plan} nodes={byArea} />
      {ordered.map((path) => {
        const from = byArea.get(path.from);
        const to = byArea.get(path.to);
        return from === undefined || to === undefined ? null : (
          <PathLine key={`${path.from} ${path.to}`} path={path} from={from} to={to} />
        );
      })}
    </svg>
  );
}

const WEIGHTS = ['quiet', 'permitted', 'attempt', 'undetermined', 'suspected', 'violation'];

function weight(path: AreaPath): number {
  return WEIGHTS.indexOf(severestOf(path));
}

function AreaBox(props: {
  readonly node: MapNode;
  readonly plan: NetworkPlan;
  readonly points: Coverage['points'];
  readonly zones: readonly { readonly zone: string; readonly silent: boolean }[];
}): JSX.Element {
  const { language, say } = usePage();
  const { area, x, y, width, height } = props.node;
  const zone = props.plan.zones.find((candidate) => candidate.zone === area);
  const left = x - width / 2;
  const top = y - height / 2;
  const silent = props.zones.some((entry) => entry.zone === area && entry.silent);
  if (zone === undefined) {
    return (
      <g class="realm-box">
        <rect x={left} y={top} width={width} height={height} rx="4" />
        <text x={x} y={y + 5} text-anchor="middle">
          {wordOf(language === 'ja' ? WORDS.area : WORDS.shortArea, area, language).replace('自治体情報', '')}
        </text>
      </g>
    );
  }
  const vlans = zone.segments.map(({ vlan }) => vlan).filter((vlan) => vlan !== null);
  const points = props.plan.points.filter((point) => point.vlans.some((vlan) => vlans.includes(vlan)));
  return (
    <g class={`zone-box zone-${area}${silent ? ' is-silent' : ''}`}>
      <rect x={left} y={top} width={width} height={height} rx="6" />
      <text class="zone-name" x={x} y={top + 25} text-anchor="middle">
        {wordOf(WORDS.area, area, language)}
      </text>
      <text x={x} y={top + 46} text-anchor="middle">
        {say({
          ja: `セグメント ${zone.segments.length}・登録機器 ${formatCount(zone.hosts)}`,
          en: `${zone.segments.length} segments, ${formatCount(zone.hosts)} hosts`,
        })}
      </text>
      {points.slice(0, 4).map((point, index) => {
        const seen = props.points.find((entry) => entry.point === point.name);
        const live = seen !== undefined && seen.packets > 0;
        const column = index % 2;
        const row = Math.floor(index / 2);
        return (
          <g key={point.name} class={live ? 'point is-live' : 'point'}>
            <circle cx={left + 18 + column * (width / 2)} cy={top + 71 + row * 22} r="5" />
            <text x={left + 28 + column * (width / 2)} y={top + 76 + row * 22}>
              {point.name.length > 11 ? `${point.name.slice(0, 10)}…` : point.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The devices that stand between two zones, named under the gap. */
function Gateways(props: { readonly plan: NetworkPlan; readonly nodes: ReadonlyMap<Area, MapNode> }): JSX.Element {
  const pairs = [
    [ZONES[0], ZONES[1]],
    [ZONES[1], ZONES[2]],
  ] as const;
  return (
    <>
      {pairs.map(([one, other]) => {
        const joins = (zone: string) => (leg: { readonly zone: string }) => leg.zone === zone;
        const names = props.plan.gateways
          .filter(({ legs }) => legs.some(joins(one)) && legs.some(joins(other)))
          .map(({ name }) => name);
        const x = ((props.nodes.get(one)?.x ?? 0) + (props.nodes.get(other)?.x ?? 0)) / 2;
        return (
          <g key={one} class="gateways">
            {names.slice(0, 4).map((name, index) => (
              <text key={name} x={x} y={320 + index * 16} text-anchor="middle">
                {index === 3 && names.length > 4 ? `+${names.length - 3}` : `◇ ${name.slice(0, 14)}`}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}

function PathLine(props: { readonly path: AreaPath; readonly from: MapNode; readonly to: MapNode }): JSX.Element {
  const { language, say } = usePage();
  const { path } = props;
  const state = severestOf(path);
  const { d, labelX, labelY } = routeOf(props.from, props.to);
  const label = formatCount(path.flows);
  const width = 12 + label.length * 7;
  const name = (area: Area): string => wordOf(WORDS.area, area, language);
  const open = Object.values(path.open).reduce((sum, count) => sum + count, 0);
  const what = say({
    ja: `${name(path.from)}から${name(path.to)}へ ${label} フロー、未解決の検出事項 ${open} 件`,
    en: `${name(path.from)} to ${name(path.to)}: ${label} flows, ${open} open findings`,
  });
  return (
    <a
      class={`path path-${state}`}
      href={
        open > 0
          ? linkTo('findings', { from: path.from, to: path.to })
          : linkTo('traffic', { pair: `${path.from} ${path.to}` })
      }
      aria-label={what}
    >
      <title>{what}</title>
      <path class="hit" d={d} />
      <path
        class="line"
        d={d}
        stroke-width={Math.min(6, 1.4 + Math.log10(path.flows + 1))}
        marker-end={`url(#arrow-${state})`}
      />
      <rect x={labelX - width / 2} y={labelY - 10} width={width} height="20" rx="10" />
      <text x={labelX} y={labelY + 4.5} text-anchor="middle">
        {label}
      </text>
    </a>
  );
}
