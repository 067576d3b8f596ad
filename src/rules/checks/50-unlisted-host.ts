import type { Rule } from '../../model/rule.js';

/** Judged at the end of the run: one finding for each host (unlisted-hosts.ts). */
export const unlistedHost: Rule = {
  check: '50',
  titles: {
    A: { ja: '未登録機器', en: 'Unassigned host in the My Number zone' },
    I: { ja: '未登録機器', en: 'Unassigned host' },
    U: { ja: '未登録機器', en: 'Unassigned host' },
  },
  trigger: {
    ja: '台帳を閉じた領域（inventory: closed）で、記載のないアドレスが、または領域のVLANで、どこにも宣言されていないアドレスが、送信元として3パケット以上、もしくは往復の成立した通信で観測された。',
    en: 'In a zone with a closed inventory an address that is not listed, or on a VLAN of a zone an address declared nowhere, sent three or more packets or completed an exchange.',
  },
  severities: { A: 'high', I: 'medium', U: 'medium' },
  traps: [
    {
      ja: '同報だけの送信、一時的な割当て、トンネルの中のアドレス、ゲートウェイを経て届いた送信元は数えない。',
      en: 'Senders of broadcasts only, stray packets, addresses inside tunnels and sources that came through a gateway do not count.',
    },
  ],
  limits: [
    {
      ja: '台帳の網羅性の所見であり、それだけでは領域間の通信の違反ではない。',
      en: 'An observation about the inventory: by itself no breach of the separation.',
    },
  ],
  remedy: { ja: '機器を特定し、台帳に記載するか、接続を外す。', en: 'Identify the host; list it or disconnect it.' },
  basis: 'coverage',
};
