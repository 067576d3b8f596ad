import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const macPin: Rule = {
  check: '05',
  titles: {
    A: { ja: '特定通信のMACアドレス不一致', en: 'MAC pin mismatch on specified communication' },
    I: { ja: '無害化機器のMACアドレス不一致', en: 'MAC pin mismatch on a sanitizer or VDI host' },
  },
  trigger: {
    ja: '許可通信の端として登録された機器のIPアドレスが、その機器の所属VLANで、登録と異なるMACアドレスから送信された。',
    en: "In its home VLAN, the address of a conduit's registered host is sent from another MAC address than the registered one.",
  },
  severities: { A: 'high', I: 'medium' },
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
  awaits: AWAITS.layerTwo,
};
