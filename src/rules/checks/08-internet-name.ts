import type { Facts, NameFact } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Area, Clause } from '../../model/place.js';
import type { Severity, Verdict } from '../../model/report.js';
import type { Judgement, Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { classifyName, indicatorOf, isProxied } from '../names/destination-names.js';
import { grade } from '../findings/grade.js';

const CLAUSE_OF_ZONE: Partial<Record<Area, Clause>> = { mynumber: 'A', lgwan: 'I' };
/** networks that lead to the Internet: a name said to them is a destination behind them */
const LEADS_OUT: ReadonlySet<Area> = new Set(['security-cloud', 'public']);

interface Grading {
  readonly verdict: Verdict;
  readonly severity: Severity;
}

/** The commonest real failure: a terminal of a protected zone reaches a proxy, and through it the Internet. */
export const internetName: Rule = {
  check: '08',
  titles: {
    A: { ja: '中継先がインターネットである通信', en: 'Internet destination behind proxy or TLS name' },
    I: { ja: 'プロキシ・名前による迂回', en: 'Proxied Internet destination' },
  },
  trigger: {
    ja: 'マイナンバー利用事務系またはLGWAN接続系の機器が、プロキシ（HTTPのCONNECT・絶対URI、SOCKS）を通じて、登録のないインターネット上の名前を指定した（中継先がどこにあっても対象）。またはセキュリティクラウドへの許可のない通信で、SNI・Hostがインターネット上の名前であった。マイナンバー利用事務系では、名前（names）で限られた許可通信の両端の間で、SNI・Hostが登録のないインターネット上の名前であったものも対象とし、名前で限られていない許可通信でSNI・Hostがインターネット上の名前である場合を所見として示す。',
    en: 'A host of the My Number or the LGWAN zone asks a proxy (HTTP CONNECT, absolute URI, SOCKS), wherever it stands, for an unregistered Internet name; or a flow to the security cloud that no conduit permits carries an Internet name as SNI or Host. For the My Number zone also an unregistered Internet name as SNI or Host between the ends of a conduit that limits its destinations by `names`; on a conduit without names it is an observation.',
  },
  severities: { A: 'critical answered / high / refused medium', I: 'critical answered / high / refused medium' },
  traps: [
    {
      ja: '「lg.jp」はインターネット側の名前、「lgwan.jp」は閉域網の名前として扱う。構成定義ファイルのdomains、許可通信のnames、単独ラベル、.localなどの内部名は対象としない。',
      en: "`lg.jp` is an Internet name, `lgwan.jp` the closed network's. Names under `domains` or in the `names` of conduits, single labels and internal suffixes such as .local do not count.",
    },
    {
      ja: 'OSの接続確認（msftconnecttest.comなど）は、許可のない通信でない限り対象としない。',
      en: 'Connectivity probes of operating systems (msftconnecttest.com …) do not count.',
    },
    {
      ja: '名前の読取りはポート番号によらない。パケットの分割や順序の入替えがあっても組み立てて読む。',
      en: 'Names are read whatever the port, and also when they are split over segments or arrive out of order.',
    },
  ],
  limits: [
    {
      ja: '暗号化された名前（ECH、TLSで保護されたプロキシとの通信）は分からない。',
      en: 'An encrypted name (ECH, a proxy spoken to inside TLS) stays unknown.',
    },
    {
      ja: '片方向だけが採取された場合、プロキシからの応答だけでは中継先の名前が分からず、要求だけでは応じられたかどうかが分からない。',
      en: "Where one direction was captured, a proxy's answers alone do not tell the name, and requests alone do not tell whether they were answered.",
    },
    {
      ja: 'CONNECTの先が実際にその名前の相手であったか（ドメインフロンティングなど）は分からない。',
      en: 'Whether the other end of a tunnel really was the one named (domain fronting) is not known.',
    },
  ],
  remedy: {
    ja: 'プロキシの利用元を制限し、LGWAN端末から到達できないようにする。',
    en: 'Restrict who may use the proxy, so that terminals of the LGWAN zone cannot reach it.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const { facts, from } = observation;
    if (facts === null || facts.names.length === 0) return null;
    const clause = CLAUSE_OF_ZONE[from.place.area];
    if (clause === undefined || observation.flow.mirrorTransport || !observation.directionKnown) return null;
    const worst = worstName(facts, observation, topology);
    if (worst === null) return judgeConduitWithoutNames(observation, facts, topology);
    const { verdict, severity } = gradingOf(worst);
    return {
      ...grade(observation, {
        clause,
        verdict,
        severity,
        lead: isProxied(worst)
          ? {
              ja: `プロキシを通じて、登録のないインターネット上の名前への中継が要求され、${ANSWERED[worst.answer].ja}。`,
              en: `A proxy was asked for an unregistered name of the Internet; ${ANSWERED[worst.answer].en}.`,
            }
          : {
              ja: `インターネット上の名前を宛先とする、許可のない通信があり、${ANSWERED[worst.answer].ja}。`,
              en: `A flow that no conduit permits named a destination of the Internet; ${ANSWERED[worst.answer].en}.`,
            },
        reasons: [`name-by-${worst.source}`, `name-${worst.answer}`],
      }),
      indicators: outsideNames(facts, observation, topology).map(indicatorOf),
      frames: [worst.at],
    };
  },
};

/**
 * A registered counterpart of the My Number zone, limited by address alone, is called by a name of the Internet. The row
 * says "any next hop"; but closed networks use such names too, the register approved this address, and nothing in the
 * packets speaks against it: a person compares the names once and registers them.
 */
function judgeConduitWithoutNames(observation: Observation, facts: Facts, topology: Topology): Judgement | null {
  const conduit = observation.conduit.permitted;
  if (conduit === null || observation.clause !== 'A' || observation.from.place.area !== 'mynumber') return null;
  if (conduit.to.names.length > 0 || conduit.from.names.length > 0) return null;
  const { area } = observation.to.place;
  if (area === 'mynumber' || area === 'govcloud') return null;
  const names = facts.names.filter(
    (fact) => SAID_BY_CLIENT.has(fact.source) && classifyName(fact.name, topology) === 'internet',
  );
  const [first] = names;
  if (first === undefined) return null;
  return {
    ...grade(observation, {
      clause: 'A',
      verdict: 'observation',
      severity: 'low',
      lead: {
        ja: `許可通信「${conduit.title}」（${conduit.id}）の宛先がインターネット上の名前で呼ばれた。許可通信は宛先を名前で限っておらず、閉域網の中の相手か、インターネットへの中継かは、パケットからは分からない。正しい宛先であれば、その名前を許可通信のnamesに登録する。`,
        en: `The destination of conduit ${conduit.id} (${conduit.title}) was called by a name of the Internet. The conduit does not limit its destinations by name: whether this is a counterpart inside a closed network or a relay to the Internet is not in the packets. If it is the right one, register the name under the conduit's names.`,
      },
      reasons: [`name-by-${first.source}`, 'name-not-registered'],
    }),
    indicators: names.map(indicatorOf),
    frames: [first.at],
  };
}

/** a certificate is the other side's word, and what was asked of a proxy is judged whatever the conduit */
const SAID_BY_CLIENT: ReadonlySet<NameFact['source']> = new Set(['sni', 'quic-sni', 'host', 'http2']);

const ANSWERED = {
  accepted: { ja: '応じられた', en: 'it was answered' },
  refused: { ja: '拒否された', en: 'it was refused' },
  auth: { ja: '認証を求められた', en: 'authentication was asked for' },
  none: { ja: '応答は観測されなかった', en: 'no answer was seen' },
} as const;

/** A proxy that refuses shows that the path is open and that control works behind it (domain.md 2.3, l7Blocked). */
function gradingOf({ answer }: NameFact): Grading {
  if (answer === 'accepted') return { verdict: 'violation', severity: 'critical' };
  return answer === 'refused' ? { verdict: 'attempt', severity: 'medium' } : { verdict: 'violation', severity: 'high' };
}

const ANSWER_ORDER: readonly NameFact['answer'][] = ['accepted', 'auth', 'none', 'refused'];

function worstName(facts: Facts, observation: Observation, topology: Topology): NameFact | null {
  const names = outsideNames(facts, observation, topology);
  return (
    ANSWER_ORDER.map((answer) => names.find((name) => name.answer === answer)).find((name) => name !== undefined) ??
    null
  );
}

function outsideNames(facts: Facts, observation: Observation, topology: Topology): readonly NameFact[] {
  const crossing = unpermittedCrossing(observation, topology);
  const leadsOut = crossing !== null && LEADS_OUT.has(crossing.outside.place.area);
  const isCalledOtherwise = crossing !== null && callsByOtherName(observation);
  // what runs inside an accepted tunnel names the same destination again
  return facts.names.filter((fact) => {
    if (!isProxied(fact)) {
      const saysDestination = leadsOut || (isCalledOtherwise && SAID_BY_CLIENT.has(fact.source));
      if (!saysDestination || facts.names.some(isProxied)) return false;
    }
    const kind = classifyName(fact.name, topology);
    return kind === 'internet' || (kind === 'probe' && crossing !== null);
  });
}

/**
 * Of a registered counterpart of the My Number zone all is as registered but the name. An unregistered name of the Internet
 * counts whatever the next hop (row A-08), and comes before the conduit's terms (domain.md 2.7). ガバメントクラウド is the
 * zone itself, and its products bear such names: there it is a term that is not kept.
 */
function callsByOtherName({ conduit, from, to }: Observation): boolean {
  return conduit.failed === 'names' && from.place.area === 'mynumber' && to.place.area !== 'govcloud';
}
