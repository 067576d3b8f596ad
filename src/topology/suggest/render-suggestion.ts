import type { Language, Text } from '../../base/text.js';
import { localTime } from '../../base/time.js';
import type {
  SuggestedConduit,
  SuggestedEnd,
  SuggestedHome,
  Suggestion,
  UnsuggestedCrossing,
} from '../../model/suggestion.js';
import { AREA_NAMES } from '../area-names.js';

interface Writing {
  readonly lang: Language;
  readonly timezone: string;
}

/**
 * A fragment of a topology file that a person reviews: conduits, each with what it rests on, and as comments what must
 * not become one. Everything that is not our own word is quoted, and a comment stays on its line.
 */
export function renderSuggestion(suggestion: Suggestion, lang: Language, timezone: string): string {
  const writing = { lang, timezone };
  const { conduits, notSuggested, homes, counts, period, notes } = suggestion;
  const say = (text: Text): string => text[lang];
  const lines = [
    ...comment(
      say({
        ja: '観測された通信からの提案（sansou topology suggest）。そのまま許可とせず、一件ずつ業務上の必要と承認を確かめる。',
        en: 'Proposed from observed traffic (sansou topology suggest). Not a permission: check need and approval of each entry.',
      }),
    ),
    ...comment(
      say({
        ja: `期間 ${span(period, writing)}。${counts.flows}フロー：登録済みまたは登録不要 ${counts.covered}、成立していない ${counts.notEstablished}`,
        en: `Period ${span(period, writing)}. ${counts.flows} flows: ${counts.covered} registered or in need of no conduit, ${counts.notEstablished} not established`,
      }),
    ),
    ...(counts.refused > 0
      ? comment(
          say({
            ja: `上限に達したため ${counts.refused} 件は数えていない（base/limits.ts）`,
            en: `${counts.refused} found no room and are left out (base/limits.ts)`,
          }),
        )
      : []),
    ...notes.flatMap((note) => comment(say(note))),
    '',
    conduits.length === 0 ? 'conduits: []' : 'conduits:',
    ...conduits.flatMap((conduit) => conduitLines(conduit, writing)),
    ...section(
      notSuggested,
      say({
        ja: '提案しない通信（許可できない、または人が決める必要がある）',
        en: 'Not proposed: forbidden, or for a person to decide',
      }),
      (one) => crossingLines(one, writing),
    ),
    ...section(
      homes,
      say({
        ja: 'どの領域にもないアドレスと、推定される所属',
        en: 'Addresses in no zone, and where they most likely belong',
      }),
      (one) => homeLines(one, writing),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section<T>(items: readonly T[], heading: string, render: (item: T) => readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', ...comment(`--- ${heading} ---`), ...items.flatMap(render)];
}

const GRADES: Readonly<Record<SuggestedConduit['grade'], Text>> = {
  high: { ja: '高', en: 'high' },
  medium: { ja: '中', en: 'medium' },
  low: { ja: '低（開始側は推定）', en: 'low (the opener is inferred)' },
};

function conduitLines(conduit: SuggestedConduit, writing: Writing): readonly string[] {
  const { lang } = writing;
  const { id, title, kind, from, to, protocol, ports, via, flows, grade, basis, nearest } = conduit;
  const note = (text: Text): readonly string[] => comment(text[lang], '  ');
  const widened = from.widened;
  return [
    '',
    ...note({
      ja: `${flows}フロー、${span(conduit, writing)}、確からしさ: ${GRADES[grade].ja}`,
      en: `${flows} flow(s), ${span(conduit, writing)}, coverage: ${GRADES[grade].en}`,
    }),
    ...note(basis),
    ...(widened === null
      ? []
      : note({
          ja: `from はセグメント全体に広げた。観測された開始側は ${widened} アドレス`,
          en: `from was widened to the whole segment; ${widened} addresses were seen to open it`,
        })),
    ...(nearest === null
      ? []
      : note({
          ja: `両端は許可通信 ${nearest.conduit} と一致し、${nearest.failed} が異なる。そちらを改めるべきかを検討する`,
          en: `its ends are those of conduit ${nearest.conduit}, which differs in ${nearest.failed}: perhaps change that one`,
        })),
    `  - id: ${quote(id)}`,
    `    title: ${quote(titleIn(lang, title))}`,
    `    kind: ${kind}`,
    `    from: ${endText(from)}`,
    `    to: ${endText(to)}`,
    `    protocol: ${protocol}`,
    ...(ports.length === 0 ? [] : [`    ports: [${ports.join(', ')}]`]),
    '    initiator: from',
    ...(via.length === 0 ? [] : [`    via: [${via.map(quote).join(', ')}]`]),
    ...comment(
      lang === 'ja'
        ? '承認を得てから書く: approval: { number: , by: , date: , validUntil: }、basis:、appProtocol:'
        : 'to be written once approved: approval: { number: , by: , date: , validUntil: }, basis:, appProtocol:',
      '    ',
    ),
  ];
}

/** `mynumber → lgwan tcp/445` with the areas as people call them; a person writes a better one anyway. */
function titleIn(lang: Language, title: string): string {
  const names: Readonly<Record<string, Text>> = AREA_NAMES;
  const area = (code: string): string => (Object.hasOwn(names, code) ? (names[code]?.[lang] ?? code) : code);
  return title.replace(/^([a-z-]+) → ([a-z-]+) /, (_, from: string, to: string) => `${area(from)} → ${area(to)} `);
}

function endText({ hosts, prefixes }: SuggestedEnd): string {
  const parts = [
    ...(hosts.length === 0 ? [] : [`hosts: [${hosts.map(quote).join(', ')}]`]),
    ...(prefixes.length === 0 ? [] : [`prefixes: [${prefixes.map(quote).join(', ')}]`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** Why it is not suggested. */
const WHY: Readonly<Record<UnsuggestedCrossing['why'], Text>> = {
  forbidden: { ja: '許可できない', en: 'forbidden' },
  'needs-decision': { ja: '要判断', en: 'needs decision' },
  'outside-terms': { ja: '登録の条件外', en: 'outside terms' },
  'opener-unknown': { ja: '開始側が不明', en: 'opener unknown' },
  protocol: { ja: 'プロトコル', en: 'protocol' },
  'many-ports': { ja: 'ポートが多い', en: 'many ports' },
  tunnel: { ja: 'トンネル', en: 'tunnel' },
};

const PROTOCOLS: Readonly<Record<number, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmp6', 132: 'sctp' };

function crossingLines(one: UnsuggestedCrossing, writing: Writing): readonly string[] {
  const { initiator, responder, proto, ports, flows, areas, text, why } = one;
  const [from, to] = areas.map((area) => AREA_NAMES[area][writing.lang]);
  const protocol = PROTOCOLS[proto] ?? `proto ${proto}`;
  const service = ports.length === 0 ? protocol : `${protocol}/${portsText(ports)}`;
  const count = writing.lang === 'ja' ? `${flows}フロー` : `${flows} flow(s)`;
  return [
    ...comment(
      `[${WHY[why][writing.lang]}] ${initiator} (${from ?? ''}) -> ${responder} (${to ?? ''}) ${service}, ${count}, ${span(one, writing)}`,
    ),
    ...comment(`  ${text[writing.lang]}`),
  ];
}

/** ports shown of a crossing; the JSON form has them all */
const PORTS_SHOWN = 16;

function portsText(ports: readonly number[]): string {
  const shown = ports.slice(0, PORTS_SHOWN).join(',');
  return ports.length > PORTS_SHOWN ? `${shown},… (${ports.length})` : shown;
}

const ADDRESSES_SHOWN = 8;

function homeLines(home: SuggestedHome, { lang, timezone }: Writing): readonly string[] {
  const { prefix, addresses, area, vlan, segment, text, flows } = home;
  const where =
    area === null
      ? lang === 'ja'
        ? '不明'
        : 'unknown'
      : `${AREA_NAMES[area][lang]}${vlan === null ? '' : ` VLAN ${vlan}`}${segment === null ? '' : ` (${segment})`}`;
  const shown = addresses.slice(0, ADDRESSES_SHOWN).join(', ');
  const more = addresses.length > ADDRESSES_SHOWN ? ` … (${addresses.length})` : '';
  return comment(
    lang === 'ja'
      ? `${prefix}: ${where}。根拠: ${text.ja}。${shown}${more}、${flows}フロー、${span(home, { lang, timezone })}`
      : `${prefix}: ${where}. Because: ${text.en}. ${shown}${more}, ${flows} flow(s), ${span(home, { lang, timezone })}`,
  );
}

function span(
  { first, last }: { readonly first: string | null; readonly last: string | null },
  writing: Writing,
): string {
  if (first === null || last === null) return '-';
  const [from, to] = [first, last].map((time) => clock(time, writing.timezone));
  return `${from ?? ''} - ${to ?? ''}`;
}

/** `1781481000.123456789` as local time to the second. */
function clock(epoch: string, timezone: string): string {
  const [seconds = '0'] = epoch.split('.');
  const local = localTime(BigInt(seconds) * 1_000_000_000n, timezone);
  return `${local.date} ${local.clock}`;
}

/** JSON strings are YAML; what a terminal or an editor would obey is written as an escape. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** One line that begins with #, whatever is in the text. */
function comment(text: string, indent = ''): readonly string[] {
  // line breaks and control characters would end the comment, marks of direction would reorder it
  const line = text.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, ' ');
  return [`${indent}# ${line}`];
}
