import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../crossing.js';
import { grade } from '../grade.js';
import { tunnelOf } from '../services.js';
import { LIMIT } from '../shared-texts.js';
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
    ja: '領域をまたぐ、許可のない通信が、中にIPパケットを含むトンネルであるか、トンネルのプロトコル番号（4、41、47、50、51、94、97、115）またはポート（IKE、L2TP、OpenVPN、WireGuard、Teredo、VXLAN、GENEVE、GTP-U、PPTP）を使う。',
    en: 'A flow across areas that no conduit permits carries IP packets, or uses a tunnel protocol (4, 41, 47, 50, 51, 94, 97, 115) or port (IKE, L2TP, OpenVPN, WireGuard, Teredo, VXLAN, GENEVE, GTP-U, PPTP).',
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
      ja: 'HTTPのCONNECT、SSH、ICMP、DNSの中に隠したトンネル、MACsec、MPLS、PPPoEは、この版では判定しない。',
      en: 'Tunnels hidden in HTTP CONNECT, SSH, ICMP or DNS, and MACsec, MPLS and PPPoE are not judged in this version.',
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
};
