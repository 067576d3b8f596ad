import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const ipv6Leak: Rule = {
  check: '21',
  titles: {
    A: { ja: 'IPv6による漏れ', en: 'IPv6 leak' },
    I: { ja: 'IPv6による漏れ', en: 'IPv6 leak' },
    U: { ja: 'IPv6による迂回', en: 'IPv6 egress' },
  },
  trigger: {
    ja: '登録のないルーター広告、DHCPv6、Teredo・6to4・ISATAP、管理外のIPv6アドレスの利用が観測された。',
    en: 'Router advertisements or DHCPv6 from unregistered devices, Teredo, 6to4, ISATAP, or unmanaged IPv6 addresses.',
  },
  severities: { A: 'high / medium / low', I: 'high / medium / low', U: 'high' },
  traps: [
    {
      ja: 'リンクローカルの近隣探索やmDNSだけなら低い所見とする。',
      en: 'Link-local neighbour discovery and mDNS alone are a low observation.',
    },
  ],
  limits: [
    {
      ja: '領域をまたぐIPv6の通信そのものは、IPv4と同じく他の規則で既に判定している。',
      en: 'IPv6 flows that cross areas are already judged by the other rules, like IPv4.',
    },
  ],
  remedy: {
    ja: '不要なIPv6を停止し、ルーター広告を遮断する。',
    en: 'Disable IPv6 where it is not needed; filter router advertisements.',
  },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
