import type { QualityEntry } from '../model/report.js';
import { entry, percent, shareOf } from './quality-entry.js';
import type { QualityInput } from './quality-input.js';

/** What concerns the whole run: CAP-04, 08, 10, 11, 13 and what befell it. */
export function judgeRun(input: QualityInput): QualityEntry[] {
  return [
    entry('CAP-04', null, input.clockOffsetSeconds, 'none', {
      ja:
        input.clockOffsetSeconds === null
          ? '採取点の間の時刻のずれは、この版では測定しない。'
          : `採取点の間の時刻のずれは中央値で${input.clockOffsetSeconds}秒。`,
      en:
        input.clockOffsetSeconds === null
          ? 'Clock offsets between points are not measured in this version.'
          : `Median clock offset between points: ${input.clockOffsetSeconds} s.`,
    }),
    entry('CAP-08', null, input.opaqueShare, 'note', {
      ja:
        input.opaqueShare === null
          ? '暗号化率は測定していない。内容を条件とする規則の網羅性は示せない。'
          : `領域間の通信のうち内容を読めないものは${percent(input.opaqueShare)}。`,
      en:
        input.opaqueShare === null
          ? 'The share of encrypted traffic is not measured: the coverage of content rules cannot be told.'
          : `Content that cannot be read, of what crossed areas: ${percent(input.opaqueShare)}.`,
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

/** CAP-11, the sampling statement: what share of the register was met. */
function judgeCoverage({ coverage }: QualityInput): QualityEntry[] {
  const used = coverage.conduits.filter(({ flows }) => flows > 0).length;
  const whole = coverage.boundaries.filter(({ result }) => result === 'observed').length;
  return [
    ...coverage.zones.map(({ zone, hostsDeclared, hostsSeen, hostsUnseen }) =>
      entry('CAP-11', null, shareOf(hostsDeclared - hostsUnseen, hostsDeclared), 'none', {
        ja: `${zone}：登録${hostsDeclared}台のうち観測されたものは${hostsDeclared - hostsUnseen}台（観測された機器は${hostsSeen}台）。`,
        en: `${zone}: ${hostsDeclared - hostsUnseen} of ${hostsDeclared} declared hosts were seen (${hostsSeen} hosts seen in all).`,
      }),
    ),
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
