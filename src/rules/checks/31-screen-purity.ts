import type { Observation } from '../../model/observation.js';
import type { Conduit } from '../../model/topology.js';
import type { Rule } from '../../model/rule.js';
import { hasPort, screenConduitOf } from '../terms/conduit-ends.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { isIcmp, servicePorts } from '../terms/services.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

const PROTOCOL_NUMBERS = { tcp: 6, udp: 17, icmp: 1 } as const;

/** 無害化通信 by screen transfer means pixels only: nothing else may pass between the pair (domain.md 1.6). */
export const screenPurity: Rule = {
  check: '31',
  titles: {
    A: { ja: '画面転送経路の純度', en: 'Only the screen protocol on the pair' },
    I: { ja: '画面転送経路の純度', en: 'Only the screen protocol on the pair' },
  },
  trigger: {
    ja: '画面転送として登録された組の間で、登録されたプロトコル・ポート以外の、許可のない通信が観測された。',
    en: 'Between the ends of a registered screen transfer: a flow on another protocol or port that no conduit permits.',
  },
  severities: { A: 'high; ICMP echo low', I: 'high; ICMP echo low' },
  traps: [
    {
      ja: 'セッション管理やライセンスのポートは、別の許可通信として登録できる。ICMPエコーは低い所見とする。',
      en: 'Ports of session brokers and licences may be registered as conduits of their own. ICMP echo is a low observation.',
    },
  ],
  limits: [
    LIMIT.passive,
    { ja: '画面転送の中の付随チャネルは規則32による。', en: 'Channels inside the screen protocol are rule 32.' },
  ],
  remedy: {
    ja: '画面転送の組の間では登録したポートだけを許可し、他は境界機器で拒否する。',
    en: 'Between the pair permit the registered port only and deny the rest at the boundary.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing === null || crossing.clause === 'U') return null;
    const conduit = screenConduitOf(observation, topology);
    if (conduit === null || isScreenProtocol(conduit, observation)) return null;
    const what = describeFlow(observation);
    const lead = {
      ja: `画面転送「${conduit.title}」（${conduit.id}）の両端の間で、画面転送以外の${what.ja}があった。`,
      en: `Between the ends of screen transfer ${conduit.id} (${conduit.title}) there was ${what.en} other than the screen protocol.`,
    };
    if (!isIcmp(observation)) return grade(observation, { clause: crossing.clause, lead, scale: flat('high') });
    const isBlocked = observation.flow.outcome === 'blocked';
    return grade(observation, {
      clause: crossing.clause,
      lead,
      verdict: isBlocked ? 'blocked' : 'observation',
      severity: isBlocked ? 'info' : 'low',
      reasons: ['icmp-on-screen-pair'],
    });
  },
};

/** On the registered port, over TCP or UDP: screen protocols use both (domain.md 1.6); other terms are rule 04. */
function isScreenProtocol(conduit: Conduit, observation: Observation): boolean {
  const { proto } = observation.flow;
  if (
    conduit.protocol !== 'any' &&
    PROTOCOL_NUMBERS[conduit.protocol] !== proto &&
    !(proto === 17 && conduit.protocol === 'tcp')
  )
    return false;
  return hasPort(conduit, servicePorts(observation));
}
