import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const screenVolume: Rule = {
  check: '33',
  titles: {
    A: { ja: '画面転送の通信量', en: 'Screen session volume' },
    I: { ja: '画面転送の通信量', en: 'Screen session volume' },
  },
  trigger: {
    ja: '画面転送の一回の接続で、端末からサーバーへの通信量が、操作だけでは説明できない大きさになった。',
    en: 'In one screen session the bytes from client to server exceed what input alone explains.',
  },
  severities: { A: 'medium suspected', I: 'medium suspected' },
  traps: [
    {
      ja: '音声・映像、大きな貼付け、印刷、複数利用者の多重化に注意する。',
      en: 'Mind audio and video, large pastes, printing, multiplexed sessions.',
    },
  ],
  limits: [
    {
      ja: 'しきい値は本製品の設計値であり、根拠となる基準はない。',
      en: 'The thresholds are ours; no standard gives them.',
    },
  ],
  remedy: { ja: '接続の記録と利用者の操作を照合する。', en: 'Compare the session log with what the user did.' },
  basis: 'flow',
  awaits: AWAITS.patterns,
};
