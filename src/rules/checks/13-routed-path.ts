import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import type { Text } from '../../base/text.js';
import type { Severity, Verdict } from '../../model/report.js';
import { clauseOf } from '../terms/crossing.js';
import { endAt, groupBy, hostOfMac, isZone, ofKinds } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const routedPath: Rule = {
  check: '13',
  titles: {
    A: { ja: '領域間の経路の存在', en: 'Routed path between zones' },
    I: { ja: '領域間の経路の存在', en: 'Routed path between zones' },
  },
  trigger: {
    ja: '領域をまたぐ通信が（アドレスやポートを変換された場合を含め）両方の領域のVLANで観測され、先の領域に送り出した機器が、登録されたゲートウェイでないか、許可通信のない通信を中継したか、中継してはならない機器である。',
    en: 'A crossing flow is seen on VLANs of both zones (also with its addresses or ports translated on the way), and the device that sent it on is no registered gateway, forwards it without any conduit, or must not forward. Or a router of the other zone answers a flow that no conduit permits with ICMP time exceeded.',
  },
  severities: { A: 'critical', I: 'critical' },
  traps: [
    {
      ja: 'NAT、オフロードによる結合、シーケンス番号の書換え、ミラーの重複に注意する。登録された無害化装置も中継してはならない。両方の領域に足を持つ機器が返した時間超過は、境界を越えた証拠とみなさない。',
      en: 'Mind NAT, offload merging, rewritten sequence numbers, mirror copies. Registered sanitizers must not forward either. Time exceeded said by a device with legs in both zones does not show that the boundary was crossed.',
    },
  ],
  limits: [
    {
      ja: 'ICMPの時間超過による場合を除き、境界の両側を採取していないと判定できない。アドレス変換を経た通信は、16バイト以上のデータを持つパケットが両側で採取され、TCPのシーケンス番号と確認応答番号が等しいか、IPv4の識別子が等しくTTLが減っている場合に限り、同じ通信と認める。シーケンス番号と識別子の両方を書き換える機器、IPv6のUDPのアドレス変換は見分けられない。',
      en: 'Save for ICMP time exceeded it needs captures on both sides of the boundary. Behind address translation two flows are taken for one where packets with at least 16 bytes of data were captured on both sides whose TCP sequence and acknowledgement numbers are equal, or whose IPv4 identification is equal while the TTL went down. A device that rewrites both, and translated UDP over IPv6, are not recognised.',
    },
  ],
  remedy: { ja: '中継した機器を特定して経路を閉じる。', en: 'Identify the forwarding device and close the path.' },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    // both ways through one device are one path
    return groupBy(ofKinds(sightings, 'passage'), (sighting) => subjectOf(sighting, topology).join(' ')).flatMap(
      (group) => judgePath(group, topology),
    );
  },
};

/** The device, the zones that it joins, how it stands to the register. */
function subjectOf({ mac, area, peer, detail }: Sighting, topology: Topology): readonly string[] {
  const [from, standing] = detail?.split(' ') ?? [];
  return [hostOfMac(mac, topology) ?? mac ?? peer ?? '', ...[from ?? '', area ?? ''].sort(), standing ?? ''];
}

const GRADES: Readonly<Record<string, readonly [Verdict, Severity]>> = {
  'unknown-device': ['violation', 'critical'],
  'unknown-device-permitted': ['suspected', 'high'],
  'shared-address': ['suspected', 'high'],
  'without-conduit': ['violation', 'critical'],
  'not-allowed': ['violation', 'critical'],
  'not-listed': ['suspected', 'high'],
};

