import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../crossing.js';
import { grade } from '../grade.js';
import { serviceIn } from '../services.js';
import { flat } from '../severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Names are resolved through the security cloud (domain.md 1.7). By port only: DNS over HTTPS needs names. */
export const externalDns: Rule = {
  check: '62',
  titles: { U: { ja: '外部DNSの直接利用', en: 'Direct external DNS' } },
  trigger: {
    ja: '庁内からインターネット上のアドレスの53番または853番ポートへの、許可のない通信。',
    en: 'From inside to port 53 or 853 of a public address with no conduit.',
  },
  severities: { U: 'medium; port 53 answered high' },
  traps: [
    {
      ja: 'リゾルバからの正当な転送は出口通信として登録する。',
      en: 'Legitimate forwarding by a resolver is registered as an egress conduit.',
    },
  ],
  limits: [
    LIMIT.ports,
    { ja: 'DNS over HTTPSは名前の読取りなしには分からない。', en: 'DNS over HTTPS does not show without names.' },
  ],
  remedy: {
    ja: '端末とリゾルバの参照先をセキュリティクラウドのDNSに改める。',
    en: "Point terminals and resolvers to the security cloud's DNS.",
  },
  basis: 'flow',
  judge(observation, topology) {
    const service = serviceIn('name', observation);
    if (service === null || !observation.directionKnown) return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.clause !== 'U' || crossing.relation !== 'public' || !crossing.outward) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'U',
      lead: {
        ja: `セキュリティクラウドを経ないとみられる名前解決（${service}）の${what.ja}があった。`,
        en: `There was ${what.en} for name resolution (${service}) outside any registered egress.`,
      },
      scale: observation.to.port === 53 ? ['high', 'medium', 'medium'] : flat('medium'),
      reasons: [`service-${service}-by-port`],
    });
  },
};
