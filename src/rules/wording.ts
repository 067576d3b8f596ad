import type { Text } from '../base/text.js';
import type { Outcome } from '../model/flow.js';
import type { Observation } from '../model/observation.js';
import type { Area, Clause } from '../model/place.js';
import type { ConduitField } from '../model/topology.js';

/** Names of areas as the report and the catalogue say them (domain.md 7). */
export const AREA_NAMES: Readonly<Record<Area, Text>> = {
  mynumber: { ja: 'マイナンバー利用事務系', en: 'the My Number zone' },
  lgwan: { ja: 'LGWAN接続系', en: 'the LGWAN zone' },
  internet: { ja: 'インターネット接続系', en: 'the Internet zone' },
  'lgwan-wan': { ja: '総合行政ネットワーク（LGWAN）', en: 'the LGWAN wide area network' },
  'juki-net': { ja: '住基ネット', en: 'the Basic Resident Register Network' },
  govcloud: { ja: 'ガバメントクラウド', en: 'the Government Cloud' },
  'security-cloud': { ja: '自治体情報セキュリティクラウド', en: 'the municipal information security cloud' },
  public: { ja: 'インターネット', en: 'the public Internet' },
  mgmt: { ja: '機器管理用ネットワーク', en: 'the equipment management network' },
  unassigned: { ja: '未登録のアドレス', en: 'an undeclared address' },
  special: { ja: '特殊アドレス', en: 'a multicast or special address' },
};

export const CLAUSE_NAMES: Readonly<Record<Clause, Text>> = {
  A: { ja: 'ア マイナンバー利用事務系', en: 'A (ア) My Number zone' },
  I: { ja: 'イ LGWAN接続系', en: 'I (イ) LGWAN zone' },
  U: { ja: 'ウ インターネット接続系', en: 'U (ウ) Internet zone' },
};

/** What the packets prove, as a sentence (domain.md 2.3). */
export const OUTCOME_SENTENCES: Readonly<Record<Outcome, Text>> = {
  data: { ja: '双方向にデータが流れた。', en: 'Data passed in both directions.' },
  established: { ja: '接続が成立した。', en: 'The connection was established.' },
  reachable: { ja: '相手まで到達しており、経路が開いている。', en: 'The other side was reached: the path is open.' },
  l7Blocked: {
    ja: '経路は開いていたが、アプリケーション層で遮断された。',
    en: 'The path was open; the application layer stopped it.',
  },
  blocked: { ja: '登録された境界機器が遮断した。', en: 'A registered boundary device blocked it.' },
  rejectedUnknown: {
    ja: '拒否の応答があったが、応答した機器を特定できない。',
    en: 'It was refused, by a device that cannot be identified.',
  },
  noAnswer: {
    ja: '応答は観測されなかった（遮断されたか、応答の経路が採取されていない）。',
    en: 'No answer was seen (dropped, or the way back is not mirrored).',
  },
  oneWay: {
    ja: '片方向のデータだけが観測され、成立したかどうかを判定できない。',
    en: 'Data was seen one way only; whether it took place cannot be decided.',
  },
  midstream: {
    ja: '途中からの観測であり、成立を確認できない。',
    en: 'It was seen from the middle; that it took place could not be confirmed.',
  },
  cut: {
    ja: '応答を待つ間に採取が終わったため、判定できない。',
    en: 'The capture ended while an answer could still come; it cannot be decided.',
  },
};

export const FIELD_NAMES: Readonly<Record<ConduitField, Text>> = {
  from: { ja: '始点', en: 'the originating end' },
  to: { ja: '終点', en: 'the destination end' },
  protocol: { ja: 'プロトコル', en: 'the protocol' },
  initiator: { ja: '接続を開始する側', en: 'the side that opens it' },
  ports: { ja: 'ポート番号', en: 'the port' },
  via: { ja: '経由する機器', en: 'the device on the way' },
  validity: { ja: '承認の有効期間', en: 'the period of approval' },
  hours: { ja: '時間帯', en: 'the hours' },
  names: { ja: '宛先の名前', en: 'the name of the destination' },
};

/** `XからYへの通信` / `a flow from X to Y`, or between them while nobody knows who opened it. */
export function describeFlow(observation: Observation): Text {
  const from = AREA_NAMES[observation.from.place.area];
  const to = AREA_NAMES[observation.to.place.area];
  return observation.directionKnown
    ? { ja: `${from.ja}から${to.ja}への通信`, en: `a flow from ${from.en} to ${to.en}` }
    : { ja: `${from.ja}と${to.ja}の間の通信`, en: `a flow between ${from.en} and ${to.en}` };
}

/** Several sentences one after the other. */
export function join(...sentences: readonly (Text | null)[]): Text {
  const kept = sentences.filter((sentence) => sentence !== null);
  return { ja: kept.map((text) => text.ja).join(''), en: kept.map((text) => text.en).join(' ') };
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
