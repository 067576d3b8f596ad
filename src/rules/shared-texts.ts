import type { Text } from '../base/text.js';

/** Limits that several checks share. */
export const LIMIT = {
  passive: {
    ja: '採取期間に使われなかった経路や、採取していない回線の通信は現れない。検出事項がないことは、通信できないことの証明ではない。',
    en: 'A path that nobody used, or a line that is not mirrored, does not show. No finding is no proof that communication is impossible.',
  },
  ports: {
    ja: 'サービスは、先頭バイトが採取されていれば内容から、それ以外はポート番号から推定する（理由コードに示す）。暗号化され、別のポートを使う同種の通信は現れない。',
    en: 'The service is told by the first bytes where they were captured, else inferred from the port (the reason code says which); the same service encrypted on another port does not show.',
  },
  direction: {
    ja: '採取の途中から始まる通信では接続を開始した側が分からないことがあり、その場合は判定不能とする。',
    en: 'For a flow that began before the capture the opener may be unknown; then the answer is undetermined.',
  },
  register: {
    ja: '許可は構成定義ファイルの記載による。正当な通信でも記載がなければ検出事項となり、記載の承認が適切かどうかは判定できない。',
    en: 'What is permitted is what the topology file registers: a legitimate flow without an entry is found, and whether an approval was proper cannot be judged.',
  },
} as const satisfies Record<string, Text>;

/** Traps of domain.md 2.6 that the flow rules mind. */
export const TRAP = {
  gatewayLeg: {
    ja: '自領域側のゲートウェイ自身との通信、同報、ミラー自身のトンネルは領域をまたぐ通信としない。',
    en: "Flows with the zone's own gateway leg, broadcasts and the mirror's own tunnel are no crossing.",
  },
  icmpError: {
    ja: 'ICMPのエラー通知は元の通信に帰属させ、別の通信として数えない。',
    en: 'An ICMP error belongs to the flow that it quotes and is not counted as a flow.',
  },
  duplicates: {
    ja: 'ミラーの重複と再送は一つの通信にまとめる。',
    en: 'Copies made by the mirror and retransmissions are one flow.',
  },
} as const satisfies Record<string, Text>;

/** Severities as text for the catalogue where domain.md says "def". */
export const DEFAULT_SEVERITIES = {
  A: 'critical / high / medium',
  I: 'critical / high / medium',
  U: 'high / high / low',
} as const;
