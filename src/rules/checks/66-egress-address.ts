import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const egressAddress: Rule = {
  check: '66',
  titles: { U: { ja: '出口アドレス不一致', en: 'Egress address not registered' } },
  trigger: {
    ja: 'アドレス変換の外側の採取点で、登録のない送信元アドレスがインターネットへ送信した。',
    en: 'At a point outside address translation an unregistered source address sends to the Internet.',
  },
  severities: { U: 'high' },
  traps: [{ ja: 'アドレス変換の内側の採取点では判定しない。', en: 'Not judged at points inside the translation.' }],
  limits: [{ ja: '変換の外側を採取していることが必要である。', en: 'Needs a point outside the translation.' }],
  remedy: {
    ja: '出口アドレスの登録と変換規則を確認する。',
    en: 'Check the registered egress addresses and the translation rules.',
  },
  basis: 'sighting',
  awaits: AWAITS.layerTwo,
};
