import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

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
  awaits: AWAITS.layerTwo,
};
