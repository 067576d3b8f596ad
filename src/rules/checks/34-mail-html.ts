import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const mailHtml: Rule = {
  check: '34',
  titles: { I: { ja: '無害化後メールのHTML', en: 'HTML on the post-sanitizer mail leg' } },
  trigger: {
    ja: '無害化後のメール経路に text/html の本文がある。',
    en: 'text/html on the mail leg behind the sanitizer.',
  },
  severities: { I: 'high' },
  traps: [
    {
      ja: '配送不能通知と文字コードの違いは対象としない。',
      en: 'Delivery status notifications and charsets do not count.',
    },
  ],
  limits: [{ ja: '暗号化された経路は検査できない（規則52）。', en: 'An encrypted leg cannot be inspected (rule 52).' }],
  remedy: { ja: '無害化装置のテキスト化設定を確認する。', en: "Check the sanitizer's text conversion." },
  basis: 'flow',
  awaits: AWAITS.content,
};
