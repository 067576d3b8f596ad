import type { Rule } from '../../model/rule.js';
import { crossingOf } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Publication belongs behind the security cloud; a declared exception is possible (domain.md 1.3 G-IN-7). */
export const publicServer: Rule = {
  check: '65',
  titles: { U: { ja: '庁内公開サーバ', en: 'In-house public server' } },
  trigger: {
    ja: 'インターネットから開始され、庁内の機器のWeb・メールのポート（80、443、8080、8443、25、465、587番）が応答した通信。許可通信として登録されたものは情報とする。',
    en: 'Opened from a public address, and a web or mail port (80, 443, 8080, 8443, 25, 465, 587) of a host inside answered. A registered exception is information.',
  },
  severities: { U: 'high; declared exception info' },
  traps: [
    {
      ja: 'セキュリティクラウドのリバースプロキシ経由の着信は、クラウドのアドレスから見え、対象とならない。',
      en: "Inbound through the security cloud's reverse proxy shows the cloud's address and is no finding.",
    },
  ],
  limits: [LIMIT.ports, LIMIT.passive],
  remedy: {
    ja: '公開をセキュリティクラウド経由に移すか、例外としての承認を得て登録する。',
    en: 'Move the publication behind the security cloud, or have the exception approved and registered.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const service = serviceIn('web', observation) ?? serviceIn('mailTransfer', observation);
    const { outcome } = observation.flow;
    if (service === null || !observation.directionKnown || (outcome !== 'data' && outcome !== 'established'))
      return null;
    const crossing = crossingOf(observation, topology);
    if (crossing?.clause !== 'U' || crossing.relation !== 'public' || crossing.outward) return null;
    const what = describeFlow(observation);
    const declared = crossing.permitted;
    return grade(observation, {
      clause: 'U',
      ...(declared ? { verdict: 'observation' as const, severity: 'info' as const } : { scale: flat('high') }),
      lead: declared
        ? {
            ja: `例外として登録された庁内公開サーバ（${service}）への、${what.ja}があった。`,
            en: `There was ${what.en} to an in-house server (${service}) that is registered as an exception.`,
          }
        : {
            ja: `セキュリティクラウドを経ない庁内公開サーバ（${service}）への、${what.ja}があった。`,
            en: `There was ${what.en} to an in-house server (${service}), not through the security cloud.`,
          },
      reasons: [declared ? 'declared-exception' : 'no-conduit', `service-${service}-by-${serviceBasis(observation)}`],
    });
  },
};
