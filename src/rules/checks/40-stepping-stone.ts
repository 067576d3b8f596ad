import type { Rule } from '../../model/rule.js';

export const steppingStone: Rule = {
  check: '40',
  titles: {
    A: { ja: '踏み台中継の疑い', en: 'Stepping stone suspected' },
    I: { ja: '踏み台中継の疑い', en: 'Stepping stone suspected' },
  },
  trigger: {
    ja: '中継として登録のない機器を挟む二つの通信が、時間的に重なり、内容または通信量の変化が一致した。二つの領域に別々のアドレスをもつ機器も、一台と分かれば対象とする（登録、同じMACアドレス、同じ名前など）。',
    en: 'Two flows through a host that is no registered relay overlap in time and agree in content or in volume over time. A host with an address of its own in each zone counts as one where the register, its card or its names say so.',
  },
  severities: { A: 'high suspected', I: 'high suspected' },
  traps: [
    {
      ja: '登録されたゲートウェイと、役割がproxy、mail、resolver、vdiの機器は中継として扱い、対象としない。監視や定時処理のように同じ機器から出る通信は、入る通信がないため対象とならない。',
      en: 'Registered gateways and hosts with the role proxy, mail, resolver or vdi are relays and do not count. Pollers and timed jobs open flows of their own: no flow comes in that goes alike.',
    },
    {
      ja: '同じ手順の最初の電文は中継がなくても一致するため、一致として数えるのは二個以上か、最初の電文より後のものとする。両方の通信が許可されている場合は四個以上を要する。',
      en: 'Openings of a protocol are equal without any relay: two equal segments count, or one behind the opening; four where both flows are permitted.',
    },
  ],
  limits: [
    {
      ja: '二つの領域に別々のアドレスをもつ機器の中継は、それが一台と分かってから（または分かる5秒前から）の通信に限り調べる。MACアドレスは、ルーターを経ていないパケットのものに限る。',
      en: 'Through a host with an address in each zone only what begins once it is known to be one host, or five seconds before, is compared. Cards count on packets that no router has sent on.',
    },
    {
      ja: 'しきい値は本製品の設計値であり、根拠となる基準はない（開始の差5秒、重なり80％、1秒ごとの通信量の相関0.9・20秒以上、または内容の一致）。',
      en: 'The thresholds are ours; no standard gives them (begins within 5 s, 80 % overlap, bytes per second with r ≥ 0.9 over 20 s or more, or equal contents).',
    },
    {
      ja: '暗号化し直す中継や、時間をずらす中継は、内容では分からない。領域の中から始まり、許可された通信で外へ出る中継は、越境の通信が先に現れないため対象としない。',
      en: 'A relay that encrypts anew, or that waits, does not show by content. One that begins inside its own zone and leaves by a permitted conduit is not looked for: no crossing precedes it.',
    },
    {
      ja: '疑いにとどまり、これだけで違反とはしない。区間ごとの越境は他の規則で示される。',
      en: 'A suspicion, never a violation by itself; the crossings of each leg appear under other rules.',
    },
  ],
  remedy: { ja: '中継した機器の利用者と処理を調べる。', en: 'Examine who and what used the relaying host.' },
  basis: 'coverage',
};
