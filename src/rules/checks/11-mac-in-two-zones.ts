import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const macInTwoZones: Rule = {
  check: '11',
  titles: {
    A: { ja: '二領域にまたがるMAC', en: 'MAC present in two zones' },
    I: { ja: '二領域にまたがるMAC', en: 'MAC present in two zones' },
    U: { ja: '領域外にもまたがる機器（MAC）', en: 'Device also attached to another exit (MAC)' },
  },
  trigger: {
    ja: '同じMACアドレスが、二つの領域（ウでは外部回線のセグメントを含む）で送信元として観測された。',
    en: 'The same MAC address sends in two zones (U: or on a carrier segment).',
  },
  severities: { A: 'high; critical with forwarding', I: 'high; critical with forwarding', U: 'high' },
  traps: [
    {
      ja: '登録されたゲートウェイの足、VRRP・HSRP・GLBP・NLBの仮想MAC、スイッチの制御フレームは除く。',
      en: 'Legs of registered gateways, virtual MAC addresses (VRRP, HSRP, GLBP, NLB) and switch control frames are left out.',
    },
  ],
  limits: [{ ja: 'ローカル管理のMACアドレスは重複しうる。', en: 'Locally administered addresses may collide.' }],
  remedy: { ja: '機器の接続を一つの領域に限る。', en: 'Attach the device to one zone only.' },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
