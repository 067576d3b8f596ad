import type { Rule } from '../../model/rule.js';
import { crossingOf } from '../terms/crossing.js';
import { grade, gradeWithoutDirection } from '../findings/grade.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** The model says which side opens a screen transfer (domain.md 1.5): α, α′ the LGWAN side, β, β′ the Internet side. */
export const screenDirection: Rule = {
  check: '30',
  titles: {
    A: { ja: '画面転送の方向', en: 'Screen-transfer direction' },
    I: { ja: '画面転送の方向違反', en: 'Screen-transfer direction wrong for the model' },
  },
  trigger: {
    ja: '画面転送として登録された組の間で、登録と逆の側から接続が開始された（α・α′ではLGWAN接続系、β・β′ではインターネット接続系が開始する）。',
    en: 'Between the ends of a registered screen transfer the other side opened the connection (α, α′: the LGWAN side opens; β, β′: the Internet side).',
  },
  severities: { A: 'critical / high / medium', I: 'critical / high / medium' },
  traps: [
    {
      ja: '両端が登録された組でない場合は規則01、09または23で示す。',
      en: 'Where the ends are not such a pair, it is rule 01, 09 or 23.',
    },
  ],
  limits: [LIMIT.direction],
  remedy: {
    ja: '逆向きの接続開始を境界機器で拒否する。モデルの選択と登録の向きが正しいかを確認する。',
    en: 'Deny the reverse direction at the boundary; check that model and registered direction are right.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const { permitted, reversedScreen } = observation.conduit;
    const crossing = crossingOf(observation, topology);
    if (crossing === null || crossing.clause === 'U') return null;
    const what = describeFlow(observation);
    if (!observation.directionKnown) {
      if (permitted?.kind !== 'screenTransfer' || permitted.initiator === 'either') return null;
      return gradeWithoutDirection(crossing.clause, {
        ja: `画面転送の組の間で${what.ja}があった。`,
        en: `Between a screen-transfer pair there was ${what.en}.`,
      });
    }
    if (crossing.permitted || reversedScreen === null) return null;
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `画面転送「${reversedScreen.title}」（${reversedScreen.id}）の両端の間で、登録と逆の向きに${what.ja}が開始された。`,
        en: `Between the ends of screen transfer ${reversedScreen.id} (${reversedScreen.title}), ${what.en} was opened from the wrong side.`,
      },
      scale: ['critical', 'high', 'medium'],
      reasons: ['screen-pair-reversed'],
    });
  },
};
