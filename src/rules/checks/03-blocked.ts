import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { TRAP } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Positive control evidence: a registered boundary device refused a crossing. Never makes a result worse. */
export const blocked: Rule = {
  check: '03',
  titles: {
    A: { ja: '境界での遮断確認', en: 'Blocked at boundary' },
    I: { ja: '境界での遮断確認', en: 'Blocked at boundary' },
    U: { ja: '出口での遮断確認', en: 'Blocked at egress' },
  },
  trigger: {
    ja: '許可のない通信に対し、登録された境界機器がRSTまたはICMPの到達不能（管理上の禁止など）を返し、その先では観測されなかった。',
    en: 'A registered boundary device answered a flow that no conduit permits with a reset or an ICMP prohibition, and the packet was not seen beyond.',
  },
  severities: { A: 'info', I: 'info', U: 'info' },
  traps: [
    TRAP.icmpError,
    {
      ja: 'ファイアウォールは相手のアドレスを名乗ってRSTを返すことがある。TTLとMACアドレスで発信元を確かめる。',
      en: "Firewalls forge the destination's address in resets: the sender is told by its TTL and MAC address.",
    },
  ],
  limits: [
    {
      ja: '遮断が確認できるのは観測された試行だけである。他の通信も遮断されることは示さない。',
      en: 'It shows that this attempt was blocked, not that others would be.',
    },
  ],
  remedy: {
    ja: '統制が働いた証拠として保存し、発信元の機器がなぜ通信を試みたかを確認する。',
    en: 'Keep it as evidence that the control works, and ask why the source host tried.',
  },
  basis: 'flow',
  judge(observation, topology) {
    if (observation.flow.outcome !== 'blocked') return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing === null || crossing.relation === 'closed' || crossing.relation === 'wan') return null;
    if (crossing.clause === 'U' && !(observation.directionKnown && crossing.outward)) return null;
    if (crossing.clause !== 'U' && crossing.relation === 'public') return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `許可のない${what.ja}が境界で止められた。`,
        en: `At the boundary ${what.en} that no conduit permits was stopped.`,
      },
      reasons: ['no-conduit'],
    });
  },
};
