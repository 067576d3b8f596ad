import { describeDuration } from '../../base/duration.js';
import type { Text } from '../../base/text.js';
import type { QualityEntry } from '../../model/report.js';
import type { CapturePoint, ConduitKind, Topology } from '../../model/topology.js';
import { byThreshold, entry, percent, shareOf } from './quality-entry.js';
import type { PointQuality, QualityInput } from './quality-input.js';

/** Thresholds of domain.md 3.5, and ours where it gives none. */
const THRESHOLD = {
  lossNote: 0.001,
  lossUndetermined: 0.01,
  oneWayNote: 0.05,
  /** so many one-sided flows mean that the mirror itself is one-sided */
  oneWayUndetermined: 0.5,
  malformedUndetermined: 0.01,
  recommendedDays: 14,
} as const;

const SECONDS_PER_DAY = 86_400;

/** Kinds whose permission depends on what is inside: a cut packet hides it (domain.md 1.6). */
const CONTENT_KINDS: ReadonlySet<ConduitKind> = new Set(['mailText', 'mailSanitized', 'fileRebuild', 'fileVerify']);

/** What one capture point allows to claim: CAP-01 to 07, 09, 10, 12. */
export function judgePoint(point: PointQuality, topology: Topology, input: QualityInput): QualityEntry[] {
  const declared = point.point === null ? undefined : topology.capturePoint(point.point);
  const silent = judgeSilence(point);
  if (point.packets === 0) return [silent];
  return [
    judgeLoss(point),
    judgeSides(point),
    silent,
    judgeClock(point),
    judgeCut(point, topology, input),
    judgeCopies(point),
    judgeVlan(point, declared),
    judgePeriod(point),
    judgeMalformed(point),
    ...point.filters.map((filter) => judgeFilter(point.point, filter)),
  ];
}

function judgeLoss(point: PointQuality): QualityEntry {
  const { drops } = point;
  const share =
    drops === null
      ? shareOf(point.tcpGapBytes, point.tcpGapBytes + point.tcpPayloadBytes)
      : shareOf(drops.dropped, drops.received);
  const basis: Text =
    drops === null
      ? {
          ja: '採取の統計がないため、確認応答されたのに観測されないTCPのバイトから推定',
          en: 'no capture statistics; from TCP bytes that were acknowledged but not seen',
        }
      : { ja: '採取インターフェースの統計による', en: 'from the statistics of the capture interface' };
  return entry('CAP-01', point.point, share, byThreshold(share, THRESHOLD.lossNote, THRESHOLD.lossUndetermined), {
    ja: `取りこぼし率は${percent(share)}（${basis.ja}）。`,
    en: `Loss ${percent(share)} (${basis.en}).`,
  });
}

function judgeSides(point: PointQuality): QualityEntry {
  const share = shareOf(point.tcpFlowsOneWay, point.tcpFlowsOneWay + point.tcpFlowsBothWays);
  const effect =
    share >= THRESHOLD.oneWayUndetermined
      ? 'undetermined'
      : byThreshold(share, THRESHOLD.oneWayNote, THRESHOLD.oneWayUndetermined);
  return entry('CAP-02', point.point, share, effect, {
    ja: `片方向だけが観測されたTCPの通信は${percent(share)}。${effect === 'undetermined' ? 'ミラーが片方向である疑いがある。' : ''}`,
    en: `TCP flows seen one way only: ${percent(share)}.${effect === 'undetermined' ? ' The mirror may be one-sided.' : ''}`,
  });
}

function judgeSilence(point: PointQuality): QualityEntry {
  const host = point.packets - point.switchFrames;
  if (host > 0) {
    return entry('CAP-03', point.point, host, 'none', {
      ja: '機器の通信が採取されている。',
      en: 'Traffic of hosts was captured.',
    });
  }
  const why: Text =
    point.files === 0
      ? { ja: 'この採取点のファイルが与えられていない。', en: 'No file was given for this point.' }
      : point.packets === 0
        ? { ja: 'この採取点のファイルにパケットがない。', en: 'The files of this point hold no packet.' }
        : { ja: 'スイッチの制御フレームだけが採取されている。', en: 'Only control frames of switches were captured.' };
  return entry('CAP-03', point.point, host, 'undetermined', {
    ja: `${why.ja}この採取点が見る境界については何も主張できない。`,
    en: `${why.en} Nothing can be claimed for the boundaries that this point sees.`,
  });
}

function judgeClock(point: PointQuality): QualityEntry {
  const steps = point.backwardSteps;
  return entry('CAP-04', point.point, steps, steps > 0 ? 'note' : 'none', {
    ja: steps > 0 ? `時刻が直前の記録より前の記録が${steps}件ある。` : '時刻の逆行はない。',
    en: steps > 0 ? `${steps} record(s) lie before the record preceding them.` : 'Times never step back.',
  });
}

