import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { endAt, gatewaysAt, groupBy, isZone, ofKinds } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const accessLine: Rule = {
  check: '61',
  titles: { U: { ja: '未登録の接続口', en: 'Unregistered Internet access line' } },
  trigger: {
    ja: '庁内のVLANでPPPoEのセッション（確定）または探索（兆候）が観測された。あるいはインターネット接続系のVLANで、登録のない既定ルーターがルーター広告、DHCPまたはICMPリダイレクトで示された（兆候）。あるいは領域のVLANで、ゲートウェイでない機器がUPnPのインターネットゲートウェイ（InternetGatewayDevice）を名乗った（兆候）。',
    en: 'A PPPoE session (confirmed) or discovery (sign) on an internal VLAN; or, on a VLAN of the Internet zone, router advertisements, DHCP or ICMP redirects that name a router which is not registered (sign); or, on a VLAN of a zone, a device that is no gateway offers itself as an InternetGatewayDevice by UPnP (sign).',
  },
  severities: { U: 'critical confirmed / high sign' },
  traps: [
    {
      ja: '閉域網の回線でもPPPoEを使うことがある。登録されたゲートウェイのMACアドレスによるセッションは除く。',
      en: 'Closed networks may use PPPoE as well: sessions of a registered gateway are left out.',
    },
    {
      ja: 'UPnPのゲートウェイを探すだけの通知（M-SEARCH）と終了の通知（byebye）は数えない。ICMPリダイレクトが登録されたゲートウェイを示す場合は除く。',
      en: 'Searches for a UPnP gateway (M-SEARCH) and farewells (byebye) do not count, nor redirects to a registered gateway.',
    },
  ],
  limits: [
    {
      ja: '採取していない回線は分からない。モバイルルーターとテザリングは、DHCP、ルーター広告、UPnPに現れない限り判定しない。',
      en: 'Lines that are not mirrored do not show. Mobile routers and tethering are judged only by their DHCP, router advertisements or UPnP.',
    },
  ],
  remedy: { ja: '回線契約と現地を確認し、接続口を撤去する。', en: 'Check contracts and site; remove the line.' },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    const pppoe = groupBy(ofKinds(sightings, 'pppoe-session', 'pppoe-discovery'), ({ point, vlan }) =>
      vlan === null ? `point ${point}` : `vlan ${vlan}`,
    );
    const routers = ofKinds(sightings, 'router-advertisement', 'dhcp-ack', 'dhcp-offer', 'redirect').filter(
      (sighting) => isSecondRouter(sighting, topology),
    );
    return [
      ...pppoe.flatMap((group) => judgePppoe(group, topology)),
      ...groupBy(routers, ({ vlan, mac, peer }) => `${vlan} ${mac} ${peer}`).flatMap((group) =>
        judgeSecondRouter(group, topology),
      ),
      ...groupBy(ofKinds(sightings, 'internet-gateway'), ({ vlan, point, mac }) => `${vlan ?? point} ${mac}`).flatMap(
        (group) => judgeOffer(group, topology),
      ),
    ];
  },
};

function judgePppoe(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined) return [];
  // the registered line's own session
  if (group.some(({ mac }) => gatewaysAt(mac, topology).length > 0)) return [];
  const isSession = group.some(({ kind }) => kind === 'pppoe-session');
  const macs = [...new Set(group.map(({ mac }) => mac ?? '?'))].sort();
  const where = first.vlan === null ? (first.point ?? '?') : `VLAN ${first.vlan}`;
  const area = isZone(first.area) ? AREA_NAMES[first.area] : null;
  const isConfirmed = isSession && area !== null;
  return [
    {
      clause: 'U',
      verdict: isConfirmed ? 'violation' : 'suspected',
      severity: isConfirmed ? 'critical' : 'high',
      summary: isSession
        ? {
            ja: `${area?.ja ?? '領域不明'}の${where}でPPPoEのセッションが観測された（${macs.join('、')}）。登録のない回線がつながっている。`,
            en: `A PPPoE session runs on ${where} (${area?.en ?? 'zone unknown'}; ${macs.join(', ')}): an access line that is not registered.`,
          }
        : {
            ja: `${area?.ja ?? '領域不明'}の${where}でPPPoEの探索が観測された（${macs.join('、')}）。セッションは観測されていない。`,
            en: `PPPoE discovery was seen on ${where} (${area?.en ?? 'zone unknown'}; ${macs.join(', ')}), no session.`,
          },
      reasons: [isSession ? 'pppoe-session' : 'pppoe-discovery', 'mac-is-no-gateway'],
      subject: ['pppoe', where],
      from: endAt(null, macs[0] ?? null, topology),
      to: endAt(null, macs[1] ?? null, topology),
      sightings: group,
    },
  ];
}

/** Someone in the Internet zone calls itself, or another, a default router that is registered nowhere. */
function isSecondRouter({ kind, area, mac, peer, detail }: Sighting, topology: Topology): boolean {
  if (area !== 'internet') return false;
  if (kind === 'router-advertisement') return detail === 'default-router' && gatewaysAt(mac, topology).length === 0;
  if (peer === null) return false;
  const place = topology.place(peer);
  if (place.area === 'special') return kind === 'redirect' && isStranger(mac, detail, topology);
  // a router of another zone is check 16
  return !place.isGatewayLeg && (place.area === 'internet' || !isZone(place.area));
}

/** A router is named by its link-local address (RFC 4861 4.5): who that is, its card tells, where it is named, too. */
function isStranger(sender: string | null, card: string | null, topology: Topology): boolean {
  return gatewaysAt(card ?? sender, topology).length === 0;
}

function judgeSecondRouter(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined) return [];
  const router = first.kind === 'router-advertisement' ? first.address : first.peer;
  const by =
    first.kind === 'router-advertisement'
      ? { ja: 'ルーター広告', en: 'Router advertisements' }
      : first.kind === 'redirect'
        ? { ja: 'ICMPリダイレクト', en: 'ICMP redirects' }
        : { ja: 'DHCP', en: 'DHCP' };
  return [
    {
      clause: 'U',
      verdict: 'suspected',
      severity: 'high',
      summary: {
        ja: `インターネット接続系のVLAN ${first.vlan ?? '?'}で、${by.ja}が登録のない既定ルーター ${router ?? '?'} を示した（送信元 ${first.mac ?? '?'}）。`,
        en: `${by.en} on VLAN ${first.vlan ?? '?'} of the Internet zone name ${router ?? '?'}, a default router that is not registered (sent by ${first.mac ?? '?'}).`,
      },
      reasons: ['second-default-router', first.kind],
      subject: ['router', first.vlan, first.mac, first.peer],
      from: endAt(router, first.kind === 'router-advertisement' ? first.mac : null, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}

/** A device that calls itself a way to the Internet, and is registered as none. */
function judgeOffer(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area) || gatewaysAt(first.mac, topology).length > 0) return [];
  const here = AREA_NAMES[first.area];
  return [
    {
      clause: 'U',
      verdict: 'suspected',
      severity: 'high',
      summary: {
        ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、ゲートウェイとして登録のない機器（${first.mac ?? '?'}）がUPnPでインターネットゲートウェイを名乗った。登録のない回線のルーターである疑いがある。`,
        en: `On VLAN ${first.vlan ?? '?'} of ${here.en} a device that is no registered gateway (${first.mac ?? '?'}) offers itself by UPnP as a way to the Internet: perhaps the router of a line that is not registered.`,
      },
      reasons: ['upnp-internet-gateway', 'mac-is-no-gateway'],
      subject: ['upnp', first.vlan, first.mac],
      from: endAt(first.address, first.mac, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
