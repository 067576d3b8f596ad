import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const internetName: Rule = {
  check: '08',
  titles: {
    A: { ja: '中継先がインターネットである通信', en: 'Internet destination behind proxy or TLS name' },
    I: { ja: 'プロキシ・名前による迂回', en: 'Proxied Internet destination' },
  },
  trigger: {
    ja: 'マイナンバー利用事務系またはLGWAN接続系の機器が、プロキシへのCONNECT、Host、SNIなどで、登録のないインターネット上の名前を指定した。',
    en: 'A host of the My Number or the LGWAN zone names an unregistered Internet destination (CONNECT, Host, SNI …), whatever the next hop.',
  },
  severities: { A: 'critical answered / high', I: 'critical answered / high' },
  traps: [
    {
      ja: 'ECHでは公開名しか見えない。SNIのない通信、CDNの共用アドレス、「lg.jp」（インターネット側の名前）に注意する。',
      en: 'ECH shows the public name only. Mind flows without SNI, shared CDN addresses, and `lg.jp`, which is an Internet name.',
    },
  ],
  limits: [{ ja: '暗号化された名前は分からない。', en: 'An encrypted name stays unknown.' }],
  remedy: {
    ja: 'プロキシの利用元を制限し、LGWAN端末から到達できないようにする。',
    en: 'Restrict who may use the proxy, so that terminals of the LGWAN zone cannot reach it.',
  },
  basis: 'flow',
  awaits: AWAITS.names,
};
