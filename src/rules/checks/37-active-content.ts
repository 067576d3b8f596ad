import type { ActiveContent } from '../../model/facts.js';
import type { Severity } from '../../model/report.js';
import type { Rule } from '../../model/rule.js';
import { isFromSanitizer } from '../terms/content-ends.js';
import { describeFile } from '../terms/describe-file.js';
import { grade } from '../findings/grade.js';

/** what acts by itself once it is opened (domain.md 3.2, row 37: critical) */
const EXECUTABLE: ReadonlySet<ActiveContent> = new Set(['executable', 'shortcut', 'java-archive', 'launch-action']);

/** Files behind the sanitizer hold nothing that could act (無害化: rebuilt, or proven free of it). */
export const activeContent: Rule = {
  check: '37',
  titles: { I: { ja: '無害化後ファイルの危険要素', en: 'Active content on the post-leg' } },
  trigger: {
    ja: '無害化後のファイル経路（fileRebuild、fileVerify）を平文で通ったファイルが、実行形式、スクリプト、マクロ、埋込みオブジェクト、PDFのJavaScript、暗号化された書庫などを含む。',
    en: 'A file that passed the leg behind the sanitizer (fileRebuild, fileVerify) in the clear holds an executable, a script, a macro, an embedded object, JavaScript in a PDF, an encrypted archive …',
  },
  severities: { I: 'critical executable / high macro, script, encrypted archive' },
  traps: [
    {
      ja: '種類は拡張子や申告ではなく、内容のバイト列で判定する。',
      en: 'The type is told by the bytes, not by extension or declaration.',
    },
    {
      ja: '無害化装置へ送り込む側のファイルは対象としない。装置の画面部品（スクリプト等）はダウンロードされたファイルとみなさない。',
      en: "Files on their way into the sanitizer do not count; scripts of the sanitizer's own pages are no downloads.",
    },
  ],
  limits: [
    { ja: '暗号化された経路は検査できない（規則52）。', en: 'An encrypted leg cannot be inspected (rule 52).' },
    {
      ja: '検出事項がないことは、無害化の有効性を示さない。',
      en: 'No finding does not show that sanitizing is effective.',
    },
  ],
  remedy: {
    ja: '無害化装置の設定（対象形式、除去する要素、暗号化書庫の扱い）を確認する。',
    en: "Check the sanitizer's settings: file types, what is removed, encrypted archives.",
  },
  basis: 'flow',
  judge(observation) {
    const { conduit, facts } = observation;
    const kind = conduit.permitted?.kind;
    if (facts === null || (kind !== 'fileRebuild' && kind !== 'fileVerify')) return null;
    const found = facts.files.filter(
      (file) => file.active.length > 0 && isFromSanitizer(observation, facts, file.sender),
    );
    if (found.length === 0) return null;
    const kinds = [...new Set(found.flatMap(({ active }) => active))];
    const severity: Severity = kinds.some((one) => EXECUTABLE.has(one)) ? 'critical' : 'high';
    return {
      ...grade(observation, {
        clause: observation.clause,
        verdict: 'violation',
        severity,
        lead: {
          ja: '無害化後のファイル経路を、危険要素を含むファイルが通った。',
          en: 'A file with active content passed the leg behind the sanitizer.',
        },
        reasons: kinds.map((one) => `active-${one}`),
      }),
      indicators: found.slice(0, 16).map((file) => ({ field: 'file', value: describeFile(file) })),
      frames: found.slice(0, 3).map(({ at }) => at),
    };
  },
};
