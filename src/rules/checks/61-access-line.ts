import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const accessLine: Rule = {
  check: '61',
  titles: { U: { ja: '未登録の接続口', en: 'Unregistered Internet access line' } },
  trigger: {
    ja: 'PPPoE、第二の既定ルーター、UPnPのインターネットゲートウェイ、モバイルルーター、回線事業者のDHCPが観測された。',
    en: 'PPPoE, a second default router, a UPnP Internet gateway, a mobile router or carrier DHCP.',
  },
  severities: { U: 'critical confirmed / high sign' },
  traps: [{ ja: '閉域網の回線でもPPPoEを使うことがある。', en: 'Closed networks may use PPPoE as well.' }],
  limits: [{ ja: '採取していない回線は分からない。', en: 'Lines that are not mirrored do not show.' }],
  remedy: { ja: '回線契約と現地を確認し、接続口を撤去する。', en: 'Check contracts and site; remove the line.' },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
