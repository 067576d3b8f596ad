import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { flat } from '../findings/severity.js';
import { areaOfAddress, clauseOfZone, endAt, gatewaysAt, groupBy, isZone, ofKinds } from '../terms/sighted.js';
import { isVirtualMac } from '../../base/virtual-mac.js';
import { AREA_NAMES, describeFlow } from '../wording.js';

export const ipv6Leak: Rule = {
  check: '21',
  titles: {
    A: { ja: 'IPv6による漏れ', en: 'IPv6 leak' },
    I: { ja: 'IPv6による漏れ', en: 'IPv6 leak' },
    U: { ja: 'IPv6による迂回', en: 'IPv6 egress' },
  },
  trigger: {
    ja: '登録のない機器によるルーター広告またはDHCPv6の応答、あるいは宣言されていないIPv6アドレス（グローバル、ユニークローカル）からの送信が領域のVLANで観測された。そのアドレスがインターネットのIPv6アドレスと通信したときは違反とする。ipv6: none（linkLocalOnly）と登録された機器によるIPv6アドレスの使用も指摘する。インターネット接続系からインターネットへのIPv6の通信は、セキュリティクラウドにIPv6のアドレスが宣言されていないとき、その回線を経ていても指摘する（ウ）。IPv6を宣言していないVLANでのリンクローカルの通信は、所見とする。',
    en: 'Router advertisements or DHCPv6 answers from unregistered devices, or packets from global or unique local IPv6 addresses that nothing declares, on a VLAN of a zone. Where such an address communicated with an IPv6 address of the Internet it is a violation. A host registered as ipv6: none (linkLocalOnly) that uses an IPv6 address is reported, too. From the Internet zone, IPv6 towards the Internet is reported even by way of the registered line where no IPv6 address of the security cloud is declared (U). Link-local IPv6 on a VLAN for which no IPv6 is declared is an observation.',
  },
  severities: { A: 'critical / high / medium / low', I: 'critical / high / medium / low', U: 'high / medium / low' },
  traps: [
    {
      ja: 'リンクローカルの近隣探索やmDNSだけなら、VLANごとに一つの所見（低）にとどめる。登録されたルーターと、IPv6の使用が登録された機器は数えない。',
      en: 'Link-local neighbour discovery and mDNS alone are one low observation for each VLAN; registered routers and hosts whose use of IPv6 is registered do not count.',
    },
  ],
  limits: [
    {
      ja: '領域をまたぐIPv6の通信そのものは、IPv4と同じく他の規則で既に判定している。',
      en: 'IPv6 flows that cross areas are already judged by the other rules, like IPv4.',
    },
    {
      ja: 'Teredo、6to4、ISATAPなどのトンネルは規則20で示す。',
      en: 'Teredo, 6to4, ISATAP and other tunnels appear under rule 20.',
    },
  ],
  remedy: {
    ja: '不要なIPv6を停止し、ルーター広告を遮断する。',
    en: 'Disable IPv6 where it is not needed; filter router advertisements.',
  },
  basis: 'sighting',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'public' || crossing.inside.place.area !== 'internet') return null;
    if (!crossing.inside.address.includes(':') || (observation.directionKnown && !crossing.outward)) return null;
    if (cloudSpeaksIpv6(topology)) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: 'U',
      lead: {
        ja: `IPv6で${what.ja}があった。セキュリティクラウドにはIPv6のアドレスが宣言されていない。`,
        en: `There was ${what.en} over IPv6, for which the security cloud has no declared address.`,
      },
      scale: flat('high'),
      reasons: ['ipv6-egress', 'cloud-without-ipv6'],
    });
  },
  judgeSightings(sightings, topology) {
    const byCard = ({ vlan, mac }: Sighting): string => `${vlan} ${mac}`;
    const exchanges = ofKinds(sightings, 'beside-register').filter(({ mac }) => !isManagedHost(mac, topology));
    // the answers of the Internet come from the card of a router
    const routers = new Set(exchanges.map(({ vlan, detail }) => `${vlan} ${detail}`));
    const talkers = new Set(exchanges.map(byCard));
    const addresses = ofKinds(sightings, 'sender').filter(
      (sighting) => isUnmanaged(sighting, topology) && !talkers.has(byCard(sighting)) && !routers.has(byCard(sighting)),
    );
    const told = new Set([...talkers, ...addresses.map(byCard)]);
    const unwanted = ofKinds(sightings, 'unwanted-ipv6').filter((sighting) => !told.has(byCard(sighting)));
    return [
      ...groupBy(exchanges, byCard).flatMap((group) => judgeExchange(group, topology)),
      ...groupBy(ofKinds(sightings, 'router-advertisement'), byCard).flatMap((group) => judgeRouter(group, topology)),
      ...groupBy(ofKinds(sightings, 'dhcpv6-answer'), byCard).flatMap((group) => judgeServer(group, topology)),
      ...groupBy(addresses, byCard).flatMap((group) => judgeAddress(group, topology)),
      ...groupBy(unwanted, byCard).flatMap((group) => judgeUnwanted(group, topology)),
      ...groupBy(ofKinds(sightings, 'link-local-ipv6'), ({ vlan }) => `${vlan}`).flatMap((group) =>
        judgeNoise(group, topology),
      ),
    ];
  },
};

