import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const nameResolution: Rule = {
  check: '22',
  titles: {
    A: { ja: '名前解決の越境', en: 'Name resolution crossing' },
    I: { ja: '名前解決の越境', en: 'Name resolution crossing' },
  },
  trigger: {
    ja: '自領域のものでないリゾルバへの問合せ、登録のない上位への転送、外部の名前に対する公開アドレスの応答。',
    en: "Queries to another zone's resolver, forwarding to an undeclared upstream, public answers for undeclared names.",
  },
  severities: { A: 'high / medium / low', I: 'high / medium / low' },
  traps: [
    {
      ja: '私用アドレスの逆引き、wpad、isatap、検索サフィックスの漏れ、OSの接続確認は低い所見とする。',
      en: 'Reverse lookups of private ranges, wpad, isatap, search suffixes and connectivity probes are low.',
    },
  ],
  limits: [
    {
      ja: '領域をまたぐDNSの通信そのものは、許可がなければ規則01、02または09で既に示される。',
      en: 'A DNS flow that crosses areas without a conduit already appears under rule 01, 02 or 09.',
    },
  ],
  remedy: {
    ja: '領域ごとにリゾルバを置き、上位を登録先に限る。',
    en: 'One resolver per zone, with registered upstreams only.',
  },
  basis: 'flow',
  awaits: AWAITS.names,
};
