import type { Rule } from '../../model/rule.js';

/** Judged at the end of the run: a scan is a property of many flows (scan-detection.ts). */
export const probingLgwan: Rule = {
  check: '69',
  titles: { U: { ja: 'LGWAN系への探索', en: 'Probing toward the LGWAN zone' } },
  trigger: {
    ja: 'インターネット接続系の一つの機器が、60秒以内に20以上の異なる宛先（アドレスとポートの組）へ、LGWAN接続系に向けて許可のない通信を試みた。',
    en: 'One host of the Internet zone tried twenty or more distinct pairs of address and port in the LGWAN zone within 60 seconds, with no conduit.',
  },
  severities: { U: 'medium blocked only / high otherwise' },
  traps: [
    {
      ja: '資産管理や脆弱性検査の機器は、許可通信として登録する。',
      en: 'Asset management and vulnerability scanners are registered as conduits.',
    },
  ],
  limits: [
    { ja: '60秒・20件より遅い探索は現れない。', en: 'Slower probing than 20 in 60 seconds does not show.' },
    { ja: '個々の通信は規則01〜09などでも示される。', en: 'The single flows also appear under their own rules.' },
  ],
  remedy: {
    ja: '発信元の機器を隔離し、感染や不正利用の有無を調べる。',
    en: 'Isolate the source; look for infection or misuse.',
  },
  basis: 'coverage',
};
