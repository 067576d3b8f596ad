import type { Text } from '../../base/text.js';
import type { Severity, Verdict } from '../../model/report.js';
import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { clauseOf } from '../terms/crossing.js';
import type { Indicator } from '../../base/computer-name.js';
import { sharedNames, type SharedName } from '../names/shared-names.js';
import { endAt } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const sameComputer: Rule = {
  check: '12',
  titles: {
    A: { ja: '二領域にまたがる端末の同定', en: 'Same computer in two zones' },
    I: { ja: '二領域にまたがる端末の同定', en: 'Same computer in two zones' },
    U: { ja: '領域外にもまたがる機器（同定）', en: 'Device also attached to another exit (identity)' },
  },
  trigger: {
    ja: '別々のMACアドレスから、二つの領域（ウでは外部回線のセグメントを含む）で同じ手掛かりが観測された。手掛かりは、コンピュータ名（DHCP、DHCPv6、NBNS、NetBIOSデータグラム、mDNS、LLMNR、機器が名乗るLLDP・CDP、SMBのログオンのNTLM、Kerberosの要求）、DHCPのクライアント識別子、DUID、IPv6アドレスに含まれる他のMACアドレス（EUI-64）。',
    en: 'Different cards in two zones (U: or on a carrier segment) give the same indicator: the name of the computer (DHCP, DHCPv6, NBNS, NetBIOS datagrams, mDNS, LLMNR, LLDP or CDP of a host, NTLM in SMB logons, requests to Kerberos), the DHCP client identifier, the DUID, or another card inside an IPv6 address (EUI-64).',
  },
  severities: { A: 'high suspected / info', I: 'high suspected / info', U: 'high suspected / info' },
  traps: [
    {
      ja: '名前がどの方式で名乗られても一つの手掛かりと数える（方式が違っても元の設定は同じ）。',
      en: 'A name counts once, by however many protocols it is told: they all repeat one setting.',
    },
    {
      ja: '一般的な名前（localhost、android-…など）、一つの領域で3枚以上のMACアドレスが名乗る値（複製元イメージ、クラスター）、登録されたプリンターは除く。',
      en: 'Generic names (localhost, android-… and the like), values that three or more cards of one zone give (golden images, clusters) and registered printers do not count.',
    },
    {
      ja: '登録されたゲートウェイの足、無害化装置、仮想MAC、スイッチのLLDP・CDPは除く。同じMACアドレスは規則11で示す。',
      en: 'Legs of registered gateways, sanitizers, virtual MAC addresses and switches that speak LLDP or CDP are left out. One card in two zones is check 11.',
    },
  ],
  limits: [
    {
      ja: '一つの手掛かりだけでは所見にとどめる。領域ごとに同じ名前を付ける運用では、別の端末でも一致する。',
      en: 'One indicator alone is an observation: where names are given alike in each zone, different computers share one.',
    },
    {
      ja: '名乗りが採取点を通る必要がある。NTLMはSMBのログオンが1つのセグメントに収まる場合に限り読み取り、暗号化されたもの（TLSの中など）は読み取れない。中継されたDHCPは、中継機器のアドレス（giaddr）の領域の、端末自身のMACアドレスとして数える。',
      en: 'The announcement must pass a capture point. NTLM is read in SMB logons that fit into one segment; what is encrypted (inside TLS and the like) is not. A relayed DHCP message counts for the card of the client itself, in the zone of the address of the relay (giaddr).',
    },
    {
      ja: 'VLANまたは領域を特定できないフレームでは判定しない。ウは、外部回線のVLANを realms の public に宣言した場合に判定する。',
      en: 'Not judged where neither VLAN nor zone of a frame is known. U needs the carrier segment declared as a VLAN of the realm public.',
    },
  ],
  remedy: { ja: '端末の二重接続の有無を現地で確認する。', en: 'Check on site whether the computer is attached twice.' },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    const matches = sharedNames(sightings, topology);
    const pairs = new Map<string, SharedName[]>();
    for (const match of matches) {
      const key = JSON.stringify([match.areas, match.cards]);
      pairs.set(key, [...(pairs.get(key) ?? []), match]);
    }
    return [...pairs.values()].map((found) => judge(found, topology));
  },
};

const KINDS: Readonly<Record<Indicator['kind'], Text>> = {
  name: { ja: 'コンピュータ名', en: 'computer name' },
  'client-id': { ja: 'DHCPクライアント識別子', en: 'DHCP client identifier' },
  duid: { ja: 'DUID', en: 'DUID' },
  eui64: { ja: 'IPv6アドレス内のMACアドレス', en: 'card inside an IPv6 address' },
};

/** Everything that the same two sets of cards share. */
function judge(matches: readonly SharedName[], topology: Topology): SightingJudgement {
  const sorted = [...matches].sort((x, y) => (textOf(x) < textOf(y) ? -1 : 1));
  const [first] = sorted as [SharedName, ...SharedName[]];
  const [inner, outer] = first.areas;
  const cards = first.cards.map((inZone) => inZone.join(' '));
  const kinds = [...new Set(sorted.map(({ indicator }) => indicator.kind))];
  const [verdict, severity]: readonly [Verdict, Severity] =
    kinds.length > 1 ? ['suspected', 'high'] : ['observation', 'info'];
  const [here, there] = [AREA_NAMES[inner], AREA_NAMES[outer]];
  const shared = (language: 'ja' | 'en'): string =>
    sorted
      .map(({ indicator }) => `${KINDS[indicator.kind][language]} ${indicator.value}`)
      .join(language === 'ja' ? '、' : ', ');
  const [one, other] = [inner, outer].map((area) =>
    first.sightings.find((sighting) => sighting.area === area && sighting.mac !== null),
  );
  return {
    clause: clauseOf(inner, outer),
    verdict,
    severity,
    summary: {
      ja: `${here.ja}の${cards[0]}と${there.ja}の${cards[1]}で、${shared('ja')}が一致した。${verdict === 'suspected' ? '独立した手掛かりが二つ以上一致しており、一台の端末が両方につながっている疑いがある。' : '手掛かりは一つであり、別の端末が同じ値を持つこともある。'}`,
      en: `${cards[0]} in ${here.en} and ${cards[1]} in ${there.en} share: ${shared('en')}. ${verdict === 'suspected' ? 'Two or more independent indicators agree: one computer seems to be attached to both.' : 'It is one indicator; different computers may have the same.'}`,
    },
    reasons: [
      ...kinds.map((kind) => `same-${kind}`),
      ...[
        ...new Set(sorted.flatMap(({ sightings }) => sightings.map(({ detail }) => `by-${sourceOf(detail)}`))),
      ].sort(),
      'cards-differ',
      'mac-is-no-gateway',
    ],
    subject: [inner, outer, ...cards],
    indicators: sorted.map((match) => ({ field: 'identity', value: textOf(match) })),
    from: endAt(one?.address ?? null, one?.mac ?? null, topology),
    to: endAt(other?.address ?? null, other?.mac ?? null, topology),
    sightings: sorted.flatMap(({ sightings }) => sightings),
  };
}

function textOf({ indicator }: SharedName): string {
  return `${indicator.kind} ${indicator.value}`;
}

function sourceOf(detail: string | null): string {
  return detail?.split(' ')[0] ?? '';
}
