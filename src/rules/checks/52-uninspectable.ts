import type { Rule } from '../../model/rule.js';

export const uninspectable: Rule = {
  check: '52',
  titles: {
    A: { ja: '検査できない特定通信', en: 'Uninspectable conduit' },
    I: { ja: '検査できない無害化通信', en: 'Uninspectable sanitized leg' },
  },
  trigger: {
    ja: '内容が条件となる許可通信が、TLS、STARTTLS、SMB3などで暗号化されている。または、無害化装置から出たメール・ファイルの全体を読めていない（終わりが採取されていない、一部だけが取得された、など）。または、アプリケーションプロトコルを登録した許可通信の先頭バイトが、切り詰めて採取されている（CAP-05）。',
    en: 'A conduit whose condition is about content is encrypted (TLS, STARTTLS, SMB3); or a mail or a file that left the sanitizer was not read whole (its end was not captured, only a part was fetched …); or of one with a registered application protocol the first bytes were cut off by the snapshot length (CAP-05).',
  },
  severities: { A: 'info undetermined', I: 'info undetermined' },
  traps: [
    { ja: '暗号化自体は望ましい措置である。', en: 'Encryption itself is desirable.' },
    {
      ja: '採取の終わりに続いているだけの接続は対象としない。読めた部分ですでに違反と判定されたメール・ファイルも対象としない。',
      en: 'A connection that simply goes on at the end of the capture does not count, nor does a mail or a file of which the part that was read is a violation already.',
    },
  ],
  limits: [
    {
      ja: '無害化装置の記録やポリシー設定など、他の証拠を要する。',
      en: "Other evidence is needed: the sanitizer's log, the policy settings.",
    },
  ],
  remedy: {
    ja: '無害化装置の処理記録と設定の写しを提出させる。',
    en: "Obtain the sanitizer's log and a copy of its settings.",
  },
  basis: 'coverage',
};
