import type { Text } from '../../base/text.js';
import type { Rule } from '../../model/rule.js';
import { grade } from '../findings/grade.js';
import { excessOf, type ScreenExcess } from '../terms/screen-session.js';
import { SCREEN } from '../terms/thresholds.js';
import { describeFlow } from '../wording.js';

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
  judge(observation) {
    const { conduit, clause, from, directionKnown } = observation;
    if (conduit.permitted?.kind !== 'screenTransfer' || clause === 'U' || !directionKnown) return null;
    // A gateway carries the sessions of many in one connection.
    if (from.place.isGatewayLeg) return null;
    const excess = excessOf(observation);
    if (excess.length === 0) return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause,
      verdict: 'suspected',
      severity: 'medium',
      lead: {
        ja: `画面転送（${what.ja}）の通信量が、操作だけでは説明できない（${excess.map((one) => EXCESS[one].ja).join('、')}）。`,
        en: `The volume of a screen session (${what.en}) is more than input explains (${excess.map((one) => EXCESS[one].en).join(', ')}).`,
      },
      reasons: excess.map((one) => `screen-${one}`),
    });
  },
};

const MB = 1_000_000;
const EXCESS: Readonly<Record<ScreenExcess, Text>> = {
  'session-bytes': {
    ja: `端末からの通信量が一回の接続で${SCREEN.sessionBytes / MB}MBを超えた`,
    en: `more than ${SCREEN.sessionBytes / MB} MB from the terminal in one session`,
  },
  'input-rate': {
    ja: `端末から毎秒${SCREEN.bytesPerSecond / 1000}kBを超える通信が${SCREEN.rateSeconds}秒続いた`,
    en: `more than ${SCREEN.bytesPerSecond / 1000} kB/s from the terminal for ${SCREEN.rateSeconds} seconds`,
  },
  'unasked-output': {
    ja: `入力のないまま${SCREEN.unaskedSeconds}秒を超えて${SCREEN.unaskedBytes / MB}MBを超える通信が端末へ送られ、接続が終わった`,
    en: `more than ${SCREEN.unaskedBytes / MB} MB to the terminal for more than ${SCREEN.unaskedSeconds} seconds without input, then the end`,
  },
};
