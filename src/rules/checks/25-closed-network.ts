import type { Outcome } from '../../model/flow.js';
import type { Severity, Verdict } from '../../model/report.js';
import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Not a breach of イ itself: an entry that the register of communication with closed networks lacks (G-LG-1). */
export const closedNetwork: Rule = {
  check: '25',
  titles: {
    I: {
      ja: 'LGWAN網との未登録通信',
      en: 'Unregistered communication with the LGWAN WAN or another closed network',
    },
  },
  trigger: {
    ja: 'LGWAN接続系とLGWAN（総合行政ネットワーク）・住基ネット・ガバメントクラウドとの間、またはこれらの網どうしの通信に、一致する許可通信がない。',
    en: 'Between the LGWAN zone and LGWAN, the Basic Resident Register Network or the Government Cloud, or among those networks, a flow matches no conduit.',
  },
  severities: { I: 'medium' },
  traps: [{ ja: 'LGWANから開始されたものは規則09で示す。', en: 'What the LGWAN side opens appears under rule 09.' }],
  limits: [
    LIMIT.register,
    {
      ja: 'イの違反そのものではなく、台帳の不足または不要な通信を示す。',
      en: 'No breach of clause I itself: the register lacks an entry, or the flow is not needed.',
    },
  ],
  remedy: {
    ja: '業務上の必要を確認し、許可通信として登録するか、通信を止める。',
    en: 'Check the need: register a conduit or stop the flow.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'closed') return null;
    const what = describeFlow(observation);
    const [verdict, severity] = weigh(observation.flow.outcome);
    return grade(observation, {
      clause: 'I',
      verdict,
      severity,
      lead: { ja: `登録のない${what.ja}があった。`, en: `There was ${what.en} that is not registered.` },
      reasons: ['no-conduit'],
    });
  },
};

function weigh(outcome: Outcome): readonly [Verdict, Severity] {
  switch (outcome) {
    case 'blocked':
      return ['blocked', 'info'];
    case 'noAnswer':
    case 'rejectedUnknown':
    case 'l7Blocked':
      return ['attempt', 'low'];
    default:
      return ['observation', 'medium'];
  }
}
