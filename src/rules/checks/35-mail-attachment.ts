import type { MailPart } from '../../model/facts.js';
import type { Rule } from '../../model/rule.js';
import { grade } from '../findings/grade.js';
import { isForbiddenAttachment, postLegMails } from '../terms/post-leg-mail.js';

/** Behind the text conversion nothing is attached; behind the rebuilder nothing that could act. */
export const mailAttachment: Rule = {
  check: '35',
  titles: { I: { ja: '無害化後メールの添付', en: 'Attachment on the post-sanitizer mail leg' } },
  trigger: {
    ja: '無害化後のメール経路に、添付ファイル、名前の付いた部分、テキスト以外の部分、本文中に符号化されたデータ（uuencode、yEnc）や暗号化されたデータ（PGP）がある。mailSanitizedでは、マクロ・実行形式などの危険要素を含む添付だけを対象とする。',
    en: 'On the mail leg behind the sanitizer there is an attachment, a named or non-text part, or data encoded (uuencode, yEnc) or encrypted (PGP) in the text. For mailSanitized only attachments with active content count.',
  },
  severities: { I: 'high' },
  traps: [
    {
      ja: '配送不能通知・開封通知の機械読取り部分、電子署名（pkcs7-signature）、text/calendarは対象としない。',
      en: 'Machine-readable parts of delivery and reading reports, detached signatures and text/calendar do not count.',
    },
    { ja: '本文に埋め込まれた画像は添付とみなす。', en: 'Inline images count as attachments.' },
  ],
  limits: [
    { ja: '暗号化された経路は検査できない（規則52）。', en: 'An encrypted leg cannot be inspected (rule 52).' },
    {
      ja: '構成定義ファイルには許可する添付の種類を書く欄がないため、mailSanitizedで再構築された添付の種類の適否は判定しない。',
      en: 'A topology does not list the types of attachment that are allowed, so for mailSanitized the type of a rebuilt attachment is not judged.',
    },
  ],
  remedy: {
    ja: '無害化装置の添付ファイルの扱い（削除、再構築）の設定を確認する。',
    en: 'Check how the sanitizer treats attachments (removal, rebuilding).',
  },
  basis: 'flow',
  judge(observation) {
    const found = postLegMails(observation).flatMap((message) =>
      message.mail.parts
        .filter((part) => isForbiddenAttachment(part, message))
        .map((part) => ({ mail: message.mail, part })),
    );
    if (found.length === 0) return null;
    const active = found.filter(({ part }) => part.active.length > 0).length;
    return {
      ...grade(observation, {
        clause: observation.clause,
        verdict: 'violation',
        severity: 'high',
        lead: {
          ja: `無害化後のメール経路に、${active > 0 ? '危険要素を含む' : ''}添付のあるメールがあった。`,
          en: `On the mail leg behind the sanitizer there was mail with attachments${active > 0 ? ' that hold active content' : ''}.`,
        },
        reasons: [
          'mail-attachment',
          ...new Set(found.flatMap(({ part }) => part.active.map((kind) => `active-${kind}`))),
        ],
      }),
      indicators: found.slice(0, 16).map(({ part }) => ({ field: 'mail-part', value: describePart(part) })),
      frames: found.slice(0, 3).map(({ mail }) => mail.at),
    };
  },
};

/** `2 application/zip "…" 1234 bytes sha256=…` */
function describePart({ path, type, fileName, size, sha256 }: MailPart): string {
  const name = fileName === null ? '' : ` "${fileName}"`;
  return `${path} ${type}${name} ${size} bytes${sha256 === null ? '' : ` sha256=${sha256}`}`;
}
