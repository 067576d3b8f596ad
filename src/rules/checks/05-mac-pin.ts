import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import type { Clause, Place } from '../../model/place.js';
import { endAt, groupBy, ofKinds } from '../terms/sighted.js';

export const macPin: Rule = {
  check: '05',
  titles: {
    A: { ja: '特定通信のMACアドレス不一致', en: 'MAC pin mismatch on specified communication' },
    I: { ja: '無害化機器のMACアドレス不一致', en: 'MAC pin mismatch on a sanitizer or VDI host' },
  },
  trigger: {
    ja: 'MACアドレスを登録した機器のIPアドレスが、その機器の所属VLANで、登録と異なるMACアドレスから送信された。交互に現れるときは違反の疑い、入れ替わっただけのときは所見（変更管理の確認）とする。',
    en: 'In its home VLAN, the address of a host with registered MAC addresses is sent from another one. In turn with the registered one: suspected; merely exchanged: an observation (check the change record).',
  },
  severities: { A: 'high / medium', I: 'medium' },
  traps: [
    {
      ja: '照合は所属VLANの採取点に限る（一度中継されると送信元MACは中継機器のものになる）。機器交換、チーミング、ドッキングステーション、仮想マシンの移動に注意する。',
      en: "Compared only at a point in the host's own VLAN (after a hop the MAC is the router's). Mind replaced cards, teaming, docking stations, moved virtual machines.",
    },
  ],
  limits: [
    {
      ja: 'MACアドレスは書き換えられる。一致は本人性の証明ではない。',
      en: 'A MAC address can be forged; a match proves no identity.',
    },
  ],
  remedy: {
    ja: '機器の変更記録を確認し、登録を改めるか、なりすましの有無を調べる。',
    en: 'Check the change record: correct the register, or look for impersonation.',
  },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    return groupBy(ofKinds(sightings, 'pinned'), ({ address }) => address ?? '').flatMap((group) =>
      judgeHost(group, topology),
    );
  },
};

/** Boxes of the Internet zone that take part in 無害化通信 count for イ. */
const SANITIZING: readonly string[] = ['sanitizer', 'handover', 'vdi'];

function clauseOfHost({ area, roles }: Place): Clause | null {
  if (area === 'mynumber') return 'A';
  if (area === 'lgwan') return 'I';
  return area === 'internet' && roles.some((role) => SANITIZING.includes(role)) ? 'I' : null;
}

function judgeHost(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const address = group[0]?.address ?? null;
  if (address === null) return [];
  const place = topology.place(address);
  const clause = clauseOfHost(place);
  const isRight = ({ mac }: Sighting): boolean => mac !== null && place.macs.includes(mac);
  const wrong = group.filter((sighting) => !isRight(sighting));
  if (clause === null || wrong.length === 0) return [];
  // taking turns is more than an exchange: one card still sends after the other began, and the reverse
  const alternates = wrong.some((x) =>
    group.some((y) => y.mac !== x.mac && x.first < y.last && y.first < x.last && (isRight(y) || x !== y)),
  );
  const macs = [...new Set(wrong.map(({ mac }) => mac ?? ''))].sort();
  const seen = macs.join(', ');
  return [
    {
      clause,
      verdict: alternates ? 'suspected' : 'observation',
      severity: alternates && clause === 'A' ? 'high' : 'medium',
      summary: alternates
        ? {
            ja: `所属VLANで、登録されたMACアドレス（${place.macs.join('、')}）と異なる ${macs.join('、')} が、同じIPアドレスから交互に送信した。`,
            en: `In its home VLAN the address is sent from ${seen} in turn with another card; registered: ${place.macs.join(', ')}.`,
          }
        : {
            ja: `所属VLANで、登録されたMACアドレス（${place.macs.join('、')}）と異なる ${macs.join('、')} から送信した。機器の交換であれば変更管理の記録を確認する。`,
            en: `In its home VLAN the address is sent from ${seen}; registered: ${place.macs.join(', ')}. If the card was replaced, check the change record.`,
          },
      reasons: [alternates ? 'mac-alternates' : 'mac-changed', 'home-vlan'],
      subject: [address, ...macs],
      from: endAt(address, macs[0] ?? null, topology),
      to: endAt(null, null, topology),
      sightings: [...wrong, ...group.filter(isRight)],
    },
  ];
}
