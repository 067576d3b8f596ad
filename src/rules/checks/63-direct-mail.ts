import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Mail leaves through the relay of the security cloud (domain.md 1.3 G-IN-3). */
export const directMail: Rule = {
  check: '63',
  titles: { U: { ja: '外部への直接メール送信', en: 'Direct SMTP to outside' } },
  trigger: {
    ja: '庁内からインターネット上のアドレスの25番、465番または587番ポートへの、許可のない通信。',
    en: 'From inside to port 25, 465 or 587 of a public address with no conduit.',
  },
  severities: { U: 'high' },
  traps: [
    {
      ja: 'メール中継を経た送信はセキュリティクラウドのアドレスあてとなり、対象とならない。',
      en: "Mail through the relay goes to the security cloud's address and is no finding.",
    },
  ],
  limits: [LIMIT.ports],
  remedy: {
    ja: 'メールの送信をセキュリティクラウドの中継に限る。感染端末の疑いも調べる。',
    en: 'Send mail through the relay only; also look for an infected host.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const service = serviceIn('mailTransfer', observation);
    if (service === null || !observation.directionKnown) return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.clause !== 'U' || crossing.relation !== 'public' || !crossing.outward) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'U',
      lead: {
        ja: `セキュリティクラウドの中継を経ないメール送信（${service}）の${what.ja}があった。`,
        en: `There was ${what.en} that sends mail (${service}) past the security cloud's relay.`,
      },
      scale: flat('high'),
      reasons: [`service-${service}-by-${serviceBasis(observation)}`],
    });
  },
};
