import { describeDuration } from '../../base/duration.js';
import type { QualityEntry } from '../../model/report.js';
import { entry, percent, shareOf } from './quality-entry.js';
import type { QualityInput } from './quality-input.js';
import { AREA_NAMES, capitalize } from '../wording.js';

/** Of the distance between two sightings of one packet, seconds; the window is that of domain.md D-ROUTE. */
const CLOCK = { noteSeconds: 0.1, windowSeconds: 1 } as const;

/** What concerns the whole run: CAP-04, 08, 10, 11, 13 and what befell it. */
export function judgeRun(input: QualityInput): QualityEntry[] {
  return [
    ...judgeClocks(input),
    entry('CAP-08', null, input.opaqueShare, (input.opaqueShare ?? 0) > 0 ? 'note' : 'none', {
      ja:
        input.opaqueShare === null
          ? '領域間の通信が観測されていないため、暗号化率は示せない。'
          : `領域間の通信のうち内容を読めないものは、バイト数の${percent(input.opaqueShare)}。内容を条件とする規則はその残りだけを検査した。`,
      en:
        input.opaqueShare === null
          ? 'Nothing crossed between areas: there is no share of encrypted traffic to state.'
          : `Of the bytes that crossed areas, ${percent(input.opaqueShare)} cannot be read; rules about content inspected only the rest.`,
    }),
    ...input.incompleteFiles.map(({ file, point }) =>
      entry('CAP-10', point, file, 'undetermined', {
        ja: `採取ファイル「${file}」は最後まで読めなかった。読めた範囲だけを判定した。`,
        en: `The capture file "${file}" could not be read to its end; what could be read was judged.`,
      }),
    ),
    ...judgeCoverage(input),
    judgeTranslation(input.undeclaredNat),
    ...judgeMishaps(input),
  ];
}

/** CAP-04 between points: what two of them saw of the same datagrams tells how their clocks differ. */
function judgeClocks({ clockOffsetSeconds, clockPairs = [] }: QualityInput): QualityEntry[] {
  if (clockOffsetSeconds === null || clockPairs.length === 0) {
    return [
      entry('CAP-04', null, null, 'none', {
        ja: '二つの採取点で同じパケットが観測されていないため、採取点の間の時刻のずれは測定できない。',
        en: 'No packet was seen at two points: the offset between their clocks cannot be measured.',
      }),
    ];
  }
  return clockPairs.map(({ points: [first, second], seconds, samples }) => {
    const isWide = Math.abs(seconds) > CLOCK.windowSeconds;
    const value = Math.round(seconds * 1e6) / 1e6;
    const offset = describeDuration(value);
    return entry('CAP-04', null, value, Math.abs(seconds) > CLOCK.noteSeconds ? 'note' : 'none', {
      ja: `採取点 ${first ?? '（名前なし）'} に対する ${second ?? '（名前なし）'} の時刻のずれは、同じパケット${samples}組の中央値で${offset.ja}（転送時間を含む）。${isWide ? '同じパケットとみなす時間の幅をこの分だけ広げた。広げる前に観測されたものは別のパケットとして数えている。' : ''}`,
      en: `The clock at ${second ?? '(unnamed)'} is ${offset.en} from that at ${first ?? '(unnamed)'}: median of ${samples} packets seen at both, the way between them included.${isWide ? ' The window for copies was widened by as much; what came before was counted as packets of their own.' : ''}`,
    });
  });
}

/** CAP-11, the sampling statement: what share of the register was met. */
function judgeCoverage({ coverage }: QualityInput): QualityEntry[] {
  const used = coverage.conduits.filter(({ flows }) => flows > 0).length;
  const whole = coverage.boundaries.filter(({ result }) => result === 'observed').length;
  return [
    ...coverage.zones.map(({ zone, hostsDeclared, hostsSeen, hostsUnseen }) => {
      const name = AREA_NAMES[zone];
      return entry('CAP-11', null, shareOf(hostsDeclared - hostsUnseen, hostsDeclared), 'none', {
        ja: `${name.ja}：登録${hostsDeclared}台のうち観測されたものは${hostsDeclared - hostsUnseen}台（観測された機器は${hostsSeen}台）。`,
        en: `${capitalize(name.en)}: ${hostsDeclared - hostsUnseen} of ${hostsDeclared} declared hosts were seen (${hostsSeen} hosts seen in all).`,
      });
    }),
    entry('CAP-11', null, shareOf(used, coverage.conduits.length), 'none', {
      ja: `登録された許可通信${coverage.conduits.length}件のうち、使用が観測されたものは${used}件。`,
      en: `${used} of ${coverage.conduits.length} registered conduits were used.`,
    }),
    entry(
      'CAP-11',
      null,
      shareOf(whole, coverage.boundaries.length),
      whole < coverage.boundaries.length ? 'note' : 'none',
      {
        ja: `境界${coverage.boundaries.length}か所のうち、両側を採取したものは${whole}か所。`,
        en: `${whole} of ${coverage.boundaries.length} boundaries were captured on both sides.`,
      },
    ),
  ];
}

/** What befell the run itself. */
function judgeMishaps(input: QualityInput): QualityEntry[] {
  const differences = input.crossCheckDifferences;
  return [
    ...(input.interrupted
      ? [
          entry('RUN-INTERRUPTED', null, null, 'undetermined', {
            ja: '実行が中断された。それまでに読めた範囲だけを判定した。',
            en: 'The run was interrupted; what had been read until then was judged.',
          }),
        ]
      : []),
    ...Object.entries(input.limitsReached)
      .filter(([, count]) => count > 0)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([limit, count]) =>
        entry('RUN-LIMIT', null, count, 'undetermined', {
          ja: `処理の上限（${limit}）に達し、${count}件が判定に含まれないか、まとめて扱われた。`,
          en: `A limit (${limit}) was reached: ${count} item(s) were left out or taken together.`,
        }),
      ),
    ...(differences === null
      ? []
      : [
          entry('RUN-CROSS-CHECK', null, differences, differences > 0 ? 'undetermined' : 'none', {
            ja:
              differences > 0
                ? `二つの読取り部の結果に${differences}件の相違がある。`
                : '二つの読取り部の結果は一致した。',
            en: differences > 0 ? `The two readers differ in ${differences} point(s).` : 'The two readers agree.',
          }),
        ]),
    ...input.rulesFailed.map(({ check, flows, message }) =>
      entry('RUN-RULE-FAILED', null, check, 'undetermined', {
        ja: `規則${check}が${flows}件の通信で異常終了した（${message}）。この規則の判定は得られていない。`,
        en: `Rule ${check} failed on ${flows} flow(s) (${message}): it gave no judgement there.`,
      }),
    ),
  ];
}

function judgeTranslation(seen: readonly string[] | null): QualityEntry {
  if (seen === null) {
    return entry('CAP-13', null, null, 'note', {
      ja: '宣言のないアドレス変換の有無は調べていない。変換があれば、発信元についての主張は限られる。',
      en: 'Undeclared address translation is not looked for; where there is any, claims about origins are limited.',
    });
  }
  return entry('CAP-13', null, seen.length, seen.length > 0 ? 'note' : 'none', {
    ja:
      seen.length > 0
        ? `宣言のないアドレス変換が観測された（${seen.join('、')}）。発信元についての主張は限られる。`
        : '宣言のないアドレス変換は観測されていない。',
    en:
      seen.length > 0
        ? `Undeclared address translation was seen (${seen.join(', ')}): claims about origins are limited.`
        : 'No undeclared address translation was seen.',
  });
}
