import type { DnsFact } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Clause } from '../../model/place.js';
import type { Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { classifyName, isAskedByHabit } from '../names/destination-names.js';
import { grade } from '../findings/grade.js';
import { serviceIn } from '../terms/services.js';
import { describeFlow } from '../wording.js';

const ZONE_CLAUSE: Partial<Record<string, Clause>> = { mynumber: 'A', lgwan: 'I' };

/** One resolver per zone (domain.md 1.7): whoever asks another zone's, or gets the Internet's answers, is joined to it. */
export const nameResolution: Rule = {
  check: '22',
  titles: {
    A: { ja: '名前解決の越境', en: 'Name resolution crossing' },
    I: { ja: '名前解決の越境', en: 'Name resolution crossing' },
  },
  trigger: {
    ja: 'マイナンバー利用事務系またはLGWAN接続系の機器と他の領域のリゾルバとの間の、許可のない名前解決。または自領域のリゾルバや登録された上位のDNS（LGWANのDNSを含む）が、登録のないインターネット上の名前に公開アドレスを応答した。',
    en: "Name resolution between a host of the My Number or the LGWAN zone and a resolver of another area that no conduit permits; or the zone's own resolver, or one upstream on a registered conduit (that of the LGWAN too), answers an unregistered Internet name with a public address.",
  },
  severities: { A: 'high answered / medium / low', I: 'high answered / medium / low' },
  traps: [
    {
      ja: '私用アドレスの逆引き、wpad、isatap、存在しない名前（NXDOMAIN）、OSの接続確認の名前だけのものは低とする。',
      en: 'Only reverse lookups, wpad, isatap, names that do not exist (NXDOMAIN) and connectivity probes: low.',
    },
    {
      ja: '許可通信の宛先として登録された名前、構成定義ファイルのdomainsの名前は対象としない。',
      en: 'Names registered in conduits and names under `domains` do not count.',
    },
  ],
  limits: [
    {
      ja: '暗号化された名前解決（DNS over TLS、DNS over HTTPS）の中身は分からない。インターネットのアドレスへ直接の問合せは規則07で示す。',
      en: 'What is asked inside TLS or HTTPS stays unknown. Questions straight to addresses of the Internet are rule 07.',
    },
  ],
  remedy: {
    ja: '領域ごとにリゾルバを置き、上位を登録先に限る。',
    en: 'One resolver per zone, with registered upstreams only.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const { facts } = observation;
    const questions = facts?.dns ?? [];
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing === null) return judgePermittedAnswer(observation, questions, topology);
    if (crossing.clause === 'U' || crossing.relation === 'public' || crossing.relation === 'wan') return null;
    if (serviceIn('name', observation) === null) return null;
    const worst = isUnreadAnswer(observation, questions) ? 'unread' : worstOf(questions, topology);
    const what = describeFlow(observation);
    const scale = worst === 'answered' || worst === 'unread' ? 'high' : worst === 'leak' ? 'low' : 'medium';
    return {
      ...grade(observation, {
        clause: crossing.clause,
        lead: {
          ja: `他の領域のリゾルバを使う、許可のない名前解決（${what.ja}）があった。${ANSWERS[worst].ja}`,
          en: `There was name resolution across areas that no conduit permits (${what.en}). ${ANSWERS[worst].en}`,
        },
        scale: [scale, 'medium', 'medium'],
        reasons: [`dns-${worst}`],
      }),
      ...cited(questions),
    };
  },
};

type Worst = 'answered' | 'unread' | 'leak' | 'asked';

const ANSWERS = {
  answered: { ja: '応答が得られた。', en: 'It was answered.' },
  unread: { ja: '質問は読めないが、応答が得られた。', en: 'What was asked cannot be read; it was answered.' },
  leak: { ja: '漏れた問合せとみられるものだけである。', en: 'Only questions that leak by habit.' },
  asked: { ja: '応答は観測されなかった。', en: 'No answer was seen.' },
} as const;

/** DNS over TLS, or questions that were cut off: data went both ways with a resolver's port. */
function isUnreadAnswer({ flow }: Observation, questions: readonly DnsFact[]): boolean {
  return questions.length === 0 && flow.outcome === 'data';
}

function worstOf(questions: readonly DnsFact[], topology: Topology): Worst {
  if (questions.some((fact) => fact.rcode === 'NOERROR' && !isLeak(fact, topology))) return 'answered';
  return questions.length > 0 && questions.every((fact) => isLeak(fact, topology)) ? 'leak' : 'asked';
}

function isLeak({ name, rcode }: DnsFact, topology: Topology): boolean {
  return isAskedByHabit(name) || rcode === 'NXDOMAIN' || classifyName(name, topology) === 'probe';
}

/** A resolver that this zone may ask, its own or one upstream, knows the Internet: or asks somebody who does. */
function judgePermittedAnswer(observation: Observation, questions: readonly DnsFact[], topology: Topology) {
  const { from, to } = observation;
  const clause = ZONE_CLAUSE[from.place.area];
  const isInside = from.place.area === to.place.area;
  if (clause === undefined || observation.flow.mirrorTransport) return null;
  if (!isInside && observation.conduit.permitted === null) return null;
  const answered = questions.filter(
    ({ name, addresses, rcode }) =>
      rcode === 'NOERROR' &&
      !isAskedByHabit(name) &&
      classifyName(name, topology) === 'internet' &&
      addresses.some((address) => topology.place(address).area === 'public'),
  );
  if (answered.length === 0) return null;
  return {
    ...grade(observation, {
      clause,
      verdict: 'suspected',
      severity: 'medium',
      lead: isInside
        ? OWN_RESOLVER
        : {
            ja: '許可通信で問い合わせる上位のDNSが、登録のないインターネット上の名前に公開アドレスを応答した。上位がインターネットの名前解決に通じている疑いがある。',
            en: 'The name server upstream, asked on a registered conduit, answered an unregistered Internet name with a public address: it may lead to the name resolution of the Internet.',
          },
      reasons: [isInside ? 'dns-public-answer-inside' : 'dns-public-answer-upstream'],
    }),
    ...cited(answered),
  };
}

const OWN_RESOLVER = {
  ja: '自領域のリゾルバが、登録のないインターネット上の名前に公開アドレスを応答した。リゾルバの上位がインターネットに通じている疑いがある。',
  en: "The zone's own resolver answered an unregistered Internet name with a public address: what it forwards to may lead to the Internet.",
};

function cited(questions: readonly DnsFact[]) {
  return {
    indicators: questions
      .slice(0, 16)
      .map(({ name, type }) => ({ field: 'dns-question' as const, value: `${name} ${type}` })),
    frames: questions.slice(0, 3).map(({ at }) => at),
  };
}
