import { describeDuration } from '../base/duration.js';
import type { Text } from '../base/text.js';
import { SEVERITIES, type Coverage, type Finding, type ScanReport } from '../model/report.js';
import { AREA_NAMES } from '../topology/area-names.js';
import { spanSeconds } from './span-seconds.js';

/**
 * A period may be this much shorter than the earlier one and still count as having looked as long. What happened once in
 * a fortnight is not gone because an hour went by without it.
 */
const LEAST_SHARE_OF_PERIOD = 0.9;

/** What has to be known of an earlier run to tell whether a later one looked where it did. */
export interface EarlierLook {
  readonly coverage: Pick<Coverage, 'points' | 'zones' | 'boundaries'>;
}

/**
 * Why a finding of the earlier report, which the current one does not have, may only not have been looked at. Empty: the
 * current run would have seen it, so it is gone.
 */
export function gapsOf(finding: Finding, before: EarlierLook, current: ScanReport): readonly Text[] {
  const stations = stationsOf(finding, before);
  const points = new Set(stations.map(({ point }) => point));
  return [
    ...ruleGaps(finding, current),
    ...stations.flatMap((station) => stationGaps(station, current.coverage)),
    ...[...points].flatMap((point) => periodGaps(point, before, current)),
    ...boundaryGaps(finding, before.coverage, current.coverage),
    ...zoneGaps(finding, before.coverage, current.coverage),
    ...qualityGaps(points, current),
  ];
}

interface Station {
  readonly point: string | null;
  /** null: any */
  readonly vlan: string | null;
}

/** Where the packets that showed it were captured; everywhere that was captured for a finding that cites none. */
function stationsOf(finding: Finding, before: EarlierLook): readonly Station[] {
  const cited = finding.evidence.map(({ point, vlan }): Station => ({ point, vlan: vlan ?? null }));
  const all = before.coverage.points.filter(({ packets }) => packets > 0).map(({ point }) => ({ point, vlan: null }));
  const distinct = new Map((cited.length === 0 ? all : cited).map((place) => [JSON.stringify(place), place]));
  return [...distinct.values()];
}

function ruleGaps({ rule, severity }: Finding, current: ScanReport): Text[] {
  const gaps: Text[] = [];
  if (current.coverage.notChecked.some((entry) => entry.rule === rule)) {
    gaps.push({ ja: `規則 ${rule} は今回確認していない。`, en: `Rule ${rule} was not checked this time.` });
  }
  if (current.omitted !== undefined && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(current.omitted.below)) {
    gaps.push({
      ja: `深刻度 ${current.omitted.below} 未満の検出事項は、今回の報告に掲載されていない（--min-severity）。`,
      en: `Findings below severity ${current.omitted.below} are not listed in this report (--min-severity).`,
    });
  }
  if (current.statistics.interrupted) {
    gaps.push({ ja: '今回の読み取りは途中で中断された。', en: 'The reading was interrupted this time.' });
  }
  return gaps;
}

function stationGaps({ point, vlan }: Station, coverage: Coverage): Text[] {
  const now = coverage.points.find((candidate) => candidate.point === point);
  if (now === undefined || now.packets === 0) {
    return [
      {
        ja: `採取点${nameOf(point).ja}のパケットが今回はない。`,
        en: `There are no packets from capture point ${nameOf(point).en} this time.`,
      },
    ];
  }
  if (vlan === null || now.vlans.includes(vlan)) return [];
  return [
    {
      ja: `採取点${nameOf(point).ja}で VLAN ${vlan} が今回は観測されていない。`,
      en: `VLAN ${vlan} was not seen at capture point ${nameOf(point).en} this time.`,
    },
  ];
}

function periodGaps(point: string | null, before: EarlierLook, current: EarlierLook): Text[] {
  const secondsAt = ({ coverage }: EarlierLook): number => {
    const at = coverage.points.find((candidate) => candidate.point === point);
    return at === undefined ? 0 : spanSeconds(at.first, at.last);
  };
  const [was, is] = [secondsAt(before), secondsAt(current)];
  if (is === 0 || is >= was * LEAST_SHARE_OF_PERIOD) return [];
  return [
    {
      ja: `採取点${nameOf(point).ja}の採取期間が前回より短い（${describeDuration(was).ja}から${describeDuration(is).ja}）。`,
      en: `The capture at ${nameOf(point).en} is shorter than before (${describeDuration(was).en}, now ${describeDuration(is).en}).`,
    },
  ];
}

const RANK: Readonly<Record<Coverage['boundaries'][number]['result'], number>> = {
  observed: 2,
  'one-side': 1,
  'not-observed': 0,
};

/** Boundaries between the finding's two areas of which less was seen than before. */
function boundaryGaps({ from, to }: Finding, before: EarlierLook['coverage'], current: Coverage): Text[] {
  return before.boundaries
    .filter(({ sides }) => [from.zone, to.zone].every((zone) => sides.some((side) => side.zone === zone)))
    .filter(({ boundary, result }) => {
      const now = current.boundaries.find((candidate) => candidate.boundary === boundary);
      return RANK[now?.result ?? 'not-observed'] < RANK[result];
    })
    .map(({ boundary, gateway, sides }) => ({
      ja: `境界 ${gateway}（${sides.map(({ zone }) => areaName(zone).ja).join('と')}）は前回ほど観測されていない。`,
      en: `Less of the boundary ${boundary} was observed than before.`,
    }));
}

function zoneGaps({ from, to }: Finding, before: EarlierLook['coverage'], current: Coverage): Text[] {
  const hostsSeen = (coverage: EarlierLook['coverage'], zone: string): number =>
    coverage.zones.find((candidate) => candidate.zone === zone)?.hostsSeen ?? 0;
  return [...new Set([from.zone, to.zone])]
    .filter((zone) => zone !== null)
    .filter((zone) => hostsSeen(before, zone) > 0 && hostsSeen(current, zone) === 0)
    .map((zone) => ({
      ja: `${areaName(zone).ja}の登録機器が今回は一台も観測されていない。`,
      en: `No declared host of the ${areaName(zone).en} was seen this time.`,
    }));
}

/** What took the ground from claims about these points, or about the whole run. */
function qualityGaps(points: ReadonlySet<string | null>, current: ScanReport): Text[] {
  return current.quality
    .filter(({ effect, point, check }) => {
      if (effect !== 'undetermined') return false;
      return point === null ? /^(CAP|RUN)-/.test(check) : points.has(point);
    })
    .map(({ check, point, message }) => ({
      ja: `${check}${point === null ? '' : ` ${point}`}：${message.ja}`,
      en: `${check}${point === null ? '' : ` ${point}`}: ${message.en}`,
    }));
}

/** A zone of a report that somebody else may have written. */
function areaName(zone: string): Text {
  const names: Readonly<Record<string, Text>> = AREA_NAMES;
  return (Object.hasOwn(names, zone) ? names[zone] : undefined) ?? { ja: zone, en: zone };
}

function nameOf(point: string | null): Text {
  return point === null ? { ja: '（名前なし）', en: '(unnamed)' } : { ja: ` ${point} `, en: point };
}
