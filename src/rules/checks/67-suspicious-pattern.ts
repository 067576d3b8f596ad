import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const suspiciousPattern: Rule = {
  check: '67',
  titles: { U: { ja: '不審な通信の兆候', en: 'Suspicious pattern' } },
  trigger: {
    ja: '規則的な間隔の外部接続、名前解決の失敗の集中、庁内の探索、提供された不審リストとの一致。',
    en: 'Contacts at regular intervals, bursts of failed name look-ups, internal scanning, hits on a supplied list.',
  },
  severities: { U: 'medium suspected' },
  traps: [{ ja: '更新確認や監視の通信も規則的である。', en: 'Update checks and monitoring are regular too.' }],
  limits: [
    {
      ja: '監視機能の有無や有効性については何も示さない。',
      en: 'It says nothing of whether monitoring exists or works.',
    },
  ],
  remedy: { ja: '該当端末を調査する。', en: 'Examine the host.' },
  basis: 'flow',
  awaits: AWAITS.patterns,
};
