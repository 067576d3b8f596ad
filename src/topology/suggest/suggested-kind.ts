import type { Text } from '../../base/text.js';
import type { SeenCrossing, UnsuggestedCrossing } from '../../model/suggestion.js';
import type { ConduitKind, Model, Topology } from '../../model/topology.js';
import { AREA_NAMES } from '../area-names.js';
import { dispositionOf, mayPermit } from '../conduits/disposition.js';

/** Why something that was seen is not proposed. */
export interface Refusal {
  readonly why: UnsuggestedCrossing['why'];
  readonly text: Text;
}

const PROTOCOLS = new Set([1, 6, 17, 58]);
/** screen transfer by port: RDP, ICA, CGP, PCoIP, VNC, Blast (domain.md 1.6) */
const SCREEN_PORTS = new Set([1494, 2598, 3389, 4172, 5900, 8443, 22_443]);
const LOG_PORTS = new Set([514, 601, 2055, 4739, 6514, 9995]);
/** toward the security cloud these are the way out to the Internet */
const WEB_PORTS = new Set([80, 443, 1080, 3128, 8000, 8080, 8081, 8888]);

/** Why a crossing cannot become a conduit, whatever its kind; `null`: it may. */
export function refusalOf(crossing: SeenCrossing, isCrowded: boolean, model: Model): Refusal | null {
  const { from, to, match, basis, proto } = crossing;
  const names = [AREA_NAMES[from], AREA_NAMES[to]] as const;
  if (from === 'unassigned' || to === 'unassigned')
    return {
      why: 'needs-decision',
      text: {
        ja: 'どの領域にもないアドレスとの通信である。先にそのアドレスの領域を決める。',
        en: 'One end is in no zone: decide first where it belongs.',
      },
    };
  if (dispositionOf(from, to, model) === 'never' || match.reversedScreen !== null)
    return {
      why: 'forbidden',
      text: {
        ja: `${names[0].ja}から${names[1].ja}への通信は許可できない。発生した原因を調べ、止める。`,
        en: `Nothing may be permitted from the ${names[0].en} to the ${names[1].en}: find the cause and stop it.`,
      },
    };
  if (match.nearest !== null && match.failed !== null && CONDITIONS.has(match.failed))
    return {
      why: 'outside-terms',
      text: {
        ja: `許可通信 ${match.nearest.id} の条件（${match.failed}）から外れている。通信と登録のどちらが正しいかを確かめる。`,
        en: `It is outside the terms (${match.failed}) of conduit ${match.nearest.id}: find out which is right.`,
      },
    };
  if (basis === 'none')
    return {
      why: 'opener-unknown',
      text: { ja: '接続を開始した側が分からない。', en: 'Nobody knows which side opened it.' },
    };
  if (!PROTOCOLS.has(proto))
    return {
      why: 'protocol',
      text: {
        ja: `IPプロトコル番号${proto}は、プロトコルを限定して登録できない。`,
        en: `IP protocol ${proto} cannot be registered by itself.`,
      },
    };
  if (isCrowded)
    return {
      why: 'many-ports',
      text: {
        ja: '多数のポートに及ぶ。探索または動的ポートの通信の可能性があり、許可通信として提案しない。',
        en: 'It spreads over many ports: a search, or dynamic ports; no conduit is proposed.',
      },
    };
  return null;
}

/** about the time and the way: a second conduit would only get around them */
const CONDITIONS = new Set(['initiator', 'via', 'validity', 'hours']);

/** The kind under which a crossing may be permitted, the narrowest first; or what a person has to decide. */
export function kindOf(
  crossing: SeenCrossing,
  throughSecurityCloud: boolean,
  topology: Topology,
): ConduitKind | Refusal {
  const { from, to } = crossing;
  if (crossing.from === 'internet' && crossing.to === 'public' && hasExplicitProxy(topology)) return PAST_THE_PROXY;
  const kind = candidates(crossing).find((candidate) =>
    mayPermit({ kind: candidate, throughSecurityCloud }, from, to, topology.model),
  );
  return kind ?? decision(crossing);
}

/** The way out is a proxy: a conduit straight to the Internet would lead around it (rules 62 to 64). */
function hasExplicitProxy({ conduits }: Topology): boolean {
  return conduits.some(
    ({ kind, proxyMode, appProtocol }) =>
      kind === 'egress' && (proxyMode === 'explicit' || (proxyMode === null && appProtocol === 'http')),
  );
}

const PAST_THE_PROXY: Refusal = {
  why: 'needs-decision',
  text: {
    ja: '明示プロキシの出口通信が登録されているのに、インターネットへ直接出ている。プロキシ経由に改めるか、例外とするかを決める。',
    en: 'It goes straight to the Internet although an explicit proxy is registered: lead it through the proxy, or decide on an exception.',
  },
};

function candidates({ from, to, port, proto }: SeenCrossing): readonly ConduitKind[] {
  const pair = new Set([from, to]);
  if (
    SCREEN_PORTS.has(port) &&
    proto === 6 &&
    from !== 'mynumber' &&
    (pair.has('lgwan') || pair.has('mynumber')) &&
    !pair.has('mgmt')
  )
    return ['screenTransfer', ...(pair.has('mynumber') ? (['specified'] as const) : [])];
  if (pair.has('mynumber') || pair.has('mgmt')) return ['specified'];
  if (pair.has('lgwan-wan') || pair.has('juki-net')) return ['counterpart'];
  if (from === 'lgwan' && to === 'security-cloud') {
    if (LOG_PORTS.has(port)) return ['log'];
    return WEB_PORTS.has(port) ? [] : ['counterpart'];
  }
  return pair.has('lgwan') ? [] : ['egress'];
}

function decision({ from, to }: SeenCrossing): Refusal {
  const names = [AREA_NAMES[from], AREA_NAMES[to]] as const;
  return {
    why: 'needs-decision',
    text: {
      ja: `${names[0].ja}から${names[1].ja}へは、無害化通信など決められた種別（kind）だけが許可できる。どの種別に当たるかはパケットからは決められない。当たらなければ止める。`,
      en: `From the ${names[0].en} to the ${names[1].en} only certain kinds may be permitted (sanitized traffic, for example), and packets do not tell which this is. If none, stop it.`,
    },
  };
}
