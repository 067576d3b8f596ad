import type { Text } from '../../base/text.js';
import type { Area } from '../../model/place.js';
import { formatCount } from '../words/numbers.js';
import { WORDS } from '../words/words.js';
import type { EdgeKind, MapEdge } from './map-edges.js';

/** What the lines mean, for legends. */
export const EDGE_WORDS: Readonly<Record<EdgeKind, Text>> = {
  conduit: { ja: '許可通信の定義', en: 'permitted (conduits)' },
  observed: { ja: '観測のみ', en: 'observed only' },
  violation: { ja: '違反', en: 'violation' },
  suspected: { ja: '違反の疑い', en: 'suspected violation' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
  stopped: { ja: '試行・遮断確認', en: 'attempt, blocked' },
};

const COUNTED: Readonly<Record<Exclude<EdgeKind, 'conduit' | 'observed'>, Text>> = {
  violation: { ja: '違反', en: 'violation' },
  suspected: { ja: '疑い', en: 'suspected' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
  stopped: { ja: '試行・遮断', en: 'stopped' },
};

function flowsText(flows: number): Text {
  const count = formatCount(flows);
  return { ja: `${count}フロー`, en: `${count} ${flows === 1 ? 'flow' : 'flows'}` };
}

/** What stands on a line: `許可通信 8（未使用 1）・1,234フロー`, `違反 3`. */
export function edgeText({ kind, count, unused, flows }: MapEdge): Text {
  const seen = flowsText(flows);
  if (kind === 'observed') return seen;
  const number = formatCount(count);
  if (kind !== 'conduit') {
    const { ja, en } = COUNTED[kind];
    return { ja: `${ja} ${number}`, en: `${number} ${en}${kind === 'violation' && count !== 1 ? 's' : ''}` };
  }
  return {
    ja: `許可通信 ${number}${unused > 0 ? `（未使用 ${unused}）` : ''}${flows > 0 ? `・${seen.ja}` : ''}`,
    en: `${number} permitted${unused > 0 ? ` (${unused} unused)` : ''}${flows > 0 ? `, ${seen.en}` : ''}`,
  };
}

/** `LGWAN接続系 → インターネット接続系: 違反 3`; permitted crossings go both ways. */
export function edgeName(edge: MapEdge): Text {
  const text = edgeText(edge);
  const arrow = edge.kind === 'conduit' || edge.kind === 'observed' ? '↔' : '→';
  const name = (lang: keyof Text): string =>
    `${WORDS.area[edge.from][lang]} ${arrow} ${WORDS.area[edge.to][lang]}: ${text[lang]}`;
  return { ja: name('ja'), en: name('en') };
}

/** Half-width units that a text takes; full-width characters take two. */
export function unitsOf(text: string): number {
  return text.replace(/[^ -ÿ]/g, '..').length;
}

/** As much of a text as fits into so many half-width units. */
export function fitText(text: string, units: number): string {
  if (unitsOf(text) <= units) return text;
  let kept = '';
  for (const character of text) {
    if (unitsOf(kept) + unitsOf(character) > units - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A realm's whole name where it fits into its box, in each language by itself. */
export function areaName(area: Area, width: number): Text {
  const name = (lang: keyof Text): string => {
    const whole = WORDS.area[area][lang];
    return unitsOf(whole) * 6.3 <= width - 12 ? whole : WORDS.shortArea[area][lang];
  };
  return { ja: name('ja'), en: name('en') };
}
