import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { LIMIT, TRAP } from '../shared-texts.js';
import { AREA_NAMES } from '../wording.js';

/** The My Number and the LGWAN zone never speak with the Internet itself; α′ has its designated clouds (18, 19). */
export const directInternet: Rule = {
  check: '07',
  titles: {
    A: { ja: 'インターネットとの直接通信', en: 'Direct Internet communication' },
    I: { ja: 'インターネットとの直接通信', en: 'Direct Internet communication from the LGWAN zone' },
  },
  trigger: {
    ja: 'マイナンバー利用事務系またはLGWAN接続系の機器と、インターネットのアドレスとの間の通信（α′モデルで指定されたクラウドへの登録通信を除く）。',
    en: 'A flow between a host of the My Number or the LGWAN zone and a public address (registered flows to designated clouds under α′ excepted).',
  },
  severities: { A: 'critical / critical / high', I: 'critical / high / medium' },
  traps: [
    TRAP.icmpError,
    {
      ja: '閉域網が公開アドレスを内部で使っている場合は、構成定義ファイルに相手先として登録する。宣言は既定の分類に優先する。',
      en: 'Where a closed network uses public addresses inside, declare it as a realm: a declaration beats the default.',
    },
  ],
  limits: [
    LIMIT.passive,
    {
      ja: 'プロキシを経由したインターネット利用はこの規則では分からない（規則08）。',
      en: 'Internet use through a proxy does not show here (rule 08).',
    },
  ],
  remedy: {
    ja: '発信元の機器を隔離して原因を調べ、境界機器と既定経路の設定を見直す。',
    en: 'Isolate the source host and find the cause; review the boundary device and the default route.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'public' || crossing.clause === 'U') return null;
    const zone = AREA_NAMES[crossing.inside.place.area];
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `${zone.ja}の機器とインターネットとの直接の通信があった。`,
        en: `A host of ${zone.en} and the public Internet were in direct contact.`,
      },
      scale: crossing.clause === 'A' ? ['critical', 'critical', 'high'] : ['critical', 'high', 'medium'],
      reasons: ['public-address'],
    });
  },
};
