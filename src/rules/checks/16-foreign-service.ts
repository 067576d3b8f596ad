import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { clauseOf } from '../terms/crossing.js';
import { areaOfAddress, endAt, gatewaysAt, groupBy, isZone, ofKinds } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const foreignService: Rule = {
  check: '16',
  titles: {
    A: { ja: '他領域の配布サービス', en: "Other zone's DHCP, RA or gateway service" },
    I: { ja: '他領域の配布サービス', en: "Other zone's DHCP, RA or gateway service" },
  },
  trigger: {
    ja: 'DHCPの応答に含まれるサーバーや既定ルーターが他の領域にある。または他の領域からのルーター広告が観測された。',
    en: 'A DHCP answer names a server or router of another zone, or a router advertisement comes from there.',
  },
  severities: { A: 'high', I: 'high' },
  traps: [
    { ja: 'DHCPリレーの応答は中継元の領域で判定する。', en: 'A relayed answer is judged where the relay stands.' },
  ],
  limits: [{ ja: '配布が行われた期間の採取が必要である。', en: 'Needs a capture from the time of the lease.' }],
  remedy: { ja: '配布元を停止し、領域内のサーバーに改める。', en: "Stop the source; use the zone's own server." },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    const answers = groupBy(
      ofKinds(sightings, 'dhcp-ack', 'dhcp-offer'),
      ({ vlan, mac, address, peer }) => `${vlan} ${mac} ${address} ${peer}`,
    );
    const routers = groupBy(ofKinds(sightings, 'router-advertisement'), ({ vlan, mac }) => `${vlan} ${mac}`);
    return [
      ...answers.flatMap((group) => judgeLease(group, topology)),
      ...routers.flatMap((group) => judgeRouter(group, topology)),
    ];
  },
};

function judgeLease(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const { area, address, peer, mac, vlan } = first;
  const given = [address, peer].find((text) => {
    const other = areaOfAddress(text, topology);
    return isZone(other) && other !== area;
  });
  if (given === undefined || given === null) return [];
  const other = areaOfAddress(given, topology);
  const isGranted = group.some(({ kind }) => kind === 'dhcp-ack');
  const isRelayed = gatewaysAt(mac, topology).length > 0;
  const [here, there] = [AREA_NAMES[area], AREA_NAMES[other]];
  const what = given === address ? { ja: 'サーバー', en: 'server' } : { ja: '既定ルーター', en: 'default router' };
  return [
    {
      clause: clauseOf(area, other),
      verdict: isGranted && !isRelayed ? 'violation' : 'suspected',
      severity: 'high',
      summary: {
        ja: `${here.ja}のVLAN ${vlan ?? '?'}で、${there.ja}の${what.ja} ${given} を示すDHCPの応答が観測された。`,
        en: `On VLAN ${vlan ?? '?'} of ${here.en} a DHCP answer names ${given}, a ${what.en} of ${there.en}.`,
      },
      reasons: [isGranted ? 'dhcp-ack' : 'dhcp-offer', isRelayed ? 'sent-by-gateway' : 'sent-by-other-device'],
      subject: ['dhcp', vlan, mac, given],
      from: endAt(given, mac, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}

/** An advertisement from a card that is registered to another zone, and to none of this one. */
function judgeRouter(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area) || first.mac === null) return [];
  const { area, mac, vlan, address } = first;
  const zones = [
    ...topology.hosts.filter(({ mac: macs }) => macs.includes(mac)).map(({ zone }) => zone),
    ...topology.gatewaysOfMac(mac).flatMap(({ legs }) => legs.map(({ zone }) => zone)),
  ];
  const other = zones.find((zone) => isZone(zone) && zone !== area);
  if (other === undefined || zones.includes(area)) return [];
  const [here, there] = [AREA_NAMES[area], AREA_NAMES[other]];
  return [
    {
      clause: clauseOf(area, other),
      verdict: 'violation',
      severity: 'high',
      summary: {
        ja: `${here.ja}のVLAN ${vlan ?? '?'}で、${there.ja}の機器がルーター広告を送信した。`,
        en: `On VLAN ${vlan ?? '?'} of ${here.en} a device of ${there.en} advertises itself as a router.`,
      },
      reasons: ['router-advertisement', 'mac-of-other-zone'],
      subject: ['ra', vlan, mac],
      from: endAt(address, mac, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
