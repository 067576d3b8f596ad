import { formatAddress, formatIpv4, formatIpv6, parseAddress } from '../../base/address.js';
import type { Text } from '../../base/text.js';
import { formatEpoch } from '../../base/time.js';
import type { Realm, Zone } from '../../model/place.js';
import type { Stranger, SuggestedHome } from '../../model/suggestion.js';
import type { Topology } from '../../model/topology.js';
import { AREA_NAMES } from '../area-names.js';

/** addresses named of one prefix */
const NAMED = 256;

/** The segments to which addresses that no zone holds most likely belong, by /24 (IPv6: /64). */
export function suggestHomes(strangers: readonly Stranger[], topology: Topology): readonly SuggestedHome[] {
  const groups = new Map<string, Stranger[]>();
  for (const stranger of strangers) {
    const key = surroundingOf(stranger.address);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [stranger]);
    else group.push(stranger);
  }
  return [...groups]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([prefix, group]) => ({
      prefix,
      addresses: group
        .map(({ address }) => address)
        .sort()
        .slice(0, NAMED),
      ...homeOf(prefix, group, topology),
      flows: group.reduce((sum, { flows }) => sum + flows, 0),
      first: formatEpoch(group.reduce((least, { first }) => (first < least ? first : least), group[0]?.first ?? 0n)),
      last: formatEpoch(group.reduce((most, { last }) => (last > most ? last : most), group[0]?.last ?? 0n)),
    }));
}

type Home = Pick<SuggestedHome, 'area' | 'vlan' | 'segment' | 'basis' | 'text'>;

/** From the strongest evidence to the weakest. */
function homeOf(prefix: string, group: readonly Stranger[], topology: Topology): Home {
  const arp = commonest(group.flatMap(({ arpVlans }) => arpVlans.map(String)));
  const own = commonest(group.flatMap(({ vlans }) => vlans.slice(0, 1)));
  const gateway = commonest(group.flatMap(({ gateways }) => gateways));
  const neighbour = topology.segments.find(
    (segment) => segment.prefix !== null && surroundingOf(formatAddress(segment.prefix.address)) === prefix,
  );
  if (arp !== null && areaOf(arp, topology) !== null) return onVlan(arp, 'arp', topology);
  if (own !== null && areaOf(own, topology) !== null) return onVlan(own, 'vlan', topology);
  if (gateway !== null) return behindGateway(gateway, own, topology);
  if (neighbour !== undefined)
    return {
      area: neighbour.zone,
      vlan: neighbour.vlan,
      segment: neighbour.name,
      basis: 'same-24',
      text: {
        ja: '同じ/24に宣言されたセグメントがある（ほかの手掛かりはない）',
        en: 'a segment is declared in the same /24 (nothing else tells)',
      },
    };
  const vlan = arp ?? own;
  return {
    area: null,
    vlan: vlan === null ? null : Number(vlan.split('.').at(-1)),
    segment: null,
    basis: 'none',
    text: {
      ja: vlan === null ? '手掛かりがない（中継された後のフレームだけが見える）' : `宣言のないVLAN ${vlan} で送信した`,
      en:
        vlan === null
          ? 'nothing tells (only forwarded frames were seen)'
          : `sent on VLAN ${vlan}, which is not declared`,
    },
  };
}

function onVlan(vlan: string, basis: 'arp' | 'vlan', topology: Topology): Home {
  const number = declaredIn(vlan, topology);
  const area = areaOf(vlan, topology);
  const segment = topology.segments.find((candidate) => candidate.vlan === number);
  const how: Text =
    basis === 'arp'
      ? { ja: `VLAN ${vlan} のARPで自らを名乗った`, en: `announced itself by ARP on VLAN ${vlan}` }
      : { ja: `VLAN ${vlan} で自らのカードから送信した`, en: `sent from a card of its own on VLAN ${vlan}` };
  return { area, vlan: number, segment: segment?.name ?? null, basis, text: how };
}

function behindGateway(gateway: string, own: string | null, topology: Topology): Home {
  const [name = '', zone = ''] = gateway.split('/');
  const leg = topology.gateways.find((one) => one.name === name)?.legs.find((one) => one.zone === zone);
  return {
    area: leg?.zone ?? null,
    vlan: own === null ? (leg?.vlan ?? null) : Number(own.split('.').at(-1)),
    segment: null,
    basis: 'gateway',
    text: {
      ja: `登録されたゲートウェイ ${name}（${AREA_NAMES[leg?.zone ?? 'unassigned'].ja}の脚）に向けて送信した`,
      en: `sent to the registered gateway ${name}, to its leg in the ${AREA_NAMES[leg?.zone ?? 'unassigned'].en}`,
    },
  };
}

function areaOf(vlan: string, topology: Topology): Zone | Realm | null {
  const number = declaredIn(vlan, topology);
  return number === null ? null : topology.areaOfVlan(number);
}

/** Of stacked tags the outermost that is declared (domain.md 2.2). */
function declaredIn(vlan: string, topology: Topology): number | null {
  return (
    vlan
      .split('.')
      .map(Number)
      .find((number) => topology.areaOfVlan(number) !== null) ?? null
  );
}

/** The commonest value, the smallest of equals. */
function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
  return first?.[0] ?? null;
}

function surroundingOf(text: string): string {
  const address = parseAddress(text);
  if (address === undefined) return text;
  return address.family === 4
    ? `${formatIpv4((address.w0 & 0xffff_ff00) >>> 0)}/24`
    : `${formatIpv6(address.w0, address.w1, 0, 0)}/64`;
}