const STANDINGS: Readonly<Record<string, Text>> = {
  'unknown-device': { ja: '登録されたゲートウェイではない。', en: 'It is no registered gateway.' },
  'unknown-device-permitted': {
    ja: '登録されたゲートウェイではない。通信自体は許可通信に一致する（領域内のスイッチが未登録の可能性がある）。',
    en: 'It is no registered gateway; a conduit covers the flow itself (perhaps a switch of the zone is not registered).',
  },
  'shared-address': {
    ja: '仮想MACアドレスであり、機器を特定できない。',
    en: 'It is a virtual MAC address: the device is not known.',
  },
  'without-conduit': {
    ja: '登録されたゲートウェイが、どの許可通信にも当たらない通信を中継した。',
    en: 'A registered gateway forwards what no conduit covers.',
  },
  'not-allowed': {
    ja: '中継してはならないと登録された機器（mayForward: none）である。',
    en: 'It is registered as a device that must not forward (mayForward: none).',
  },
  'not-listed': {
    ja: 'この機器の mayForward に、該当する許可通信の記載がない。',
    en: 'The mayForward list of this device lacks the conduit.',
  },
};

const TRANSLATED: Text = {
  ja: '同じデータグラムがアドレスまたはポートを変えて両側で観測されており、この機器はアドレス変換を行っている。',
  en: 'The same datagrams were seen on both sides under other addresses or ports: the device translates addresses. ',
};

function judgePath(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  // the earliest speaks for all
  const first = [...group].sort((x, y) => (x.first < y.first ? -1 : x.first > y.first ? 1 : 0))[0];
  const [from, standing, translated] = first?.detail?.split(' ') ?? [];
  const grade = standing === undefined ? undefined : GRADES[standing];
  const said = standing === undefined ? undefined : STANDINGS[standing];
  const zone = from as Sighting['area'];
  if (first !== undefined && standing === 'time-exceeded') return judgeAnswer(first, group, topology);
  if (first === undefined || first.area === null || grade === undefined || said === undefined || !isZone(zone))
    return [];
  const [here, there] = [AREA_NAMES[zone], AREA_NAMES[first.area]];
  const device = hostOfMac(first.mac, topology);
  const changed = translated === undefined ? { ja: '', en: '' } : TRANSLATED;
  const name = `${first.mac ?? '?'}${device === null ? '' : ` (${device})`}`;
  return [
    {
      clause: clauseOf(zone, first.area),
      verdict: grade[0],
      severity: grade[1],
      summary: {
        ja: `${here.ja}のVLANで観測された通信が、MACアドレス ${name} から${there.ja}のVLAN ${first.vlan ?? '?'}（${first.point ?? '?'}）に送り出された。${changed.ja}${said.ja}`,
        en: `What was seen on a VLAN of ${here.en} was sent on by ${name} on VLAN ${first.vlan ?? '?'} (${first.point ?? '?'}) of ${there.en}. ${changed.en}${said.en}`,
      },
      reasons: [
        `path-${standing ?? ''}`,
        'seen-on-both-sides',
        ...(translated === undefined ? [] : ['address-translated']),
      ],
      subject: subjectOf(first, topology),
      from: endAt(first.address, null, topology),
      to: endAt(first.peer, null, topology),
      sightings: group,
    },
  ];
}

/** A router of the other zone dropped a packet for its age (RFC 792): so far it had come. */
function judgeAnswer(first: Sighting, group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const zone = (first.detail?.split(' ')[0] ?? null) as Sighting['area'];
  if (first.area === null || !isZone(zone)) return [];
  const [here, there] = [AREA_NAMES[zone], AREA_NAMES[first.area]];
  const router = first.peer ?? '?';
  return [
    {
      clause: clauseOf(zone, first.area),
      verdict: 'violation',
      severity: 'critical',
      summary: {
        ja: `${here.ja}から送られたパケットに、${there.ja}のルーター ${router} がICMPの時間超過を返した。パケットは境界を越えて、そのルーターまで届いている。`,
        en: `A router of ${there.en} (${router}) answered a packet from ${here.en} with ICMP time exceeded: the packet had crossed the boundary and come so far.`,
      },
      reasons: ['path-time-exceeded', 'router-has-no-leg-on-this-side'],
      subject: subjectOf(first, topology),
      from: endAt(first.address, null, topology),
      to: endAt(first.peer, null, topology),
      sightings: group,
    },
  ];
}
