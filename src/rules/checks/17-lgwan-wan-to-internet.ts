import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** LGWAN itself joined to the Internet side: no host of the LGWAN zone stands between. */
export const lgwanWanToInternet: Rule = {
  check: '17',
  titles: { I: { ja: 'LGWAN網とインターネット系の直結', en: 'LGWAN WAN joined to the Internet zone' } },
  trigger: {
    ja: 'LGWAN（総合行政ネットワーク）のアドレスと、インターネット接続系またはインターネットのアドレスとの間の通信。許可通信は認められない。',
    en: 'A flow between an LGWAN address and the Internet zone or a public address. No conduit can permit it.',
  },
  severities: { I: 'critical' },
  traps: [
    {
      ja: 'LGWANの網内で使われるアドレスは公開されていない。構成定義ファイルの相手先（lgwan-wan）の範囲が正しいことを前提とする。',
      en: 'Addresses inside LGWAN are not published: it rests on the declared range of the realm lgwan-wan.',
    },
  ],
  limits: [
    LIMIT.passive,
    { ja: 'アドレス変換の先は見えない。', en: 'What lies behind address translation does not show.' },
  ],
  remedy: {
    ja: 'LGWANルーターとインターネット側の機器の接続を直ちに確認し、切り離す。',
    en: 'Check at once how the LGWAN router and the Internet side are joined, and separate them.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'wan') return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'I',
      lead: {
        ja: `${what.ja}があり、LGWANの網とインターネット側が直結している。`,
        en: `There was ${what.en}: LGWAN is joined to the Internet side.`,
      },
      scale: flat('critical'),
    });
  },
};
