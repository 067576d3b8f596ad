import type { Text } from '../../base/text.js';
import type { QualityEffect, QualityEntry } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import type { ReadRecords } from './read-flow-records.js';
import type { KnownRun } from './run-of-records.js';

export interface RecordsState {
  readonly path: string;
  readonly run: KnownRun;
  /** null: a report was read */
  readonly read: ReadRecords | null;
  /** findings of a report from which no flow can be made; null: no report was read */
  readonly left: number | null;
  /** everything stands where it stood: what was seen of cards and switches still holds */
  readonly isSameNetwork: boolean;
  /** and content was looked into for the same reasons */
  readonly isSameContent: boolean;
  /** capture points that the records name */
  readonly points: readonly (string | null)[];
  readonly topology: Topology;
}

/** What records do not hold is no news, good or bad: said here, never silent. */
export function recordsQuality(state: RecordsState): QualityEntry[] {
  const { path, run, read, left, isSameNetwork, isSameContent, points, topology } = state;
  const entries = (run.quality ?? []).filter(({ check }) => !check.startsWith('RUN-RECORDS'));
  const say = (check: string, value: QualityEntry['value'], effect: QualityEffect, message: Text): void => {
    entries.push({ check, point: null, value, effect, message });
  };
  say('RUN-RECORDS', path, 'note', {
    ja: 'キャプチャを読まず、保存された記録から判定した。証拠のフレームの内容は示さない。採取品質は記録を作ったときのものである。',
    en: 'Judged from stored records; no capture was read, and cited frames are not described. The quality of the captures is that of the run which made the records.',
  });
  if (left !== null) {
    say('RUN-RECORDS-LACK', 'flows', 'undetermined', {
      ja: '報告には検出事項のあった通信しかない。検出事項のなかった通信と、使われていない許可通信は、新しい構成定義では判定していない。各方向の数量と通信の内容も報告にはない。',
      en: 'A report has only the flows of its findings: all others, and unused conduits, are not judged by the new topology. It holds neither counts for each direction nor what the content said.',
    });
    if (left > 0)
      say('RUN-RECORDS-LACK', left, 'undetermined', {
        ja: `まとめられた検出事項、フローによらない検出事項など${left}件は、報告から再判定できない。`,
        en: `${left} findings (grouped ones, and those that rest on no single flow) cannot be judged from a report.`,
      });
  }
  if (run.quality === null)
    say('RUN-RECORDS-LACK', 'quality', 'undetermined', {
      ja: '記録に末尾の行がない（sansou flows の出力か、途中で切れたファイル）。採取の品質と、フローがすべて揃っているかは分からない。',
      en: 'The records have no last line (they are from sansou flows, or cut): the quality of the captures, and whether all flows are there, is unknown.',
    });
  if (!isSameNetwork)
    say('RUN-RECORDS-LACK', 'sightings', 'undetermined', {
      ja: 'MACアドレス、ARP、スイッチ等の観測は、それを記録した構成定義のもとでしか使えない。検査 05、10～16、21、61 のうちこれに基づくものは判定していない。',
      en: 'What was seen of cards, ARP and switches holds only under the topology by which it was recorded: checks 05, 10 to 16, 21 and 61 are not judged as far as they rest on it.',
    });
  if (left === null && !isSameContent)
    say('RUN-RECORDS-LACK', 'content', 'undetermined', {
      ja: '通信の内容は、記録を作ったときの構成定義で対象となった通信についてしか調べていない。新たに対象となった通信の内容は分からない。開始側をサービスのポートで推定した通信も、当時の許可通信によっている。',
      en: 'Content was looked into only where the topology of that time gave a reason: of flows that now have one, it is unknown. Openers that were told by service ports rest on the conduits of that time.',
    });
  if (read !== null && read.withoutHops > 0)
    say('RUN-RECORDS-LACK', read.withoutHops, 'undetermined', {
      ja: `フロー${read.withoutHops}件に経路（採取点、MACアドレス）の記録がない。経由機器、MACアドレス、拒否した機器は判定していない。`,
      en: `${read.withoutHops} flows have no hops (capture points, MAC addresses): via, cards, and who turned a flow down are not judged.`,
    });
  const kept = read?.run ?? null;
  if (kept !== null && read !== null && kept.flows !== read.flows)
    say('RUN-RECORDS-LACK', kept.flows - read.flows, 'undetermined', {
      ja: `記録の末尾はフロー${kept.flows}件と述べているが、${read.flows}件しかない。`,
      en: `The last line speaks of ${kept.flows} flows; there are ${read.flows}.`,
    });
  if (kept !== null && kept.unattributed > 0)
    say('RUN-RECORDS-LACK', kept.unattributed, 'undetermined', {
      ja: `リセットで終わったフロー${kept.unattributed}件は、上限のため、拒否した機器を判定する材料がない。`,
      en: `${kept.unattributed} flows were reset, and for want of room nothing was kept that would tell by whom.`,
    });
  const unknown = points.filter((point) => point !== null && topology.capturePoint(point) === undefined);
  if (unknown.length > 0)
    say('RUN-RECORDS-POINT', unknown.join(' '), 'undetermined', {
      ja: '記録にある採取点が構成定義にない。そこで見えた経路は判定していない。',
      en: 'The records name capture points that the topology does not have: what was seen there says nothing about paths.',
    });
  return entries;
}
