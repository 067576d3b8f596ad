import type { Rule } from '../../model/rule.js';
import { grade } from '../findings/grade.js';
import { protocolDifference } from '../terms/registered-protocol.js';
import { flat } from '../findings/severity.js';

/** A conduit permits a purpose; another protocol on its port is another purpose (domain.md G-MN-2). */
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
      ja: '採取の途中から始まる通信、切り詰められた通信では判定しない。サーバーが先に話すプロトコルは双方向を見て判定する。',
      en: 'Not judged for flows seen from the middle or cut off; where the server speaks first, both directions are looked at.',
    },
    {
      ja: '独自方式はappProtocolをopaqueと登録する。STARTTLSは元のプロトコルとみなす。',
      en: 'Register proprietary tools as opaque. STARTTLS counts as the protocol in which it is said.',
    },
  ],
  limits: [{ ja: '暗号化された中身のプロトコルは分からない。', en: 'What runs inside encryption stays unknown.' }],
  remedy: {
    ja: '通信している製品を特定し、登録と用途を確認する。',
    en: 'Identify the product that communicates; check register and purpose.',
  },
  basis: 'flow',
  judge(observation) {
    const { facts, clause } = observation;
    const difference = clause === 'U' ? null : protocolDifference(observation);
    if (difference === null || facts === null) return null;
    const { registered, seen } = difference;
    return {
      ...grade(observation, {
        clause,
        lead: {
          ja: `許可通信のアプリケーションプロトコルは${registered}と登録されているが、${facts.protocol === null ? 'そのいずれでもない先頭バイト' : `${seen}の先頭バイト`}が観測された。`,
          en: `The conduit is registered for ${registered}; the first bytes are those of ${facts.protocol === null ? 'no protocol of that kind' : seen}.`,
        },
        scale: flat('high'),
        reasons: [difference.reason],
      }),
      indicators: [{ field: 'first-bytes', value: seen }],
      frames: facts.firstBytes.filter((frame) => frame !== null),
    };
  },
};
