import type { Text } from '../../base/text.js';
import type { ScanReport } from '../../model/report.js';

const INTERRUPTED: Text = {
  ja: '読み取りは途中で中断された。この結果は、そこまでに読んだ分だけについてのものである。',
  en: 'The reading was interrupted. This result is about what had been read until then.',
};

const FROM_RECORDS: Text = {
  ja: '保存されたフローの記録だけを判定し直した。キャプチャは読んでいない。記録にないことは分からない（採取品質を参照）。',
  en: 'Only stored flow records were judged again; no capture was read. What they do not hold is unknown (see the quality of the capture).',
};

const FROM_REPORT: Text = {
  ja: '以前の報告の検出事項に載っていたフローだけを判定し直した。ほかの通信は、新しい構成定義では一つも判定していない。すべてを判定し直すには、check --keep-flows の記録またはキャプチャを用いる。',
  en: 'Only the flows that an earlier report cites in its findings were judged again. No other traffic has been judged by the new topology: that takes the records of check --keep-flows, or the captures.',
};

/** What a reader must know before the result: how much of the traffic it is about. */
export function noticesOf({ statistics, quality }: Pick<ScanReport, 'statistics' | 'quality'>): readonly Text[] {
  const isFromReport = quality.some(({ check, value }) => check === 'RUN-RECORDS-LACK' && value === 'flows');
  const isFromRecords = quality.some(({ check }) => check === 'RUN-RECORDS');
  return [
    ...(statistics.interrupted ? [INTERRUPTED] : []),
    ...(isFromReport ? [FROM_REPORT] : isFromRecords ? [FROM_RECORDS] : []),
  ];
}