/** Nothing of the cloud bears an IPv6 address: what leaves over IPv6 is beyond what it aggregates and watches. */
function cloudSpeaksIpv6({ realms, gateways }: Topology): boolean {
  const hasPrefix = realms.some(
    ({ realm, prefixes }) => realm === 'security-cloud' && prefixes.some(({ address }) => address.family === 6),
  );
  const routers = gateways.filter(({ roles }) => roles.includes('security-cloud-router'));
  return (
    hasPrefix || routers.some(({ legs }) => legs.some(({ ip, ipv6 }) => ipv6 !== null || ip?.includes(':') === true))
  );
}

type Leak = Omit<SightingJudgement, 'clause' | 'from' | 'to' | 'sightings'>;

function about(group: readonly Sighting[], topology: Topology, leak: Leak): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  return [
    {
      ...leak,
      clause: clauseOfZone(first.area),
      from: endAt(first.address, first.mac, topology),
      to: endAt(first.kind === 'beside-register' ? first.peer : null, null, topology),
      sightings: group,
    },
  ];
}

function isRegisteredRouter(mac: string | null, area: string, topology: Topology): boolean {
  return gatewaysAt(mac, topology).some(({ legs }) => legs.some(({ zone }) => zone === area));
}

function isManagedHost(mac: string | null, topology: Topology): boolean {
  return mac !== null && topology.hosts.some(({ mac: macs, ipv6 }) => ipv6 === 'managed' && macs.includes(mac));
}

function judgeRouter(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area) || isRegisteredRouter(first.mac, first.area, topology)) return [];
  const here = AREA_NAMES[first.area];
  const isShared = first.mac !== null && isVirtualMac(first.mac);
  return about(group, topology, {
    verdict: isShared ? 'suspected' : 'violation',
    severity: 'high',
    summary: {
      ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、登録されたルーターでない機器（${first.mac ?? '?'}）がルーター広告を送信した。`,
      en: `On VLAN ${first.vlan ?? '?'} of ${here.en} a device that is no registered router (${first.mac ?? '?'}) sends router advertisements.`,
    },
    reasons: ['router-advertisement', 'mac-is-no-gateway', ...(isShared ? ['mac-is-virtual'] : [])],
    subject: ['ra', first.vlan, first.mac],
  });
}

function judgeServer(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  if (isRegisteredRouter(first.mac, first.area, topology) || isManagedHost(first.mac, topology)) return [];
  const here = AREA_NAMES[first.area];
  return about(group, topology, {
    verdict: 'suspected',
    severity: first.area === 'internet' ? 'high' : 'medium',
    summary: {
      ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、登録のない機器（${first.mac ?? '?'}）がDHCPv6の応答を送信した。`,
      en: `On VLAN ${first.vlan ?? '?'} of ${here.en} an unregistered device (${first.mac ?? '?'}) answers DHCPv6.`,
    },
    reasons: ['dhcpv6-answer', 'mac-is-no-gateway'],
    subject: ['dhcpv6', first.vlan, first.mac],
  });
}

