import type { Outcome } from '../../model/flow.js';
import type { Observation } from '../../model/observation.js';
import type { Judgement, Rule } from '../../model/rule.js';
import { isBoundToTerms, isSanitizerLeg } from '../../model/sanitizer-leg.js';
import type { Conduit } from '../../model/topology.js';
import { crossingOf, deviatesFromConduit, type Crossing } from '../terms/crossing.js';
import { WHY_UNSEEN, whyUnseen } from '../names/designated-names.js';
import { indicatorOf, statedNames } from '../names/destination-names.js';
import { grade, gradeWithoutDirection, gradeWithoutPorts } from '../findings/grade.js';
import { protocolDifference, type ProtocolDifference } from '../terms/registered-protocol.js';
import { serviceIn } from '../terms/services.js';
import { flat, type SeverityScale } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

const TCP = 6;
const UDP = 17;

/** reachability of a leg says nothing of what it carries */
const ICMP: ReadonlySet<number> = new Set([1, 58]);
const TOOK_PLACE: ReadonlySet<Outcome> = new Set(['data', 'established']);

const SCALES: Readonly<Record<'A' | 'I' | 'U', SeverityScale>> = {
  A: ['high', 'high', 'medium'],
  I: flat('high'),
  U: flat('medium'),
};

/** 特定通信 and 無害化通信 keep to what was approved: route (G-MN-2), port, protocol, opener, period, hours. */
export const conduitTerms: Rule = {
  check: '04',
  titles: {
    A: { ja: '特定通信の条件逸脱', en: 'Specified communication out of its terms' },
    I: { ja: '無害化通信の条件逸脱', en: 'Sanitized conduit out of terms' },
    U: { ja: '出口通信の条件逸脱', en: 'Egress conduit out of terms' },
  },
  trigger: {
    ja: 'ア・イ：両端は登録された許可通信と一致するが、プロトコル、接続を開始する側、ポート番号、経由機器、有効期間、時間帯または宛先の名前（CONNECT・絶対URI・SOCKS・SNI・Host）が登録と異なる。無害化・受渡し装置の内側の脚とLGWAN接続系の機器との許可通信も対象とする（成立した通信に限る）。ウ：条件（アプリケーションプロトコルを含む）が登録と異なる場合に加え、インターネット接続系（および未登録・機器管理の機器）と自治体情報セキュリティクラウドその他の相手との通信で、どの許可通信にも一致せず、他の規則が当たらないもの。1日当たり通信量の超過は、ア・イでは規則41、ウではこの規則による。',
    en: 'A, I: both ends are those of a registered conduit, but protocol, opener, port, device on the way, validity, hours or the name of the destination (CONNECT, absolute URI, SOCKS, SNI, Host) differ. The conduits between the inner leg of a sanitizer or hand-over and hosts of the LGWAN zone count as well (where communication took place). U: the same or another application protocol (first bytes), and any flow of the Internet zone (or of an undeclared or management host) with the security cloud or another counterpart that no conduit covers and no other rule names. Exceeding the daily volume is rule 41 for A and I, and this rule for U.',
  },
  severities: { A: 'high / high / medium', I: 'high', U: 'medium' },
  traps: [
    {
      ja: '接続を開始した側が分からない通信は、条件の逸脱とせず判定不能とする。切り詰めや断片のためポート番号が分からないものも、ポートについては判定不能とする。',
      en: 'While the opener is unknown, the term about the opener is undetermined, not broken. So is the term about the port where cut or fragmented packets leave the ports unknown.',
    },
    {
      ja: '経由機器の照合は、転送元のMACアドレスが見える場合に限る。',
      en: 'The device on the way is compared only where forwarding MAC addresses are visible.',
    },
    {
      ja: '宛先を名前（names）でも限る許可通信で、名前が示されないか、暗号化・欠落で読めないときは、判定不能とする。名前を限らない他の許可通信に一致すれば、それによる。',
      en: 'Where a conduit limits the destination by `names` too and no name was said, or it is encrypted or was not captured, the answer is undetermined; unless another conduit without names permits the flow.',
    },
  ],
  limits: [
    LIMIT.register,
    {
      ja: 'ウでは、転送先のMACアドレスが採取されていない外部通信は、出口が登録のものか（規則60）を判定できないため、この規則または62〜64で示す。',
      en: 'U: where the MAC address of the next hop is not visible, the exit cannot be judged (rule 60) and egress appears here or under 62 to 64.',
    },
  ],
  remedy: {
    ja: '登録内容と実際の通信のどちらが正しいかを確認し、通信を登録の範囲に改めるか、変更の承認を得て登録を改める。',
    en: 'Find out which is right, the register or the traffic: bring the traffic back within the terms, or have the change approved and registered.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = crossingOf(observation, topology);
    if (crossing === null) return judgeLeg(observation);
    if (crossing.permitted) return judgePermitted(observation, crossing);
    if (crossing.clause === 'U') return judgeEgress(observation, crossing);
    if (crossing.relation === 'closed' || crossing.relation === 'wan' || !deviatesFromConduit(observation)) return null;
    return judgeDeviation(observation, crossing);
  },
};

