import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const foreignService: Rule = {
  check: '16',
  titles: {
    A: { ja: '他領域の配布サービス', en: "Other zone's DHCP, RA or gateway service" },
    I: { ja: '他領域の配布サービス', en: "Other zone's DHCP, RA or gateway service" },
  },
  trigger: {
    ja: 'DHCPの応答に含まれるサーバーや既定ルーターが他の領域にある。または他の領域からのルーター広告が観測された。',
    en: 'A DHCP answer names a server or router of another zone, or a router advertisement comes from there.',
  },
  severities: { A: 'high', I: 'high' },
  traps: [
    { ja: 'DHCPリレーの応答は中継元の領域で判定する。', en: 'A relayed answer is judged where the relay stands.' },
  ],
  limits: [{ ja: '配布が行われた期間の採取が必要である。', en: 'Needs a capture from the time of the lease.' }],
  remedy: { ja: '配布元を停止し、領域内のサーバーに改める。', en: "Stop the source; use the zone's own server." },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
