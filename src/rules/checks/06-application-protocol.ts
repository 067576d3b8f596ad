import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const applicationProtocol: Rule = {
  check: '06',
  titles: {
    A: { ja: 'アプリケーションプロトコル不一致', en: 'Application protocol differs from registered' },
    I: { ja: 'アプリケーションプロトコル不一致', en: 'Application protocol mismatch' },
  },
  trigger: {
    ja: '許可通信のポートで、登録（appProtocol）と異なるアプリケーションプロトコルの先頭バイトが観測された。',
    en: "On a conduit's port the first bytes are those of another application protocol than the registered one.",
  },
  severities: { A: 'high', I: 'high' },
  traps: [
    {
      ja: '途中からの観測、サーバーが先に話すプロトコル、STARTTLS、独自方式（opaqueと登録する）に注意する。',
      en: 'Mind flows seen from the middle, server-first protocols, STARTTLS, and proprietary tools (register them as opaque).',
    },
  ],
  limits: [{ ja: '暗号化された中身のプロトコルは分からない。', en: 'What runs inside encryption stays unknown.' }],
  remedy: {
    ja: '通信している製品を特定し、登録と用途を確認する。',
    en: 'Identify the product that communicates; check register and purpose.',
  },
  basis: 'flow',
  awaits: AWAITS.content,
};
