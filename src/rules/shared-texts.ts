import type { Text } from '../base/text.js';

/** What the checks of a later version need before they can speak (architecture.md: silence is not a verdict). */
export const AWAITS = {
  content: {
    ja: 'この版は通信の内容（ペイロード）を検査しない。内容を検査する版で確認できる。',
    en: 'This version does not inspect content (payload); a later one will.',
  },
  names: {
    ja: 'この版は通信先の名前（SNI、CONNECT、DNS応答など）を読み取らない。名前を読み取る版で確認できる。',
    en: 'This version does not read destination names (SNI, CONNECT, DNS answers); a later one will.',
  },
  layerTwo: {
    ja: 'この版は第2層の情報（ARP、MACアドレスとIPアドレスの対応、制御フレームなど）を判定に用いない。第2層を判定する版で確認できる。',
    en: 'This version does not judge layer 2 (ARP, which MAC address carries which IP address, control frames); a later one will.',
  },
  paths: {
    ja: 'この版は同じパケットや通信内容を複数の採取点の間で対応付けない。経路を判定する版で確認できる。',
    en: 'This version does not match packets or contents between capture points; a later one will.',
  },
  patterns: {
    ja: 'この版は周期性や失敗の集中など、時間をまたぐ通信の型を判定しない。今後の版で確認できる。',
    en: 'This version does not judge patterns over time (periodic contacts, bursts of failures); a later one will.',
  },
  telemetry: {
    ja: 'この版は監視機器（sensors、collectors）の通信の有無を集計しない。今後の版で確認できる。',
    en: 'This version does not tally the traffic of sensors and collectors; a later one will.',
  },
} as const satisfies Record<string, Text>;

/** Limits that several checks share. */
export const LIMIT = {
  passive: {
    ja: '採取期間に使われなかった経路や、採取していない回線の通信は現れない。指摘がないことは、通信できないことの証明ではない。',
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
    ja: '許可は構成定義ファイルの記載による。正当な通信でも記載がなければ指摘となり、記載の承認が適切かどうかは判定できない。',
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
