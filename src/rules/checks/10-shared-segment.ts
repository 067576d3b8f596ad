import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { ZONES } from '../../model/place.js';
import type { Severity, Verdict } from '../../model/report.js';
import type { Text } from '../../base/text.js';
import { clauseOf } from '../terms/crossing.js';
import { areaOfAddress, endAt, gatewaysAt, groupBy, isZone, ofKinds } from '../terms/sighted.js';
import { isVirtualMac } from '../../base/virtual-mac.js';
import { AREA_NAMES } from '../wording.js';

export const sharedSegment: Rule = {
  check: '10',
  titles: {
    A: { ja: '同一セグメントの共有（L2）', en: 'Shared layer-2 domain' },
    I: { ja: '同一セグメントの共有（L2）', en: 'Shared layer-2 domain' },
  },
  trigger: {
    ja: 'ある領域のVLANで、他の領域のアドレスについてのARP応答・ARP要求が観測された。または同じフレームがMACアドレスもTTLも変わらずに二つの領域の採取点で観測された。',
    en: 'On a VLAN of one zone ARP answers or asks about addresses of another; or the same frame, with unchanged MAC addresses and TTL, is seen at points of two zones.',
  },
  severities: { A: 'critical / high / medium / low', I: 'critical / high / medium / low' },
  traps: [
    {
      ja: 'タグの失われたミラー、RSPAN、ERSPAN、代理ARP、VRRPの通知、仮想マシンの移動に注意する。',
      en: 'Mind mirrors that lose tags, RSPAN, ERSPAN, proxy ARP, VRRP announcements, moved virtual machines.',
    },
  ],
  limits: [
    {
      ja: 'ARP要求だけでは端末側の設定誤りと区別できない。',
      en: 'An ARP request alone may be a wrong mask on the host.',
    },
    {
      ja: 'VLANを特定できないフレーム（タグのないフレームと、VLANが複数の採取点）では判定しない。DHCP、mDNS、NetBIOSなどの同報の送信元は、IPアドレスによる判定（規則15、16）に含まれる。',
      en: 'Not judged where the VLAN of a frame is unknown (untagged, at a point with several VLANs). Senders of DHCP, mDNS or NetBIOS broadcasts are covered by their addresses (rules 15, 16).',
    },
  ],
  remedy: {
    ja: 'VLANの割当てと結線を確認し、領域ごとに分離する。',
    en: 'Check VLAN assignment and cabling; separate the zones.',
  },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    const arp = ofKinds(sightings, 'arp-reply', 'arp-request');
    // a router has many hosts' traffic behind one question: one finding per speaker, kind and other zone
    const groups = groupBy(arp, (sighting) => {
      const kind = kindOfSpeech(sighting, topology);
      return kind === null ? '' : `${kind} ${sighting.vlan} ${sighting.mac} ${sighting.address}`;
    });
    const spoken = groups.flatMap((group) => judgeSpeech(group, topology));
    const copies = groupBy(ofKinds(sightings, 'copy'), ({ mac, vlan, peer }) => `${mac} ${vlan} ${peer}`);
    return [...spoken, ...copies.flatMap((group) => judgeCopies(group, topology))];
  },
};

type Speech = 'reply' | 'proxy' | 'stranger' | 'question';

const GRADES: Readonly<Record<Speech, readonly [Verdict, Severity]>> = {
  reply: ['violation', 'critical'],
  proxy: ['observation', 'medium'],
  stranger: ['suspected', 'high'],
  question: ['attempt', 'low'],
};

/** What an ARP message on a zone's VLAN says of another zone; `null`: nothing. */
function kindOfSpeech({ kind, area, mac, address, peer }: Sighting, topology: Topology): Speech | null {
  if (!isZone(area) || mac === null) return null;
  const sender = areaOfAddress(address, topology);
  const isRouter = gatewaysAt(mac, topology).length > 0 || isVirtualMac(mac);
  if (isZone(sender) && sender !== area) {
    if (kind === 'arp-reply') return isRouter ? 'proxy' : 'reply';
    return isRouter ? null : 'stranger';
  }
  const target = areaOfAddress(peer, topology);
  return kind === 'arp-request' && !isRouter && isZone(target) && target !== area ? 'question' : null;
}

