import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const sameComputer: Rule = {
  check: '12',
  titles: {
    A: { ja: '二領域にまたがる端末の同定', en: 'Same computer in two zones' },
    I: { ja: '二領域にまたがる端末の同定', en: 'Same computer in two zones' },
    U: { ja: '領域外にもまたがる機器（同定）', en: 'Device also attached to another exit (identity)' },
  },
  trigger: {
    ja: 'DHCPのホスト名や識別子、NBNS・mDNSの名前、NTLM・Kerberosのコンピュータ名などが、二つの領域で一致した。',
    en: 'DHCP host name or identifier, NBNS or mDNS name, NTLM or Kerberos computer name agree in two zones.',
  },
  severities: { A: 'high suspected / info', I: 'high suspected / info', U: 'high' },
  traps: [
    {
      ja: '複製元イメージの名前、クラスター、一般的な名前は除く。',
      en: 'Names of golden images, clusters and generic names do not count.',
    },
  ],
  limits: [{ ja: '一つの手掛かりだけでは所見にとどめる。', en: 'One indicator alone is an observation.' }],
  remedy: { ja: '端末の二重接続の有無を現地で確認する。', en: 'Check on site whether the computer is attached twice.' },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
