import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
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
    ja: '領域のVLANで、ゲートウェイでない機器が、他の領域のアドレスや公開アドレスを送信元として送信した。',
    en: "In a zone's VLAN a device that is no gateway sends from another zone's or a public address.",
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
    const groups = groupBy(strangers, ({ mac, vlan, address }) => `${mac} ${vlan} ${areaOfAddress(address, topology)}`);
    return groups.flatMap((group) => judgeSender(group, topology));
  },
};

/** Only IPv4: addresses of IPv6 that nobody manages are check 21. */
function isForeign({ area, address }: Sighting, topology: Topology): boolean {
  if ((area !== 'mynumber' && area !== 'lgwan' && area !== 'internet') || address === null) return false;
  const sender = areaOfAddress(address, topology);
  if (sender === 'public') return area !== 'internet' && !address.includes(':');
  return isZone(sender) && sender !== area;
}

function judgeSender(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || first.area === null) return [];
  const sender = areaOfAddress(first.address, topology);
  const owner = hostOfMac(first.mac, topology);
  const [here, there] = [AREA_NAMES[first.area], AREA_NAMES[sender]];
  return [
    {
      clause: clauseOf(first.area, sender),
      verdict: 'suspected',
      severity: 'high',
      summary: {
        ja: `${here.ja}のVLAN ${first.vlan ?? '?'}で、ゲートウェイでない機器（${first.mac ?? '?'}${owner === null ? '' : `、${owner}`}）が、${there.ja}のアドレスを送信元として送信した。`,
        en: `On VLAN ${first.vlan ?? '?'} of ${here.en} a device that is no gateway (${first.mac ?? '?'}${owner === null ? '' : `, ${owner}`}) sends from an address of ${there.en}.`,
      },
      reasons: ['mac-is-no-gateway', 'mac-is-not-virtual', owner === null ? 'mac-unregistered' : 'mac-registered'],
      subject: [first.mac, first.vlan, sender],
      from: endAt(first.address, first.mac, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
