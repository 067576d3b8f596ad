import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { clauseOf } from '../terms/crossing.js';
import { areaOfAddress, endAt, groupBy, isLocallyAdministered, isZone, ofKinds } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const macInTwoZones: Rule = {
  check: '11',
  titles: {
    A: { ja: '二領域にまたがるMAC', en: 'MAC present in two zones' },
    I: { ja: '二領域にまたがるMAC', en: 'MAC present in two zones' },
    U: { ja: '領域外にもまたがる機器（MAC）', en: 'Device also attached to another exit (MAC)' },
  },
  trigger: {
    ja: '同じMACアドレスが、二つの領域（ウでは外部回線のセグメントを含む）で、IPまたはARPの送信元として観測された。',
    en: 'The same MAC address sends IP or ARP in two zones (U: or on a carrier segment).',
  },
  severities: {
    A: 'high; critical with forwarding or a relay (40)',
    I: 'high; critical with forwarding or a relay (40)',
    U: 'high',
  },
  traps: [
    {
      ja: '登録されたゲートウェイの足、VRRP・HSRP・GLBP・NLBの仮想MAC、スイッチの制御フレームは除く。ARPの応答は、複数のアドレスについて応じるもの、ルーターの先のアドレスや他のMACが登録されたアドレスについてのもの（プロキシARP）を除く。VRRP・HSRP・GLBPのパケットを自ら送信するMACは、共有ゲートウェイとみて所見（中）にとどめる。',
      en: 'Legs of registered gateways, virtual MAC addresses (VRRP, HSRP, GLBP, NLB) and switch control frames are left out; so are ARP answers for several addresses, for addresses beyond a router and for those registered with another card (proxy ARP). A card that sends VRRP, HSRP or GLBP itself is taken for a shared gateway: an observation (medium).',
    },
  ],
  limits: [
    {
      ja: 'ローカル管理のMACアドレスは重複しうる。ウは、外部回線のVLANを realms の public に宣言した場合に判定する。',
      en: 'Locally administered addresses may collide. U needs the carrier segment declared as a VLAN of the realm public.',
    },
  ],
  remedy: { ja: '機器の接続を一つの領域に限る。', en: 'Attach the device to one zone only.' },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    const forwarding = new Set(ofKinds(sightings, 'passage').map(({ mac }) => mac));
    const hellos = ofKinds(sightings, 'gateway-hello');
    // a card that forwards sends, on each wire, for the hosts of the other zone; else a foreign address may be a mixed mirror
    const senders = ofKinds(sightings, 'sender').filter(
      ({ area, address, mac }) =>
        area === 'public' || (isZone(area) && (forwarding.has(mac) || areaOfAddress(address, topology) === area)),
    );
    const sent = new Set(senders.map(({ mac, area }) => `${mac ?? ''} ${area ?? ''}`));
    // where it sends packets ARP says nothing new
    const speakers = ofKinds(sightings, 'arp-sender').filter(
      ({ mac, area }) => !sent.has(`${mac ?? ''} ${area ?? ''}`),
    );
    return groupBy([...senders, ...speakers], ({ mac }) => mac ?? '').flatMap((group) => {
      const mac = group[0]?.mac ?? null;
      const greetings = hellos.filter((hello) => hello.mac === mac);
      return judgeCard(group, { forwards: forwarding.has(mac), greetings }, topology);
    });
  },
};

const AREAS_BY_PROTECTION = ['mynumber', 'lgwan', 'internet', 'public'] as const;

/** What else is known of the card: it sends on what comes from one zone; it calls itself one of several routers. */
interface Conduct {
  readonly forwards: boolean;
  readonly greetings: readonly Sighting[];
}

function judgeCard(
  group: readonly Sighting[],
  { forwards, greetings }: Conduct,
  topology: Topology,
): readonly SightingJudgement[] {
  const areas = AREAS_BY_PROTECTION.filter((area) => group.some((sighting) => sighting.area === area));
  const [inner, outer] = areas;
  const mac = group[0]?.mac ?? null;
  if (inner === undefined || outer === undefined || mac === null) return [];
  const local = isLocallyAdministered(mac);
  const greets = greetings.length > 0;
  const clause = clauseOf(inner, outer);
  const pairs = group.map(({ address, vlan, point }) => `${address ?? '?'}（VLAN ${vlan ?? '?'}, ${point ?? '?'}）`);
  const [from, to] = [inner, outer].map((area) => group.find((sighting) => sighting.area === area)?.address ?? null);
  return [
    {
      clause,
      // a router that shares its address is no computer with two cables; yet only its own word says that it is one
      verdict: greets && !forwards ? 'observation' : 'suspected',
      severity: forwards && clause !== 'U' ? 'critical' : local || greets ? 'medium' : 'high',
      summary: {
        ja: `MACアドレス ${mac} が、${areas.map((area) => AREA_NAMES[area].ja).join('と')}のそれぞれのVLANで、その領域のアドレスから送信した：${pairs.join('、')}。`,
        en: `The card ${mac} sends in ${areas.map((area) => AREA_NAMES[area].en).join(' and ')}, each time from an address of that network: ${pairs.join(', ').replaceAll('（', ' (').replaceAll('）', ')')}.`,
      },
      reasons: [
        'mac-is-no-gateway',
        'mac-is-not-virtual',
        ...(greets ? ['mac-speaks-vrrp-hsrp-or-glbp'] : []),
        ...(group.some(({ kind }) => kind === 'arp-sender') ? ['mac-in-zone-by-arp-alone'] : []),
        ...(local ? ['mac-locally-administered'] : []),
        ...(forwards ? ['mac-forwards-between-zones'] : []),
      ],
      subject: [mac, ...areas],
      from: endAt(from ?? null, mac, topology),
      to: endAt(to ?? null, mac, topology),
      sightings: [...group, ...greetings],
    },
  ];
}
