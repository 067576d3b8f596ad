import type { Rule } from '../../model/rule.js';
import { crossingOf } from '../terms/crossing.js';
import { compareNames, designationsOf, WHY_UNSEEN } from '../names/designated-names.js';
import { indicatorOf } from '../names/destination-names.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';

/** α′ allows the LGWAN zone to reach designated clouds, by name; every other name is not designated. */
export const designatedCloud: Rule = {
  check: '18',
  titles: { I: { ja: 'α′：指定外クラウドへの通信', en: 'α′: destination not designated' } },
  trigger: {
    ja: 'α′モデルで、指定クラウド（designatedCloud）の許可通信に当たるLGWAN接続系からインターネットへの通信が、指定された名前でない宛先名（SNI、Host）を示した。名前が見えないときは判定不能とする。',
    en: 'Under α′ a flow from the LGWAN zone to the Internet that fits a designatedCloud conduit says another name (SNI, Host) than the designated ones. Without a readable name it is undetermined.',
  },
  severities: { I: 'high; undetermined without a name' },
  traps: [
    {
      ja: '許可には名前と出口の両方が必要である。CDNのアドレスは指定先と指定外で共用されるため、アドレスだけでは許可しない。',
      en: 'Name and egress must both match; addresses of CDNs are shared by designated and other names, so an address alone never permits.',
    },
    { ja: 'ECHでは公開名しか見えないため判定不能とする。', en: 'With ECH only the public name shows: undetermined.' },
  ],
  limits: [
    {
      ja: 'テナントの制限は復号された側でしか見えない。',
      en: 'A restriction to the own tenant is visible on the decrypted side only.',
    },
  ],
  remedy: {
    ja: 'ローカルブレイクアウト機器の許可リストを指定クラウドに限る。プロキシ・DNSの記録で宛先名を確認する。',
    en: 'Limit the list of the breakout device to the designated clouds; read the name in the logs of proxy and DNS.',
  },
  basis: 'flow',
  judge(observation, topology) {
    if (topology.model !== 'alpha-dash') return null;
    const crossing = crossingOf(observation, topology);
    if (crossing?.clause !== 'I' || crossing.relation !== 'public' || !crossing.outward) return null;
    const conduit = observation.conduit.permitted;
    if (conduit?.kind !== 'designatedCloud' || conduit.to.names.length === 0) return null;
    if (observation.flow.outcome === 'blocked')
      return grade(observation, {
        clause: 'I',
        lead: {
          ja: `指定クラウド（${conduit.id}）の許可通信に当たる通信があった。`,
          en: `There was a flow of designated-cloud conduit ${conduit.id}.`,
        },
      });
    const answer = compareNames(observation.facts, designationsOf(observation.from, topology));
    if (answer.is === 'designated') return null;
    if (answer.is === 'other')
      return {
        ...grade(observation, {
          clause: 'I',
          lead: {
            ja: '指定クラウドへの出口を通って、指定されていない名前の宛先への通信があった。',
            en: 'By the way out to the designated clouds a destination was called whose name is not designated.',
          },
          scale: flat('high'),
          reasons: ['name-not-designated'],
        }),
        indicators: answer.names.map(indicatorOf),
        frames: answer.names.map(({ at }) => at),
      };
    return grade(observation, {
      clause: 'I',
      verdict: 'undetermined',
      severity: 'medium',
      lead: {
        ja: `指定クラウド（${conduit.id}）は名前で登録されているが、${WHY_UNSEEN[answer.why].ja}。指定先かどうかを判定できない。`,
        en: `Conduit ${conduit.id} designates clouds by name, and ${WHY_UNSEEN[answer.why].en}: whether this is one of them cannot be decided.`,
      },
      reasons: [`name-${answer.why}`],
    });
  },
};
