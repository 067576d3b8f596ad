import type { Rule, SightingJudgement } from '../../model/rule.js';
import type { Sighting } from '../../model/sighting.js';
import type { Topology } from '../../model/topology.js';
import { ZONES } from '../../model/place.js';
import { clauseOf } from '../terms/crossing.js';
import { endAt, groupBy, isZone, ofKinds } from '../terms/sighted.js';
import { AREA_NAMES } from '../wording.js';

export const sharedSwitch: Rule = {
  check: '14',
  titles: {
    A: { ja: 'スイッチの物理共用の兆候', en: 'Sign of a shared physical switch' },
    I: { ja: 'スイッチの物理共用の兆候', en: 'Sign of a shared physical switch' },
  },
  trigger: {
    ja: '二つの領域の採取点で、LLDPのシャーシID、CDPの機器ID、またはBPDUのブリッジMACが同じであった。',
    en: 'The same LLDP chassis id, CDP device id or BPDU bridge address at points of two zones.',
  },
  severities: { A: 'info', I: 'info' },
  traps: [
    { ja: 'スタックや仮想シャーシは一つの機器に見える。', en: 'Stacks and virtual chassis look like one device.' },
  ],
  limits: [
    {
      ja: '違反ではない。論理分離が承認された設計であることがある。',
      en: 'No breach: logical separation may be the accepted design.',
    },
  ],
  remedy: { ja: '設計書の分離方式と一致するか確認する。', en: 'Compare with the design document.' },
  basis: 'sighting',
  judgeSightings(sightings, topology) {
    const said = ofKinds(sightings, 'lldp', 'cdp', 'spanning-tree').filter(({ area }) => isZone(area));
    return groupBy(said, ({ detail }) => detail ?? '').flatMap((group) => judgeSwitch(group, topology));
  },
};

function judgeSwitch(group: readonly Sighting[], topology: Topology): readonly SightingJudgement[] {
  const zones = ZONES.filter((zone) => group.some(({ area }) => area === zone));
  const [inner, outer] = zones;
  const name = group[0]?.detail ?? null;
  if (inner === undefined || outer === undefined || name === null) return [];
  const points = [...new Set(group.map(({ point }) => point ?? '?'))].sort();
  return [
    {
      clause: clauseOf(inner, outer),
      verdict: 'observation',
      severity: 'info',
      summary: {
        ja: `同じスイッチの識別子（${name}）が、${zones.map((zone) => AREA_NAMES[zone].ja).join('と')}の採取点（${points.join('、')}）で観測された。`,
        en: `The same switch (${name}) was seen at points of ${zones.map((zone) => AREA_NAMES[zone].en).join(' and ')}: ${points.join(', ')}.`,
      },
      reasons: [...new Set(group.map(({ kind }) => kind))].sort(),
      subject: [name, ...zones],
      from: endAt(null, group[0]?.mac ?? null, topology),
      to: endAt(null, null, topology),
      sightings: group,
    },
  ];
}
