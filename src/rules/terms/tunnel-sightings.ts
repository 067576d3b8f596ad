import type { Text } from '../../base/text.js';
import type { Severity, Verdict } from '../../model/report.js';
import type { SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { clauseOf } from './crossing.js';
import { areaOfAddress, clauseOfZone, endAt, gatewaysAt, groupBy, isZone, ofKinds } from './sighted.js';
import { AREA_NAMES } from '../wording.js';

/** they look up for others: behind them stands the one who asked */
const LOOKS_UP_FOR_OTHERS: readonly string[] = ['resolver', 'mail', 'proxy'];

/** Check 20 where no single flow shows the tunnel: frames that carry frames, and data hidden in names or echoes. */
export function judgeTunnelSightings(sightings: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const named = groupBy(ofKinds(sightings, 'names-as-data'), ({ address, detail }) => `${address} ${detail}`);
  const echoes = groupBy(ofKinds(sightings, 'echo-data'), ({ address, peer }) => `${address} ${peer}`);
  const frames = ofKinds(sightings, 'pppoe-session', 'pppoe-discovery', 'mpls', 'macsec').filter(
    // of the Internet zone, check 61 tells PPPoE
    ({ kind, area }) => isZone(area) && (area !== 'internet' || kind === 'mpls' || kind === 'macsec'),
  );
  const wires = groupBy(frames, ({ kind, vlan, point, area }) =>
    JSON.stringify([LAYERS[kind]?.name, vlan ?? point, area]),
  );
  return [
    ...named.flatMap((group) => judgeNames(group, topology)),
    ...echoes.flatMap((group) => judgeEchoes(group, topology)),
    ...wires.flatMap((group) => judgeFrames(group, topology)),
  ];
}

/** No application needs names like these; that they carry data is not proven. */
function judgeNames(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || first.address === null || !isZone(first.area)) return [];
  const domain = first.detail ?? '';
  const isForOthers = topology.place(first.address).roles.some((role) => LOOKS_UP_FOR_OTHERS.includes(role));
  const behind: Text = isForOthers
    ? {
        ja: 'この機器は他の機器に代わって名前解決をするため、元の機器はその先にある。',
        en: ' It looks up for others: who really asked stands behind it.',
      }
    : { ja: '', en: '' };
  return [
    {
      clause: clauseOfZone(first.area),
      verdict: 'suspected',
      severity: 'high',
      summary: {
        ja: `${AREA_NAMES[first.area].ja}の機器が、${domain} の下の長い名前を1分間に50を超えて名前解決し、応答を得た。DNSに隠したトンネルの疑いがある。${behind.ja}`,
        en: `A host of ${AREA_NAMES[first.area].en} looked up more than 50 long names below ${domain} within a minute and had answers: perhaps a tunnel hidden in DNS.${behind.en}`,
      },
      reasons: ['tunnel-dns-by-names', isForOthers ? 'looks-up-for-others' : 'not-resolver'],
      subject: ['dns', first.address, domain],
      indicators: [{ field: 'dns-question', value: domain }],
      from: endAt(first.address, null, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}

/** `ping` repeats one pattern: content that changes is content. */
function judgeEchoes(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  const there = areaOfAddress(first.peer, topology);
  const clause = clauseOf(first.area, there);
  return [
    {
      clause,
      verdict: 'suspected',
      severity: clause === 'U' ? 'medium' : 'high',
      summary: {
        ja: `${AREA_NAMES[first.area].ja}の機器と${AREA_NAMES[there].ja}の相手との間で、128バイトを超えるICMPエコーの内容が10分以内に20通り以上に変わった。エコーに隠したトンネルの疑いがある。`,
        en: `Between a host of ${AREA_NAMES[first.area].en} and ${AREA_NAMES[there].en} the content of ICMP echoes of more than 128 bytes changed 20 times and more within ten minutes: perhaps a tunnel hidden in echoes.`,
      },
      reasons: ['tunnel-icmp-by-content', 'time-stamp-left-out'],
      subject: ['echo', first.address, first.peer],
      from: endAt(first.address, null, topology),
      to: endAt(first.peer, null, topology),
      sightings: group,
    },
  ];
}

const LAYERS: Readonly<
  Record<string, { readonly name: string; readonly verdict: Verdict; readonly severity: Severity }>
> = {
  'pppoe-session': { name: 'PPPoE', verdict: 'violation', severity: 'critical' },
  'pppoe-discovery': { name: 'PPPoE', verdict: 'suspected', severity: 'high' },
  mpls: { name: 'MPLS', verdict: 'suspected', severity: 'high' },
  macsec: { name: 'MACsec', verdict: 'undetermined', severity: 'medium' },
};

/** Frames that carry others across a wire of a zone: a way in or out that stands on no drawing, or one that hides what passes. */
function judgeFrames(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const [first] = group;
  if (first === undefined || !isZone(first.area)) return [];
  // the registered line's own
  if (group.some(({ mac, peer }) => [mac, peer].some((card) => gatewaysAt(card, topology).length > 0))) return [];
  const worst = LAYERS[group.some(({ kind }) => kind === 'pppoe-session') ? 'pppoe-session' : first.kind];
  if (worst === undefined) return [];
  const where = first.vlan === null ? (first.point ?? '?') : `VLAN ${first.vlan}`;
  const here = AREA_NAMES[first.area];
  const macs = [...new Set(group.map(({ mac }) => mac ?? '?'))].sort();
  const says: Text =
    worst.name === 'MACsec'
      ? {
          ja: '中身は暗号化されており、何が通っているかを判定できない。',
          en: 'It is encrypted: what passes there cannot be told.',
        }
      : {
          ja: '登録のない機器が、フレームの中に他の通信を通している。',
          en: 'Devices that are no registered gateways carry other flows inside.',
        };
  return [
    {
      clause: clauseOfZone(first.area),
      verdict: worst.verdict,
      severity: first.area === 'internet' && worst.name === 'MPLS' ? 'medium' : worst.severity,
      summary: {
        ja: `${here.ja}の${where}で${worst.name}のフレームが観測された（${macs.join('、')}）。${says.ja}`,
        en: `Frames of ${worst.name} run on ${where} (${here.en}; ${macs.join(', ')}). ${says.en}`,
      },
      reasons: [`tunnel-${worst.name.toLowerCase()}-by-frames`, 'mac-is-no-gateway'],
      subject: [worst.name, where],
      from: endAt(null, macs[0] ?? null, topology),
      to: endAt(null, macs[1] ?? first.peer, topology),
      sightings: group,
    },
  ];
}
