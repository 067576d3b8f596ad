import type { Rule } from '../../model/rule.js';
import { matchesForbiddenConduit, unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { DEFAULT_SEVERITIES, LIMIT, TRAP } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Articles 8(3)ア and イ: communication between areas took place, or could have, and nothing registered permits it. */
export const crossZoneEstablished: Rule = {
  check: '01',
  titles: {
    A: { ja: '他領域との通信の成立', en: 'Cross-zone communication established' },
    I: { ja: '無害化を経ない通信の成立', en: 'Unsanitized communication between the LGWAN and the Internet zone' },
  },
  trigger: {
    ja: 'ア：マイナンバー利用事務系と他の領域（インターネットを除く。規則07）との間、イ：LGWAN接続系とインターネット接続系・自治体情報セキュリティクラウド・機器管理用・未登録アドレスとの間で、一致する許可通信がないのに、データの往復、接続の成立、または相手への到達が観測された。イでは、インターネット接続系との間は無害化通信の種別だけを許可とみなす。',
    en: 'A: between the My Number zone and any other area (the public Internet is rule 07); I: between the LGWAN zone and the Internet zone, the security cloud, the management network or an undeclared address: data both ways, an established connection or a reached destination, and no conduit matches. Toward the Internet zone only sanitized kinds of conduit count.',
  },
  severities: { A: DEFAULT_SEVERITIES.A, I: DEFAULT_SEVERITIES.I },
  traps: [
    TRAP.gatewayLeg,
    TRAP.icmpError,
    TRAP.duplicates,
    {
      ja: 'ガバメントクラウドは、登録された専用線または許可通信による場合だけマイナンバー利用事務系として扱う。',
      en: 'The Government Cloud counts as the My Number zone only over its registered link or conduit.',
    },
  ],
  limits: [LIMIT.passive, LIMIT.register],
  remedy: {
    ja: '境界機器の規則と経路を確認し、不要な通信を遮断する。業務上必要な通信であれば、手続を経て許可通信として登録する。',
    en: 'Check the rules of the boundary device and the routes, and close what is not needed. If the business needs the flow, have it approved and register it as a conduit.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'open' || crossing.clause === 'U') return null;
    const { outcome } = observation.flow;
    if (outcome !== 'data' && outcome !== 'established' && outcome !== 'reachable') return null;
    const what = describeFlow(observation);
    const wrongKind = matchesForbiddenConduit(observation);
    return grade(observation, {
      clause: crossing.clause,
      lead: wrongKind
        ? {
            ja: `${what.ja}があり、一致する許可通信の種別はこの領域の間では認められない。`,
            en: `There was ${what.en}; the conduit that matches is of a kind that does not count between these areas.`,
          }
        : { ja: `${what.ja}があり、一致する許可通信がない。`, en: `There was ${what.en} that no conduit permits.` },
      reasons: [wrongKind ? 'conduit-kind-not-allowed' : 'no-conduit'],
    });
  },
};
