import type { Language, Text } from '../../base/text.js';
import type { ProofOutcome, TwinOutcome } from '../../model/proof.js';
import type { Paint } from '../layout/paint.js';

type Words<K extends string> = Readonly<Record<K, Text>>;

export const OUTCOME_WORDS: Words<ProofOutcome> = {
  caught: { ja: '検出', en: 'caught' },
  missed: { ja: '見逃し', en: 'missed' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
  'not-applicable': { ja: '該当なし', en: 'not applicable' },
};

export const OUTCOME_PAINT: Readonly<Record<ProofOutcome, Paint>> = {
  caught: 'good',
  missed: 'alarm',
  undetermined: 'warning',
  'not-applicable': 'faint',
};

export const TWIN_WORDS: Words<TwinOutcome> = {
  quiet: { ja: '沈黙', en: 'quiet' },
  alarm: { ja: '誤検知', en: 'false alarm' },
  none: { ja: '―', en: '-' },
};

const ja = {
  title: '検知能力の確認（陽性対照）',
  lead: '構成定義ファイルのアドレス、MACアドレス、VLAN、許可通信から違反の例と許可された近い例を作り、実際の判定処理にかけた結果。実際の通信についての結果ではない。',
  organization: '団体',
  topology: '構成定義',
  result: '結果',
  proven: '作ることのできた違反の例はすべて現れ、誤検知はなかった。',
  gaps: '現れない違反の例、採取されないVLAN、または誤検知がある。',
  interrupted: '途中で中断されたため、残りは試していない。',
  counts: '内訳',
  silent: 'どの組でも現れない規則',
  blind: '採取点のないVLAN',
  blindLead: '次のVLANはどの採取点にも含まれない。その中だけで起きることは誰にも見えない。',
  gapsHeading: '現れないもの',
  doubts: 'パケットでは判定できないもの',
  nothing: '対象がないもの',
  alarms: '誤検知',
  conduits: '登録どおりに使った許可通信',
  conduitsQuiet: (count: number): string => `${count}件は、登録どおりに使っても何も現れなかった。`,
  table: '規則と領域の組',
  rule: '規則',
  pairs: '開始側→応答側',
  outcome: '結果',
  twin: '許可例',
  as: (rule: string): string => `${rule} として`,
  everywhere: '（組によらない）',
  separator: '、',
  arrow: '→',
  notes: '注記',
  ask: (count: number): string => `${count}件`,
};

const en: typeof ja = {
  title: 'What would be detected (positive control)',
  lead: "Violations, and permitted neighbours of them, were made from the topology's own addresses, MAC addresses, VLANs and conduits and judged by the real pipeline. This says nothing about real traffic.",
  organization: 'Organization',
  topology: 'Topology',
  result: 'Result',
  proven: 'Every violation that could be planted was found, and no alarm was false.',
  gaps: 'Some violations would be missed, some VLANs are seen by nobody, or an alarm was false.',
  interrupted: 'It was interrupted: the rest was not tried.',
  counts: 'Counts',
  silent: 'Rules that fire for no pair',
  blind: 'VLANs without a capture point',
  blindLead: 'No capture point carries these VLANs: what stays within them is seen by nobody.',
  gapsHeading: 'What would be missed',
  doubts: 'What packets cannot tell',
  nothing: 'What there is nothing to plant for',
  alarms: 'False alarms',
  conduits: 'Conduits used within their terms',
  conduitsQuiet: (count) => `${count} raised nothing.`,
  table: 'Rules and pairs of areas',
  rule: 'Rule',
  pairs: 'From → to',
  outcome: 'Outcome',
  twin: 'Permitted twin',
  as: (rule) => `as ${rule}`,
  everywhere: '(no pair)',
  separator: ', ',
  arrow: '→',
  notes: 'Notes',
  ask: (count) => String(count),
};

export type ProofLabels = typeof ja;
export const PROOF_LABELS: Readonly<Record<Language, ProofLabels>> = { ja, en };