/** A permitted flow that speaks another protocol (ア and イ: check 06), or of which nobody knows name, opener or ports. */
function judgePermitted(observation: Observation, crossing: Crossing): Judgement | null {
  const conduit = observation.conduit.permitted;
  const difference = crossing.clause === 'U' ? protocolDifference(observation) : null;
  if (conduit !== null && difference !== null) return judgeProtocol(observation, conduit, difference);
  if (conduit === null) return null;
  if (observation.conduit.isNameUnseen) return judgeWithoutName(observation, crossing, conduit);
  const lead = {
    ja: `許可通信「${conduit.title}」（${conduit.id}）に一致する通信があった。`,
    en: `A flow matches conduit ${conduit.id} (${conduit.title}).`,
  };
  if (!observation.directionKnown && conduit.initiator !== 'either')
    return gradeWithoutDirection(crossing.clause, lead);
  const { flow, from, to } = observation;
  const arePortsUnknown = (flow.proto === TCP || flow.proto === UDP) && from.port === 0 && to.port === 0;
  return arePortsUnknown && conduit.ports !== null ? gradeWithoutPorts(crossing.clause, lead) : null;
}

/** A conduit that permits its destinations by name, and nobody knows the name. */
function judgeWithoutName(observation: Observation, crossing: Crossing, conduit: Conduit): Judgement {
  const why = whyUnseen(observation.facts);
  return grade(observation, {
    clause: crossing.clause,
    verdict: 'undetermined',
    severity: crossing.clause === 'U' ? 'low' : 'medium',
    lead: {
      ja: `許可通信「${conduit.title}」（${conduit.id}）は宛先を名前で限っているが、${WHY_UNSEEN[why].ja}。登録された宛先かどうかを判定できない。プロキシまたはDNSの記録で確認できる。`,
      en: `Conduit ${conduit.id} (${conduit.title}) limits its destinations by name, and ${WHY_UNSEEN[why].en}: whether this is one of them cannot be decided. The log of the proxy or of the DNS would tell.`,
    },
    reasons: [`name-${why}`],
  });
}

function judgeProtocol(observation: Observation, conduit: Conduit, difference: ProtocolDifference): Judgement {
  const { registered, seen, reason } = difference;
  return {
    ...grade(observation, {
      clause: 'U',
      lead: {
        ja: `出口通信「${conduit.title}」（${conduit.id}）のアプリケーションプロトコルは${registered}と登録されているが、${seen === 'unknown' ? 'そのいずれでもない先頭バイト' : `${seen}の先頭バイト`}が観測された。`,
        en: `Egress conduit ${conduit.id} (${conduit.title}) is registered for ${registered}; the first bytes are those of ${seen === 'unknown' ? 'no protocol of that kind' : seen}.`,
      },
      scale: SCALES.U,
      reasons: [reason],
    }),
    indicators: [{ field: 'first-bytes', value: seen }],
    frames: observation.facts?.firstBytes.filter((frame) => frame !== null) ?? [],
  };
}

/** Only what took place counts: inside a zone nothing keeps ports closed, and an open path says nothing. */
function judgeLeg(observation: Observation): Judgement | null {
  const { conduit, flow, from, to, directionKnown } = observation;
  if (conduit.nearest === null || !isBoundToTerms(conduit.nearest, from.place, to.place)) return null;
  if (!deviatesFromConduit(observation) || flow.mirrorTransport || flow.errorsOnly) return null;
  if (!directionKnown || ICMP.has(flow.proto) || !TOOK_PLACE.has(flow.outcome)) return null;
  const leg = isSanitizerLeg(to.place) ? to : from;
  return grade(observation, {
    clause: 'I',
    lead: {
      ja: `無害化・受渡し装置（${leg.place.host ?? leg.address}）の内側の脚との間で、登録された許可通信と異なる条件の通信があった。`,
      en: `With the inner leg of a sanitizer or hand-over (${leg.place.host ?? leg.address}) there was a flow outside the terms of its registered conduit.`,
    },
    scale: SCALES.I,
    reasons: [`conduit-${conduit.failed ?? 'terms'}`, 'sanitizer-leg'],
  });
}

function judgeDeviation(observation: Observation, crossing: Crossing): Judgement {
  const judgement = gradeDeviation(observation, crossing);
  if (observation.conduit.failed !== 'names' || observation.facts === null) return judgement;
  const names = statedNames(observation.facts);
  return { ...judgement, indicators: names.map(indicatorOf), frames: names.map(({ at }) => at) };
}

function gradeDeviation(observation: Observation, crossing: Crossing): Judgement {
  const what = describeFlow(observation);
  return grade(observation, {
    clause: crossing.clause,
    lead: {
      ja: `登録された許可通信の両端の間で、登録と異なる条件の${what.ja}があった。`,
      en: `Between the ends of a registered conduit there was ${what.en} outside its terms.`,
    },
    scale: SCALES[crossing.clause],
    reasons: [`conduit-${observation.conduit.failed ?? 'terms'}`],
  });
}

/** What is left when no rule with a clearer name claims the flow: inbound is 09/65, remote control to outside is 23. */
function judgeEgress(observation: Observation, crossing: Crossing): Judgement | null {
  if (deviatesFromConduit(observation)) return judgeDeviation(observation, crossing);
  if (crossing.relation === 'public' && observation.directionKnown) {
    if (!crossing.outward || serviceIn('remote', observation) !== null) return null;
  }
  const what = describeFlow(observation);
  return grade(observation, {
    clause: 'U',
    lead: {
      ja: `登録された出口通信のどれにも一致しない${what.ja}があった。`,
      en: `There was ${what.en} outside any registered egress conduit.`,
    },
    scale: SCALES.U,
    reasons: ['no-conduit'],
  });
}
