import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const steppingStone: Rule = {
  check: '40',
  titles: {
    A: { ja: '踏み台中継の疑い', en: 'Stepping stone suspected' },
    I: { ja: '踏み台中継の疑い', en: 'Stepping stone suspected' },
  },
  trigger: {
    ja: '中継として登録のない機器を挟む二つの通信が、時間的に重なり、内容または通信量の変化が一致した。',
    en: 'Two flows through a host that is no registered relay overlap in time and agree in content or in volume over time.',
  },
  severities: { A: 'high suspected', I: 'high suspected' },
  traps: [
    {
      ja: '監視、プロキシ、負荷分散装置、認証サーバー、バックアップに注意する。',
      en: 'Mind pollers, proxies, load balancers, directory servers, backup.',
    },
  ],
  limits: [
    {
      ja: '疑いにとどまり、これだけで違反とはしない。区間ごとの越境は他の規則で示される。',
      en: 'A suspicion, never a violation by itself; the crossings of each leg appear under other rules.',
    },
  ],
  remedy: { ja: '中継した機器の利用者と処理を調べる。', en: 'Examine who and what used the relaying host.' },
  basis: 'flow',
  awaits: AWAITS.paths,
};
