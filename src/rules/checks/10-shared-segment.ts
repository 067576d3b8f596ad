import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const sharedSegment: Rule = {
  check: '10',
  titles: {
    A: { ja: '同一セグメントの共有（L2）', en: 'Shared layer-2 domain' },
    I: { ja: '同一セグメントの共有（L2）', en: 'Shared layer-2 domain' },
  },
  trigger: {
    ja: 'ある領域の採取点で、他の領域の機器が送ったフレーム、または他の領域のアドレスについてのARP応答・DHCP・名前解決の同報が観測された。',
    en: 'At a point of one zone: frames sent by a host of another zone, or ARP replies, DHCP or name broadcasts about its addresses.',
  },
  severities: { A: 'critical / low', I: 'critical / low' },
  traps: [
    {
      ja: 'タグの失われたミラー、RSPAN、ERSPAN、代理ARP、VRRPの通知、仮想マシンの移動に注意する。',
      en: 'Mind mirrors that lose tags, RSPAN, ERSPAN, proxy ARP, VRRP announcements, moved virtual machines.',
    },
  ],
  limits: [
    {
      ja: 'ARP要求だけでは端末側の設定誤りと区別できない。',
      en: 'An ARP request alone may be a wrong mask on the host.',
    },
  ],
  remedy: {
    ja: 'VLANの割当てと結線を確認し、領域ごとに分離する。',
    en: 'Check VLAN assignment and cabling; separate the zones.',
  },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
