import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const activeContent: Rule = {
  check: '37',
  titles: { I: { ja: '無害化後ファイルの危険要素', en: 'Active content on the post-leg' } },
  trigger: {
    ja: '無害化後のファイルに、実行形式、マクロ、スクリプト、暗号化された書庫などの危険因子がある。',
    en: 'A file behind the sanitizer holds an executable, macro, script or encrypted archive.',
  },
  severities: { I: 'critical executable / high' },
  traps: [{ ja: '無害化装置の画面部品は対象としない。', en: "Assets of the sanitizer's own portal do not count." }],
  limits: [{ ja: '暗号化された経路は検査できない（規則52）。', en: 'An encrypted leg cannot be inspected (rule 52).' }],
  remedy: { ja: '無害化装置の方針と処理記録を確認する。', en: "Check the sanitizer's policy and log." },
  basis: 'flow',
  awaits: AWAITS.content,
};