/** Undetermined where content decides: a conduit with a condition about content was used, or nobody counted its use. */
function judgeCut(point: PointQuality, topology: Topology, input: QualityInput): QualityEntry {
  const share = shareOf(point.cutPackets, point.packets);
  const used = new Map(input.coverage.conduits.map(({ conduit, flows }) => [conduit, flows]));
  const needsContent = topology.conduits.some(({ id, kind }) => CONTENT_KINDS.has(kind) && used.get(id) !== 0);
  const effect = point.cutPackets === 0 ? 'none' : needsContent ? 'undetermined' : 'note';
  return entry('CAP-05', point.point, share, effect, {
    ja:
      point.cutPackets === 0
        ? '切り詰められたパケットはない。'
        : `切り詰められたパケットは${percent(share)}。内容を条件とする規則は判定できない。領域間の通信の判定には影響しない。`,
    en:
      point.cutPackets === 0
        ? 'No packet was cut short.'
        : `Packets cut short: ${percent(share)}. Rules about content cannot be judged; those about crossings can.`,
  });
}

function judgeCopies(point: PointQuality): QualityEntry {
  const share = shareOf(point.duplicates, point.packets);
  return entry('CAP-06', point.point, share, 'none', {
    ja: `重複として除いたパケットは${percent(share)}。`,
    en: `Packets taken out as copies: ${percent(share)}.`,
  });
}

/** Without a tag, a point that carries several VLANs cannot tell on which one a frame was (domain.md 2.2). */
function judgeVlan(point: PointQuality, declared: CapturePoint | undefined): QualityEntry {
  const share = shareOf(point.untaggedIpPackets, point.ipPackets);
  const several = declared !== undefined && declared.vlans.length > 1;
  const effect = !several || share === 0 ? 'none' : share === 1 ? 'undetermined' : 'note';
  return entry('CAP-07', point.point, share, effect, {
    ja: several
      ? `複数のVLANを見る採取点で、タグのないフレームは${percent(share)}。そのVLANは分からない。`
      : `タグのないフレームは${percent(share)}。`,
    en: several
      ? `The point carries several VLANs; frames without a tag: ${percent(share)}. Their VLAN is unknown.`
      : `Frames without a tag: ${percent(share)}.`,
  });
}

function judgePeriod(point: PointQuality): QualityEntry {
  const seconds = point.first === null || point.last === null ? 0 : Number(point.last - point.first) / 1e9;
  const days = seconds / SECONDS_PER_DAY;
  // to the second
  const rounded = Math.round(days * 1e5) / 1e5;
  const [covered, longest] = [describeDuration(seconds), describeDuration(point.longestGapSeconds)];
  const gaps: Text =
    point.gaps === 0
      ? { ja: '', en: '' }
      : {
          ja: `60秒を超える空白が${point.gaps}回ある（最長${longest.ja}）。`,
          en: ` Silences of more than 60 s: ${point.gaps} (longest ${longest.en}).`,
        };
  const short = days < THRESHOLD.recommendedDays;
  return entry('CAP-09', point.point, rounded, short || point.gaps > 0 ? 'note' : 'none', {
    ja: `採取期間は${covered.ja}。${short ? `月末を含む${THRESHOLD.recommendedDays}日以上を推奨する。` : ''}${gaps.ja}`,
    en: `The capture covers ${covered.en}.${short ? ` ${THRESHOLD.recommendedDays} days or more, with a month end, are recommended.` : ''}${gaps.en}`,
  });
}

function judgeMalformed(point: PointQuality): QualityEntry {
  const count = point.malformed + point.unknownLinkTypePackets;
  const share = shareOf(point.malformed, point.packets);
  const effect =
    point.unknownLinkTypePackets > 0 || share > THRESHOLD.malformedUndetermined
      ? 'undetermined'
      : count > 0
        ? 'note'
        : 'none';
  return entry('CAP-10', point.point, count, effect, {
    ja: `最後まで解析できないフレームは${point.malformed}件、リンク種別が未対応のフレームは${point.unknownLinkTypePackets}件。`,
    en: `Frames not decoded to their end: ${point.malformed}; frames of unknown link types: ${point.unknownLinkTypePackets}.`,
  });
}

function judgeFilter(point: string | null, filter: string): QualityEntry {
  return entry('CAP-12', point, filter, 'note', {
    ja: `採取フィルタ「${filter}」により除かれた通信は判定の対象外である。`,
    en: `Traffic excluded by the capture filter "${filter}" is not judged.`,
  });
}
