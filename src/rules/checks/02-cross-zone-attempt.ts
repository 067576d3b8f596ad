import type { Rule } from '../../model/rule.js';
import type { Outcome } from '../../model/flow.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';
import { LIMIT, TRAP } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

const ATTEMPTS: ReadonlySet<Outcome> = new Set([
  'l7Blocked',
  'rejectedUnknown',
  'noAnswer',
  'oneWay',
  'midstream',
  'cut',
]);

/** The same flow as check 01, of which the packets do not prove that it took place. */
export const crossZoneAttempt: Rule = {
  check: '02',
  titles: {
    A: { ja: '他領域への通信試行', en: 'Cross-zone attempt' },
    I: { ja: '無害化を経ない通信の試行', en: 'Attempt at unsanitized communication' },
  },
  trigger: {
    ja: '規則01と同じ領域の組で、応答がない、拒否した機器を特定できない、片方向だけが観測された、応答を待つ間に採取が終わった、またはアプリケーション層で遮断された。',
    en: 'The pairs of rule 01: no answer, refused by an unidentified device, seen one way only, cut by the end of the capture, or stopped at the application layer.',
  },
  severities: { A: 'medium', I: 'medium' },
  traps: [
    TRAP.duplicates,
    {
      ja: '応答の経路が採取されていない場合も「応答なし」に見える。境界の両側の採取状況を確認する。',
      en: 'A way back that is not mirrored also looks like "no answer": see what was captured on both sides of the boundary.',
    },
  ],
  limits: [LIMIT.passive],
  remedy: {
    ja: '発信元の機器の設定を確認し、不要な通信を止める。境界機器の遮断記録と突き合わせる。',
    en: 'Check the configuration of the source host, stop what is not needed, and compare with the log of the boundary device.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'open' || crossing.clause === 'U') return null;
    if (!ATTEMPTS.has(observation.flow.outcome)) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `許可のない${what.ja}が試みられた。`,
        en: `There was an attempt at ${what.en} that no conduit permits.`,
      },
      scale: flat('medium'),
      reasons: ['no-conduit'],
    });
  },
};
