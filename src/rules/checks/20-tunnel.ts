import type { Observation } from '../../model/observation.js';
import type { Judgement, Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { crossingOf, unpermittedCrossing } from '../terms/crossing.js';
import { indicatorOf } from '../names/destination-names.js';
import { grade, type Meeting } from '../findings/grade.js';
import { judgeCarrier } from '../terms/judge-carrier.js';
import { isLoginBulk } from '../terms/login-bulk.js';
import { isTunnelByContent, tunnelOf } from '../terms/services.js';
import { LIMIT } from '../shared-texts.js';
import { tunnelInProxy } from '../terms/tunnel-in-proxy.js';
import { judgeTunnelSightings } from '../terms/tunnel-sightings.js';
import { describeFlow } from '../wording.js';

/** A tunnel across the boundary hides what crosses it; what it carries is judged by itself as a flow of its own. */
export const tunnel: Rule = {
  check: '20',
  titles: {
    A: { ja: 'トンネル・カプセル化', en: 'Tunnel or encapsulation' },
    I: { ja: 'トンネル・カプセル化', en: 'Tunnel or encapsulation' },
    U: { ja: '外部トンネル・VPN', en: 'Tunnel or VPN to outside' },
  },
  trigger: {
    ja: '領域をまたぐ、許可のない通信が、中にIPパケットを含むトンネルであるか、トンネルのプロトコル番号（4、41、47、50、51、94、97、115）またはポート（IKE、L2TP、OpenVPN、WireGuard、Teredo、VXLAN、GENEVE、GTP-U、PPTP）を使う。プロキシのCONNECTが応じられ、その中の先頭バイトがTLSでない（許可されたプロキシの中の平文HTTPと不明なプロトコルは疑い）。許可された通信のSSHが60秒以上続き、双方向に5MiB以上（比は4倍以内）を運ぶ（疑い）。領域をまたぐICMPエコーの、128バイトを超えるデータの内容が10分以内に20通り以上に変わる（疑い）。領域のVLANで、マイナンバー利用事務系・LGWAN接続系ではPPPoE、すべての領域でMPLS（疑い）またはMACsec（判定不能）のフレームが観測された。領域をまたぐ許可のない通信が、両端が同じ領域にあるトンネルの中を通った。または、領域の機器が一つのドメインの下の、長い名前（最も長いラベルが平均40文字超）を1分間に50を超えて名前解決し、応答を得た（DNSに隠したトンネルの疑い）。役割がリゾルバ・メール・プロキシの機器では、さらに名前全体が平均100文字を超えるか、過半がTXT・NULLなどデータを返す型で応答が平均48バイトを超えることを要する。',
    en: 'A flow across areas that no conduit permits carries IP packets, or uses a tunnel protocol (4, 41, 47, 50, 51, 94, 97, 115) or port (IKE, L2TP, OpenVPN, WireGuard, Teredo, VXLAN, GENEVE, GTP-U, PPTP). A CONNECT that a proxy answered carries something else than TLS by its first bytes (plain HTTP and what nobody can name, by way of a permitted proxy: suspected). SSH that a conduit permits carries 5 MiB or more each way, at a ratio of 4 at most, for 60 seconds or more (suspected). ICMP echoes across areas carry more than 128 bytes whose content changes 20 times within ten minutes (suspected). On a VLAN of a zone there are frames of MPLS (suspected) or MACsec (undetermined), or, in the My Number and the LGWAN zone, PPPoE. A flow across areas that no conduit permits goes inside a tunnel whose ends stand in one area. Or a host of a zone looked up, and had answers to, more than 50 long names (longest label above 40 characters on average) below one domain within a minute: perhaps a tunnel in DNS. Of hosts with the role resolver, mail or proxy, the names must also be longer than 100 characters on average, or more than half of the questions must be of types that bring data back (TXT, NULL …) with answers above 48 bytes on average.',
  },
  severities: { A: 'critical / high / medium', I: 'critical / high / medium', U: 'high / high / low' },
  traps: [
    {
      ja: 'ミラー自身の転送（ERSPAN、宣言されたVXLANなど）と、許可通信として登録されたVPNは除く。両端が登録されたゲートウェイの足であるトンネルの中の通信は、中の通信としてのみ判定する。',
      en: "The mirror's own transport (ERSPAN, a declared VXLAN …) and VPNs registered as conduits are exempt. What goes inside a tunnel between two legs of registered gateways is judged as the flow inside alone.",
    },
    {
      ja: 'ポート番号だけで判断したものは、理由コードでその旨を示す。',
      en: 'Where only the port suggests a tunnel, the reason code says so.',
    },
    {
      ja: 'CONNECTの中は、先頭バイトに欠落がなければ判定する。登録されたappProtocolと同じもの、opaqueと登録されたものは除く。',
      en: 'The inside of a CONNECT is judged where its first bytes are whole; what the conduit registers as appProtocol, or a conduit registered as opaque, is left out.',
    },
    {
      ja: 'エコーの先頭16バイト（時刻）と、大きさだけの違い（MTUの調査）は、内容の変化としない。',
      en: 'The first 16 bytes of an echo (a time stamp), and another size alone (a search for the MTU), are no change of content.',
    },
    {
      ja: '自団体のドメイン、逆引き、メールフィルター・ウイルス対策が照会する既知のドメインの下の名前は数えない。登録されたゲートウェイのMACアドレスによるPPPoE・MPLS・MACsecは除く。',
      en: 'Names below `domains`, reverse look-ups, and names below the known domains that mail filters and virus scanners ask do not count. PPPoE, MPLS and MACsec of a registered gateway are left out.',
    },
  ],
  limits: [
    {
      ja: 'TLSの中のトンネルは分からない。公式のリゾルバを経由したDNSのトンネルでは、リゾルバより先で採取すると、元の機器は分からない。53番以外のポートのDNSは数えない（TCPの53番以外で運ばれるDNSのトンネルは、DNSの通信としてだけ示す）。',
      en: 'A tunnel inside TLS does not show. Of a tunnel in DNS through the official resolver, a capture beyond the resolver does not show the host behind it. DNS on other ports than 53 is not counted: a tunnel in DNS over TCP off port 53 is seen only as DNS.',
    },
    LIMIT.passive,
  ],
  remedy: {
    ja: 'トンネルの両端と用途を特定し、不要なものは撤去する。境界でトンネルのプロトコルを拒否する。',
    en: 'Identify both ends and the purpose; remove what is not needed and deny tunnel protocols at the boundary.',
  },
  basis: 'flow',
  judge(observation, topology) {
    return (
      judgeOpenTunnel(observation, topology) ?? judgeProxied(observation, topology) ?? judgeLogin(observation, topology)
    );
  },
  judgeSightings(sightings, topology) {
    return judgeTunnelSightings(sightings, topology);
  },
};

/** The same check of what a tunnel within one area carries: beside the finding that names the flow inside. */
export const tunnelAround: Rule = {
  ...tunnel,
  judge: judgeCarrier,
  judgeSightings: () => [],
};

/** What says by itself that it is a tunnel, by its headers or its port. */
function judgeOpenTunnel(observation: Observation, topology: Topology): Judgement | null {
  const name = tunnelOf(observation);
  if (name === null || unpermittedCrossing(observation, topology) === null) return null;
  const what = describeFlow(observation);
  const isOpened = observation.flow.tunnel !== null;
  const basis = isOpened ? 'opened' : isTunnelByContent(observation) ? 'by-content' : 'by-number';
  return grade(observation, {
    clause: observation.clause,
    lead: {
      ja: `許可のない${what.ja}がトンネル（${name}）であった。`,
      en: `There was ${what.en} that is a tunnel (${name}) no conduit permits.`,
    },
    ...scaleOf(observation),
    reasons: [`tunnel-${name}-${basis}`],
  });
}

/** A proxy that was asked for a tunnel to a site, and what passes is not what sites speak. */
function judgeProxied(observation: Observation, topology: Topology): Judgement | null {
  const tunnelled = tunnelInProxy(observation, topology);
  if (tunnelled === null) return null;
  const { protocol, name, isCertain, at } = tunnelled;
  const said = protocol ?? 'unknown';
  return {
    ...grade(observation, {
      clause: observation.clause,
      lead: {
        ja: `プロキシのCONNECTが応じられ、その中の先頭バイトはTLSではなく${protocol === null ? '既知のどのプロトコルでもなかった' : `${said}であった`}。`,
        en: `A CONNECT that the proxy answered carries ${protocol === null ? 'no known protocol' : said} by its first bytes, and not TLS.`,
      },
      ...scaleOf(observation),
      ...(isCertain ? {} : { verdict: 'suspected', severity: observation.clause === 'U' ? 'medium' : 'high' }),
      reasons: [`tunnel-connect-${said}`],
    }),
    indicators: [indicatorOf(name), { field: 'first-bytes', value: said }],
    frames: [name.at, at],
  };
}

/** Login sessions that no conduit permits are check 23, whatever they carry. */
function judgeLogin(observation: Observation, topology: Topology): Judgement | null {
  if (crossingOf(observation, topology)?.permitted !== true || !isLoginBulk(observation)) return null;
  return grade(observation, {
    clause: observation.clause,
    lead: {
      ja: '許可されたSSHの通信が、双方向に大量のデータを運び続けた。中に他の通信を通している疑いがある。',
      en: 'An SSH session that a conduit permits went on carrying much in both directions: perhaps other flows pass inside.',
    },
    verdict: 'suspected',
    severity: observation.clause === 'U' ? 'medium' : 'high',
    reasons: ['tunnel-ssh-by-volume'],
  });
}

function scaleOf({ clause }: Observation): Pick<Meeting, 'scale'> {
  return clause === 'U' ? {} : { scale: ['critical', 'high', 'medium'] };
}
