import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const cloudBypass: Rule = {
  check: '60',
  titles: { U: { ja: 'セキュリティクラウド非経由の外部通信', en: 'Egress bypassing the security cloud' } },
  trigger: {
    ja: 'インターネットあての通信の次の転送先（宛先MACアドレス）または出口アドレスが、登録されたセキュリティクラウドのルーターのものでない。',
    en: 'The next hop (destination MAC address) or egress address of traffic to the Internet is not the registered one of the security cloud.',
  },
  severities: { U: 'critical / high / medium' },
  traps: [
    {
      ja: 'ローカルブレイクアウトはα′モデルのLGWAN接続系だけに認められる。',
      en: 'Local breakout exists under α′ only, and for the LGWAN zone only.',
    },
  ],
  limits: [
    {
      ja: 'この判定が加わるまで、許可のない外部通信は規則04、62〜64で示す。',
      en: 'Until this is judged, egress without a conduit appears under rules 04 and 62 to 64.',
    },
  ],
  remedy: {
    ja: '出口を特定し、セキュリティクラウドの接続口に集約する。',
    en: 'Identify the exit and bring it under the aggregated one.',
  },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
