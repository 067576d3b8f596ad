import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const routedPath: Rule = {
  check: '13',
  titles: {
    A: { ja: '領域間の経路の存在', en: 'Routed path between zones' },
    I: { ja: '領域間の経路の存在', en: 'Routed path between zones' },
  },
  trigger: {
    ja: '同じパケットが二つの領域の採取点でTTLの異なる形で観測され、中継した機器が登録されたゲートウェイでない。または領域をまたぐICMPの時間超過が観測された。',
    en: 'The same packet at points of two zones with another TTL, forwarded by a device that is no registered gateway; or an ICMP time-exceeded across zones.',
  },
  severities: { A: 'critical', I: 'critical' },
  traps: [
    {
      ja: 'NAT、オフロードによる結合、シーケンス番号の書換え、ミラーの重複に注意する。登録された無害化装置も中継してはならない。',
      en: 'Mind NAT, offload merging, rewritten sequence numbers, mirror copies. Registered sanitizers must not forward either.',
    },
  ],
  limits: [{ ja: '境界の両側を採取していないと判定できない。', en: 'Needs captures on both sides of the boundary.' }],
  remedy: { ja: '中継した機器を特定して経路を閉じる。', en: 'Identify the forwarding device and close the path.' },
  basis: 'sighting',
  awaits: AWAITS.paths,
};
