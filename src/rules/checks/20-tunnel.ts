import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { unpermittedCrossing } from '../crossing.js';
import { grade } from '../grade.js';
import { tunnelOf } from '../services.js';
import { LIMIT } from '../shared-texts.js';
import { clauseOfZone, endAt, groupBy, isZone, ofKinds } from '../sighted.js';
import { AREA_NAMES, describeFlow } from '../wording.js';

/** A tunnel across the boundary hides what crosses it; what it carries is judged by itself as a flow of its own. */
export const tunnel: Rule = {
  check: '20',
  titles: {
    A: { ja: 'トンネル・カプセル化', en: 'Tunnel or encapsulation' },
    I: { ja: 'トンネル・カプセル化', en: 'Tunnel or encapsulation' },
    U: { ja: '外部トンネル・VPN', en: 'Tunnel or VPN to outside' },
  },
  trigger: {
    ja: '領域をまたぐ、許可のない通信が、中にIPパケットを含むトンネルであるか、トンネルのプロトコル番号（4、41、47、50、51、94、97、115）またはポート（IKE、L2TP、OpenVPN、WireGuard、Teredo、VXLAN、GENEVE、GTP-U、PPTP）を使う。または、領域の機器が一つのドメインの下の、長い名前（最も長いラベルが平均40文字超）を1分間に50を超えて名前解決し、応答を得た（DNSに隠したトンネルの疑い）。',
    en: 'A flow across areas that no conduit permits carries IP packets, or uses a tunnel protocol (4, 41, 47, 50, 51, 94, 97, 115) or port (IKE, L2TP, OpenVPN, WireGuard, Teredo, VXLAN, GENEVE, GTP-U, PPTP). Or a host of a zone looked up, and had answers to, more than 50 long names (longest label above 40 characters on average) below one domain within a minute: perhaps a tunnel in DNS.',
  },
  severities: { A: 'critical / high / medium', I: 'critical / high / medium', U: 'high / high / low' },
  traps: [
    {
      ja: 'ミラー自身の転送（ERSPAN、宣言されたVXLANなど）と、許可通信として登録されたVPNは除く。',
      en: "The mirror's own transport (ERSPAN, a declared VXLAN …) and VPNs registered as conduits are exempt.",
    },
    {
      ja: 'ポート番号だけで判断したものは、理由コードでその旨を示す。',
      en: 'Where only the port suggests a tunnel, the reason code says so.',
    },
  ],
  limits: [
    {
      ja: 'HTTPのCONNECT、SSH、ICMPの中に隠したトンネル、MACsec、MPLS、PPPoEは、この版では判定しない。DNSの中のトンネルは、UDP・IPv4の応答で、役割がリゾルバ・メール・プロキシでない機器について判定する。',
      en: 'Tunnels hidden in HTTP CONNECT, SSH or ICMP, and MACsec, MPLS and PPPoE are not judged in this version. Tunnels in DNS are told by answers over UDP and IPv4 to hosts without the role resolver, mail or proxy.',
    },
    LIMIT.passive,
  ],
  remedy: {
    ja: 'トンネルの両端と用途を特定し、不要なものは撤去する。境界でトンネルのプロトコルを拒否する。',
    en: 'Identify both ends and the purpose; remove what is not needed and deny tunnel protocols at the boundary.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const name = tunnelOf(observation);
    if (name === null) return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing === null) return null;
    const what = describeFlow(observation);
    const opened = observation.flow.tunnel !== null;
    return grade(observation, {
      clause: observation.clause,
      lead: {
        ja: `許可のない${what.ja}がトンネル（${name}）であった。`,
        en: `There was ${what.en} that is a tunnel (${name}) no conduit permits.`,
      },
      ...(observation.clause === 'U' ? {} : { scale: ['critical', 'high', 'medium'] as const }),
      reasons: [opened ? `tunnel-${name}-opened` : `tunnel-${name}-by-number`],
    });
  },
  judgeSightings(sightings, topology) {
    return groupBy(ofKinds(sightings, 'names-as-data'), ({ address, detail }) => `${address} ${detail}`).flatMap(
      (group) => judgeNames(group, topology),
    );
  },
};

/** No application needs names like these; that they carry data is not proven. */
function judgeNames(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const domain = first.detail ?? '';
  return [
    {
      clause: clauseOfZone(first.area),
      verdict: 'suspected',
      severity: 'high',
      summary: {
        ja: `${AREA_NAMES[first.area].ja}の機器が、${domain} の下の長い名前を1分間に50を超えて名前解決し、応答を得た。DNSに隠したトンネルの疑いがある。`,
        en: `A host of ${AREA_NAMES[first.area].en} looked up more than 50 long names below ${domain} within a minute and had answers: perhaps a tunnel hidden in DNS.`,
      },
      reasons: ['tunnel-dns-by-names', 'not-resolver'],
      subject: ['dns', first.address, domain],
      indicators: [{ field: 'dns-question', value: domain }],
      from: endAt(first.address, null, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
