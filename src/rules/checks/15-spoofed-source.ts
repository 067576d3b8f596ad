import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const spoofedSource: Rule = {
  check: '15',
  titles: {
    A: { ja: '送信元詐称・VLAN誤り', en: 'Spoofed or wrong-VLAN source' },
    I: { ja: '送信元詐称・VLAN誤り', en: 'Spoofed or wrong-VLAN source' },
  },
  trigger: {
    ja: '領域のVLANで、ゲートウェイでない機器が、他の領域のアドレスや予約・公開アドレスを送信元として送信した。',
    en: "In a zone's VLAN a device that is no gateway sends from another zone's, a reserved or a public address.",
  },
  severities: { A: 'high', I: 'high' },
  traps: [
    {
      ja: '機器の移設やDHCPの再割当て、古い構成定義に注意する。',
      en: 'Mind moved devices, reused leases and a stale topology.',
    },
  ],
  limits: [{ ja: '送信元MACが機器自身のものである採取点に限る。', en: "Only where the source MAC is the host's own." }],
  remedy: { ja: '機器とポートのVLAN設定を確認する。', en: 'Check the device and the VLAN of its port.' },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
