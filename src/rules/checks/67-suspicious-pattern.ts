import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { badListOf } from '../names/bad-list.js';
import { grade } from '../findings/grade.js';
import { MemberList } from '../names/member-list.js';
import { endAt, ofKinds } from '../terms/sighted.js';

/** Look-ups and searches are sighted while reading; regular contacts are judged at the end (regular-contacts.ts). */
export const suspiciousPattern: Rule = {
  check: '67',
  titles: { U: { ja: '不審な通信の兆候', en: 'Suspicious pattern' } },
  trigger: {
    ja: 'インターネット接続系の一つの機器による、許可通信に登録のないインターネットの同じ宛先への一定間隔の接続（直接またはプロキシを通じて20回以上、間隔の変動係数0.1未満）、存在しない名前（NXDOMAIN）の集中（10分以内に異なる名前50件以上）、または領域内の探索（60秒以内に、応答のない宛先アドレスとポートの組20以上）。または、構成定義ファイルのbadListに記載されたアドレス・名前への通信（SNI、Host、CONNECTなどとDNSの問合せを含む）。',
    en: 'One host of the Internet zone calls the same unregistered destination of the Internet at equal distances, itself or through a proxy (20 times or more, coefficient of variation below 0.1), is told of 50 or more different names within ten minutes that they do not exist, or tries within 60 seconds 20 or more pairs of address and port in its zone that do not answer. Or it calls an address or a name that stands on the `badList` of the topology (SNI, Host, CONNECT and the like, and questions to DNS).',
  },
  severities: { U: 'medium suspected' },
  traps: [
    {
      ja: 'プロキシの先の同じ宛先へ6台以上の機器がそれぞれ一定間隔で接続するときは、共通のプログラムとみて一つの所見とする。',
      en: 'More than five hosts that call one destination behind a proxy alike have a program in common: one observation.',
    },
    {
      ja: '許可通信に一致する通信、時刻同期、接続確認、sensors・collectorsに登録した監視機器は規則的でも数えない。更新確認なども、許可通信に登録すれば除かれる。',
      en: 'What a conduit permits, time service, connectivity probes and the monitoring declared as sensors or collectors does not count, however regular. Update checks are left out once they are registered.',
    },
    {
      ja: 'リゾルバ、メール、プロキシの役割をもつ機器の名前解決、同じ名前の繰返し、逆引き、ドットのない名前、自団体のドメインの下の名前は数えない。',
      en: 'Look-ups by hosts with the role resolver, mail or proxy, repeated names, reverse look-ups, names without a dot and names below `domains` do not count.',
    },
    {
      ja: '応答のあった宛先と、近隣探索・mDNS・LLMNR・SSDPのような相手を決めない問合せは探索に数えない。UDPは応答がないのが普通の用途があるため数えない。監視機器と資産管理の走査は、sensorsに登録すれば除かれる。',
      en: 'Destinations that answered are no search, nor is what asks nobody in particular (neighbour discovery, mDNS, LLMNR, SSDP), and UDP, which often expects no answer, does not count. Scans by monitoring and asset management are left out once declared as sensors.',
    },
  ],
  limits: [
    {
      ja: '監視機能の有無や有効性については何も示さない。兆候であり、正当な自動処理のこともある。',
      en: 'It says nothing of whether monitoring exists or works. It is a sign, and may be a legitimate program at work.',
    },
    {
      ja: '1本の接続の中の繰返し、間隔を揺らした通信は現れない。IPv6ではリンクローカルアドレスの探索を数えない。badListの記載がなければ照合は行わない。',
      en: 'What repeats inside one connection, and what varies its distances, does not show. Over IPv6 searches among link-local addresses are not counted. Nothing is compared without a `badList`.',
    },
  ],
  remedy: { ja: '該当端末を調査する。', en: 'Examine the host.' },
  basis: 'sighting',
  judge(observation, topology) {
    if (observation.from.place.area !== 'internet') return null;
    const hit = badListOf(topology).hit(observation);
    if (hit === null || observation.flow.mirrorTransport || observation.flow.errorsOnly) return null;
    return {
      ...grade(observation, {
        clause: 'U',
        ...(observation.flow.outcome === 'blocked' ? {} : { verdict: 'suspected', severity: 'medium' }),
        lead: {
          ja: `インターネット接続系の機器が、不審な宛先の一覧（badList）にある ${hit.entry} への通信を試みた。`,
          en: `A host of the Internet zone called ${hit.entry}, which stands on the list of bad destinations (badList).`,
        },
        reasons: [hit.indicator === null ? 'bad-list-address' : 'bad-list-name'],
      }),
      ...(hit.indicator === null ? {} : { indicators: [hit.indicator] }),
    };
  },
  judgeSightings(sightings, topology) {
    const monitors = new MemberList([...topology.sensors, ...topology.collectors], topology);
    return ofKinds(sightings, 'failed-lookups', 'search')
      .filter(({ address }) => address !== null && monitors.entryOf(address) === null)
      .map((sighting) => judge(sighting, topology));
  },
};

function judge(sighting: Sighting, topology: Topology): SightingJudgement {
  const { kind, address, mac } = sighting;
  const isLookup = kind === 'failed-lookups';
  return {
    clause: 'U',
    verdict: 'suspected',
    severity: 'medium',
    summary: isLookup
      ? {
          ja: 'インターネット接続系の機器が、10分以内に50以上の異なる名前を尋ね、いずれも存在しないと応答された。不正プログラムが接続先を探すときに現れる。',
          en: 'A host of the Internet zone asked within ten minutes for 50 or more different names, none of which exists: so malware looks for its master.',
        }
      : {
          ja: 'インターネット接続系の機器が、60秒以内に領域内の20以上の宛先（アドレスとポートの組）を試み、いずれも応答しなかった。',
          en: 'A host of the Internet zone tried within 60 seconds 20 or more destinations (pairs of address and port) of its zone, none of which took the call.',
        },
    reasons: isLookup
      ? ['names-not-existing-50-in-600-seconds', 'not-resolver', 'not-monitoring']
      : ['search-20-in-60-seconds', 'not-monitoring'],
    subject: [kind, address],
    from: endAt(address, mac, topology),
    to: { zone: isLookup ? null : 'internet', address: null, host: null, mac: null },
    sightings: [sighting],
  };
}
