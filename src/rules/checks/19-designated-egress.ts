import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { endCovers } from '../terms/content-ends.js';
import { compareNames } from '../names/designated-names.js';
import { directNames, indicatorOf } from '../names/destination-names.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';

/** α′: a designated cloud, but by another way out than the declared breakout device. */
export const designatedEgress: Rule = {
  check: '19',
  titles: { I: { ja: 'α′：指定外の出口・端末', en: 'α′: wrong egress or host' } },
  trigger: {
    ja: 'α′モデルの指定クラウドへの通信が、登録されたローカルブレイクアウト機器以外を経由した。または登録のない端末から行われた。',
    en: 'Under α′ a flow to a designated cloud leaves by another device than the declared breakout, or comes from a host that is not listed.',
  },
  severities: { I: 'high' },
  traps: [
    {
      ja: '出口は転送先のMACアドレスで判定する。MACアドレスが見えない採取では判定できない。',
      en: 'The egress is told by the MAC address of the next hop; without MAC addresses it cannot be told.',
    },
  ],
  limits: [
    {
      ja: '登録のない端末であることは、宛先名（SNI、Host）が指定クラウドのものと読めたときに限り示す。名前が読めなければ規則07となる。',
      en: 'That the host is not listed is said only where the name (SNI, Host) reads as a designated cloud; else it is rule 07.',
    },
  ],
  remedy: {
    ja: '経路を登録された出口に限り、他の出口を閉じる。',
    en: 'Limit the route to the registered egress; close the others.',
  },
  basis: 'flow',
  judge(observation, topology) {
    if (topology.model !== 'alpha-dash') return null;
    const crossing = unpermittedCrossing(observation, topology);
    const { nearest, failed } = observation.conduit;
    if (crossing?.clause !== 'I' || crossing.relation !== 'public') return null;
    if (nearest?.kind === 'designatedCloud' && failed === 'via')
      return grade(observation, {
        clause: 'I',
        lead: {
          ja: '指定クラウドの許可通信に一致するが、登録された出口を経由していない。',
          en: 'The flow is that of a designated-cloud conduit, but it did not pass the registered egress.',
        },
        scale: flat('high'),
        reasons: ['egress-not-registered'],
      });
    if (!crossing.outward || !observation.directionKnown || observation.facts === null) return null;
    const { facts, from } = observation;
    const all = topology.conduits.filter(({ kind, to }) => kind === 'designatedCloud' && to.names.length > 0);
    if (all.some((conduit) => endCovers(conduit.from, from)) || compareNames(facts, all).is !== 'designated')
      return null;
    return {
      ...grade(observation, {
        clause: 'I',
        lead: {
          ja: '指定クラウドへの通信が、その許可通信に登録のない端末から行われた。',
          en: 'A designated cloud was called by a host that no designated-cloud conduit lists.',
        },
        scale: flat('high'),
        reasons: ['host-not-listed'],
      }),
      indicators: directNames(facts).map(indicatorOf),
      frames: directNames(facts).map(({ at }) => at),
    };
  },
};