/** A global or unique local address that no segment, host or realm declares. */
function isUnmanaged({ area, address, mac }: Sighting, topology: Topology): boolean {
  if (!isZone(area) || address?.includes(':') !== true || isManagedHost(mac, topology)) return false;
  const sender = areaOfAddress(address, topology);
  return sender === 'public' || sender === 'unassigned';
}

/** Past every boundary that the register knows: communication with the Internet took place. */
function judgeExchange(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const here = AREA_NAMES[first.area];
  return about(group, topology, {
    verdict: 'violation',
    severity: first.area === 'internet' ? 'high' : 'critical',
    summary: {
      ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、宣言されていないIPv6アドレス ${first.address ?? '?'} がインターネットのアドレス ${first.peer ?? '?'} と通信した（転送先 ${first.detail ?? '?'}）。`,
      en: `On VLAN ${first.vlan ?? '?'} of ${here.en} the undeclared IPv6 address ${first.address ?? '?'} communicated with ${first.peer ?? '?'} on the Internet (by way of ${first.detail ?? '?'}).`,
    },
    reasons: ['ipv6-undeclared', 'ipv6-internet-reached', 'mac-is-no-gateway'],
    subject: ['exchange', first.vlan, first.mac],
  });
}

function judgeAddress(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const here = AREA_NAMES[first.area];
  return about(group, topology, {
    verdict: 'suspected',
    severity: first.area === 'internet' ? 'high' : 'medium',
    summary: {
      ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、宣言されていないIPv6アドレス ${first.address ?? '?'} から送信があった。`,
      en: `On VLAN ${first.vlan ?? '?'} of ${here.en} packets come from ${first.address ?? '?'}, an IPv6 address that nothing declares.`,
    },
    reasons: ['ipv6-undeclared', 'mac-is-no-gateway'],
    subject: ['address', first.vlan, first.mac],
  });
}

/** A host for which the register says that it speaks no IPv6 does, with whatever address. */
function judgeUnwanted(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const here = AREA_NAMES[first.area];
  const host = topology.hosts.find(({ mac }) => first.mac !== null && mac.includes(first.mac));
  return about(group, topology, {
    verdict: 'suspected',
    severity: 'medium',
    summary: {
      ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、ipv6: ${host?.ipv6 ?? 'none'} と登録された機器 ${host?.name ?? first.mac ?? '?'} がIPv6アドレス ${first.address ?? '?'} から送信した。`,
      en: `On VLAN ${first.vlan ?? '?'} of ${here.en} the host ${host?.name ?? first.mac ?? '?'}, registered as ipv6: ${host?.ipv6 ?? 'none'}, sends from the IPv6 address ${first.address ?? '?'}.`,
    },
    reasons: ['ipv6-registered-as-unused', 'mac-is-no-gateway'],
    subject: ['unwanted', first.vlan, first.mac],
  });
}

/** Stays on its wire (RFC 4291 2.5.6); but with it hosts find each other, and a rogue router finds them. */
function judgeNoise(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const here = AREA_NAMES[first.area];
  const cards = group.reduce((most, { count }) => Math.max(most, count), 0);
  return about(group, topology, {
    verdict: 'observation',
    severity: 'low',
    summary: {
      ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、IPv6が宣言されていないのに、リンクローカルのIPv6を使う機器がある（${cards}台）。`,
      en: `On VLAN ${first.vlan ?? '?'} of ${here.en}, for which no IPv6 is declared, link-local IPv6 is in use (${cards} card(s)).`,
    },
    reasons: ['ipv6-link-local-only'],
    subject: ['link-local', first.vlan],
  });
}
