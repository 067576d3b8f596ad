import type { Rule } from '../../model/rule.js';
import { crossingOf } from '../crossing.js';
import { grade } from '../grade.js';
import { AWAITS } from '../shared-texts.js';

/**
 * α′ allows the LGWAN zone to reach designated clouds by name. Names are not read yet: a flow that only the name could
 * clear, or condemn, is undetermined here instead of being a violation (07) or nothing.
 */
export const designatedCloud: Rule = {
  check: '18',
  titles: { I: { ja: 'α′：指定外クラウドへの通信', en: 'α′: destination not designated' } },
  trigger: {
    ja: 'α′モデルで、LGWAN接続系からインターネットへの通信の相手（名前またはIPアドレス）が、指定クラウド（designatedCloud）の許可通信にない。名前だけで指定されたクラウドへの通信は、名前を読み取るまで判定不能とする。',
    en: 'Under α′, the counterpart (name or address) of a flow from the LGWAN zone to the Internet is in no designatedCloud conduit. While names are not read, a flow that only a name can tell is undetermined.',
  },
  severities: { I: 'high; undetermined without a name' },
  traps: [
    {
      ja: '許可には名前と出口の両方が必要である。CDNのアドレスは指定先と指定外で共用される。',
      en: 'Name and egress must both match; addresses of CDNs are shared by designated and other names.',
    },
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
  awaits: AWAITS.names,
  judge(observation, topology) {
    if (topology.model !== 'alpha-dash') return null;
    const crossing = crossingOf(observation, topology);
    if (crossing?.clause !== 'I' || crossing.relation !== 'public' || !crossing.outward) return null;
    const conduit = observation.conduit.permitted;
    if (conduit?.kind !== 'designatedCloud' || conduit.to.names.length === 0 || conduit.to.prefixes.length > 0)
      return null;
    return grade(observation, {
      clause: 'I',
      verdict: observation.flow.outcome === 'blocked' ? 'blocked' : 'undetermined',
      severity: observation.flow.outcome === 'blocked' ? 'info' : 'medium',
      lead: {
        ja: `指定クラウド（${conduit.id}）は名前で登録されているが、この版は名前を読み取らないため、指定先かどうかを判定できない。`,
        en: `Conduit ${conduit.id} designates clouds by name; names are not read yet, so whether this is one of them cannot be decided.`,
      },
      reasons: ['name-not-read'],
    });
  },
};
