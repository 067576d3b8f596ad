import type { Rule } from '../../model/rule.js';

/** Judged at the end of the run: one finding for each address that leaves (egress-addresses.ts). */
export const egressAddress: Rule = {
  check: '66',
  titles: { U: { ja: '出口アドレス不一致', en: 'Egress address not registered' } },
  trigger: {
    ja: 'アドレス変換の外側の採取点（変換を行うゲートウェイが立つ、セキュリティクラウドへの出口または外部回線のVLAN）で、ゲートウェイの nat の outside にも、そのVLANのゲートウェイの足にも登録のない送信元アドレスがインターネットへ送信した。',
    en: 'Outside address translation (on the VLAN of the way to the security cloud, or of a carrier, on which a translating gateway stands) packets leave for the Internet from an address that is neither `outside` of its `nat` nor a leg of a gateway on that VLAN.',
  },
  severities: { U: 'high violation answered / high suspected' },
  traps: [
    {
      ja: 'アドレス変換の内側の採取点と、変換の宣言のない出口では判定しない。',
      en: 'Not judged inside the translation, nor at a way out for which no translation is declared.',
    },
    {
      ja: '外から届いたフレーム（登録された次の転送先から、または変換を行うゲートウェイあて）と、変換の記録が消えたあとに漏れる終了の断片（SYNもデータもないTCP）は数えない。',
      en: 'Frames that come from outside (from the registered next hop, or towards the translating gateway) and remains of connections that the translation has forgotten (TCP with neither SYN nor data) do not count.',
    },
  ],
  limits: [
    {
      ja: '変換の外側を採取していることと、MACアドレスの見えるフレームが必要である。セキュリティクラウドの中の変換は見えない。',
      en: 'Needs a point outside the translation and frames with MAC addresses. Translation inside the security cloud does not show.',
    },
  ],
  remedy: {
    ja: '出口アドレスの登録と変換規則を確認する。',
    en: 'Check the registered egress addresses and the translation rules.',
  },
  basis: 'coverage',
};