function judgeSpeech(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  const speech = first === undefined ? null : kindOfSpeech(first, topology);
  if (first === undefined || speech === null || first.area === null) return [];
  const other = areaOfAddress(speech === 'question' ? first.peer : first.address, topology);
  const [verdict, severity] = GRADES[speech];
  const [here, there] = [AREA_NAMES[first.area], AREA_NAMES[other]];
  const vlan = `VLAN ${first.vlan ?? '?'}`;
  const summaries: Readonly<Record<Speech, Text>> = {
    reply: {
      ja: `${here.ja}の${vlan}で、${there.ja}のアドレスについてのARP応答を、ゲートウェイでない機器が返した。二つの領域が同じセグメントにある。`,
      en: `On ${vlan} of ${here.en} a device that is no gateway answered ARP for an address of ${there.en}: the two share a segment.`,
    },
    proxy: {
      ja: `${here.ja}の${vlan}で、登録されたゲートウェイが${there.ja}のアドレスについてARP応答を返した（代理ARP）。`,
      en: `On ${vlan} of ${here.en} a registered gateway answered ARP for an address of ${there.en} (proxy ARP).`,
    },
    stranger: {
      ja: `${here.ja}の${vlan}で、${there.ja}のアドレスを名乗るARP要求が観測された。`,
      en: `On ${vlan} of ${here.en} an ARP request came from an address of ${there.en}.`,
    },
    question: {
      ja: `${here.ja}の${vlan}で、${there.ja}のアドレスを尋ねるARP要求が観測された。端末のマスクまたは経路の設定誤りの可能性がある。`,
      en: `On ${vlan} of ${here.en} ARP asked for an address of ${there.en}: perhaps a wrong mask or route on the host.`,
    },
  };
  const peer = speech === 'question' ? first.peer : null;
  return [
    {
      clause: clauseOf(first.area, other),
      verdict,
      severity,
      summary: summaries[speech],
      reasons: [`arp-${speech}`, speech === 'proxy' ? 'mac-is-gateway' : 'mac-is-no-gateway'],
      subject: [speech, first.vlan, first.mac, first.address, other],
      from: endAt(first.address, first.mac, topology),
      to: endAt(peer ?? first.peer, null, topology),
      sightings: group,
    },
  ];
}

/** The same frames with the same two cards and TTL on VLANs of two zones, mirrored at two points. */
function judgeCopies(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  const [point, vlan, area] = first?.peer?.split('|') ?? [];
  if (first === undefined || first.area === null || area === undefined) return [];
  const other = ZONES.find((zone) => zone === area);
  if (other === undefined || other === first.area) return [];
  const [here, there] = [AREA_NAMES[first.area], AREA_NAMES[other]];
  return [
    {
      clause: clauseOf(first.area, other),
      verdict: 'violation',
      severity: 'critical',
      summary: {
        ja: `同じフレームが、MACアドレスもTTLも変わらずに${here.ja}のVLAN ${first.vlan ?? '?'}（${first.point ?? ''}）と${there.ja}のVLAN ${vlan ?? '?'}（${point ?? ''}）で観測された。二つの領域が第2層でつながっている。`,
        en: `The same frames, with unchanged MAC addresses and TTL, were seen on VLAN ${first.vlan ?? '?'} of ${here.en} (${first.point ?? ''}) and VLAN ${vlan ?? '?'} of ${there.en} (${point ?? ''}): the two are bridged.`,
      },
      reasons: ['same-frame-on-both', 'mac-is-no-gateway', 'vlan-tag-declared'],
      subject: ['copy', first.mac, first.vlan, vlan ?? null],
      from: endAt(first.address, first.mac, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
