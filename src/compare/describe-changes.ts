import type { Text } from '../base/text.js';
import type { ScanReport } from '../model/report.js';

/** In what the two runs differ beside their findings: what the comparison must be read with. */
export function describeChanges(before: ScanReport, current: ScanReport): readonly Text[] {
  return [...inputChanges(before, current), ...pointChanges(before, current), ...listingChanges(before)];
}

function inputChanges(before: ScanReport, current: ScanReport): Text[] {
  const changes: Text[] = [];
  const [was, is] = [before.inputs.topology, current.inputs.topology];
  if (was.organization !== is.organization) {
    changes.push({
      ja: `団体が異なる（${was.organization}、${is.organization}）。`,
      en: `The two reports are about different bodies (${was.organization}, ${is.organization}).`,
    });
  }
  if (was.sha256 !== is.sha256) {
    changes.push({
      ja: '構成定義が前回と異なる。許可の変更により現れた、または消えた検出事項がありうる。',
      en: 'The topology file differs: findings may have come or gone because what is permitted has changed.',
    });
  }
  if (before.tool.rules !== current.tool.rules) {
    changes.push({
      ja: `規則の版が前回と異なる（sansou ${before.tool.version}、${current.tool.version}）。規則の変更により現れた、または消えた検出事項がありうる。`,
      en: `The rule sets differ (sansou ${before.tool.version}, ${current.tool.version}): findings may have come or gone because a rule has changed.`,
    });
  }
  return changes;
}

function pointChanges(before: ScanReport, current: ScanReport): Text[] {
  const live = ({ coverage }: ScanReport): Set<string> =>
    new Set(coverage.points.filter(({ packets }) => packets > 0).map(({ point }) => point ?? ''));
  const [was, is] = [live(before), live(current)];
  const lost = [...was].filter((point) => !is.has(point));
  const gained = [...is].filter((point) => !was.has(point));
  return [
    ...lost.map((point) => ({
      ja: `採取点${point === '' ? '（名前なし）' : ` ${point} `}は前回だけ採取された。`,
      en: `Capture point ${point === '' ? '(unnamed)' : point} was captured only the last time.`,
    })),
    ...gained.map((point) => ({
      ja: `採取点${point === '' ? '（名前なし）' : ` ${point} `}は今回初めて採取された。そこで新しく見つかったものは、以前からあった可能性がある。`,
      en: `Capture point ${point === '' ? '(unnamed)' : point} was not captured before: what is new there may have been there all along.`,
    })),
  ];
}

function listingChanges({ omitted }: ScanReport): Text[] {
  if (omitted === undefined) return [];
  return [
    {
      ja: `前回の報告は深刻度 ${omitted.below} 未満の検出事項 ${omitted.findings} 件を掲載していない。それらは今回「新規」と表示される。`,
      en: `The earlier report does not list ${omitted.findings} findings below severity ${omitted.below}: they show as new here.`,
    },
  ];
}
