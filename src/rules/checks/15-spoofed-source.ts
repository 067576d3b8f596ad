import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { parseAddress } from '../../base/address.js';
import { isImpossibleIpv4Source, isImpossibleIpv6Source } from '../../base/impossible-source.js';
import { clauseOf } from '../terms/crossing.js';
import { areaOfAddress, endAt, groupBy, hostOfMac, isZone, ofKinds } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const spoofedSource: Rule = {
  check: '15',
  titles: {
    A: { ja: '送信元詐称・VLAN誤り', en: 'Spoofed or wrong-VLAN source' },
    I: { ja: '送信元詐称・VLAN誤り', en: 'Spoofed or wrong-VLAN source' },
  },
  trigger: {
    ja: '領域のVLANで、ゲートウェイでない機器が、他の領域のアドレスや公開アドレス、または送信元となりえないアドレス（ループバック、マルチキャスト、予約）を送信元として送信した。',
    en: "In a zone's VLAN a device that is no gateway sends from another zone's or a public address, or from one from which no packet can come (loopback, multicast, reserved).",
  },
  severities: { A: 'high', I: 'high' },
  traps: [
    {
      ja: '機器の移設やDHCPの再割当て、古い構成定義に注意する。',
      en: 'Mind moved devices, reused leases and a stale topology.',
    },
  ],
  limits: [{ ja: '送信元MACが機器自身のものである採取点に限る。', en: "Only where the source MAC is the host's own." }],
  remedy: { ja: '機器とポートのVLAN設定を確認する。', en: 'Check the device and the VLAN of its port.' },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    // what a device sends on for others is a path (check 13), what a bridge repeats is a shared segment (check 10)
    const explained = new Set(ofKinds(sightings, 'passage', 'copy').map(({ mac, area }) => `${mac} ${area}`));
    const bridged = new Set(ofKinds(sightings, 'copy').map(({ mac }) => mac));
    const strangers = ofKinds(sightings, 'sender').filter(
      (sighting) =>
        isForeign(sighting, topology) &&
        !bridged.has(sighting.mac) &&
        !explained.has(`${sighting.mac} ${sighting.area}`),
    );
    const groups = groupBy(strangers, ({ mac, vlan, address }) => {
      const isImpossible = address !== null && isImpossibleSource(address);
      return `${mac} ${vlan} ${isImpossible ? 'impossible' : areaOfAddress(address, topology)}`;
    });
    return groups.flatMap((group) => judgeSender(group, topology));
  },
};

/** Only IPv4: addresses of IPv6 that nobody manages are check 21. */
function isForeign({ area, address }: Sighting, topology: Topology): boolean {
  if ((area !== 'mynumber' && area !== 'lgwan' && area !== 'internet') || address === null) return false;
  if (isImpossibleSource(address)) return area !== 'internet';
  const sender = areaOfAddress(address, topology);
  if (sender === 'public') return area !== 'internet' && !address.includes(':');
  return isZone(sender) && sender !== area;
}

/** Loopback, multicast, reserved: nothing on a wire comes from there (domain.md D-SPOOF). */
function isImpossibleSource(text: string): boolean {
  const address = parseAddress(text);
  if (address === undefined) return false;
  const { family, w0, w1, w2, w3 } = address;
  return family === 4 ? isImpossibleIpv4Source(w0) : isImpossibleIpv6Source(w0, w1, w2, w3);
}

function judgeSender(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || first.area === null) return [];
  const isImpossible = first.address !== null && isImpossibleSource(first.address);
  const sender = isImpossible ? 'special' : areaOfAddress(first.address, topology);
  const reserved = {
    ja: `送信元となりえないアドレス（${first.address ?? '?'}）`,
    en: `${first.address ?? '?'}, from which no packet can come`,
  };
  const owner = hostOfMac(first.mac, topology);
  const here = AREA_NAMES[first.area];
  const there = isImpossible
    ? reserved
    : { ja: `${AREA_NAMES[sender].ja}のアドレス`, en: `an address of ${AREA_NAMES[sender].en}` };
  return [
    {
      clause: clauseOf(first.area, sender),
      verdict: 'suspected',
      severity: 'high',
      summary: {
        ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、ゲートウェイでない機器（${first.mac ?? '?'}${owner === null ? '' : `、${owner}`}）が、${there.ja}を送信元として送信した。`,
        en: `On VLAN ${first.vlan ?? '?'} of ${here.en} a device that is no gateway (${first.mac ?? '?'}${owner === null ? '' : `, ${owner}`}) sends from ${there.en}.`,
      },
      reasons: [
        ...(isImpossible ? ['source-impossible'] : []),
        'mac-is-no-gateway',
        'mac-is-not-virtual',
        owner === null ? 'mac-unregistered' : 'mac-registered',
      ],
      subject: [first.mac, first.vlan, sender],
      from: endAt(first.address, first.mac, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
