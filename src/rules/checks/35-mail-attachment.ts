import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const mailAttachment: Rule = {
  check: '35',
  titles: { I: { ja: '無害化後メールの添付', en: 'Attachment on the post-sanitizer mail leg' } },
  trigger: {
    ja: '無害化後のメール経路に添付ファイルがある（添付を再構築する方式では、登録のない種類だけ）。',
    en: 'An attachment on the mail leg behind the sanitizer (where attachments are rebuilt: of an undeclared type).',
  },
  severities: { I: 'high' },
  traps: [
    { ja: '本文内の画像も添付である。電子署名に注意する。', en: 'Inline images are attachments; mind signatures.' },
  ],
  limits: [{ ja: '暗号化された経路は検査できない（規則52）。', en: 'An encrypted leg cannot be inspected (rule 52).' }],
  remedy: { ja: '無害化装置の添付処理の設定を確認する。', en: 'Check how the sanitizer treats attachments.' },
  basis: 'flow',
  awaits: AWAITS.content,
};
