import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Other bodies share the line to the security cloud; nobody has business with them over it. */
export const otherMember: Rule = {
  check: '42',
  titles: { U: { ja: '他団体網への横移動', en: 'Lateral movement to other member bodies' } },
  trigger: {
    ja: 'インターネット接続系の機器と、構成定義ファイルのotherMembersに記載された他団体のアドレスとの間の、許可のない通信。',
    en: 'A flow between the Internet zone and an address of another body (`otherMembers`) that no conduit permits.',
  },
  severities: { U: 'high / high / low' },
  traps: [{ ja: '共同利用のサービスは許可通信として登録する。', en: 'Shared services are registered as conduits.' }],
  limits: [
    LIMIT.passive,
    {
      ja: 'otherMembersの記載がなければ未登録アドレスとの通信として扱う。',
      en: 'Without `otherMembers` it counts as a flow with an undeclared address.',
    },
  ],
  remedy: {
    ja: '共用回線での団体間通信を拒否するよう運営主体に求める。',
    en: 'Ask the operator of the shared line to deny traffic between bodies.',
  },
  basis: 'flow',
  judge(observation, topology) {
    if (observation.from.place.otherMember === null && observation.to.place.otherMember === null) return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.clause !== 'U') return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'U',
      lead: {
        ja: `他団体のアドレスとの間で、許可のない${what.ja}があった。`,
        en: `With an address of another body there was ${what.en} that no conduit permits.`,
      },
      reasons: ['other-member'],
    });
  },
};
