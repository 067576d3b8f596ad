import type { NameFact } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Judgement, Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { crossingOf, unpermittedCrossing } from '../terms/crossing.js';
import { indicatorOf } from '../names/destination-names.js';
import { grade } from '../findings/grade.js';
import { resolversNamed } from '../names/known-destinations.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Names are resolved through the security cloud (domain.md 1.7): by port, by content, and by the names of known resolvers. */
export const externalDns: Rule = {
  check: '62',
  titles: { U: { ja: '外部DNSの直接利用', en: 'Direct external DNS' } },
  trigger: {
    ja: '庁内からインターネット上のアドレスへの、許可のない名前解決（53番・853番ポート、またはDNSの内容）。または、公開リゾルバの名前（DNS over HTTPSなど）を宛先とする通信。',
    en: 'From inside, name resolution at a public address with no conduit (port 53 or 853, or DNS by content); or a flow to a public resolver by name (DNS over HTTPS).',
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
    {
      ja: 'DNS over HTTPSは、よく知られた公開リゾルバの名前でだけ分かる。プロキシ経由で名前だけが見えるものは違反の疑いにとどめる。',
      en: 'DNS over HTTPS shows only by the names of well-known resolvers. Where only the name is seen, through a proxy, it stays a suspicion.',
    },
  ],
  remedy: {
    ja: '端末とリゾルバの参照先をセキュリティクラウドのDNSに改める。',
    en: "Point terminals and resolvers to the security cloud's DNS.",
  },
  basis: 'flow',
  judge(observation, topology) {
    const service = serviceIn('name', observation);
    const named = resolversNamed(observation.facts);
    if (service === null && named.length > 0) return judgeNamed(observation, named, topology);
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
      // without TLS, on whatever port
      scale: service === 'dns' ? ['high', 'medium', 'medium'] : flat('medium'),
      reasons: [`service-${service}-by-${serviceBasis(observation)}`],
    });
  },
};

/** DNS over HTTPS looks like any other HTTPS but for the name. */
function judgeNamed(observation: Observation, named: readonly NameFact[], topology: Topology): Judgement | null {
  const crossing = crossingOf(observation, topology);
  if (crossing?.clause !== 'U' || !crossing.outward || !observation.directionKnown) return null;
  const accepted = named.filter(({ answer }) => answer === 'accepted');
  if (crossing.permitted && accepted.length === 0) return null;
  return {
    ...grade(observation, {
      clause: 'U',
      ...(crossing.permitted ? { verdict: 'suspected' as const, severity: 'medium' as const } : {}),
      lead: {
        ja: '公開リゾルバの名前を宛先とする通信があった（DNS over HTTPSまたはDNS over TLS）。',
        en: 'A public resolver was called by its name (DNS over HTTPS or DNS over TLS).',
      },
      scale: flat('medium'),
      reasons: ['resolver-by-name'],
    }),
    indicators: named.map(indicatorOf),
    frames: named.map(({ at }) => at),
  };
}
