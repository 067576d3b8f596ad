import type { Hop } from '../../model/flow.js';
import type { Observation } from '../../model/observation.js';
import type { Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { isGroupMac } from '../../base/virtual-mac.js';
import { crossingOf } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { describeFlow } from '../wording.js';

export const cloudBypass: Rule = {
  check: '60',
  titles: { U: { ja: 'セキュリティクラウド非経由の外部通信', en: 'Egress bypassing the security cloud' } },
  trigger: {
    ja: 'インターネットあての通信の次の転送先（宛先MACアドレス）が、出口の区間では登録されたセキュリティクラウドのルーター、その内側では登録されたゲートウェイのものでない。',
    en: 'The next hop (destination MAC address) of traffic from the Internet zone to the Internet is, on the egress segment, not the registered router of the security cloud, or on an inner segment no registered gateway.',
  },
  severities: { U: 'critical / high / medium' },
  traps: [
    {
      ja: 'ローカルブレイクアウトはα′モデルのLGWAN接続系だけに認められる。',
      en: 'Local breakout exists under α′ only, and for the LGWAN zone only.',
    },
  ],
  limits: [
    {
      ja: '発信元から転送先へのフレームとそのMACアドレスが採取されていることが必要である。登録された転送先を通る許可のない外部通信は規則04、62〜64で示す。',
      en: 'Needs the frames from the source with their MAC addresses. Egress through the registered next hop that no conduit covers appears under rules 04 and 62 to 64.',
    },
    {
      ja: '構成定義ファイルに、そのVLANのゲートウェイのMACアドレスの記載がなければ判定しない。領域内の未登録のL3スイッチが転送先である通信も、出口の区間で登録されたルーターに向かうことが観測されない限り該当する。',
      en: 'Not judged on a VLAN of which no gateway MAC address is registered. An unregistered layer-3 switch of the zone as next hop counts too, unless the flow is also seen to enter the registered router on the egress segment.',
    },
  ],
  remedy: {
    ja: '出口を特定し、セキュリティクラウドの接続口に集約する。',
    en: 'Identify the exit and bring it under the aggregated one.',
  },
  basis: 'flow',
  judge(observation, topology) {
    if (!observation.directionKnown || observation.from.place.area !== 'internet') return null;
    const crossing = crossingOf(observation, topology);
    if (crossing?.clause !== 'U' || crossing.relation !== 'public' || !crossing.outward) return null;
    const hops = observation.flow.initiator === 'b' ? observation.flow.hops[1] : observation.flow.hops[0];
    const exit = otherExitOf(hops, observation, topology);
    if (exit === null) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'U',
      lead: {
        ja: `${what.ja}が、登録のない転送先（${exit.mac}、VLAN ${exit.vlan}）に送られた。自治体情報セキュリティクラウドを経ない出口である。`,
        en: `There was ${what.en} by way of an unregistered next hop (${exit.mac}, VLAN ${exit.vlan}): an exit beside the security cloud.`,
      },
      scale: ['critical', 'high', 'medium'],
      reasons: [exit.isEgress ? 'next-hop-on-egress-segment' : 'next-hop-on-inner-segment', 'mac-is-no-gateway'],
    });
  },
};

interface Exit {
  readonly mac: string;
  readonly vlan: number;
  readonly isEgress: boolean;
}

/** The next hop that is none of the registered ones; `null` where all are, or none can be seen. */
function otherExitOf(hops: readonly Hop[], observation: Observation, topology: Topology): Exit | null {
  const exits: Exit[] = [];
  for (const { vlan: tags, destinationMac: mac, point } of hops) {
    if (mac === null || isGroupMac(mac)) continue;
    const vlan = vlanOf(tags, point, topology);
    if (vlan === null || topology.areaOfVlan(vlan) !== 'internet') continue;
    const gateways = topology.gatewaysOfMac(mac);
    const isRouter = gateways.some(({ roles }) => roles.includes('security-cloud-router'));
    const isEgress = isEgressVlan(vlan, topology);
    // seen to enter the registered router: whatever lies before belongs to the zone
    if (isEgress && isRouter) return null;
    if (!isComparable(vlan, isEgress, topology)) continue;
    if (isEgress ? !isRouter : gateways.length === 0) exits.push({ mac, vlan, isEgress });
  }
  // a conduit that covers the flow may lead it over a switch of the zone; past the registered router it may not
  const permitted = observation.conduit.permitted !== null;
  return exits.find(({ isEgress }) => isEgress) ?? (permitted ? null : (exits[0] ?? null));
}

/** Is any card registered there that the next hop could have been? Else its absence says nothing. */
function isComparable(vlan: number, isEgress: boolean, topology: Topology): boolean {
  return topology.gateways.some(
    ({ roles, legs }) =>
      (!isEgress || roles.includes('security-cloud-router')) &&
      legs.some((leg) => leg.mac !== null && (leg.vlan === vlan || (leg.vlan === null && leg.zone === 'internet'))),
  );
}

/** The segment on which the registered router of the security cloud stands. */
function isEgressVlan(vlan: number, topology: Topology): boolean {
  return topology.gateways.some(
    ({ roles, legs }) => roles.includes('security-cloud-router') && legs.some((leg) => leg.vlan === vlan),
  );
}

/** the tag that the capture point declares; untagged, its only VLAN */
function vlanOf(tags: string | null, point: string | null, topology: Topology): number | null {
  const declared = point === null ? undefined : topology.capturePoint(point)?.vlans;
  if (tags === null) return declared?.length === 1 ? (declared[0] ?? null) : null;
  return (
    tags
      .split('.')
      .map(Number)
      .find((tag) => declared === undefined || declared.includes(tag)) ?? null
  );
}
