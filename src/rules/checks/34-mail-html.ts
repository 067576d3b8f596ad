import type { Rule } from '../../model/rule.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';
import { isHtml, postLegMails } from '../terms/post-leg-mail.js';

/** メールテキスト化: behind the sanitizer a body is plain text. */
export const mailHtml: Rule = {
  check: '34',
  titles: { I: { ja: '無害化後メールのHTML', en: 'HTML on the post-sanitizer mail leg' } },
  trigger: {
    ja: '無害化後のメール経路（mailText、mailSanitized）に text/html などの装飾された本文がある。',
    en: 'text/html or another marked-up body on the mail leg behind the sanitizer (mailText, mailSanitized).',
  },
  severities: { I: 'high' },
  traps: [
    {
      ja: '文字コードの違い、プレーンテキストの配送不能通知は対象としない。受信側が拒否したメールも対象としない。',
      en: 'Charsets and plain-text delivery reports do not count, nor does mail that the receiver refused.',
    },
  ],
  limits: [
    { ja: '暗号化された経路は検査できない（規則52）。', en: 'An encrypted leg cannot be inspected (rule 52).' },
    { ja: '本文の内容は読まない。部分の種類だけを見る。', en: 'Bodies are not read, only the types of their parts.' },
  ],
  remedy: { ja: '無害化装置のテキスト化設定を確認する。', en: "Check the sanitizer's text conversion." },
  basis: 'flow',
  judge(observation) {
    const found = postLegMails(observation).flatMap(({ mail }) =>
      mail.parts.filter(isHtml).map((part) => ({ mail, part })),
    );
    if (found.length === 0) return null;
    return {
      ...grade(observation, {
        clause: observation.clause,
        verdict: 'violation',
        lead: {
          ja: '無害化後のメール経路に、HTMLの本文を含むメールがあった。',
          en: 'On the mail leg behind the sanitizer there was mail with an HTML body.',
        },
        scale: flat('high'),
        severity: 'high',
        reasons: ['mail-html'],
      }),
      indicators: found.slice(0, 16).map(({ part }) => ({ field: 'mail-part', value: `${part.path} ${part.type}` })),
      frames: found.slice(0, 3).map(({ mail }) => mail.at),
    };
  },
};
