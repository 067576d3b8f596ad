import type { Area } from '../../model/place.js';
import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing, type Crossing } from '../terms/crossing.js';
import { grade, gradeWithoutDirection } from '../findings/grade.js';
import { LIMIT } from '../shared-texts.js';
import type { SeverityScale } from '../findings/severity.js';
import { describeFlow } from '../wording.js';

const SCALE: SeverityScale = ['critical', 'high', 'medium'];
/** Initiators that domain.md 3.2 names for I-09; what other networks open is I-01. */
const OUTSIDE_OF_LGWAN: ReadonlySet<Area> = new Set(['internet', 'public', 'lgwan-wan']);

/** A connection that somebody outside the zone opened: the direction that a stepping stone or an intruder takes. */
export const openedFromOutside: Rule = {
  check: '09',
  titles: {
    A: { ja: '領域外からの接続開始', en: 'Connection opened from outside the zone' },
    I: { ja: '外部からの接続開始', en: 'Connection opened from outside' },
    U: { ja: '外部からの着信', en: 'Inbound from the Internet' },
  },
  trigger: {
    ja: '接続を開始した側が領域の外にあり（ア：マイナンバー利用事務系以外、イ：インターネット接続系・インターネット・LGWAN、ウ：インターネット）、一致する許可通信がない。',
    en: 'The opener is outside (A: outside the My Number zone; I: Internet zone, Internet or LGWAN; U: Internet) and no conduit matches.',
  },
  severities: { A: 'critical / high / medium', I: 'critical / high / medium', U: 'critical / high / medium' },
  traps: [
    {
      ja: 'コンビニ交付のように外から開始される正当な通信、無害化装置からの送り込み、LGWANのメール・DNSは許可通信として登録する。',
      en: 'Legitimate inbound flows (certificates at convenience stores, pushes by the sanitizer, LGWAN mail and DNS) are registered as conduits.',
    },
    {
      ja: 'セキュリティクラウドの回線では、着信はリバースプロキシのアドレスから見え、ウの検出事項とならない。',
      en: "On the security cloud's line inbound traffic shows the address of its reverse proxy and is no finding for U.",
    },
    {
      ja: 'インターネットやLGWANからの通信が、それらのルーターのある回線だけで観測され、応答がないときは、その先の境界を通過したとはみなさない（試行、または遮断）。宛先がその回線にあるとき、または先の回線でも観測されたときに、到達とする。',
      en: 'What comes from the Internet or LGWAN, is seen on the wire of their router alone and is not answered has not passed the boundary behind it: an attempt, or blocked. It is reached where its destination stands on that wire, or where it is seen on a further one.',
    },
  ],
  limits: [LIMIT.direction, LIMIT.passive],
  remedy: {
    ja: '境界機器で外側からの接続開始を拒否する。必要な通信は相手と条件を限って登録する。',
    en: 'Deny connections opened from outside at the boundary; register what is needed, with its counterpart and terms.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing === null || !concerns(crossing)) return null;
    const what = describeFlow(observation);
    if (!observation.directionKnown) {
      return gradeWithoutDirection(crossing.clause, {
        ja: `許可のない${what.ja}があった。`,
        en: `There was ${what.en} that no conduit permits.`,
      });
    }
    if (crossing.outward) return null;
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `領域の外から開始された、許可のない${what.ja}があった。`,
        en: `From outside the zone ${what.en} was opened that no conduit permits.`,
      },
      scale: SCALE,
      reasons: ['opened-from-outside'],
    });
  },
};

function concerns(crossing: Crossing): boolean {
  switch (crossing.clause) {
    case 'A':
      return true;
    case 'I':
      return crossing.inside.place.area === 'lgwan' && OUTSIDE_OF_LGWAN.has(crossing.outside.place.area);
    case 'U':
      return crossing.relation === 'public';
  }
}
