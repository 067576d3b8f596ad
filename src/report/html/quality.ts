import type { Text } from '../../base/text.js';
import type { QualityEntry, ScanReport } from '../../model/report.js';
import { boundaryName } from '../words/boundary-name.js';
import { formatCount } from '../words/numbers.js';
import { qualityValue } from '../words/quality-value.js';
import { WORDS } from '../words/words.js';
import { markup, type Markup } from './markup.js';
import { both, textOf, type Paper } from './paper.js';
import { CLOSE_SECTION, facts, heading, openSection, paragraph } from './section.js';
import { table } from './table.js';

function pointName(paper: Paper, point: string | null): Markup {
  return point === null ? paper.say({ ja: '（名前なし）', en: '(unnamed)' }) : markup`${point}`;
}

function counts(paper: Paper, values: Readonly<Record<string, number>>): Markup {
  const entries = Object.entries(values).filter(([, count]) => count !== 0);
  if (entries.length === 0) return paper.say({ ja: 'なし', en: 'none' });
  return markup`${entries.map(([name, count], index) => markup`${index === 0 ? '' : ', '}${name} ${formatCount(count)}`)}`;
}

/** Points of which the same is said become one row, and so do all of which there is nothing to say. */
function grouped(entries: readonly QualityEntry[]): readonly (readonly [QualityEntry, ...QualityEntry[]])[] {
  const groups = new Map<string, [QualityEntry, ...QualityEntry[]]>();
  for (const entry of entries) {
    const key = `${entry.check} ${entry.effect} ${entry.effect === 'none' ? '' : entry.message.ja}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

function valuesText(group: readonly [QualityEntry, ...QualityEntry[]]): Text {
  const numbers = group.map(({ value }) => value).filter((value) => typeof value === 'number');
  const at = (value: number): Text => qualityValue({ ...group[0], value });
  const inOne = (lang: keyof Text): string => {
    const values = [...new Set(group.map((entry) => qualityValue(entry)[lang]))];
    return values.length >= 3 && numbers.length === group.length
      ? `${at(Math.min(...numbers))[lang]} – ${at(Math.max(...numbers))[lang]}`
      : values.join(', ');
  };
  return { ja: inOne('ja'), en: inOne('en') };
}

/** How good the captures were, and what they could have shown at all. */
export function quality(paper: Paper, report: ScanReport): Markup {
  const { coverage, statistics } = report;
  return markup`${openSection(paper, 'quality')}${table(paper, {
    caption: { ja: '採取品質の検査', en: 'Checks of capture quality' },
    style: 'quality',
    columns: [
      { head: { ja: '検査', en: 'Check' } },
      { head: { ja: '採取点', en: 'Point' } },
      { head: { ja: '値', en: 'Value' }, style: 'number' },
      { head: { ja: '判定への影響', en: 'Effect' } },
      { head: { ja: '説明', en: 'Explanation' }, style: 'wide' },
    ],
    rows: grouped(report.quality).map((group) => [
      markup`${group[0].check} ${group[0].check in WORDS.qualityCheck ? paper.say(textOf(WORDS.qualityCheck, group[0].check)) : markup``}`,
      group.map(({ point }) => point ?? '').join(' '),
      paper.say(valuesText(group)),
      markup`<span class="effect e-${group[0].effect}">${paper.say(WORDS.qualityEffect[group[0].effect])}</span>`,
      group.every(({ message }) => message.ja === group[0].message.ja) ? paper.say(group[0].message) : '',
    ]),
  })}${facts(paper, [
    [{ ja: 'IP以外のフレーム', en: 'Frames without IP' }, counts(paper, statistics.nonIp)],
    [{ ja: '解析上の異常', en: 'Decoding anomalies' }, counts(paper, statistics.anomalies)],
    [{ ja: '到達した上限', en: 'Limits reached' }, counts(paper, statistics.limitsReached)],
    [{ ja: '除いた重複', en: 'Duplicates taken out' }, formatCount(statistics.duplicates)],
  ])}${table(paper, {
    caption: { ja: '境界の観測', en: 'Boundaries, and what was seen of them' },
    columns: [
      { head: { ja: '境界', en: 'Boundary' } },
      { head: { ja: '両側の採取点（パケット数）', en: 'Capture points on its sides (packets)' }, style: 'wide' },
      { head: { ja: '観測', en: 'Observed' } },
    ],
    rows: coverage.boundaries.map(({ gateway, sides, result }) => [
      paper.say(boundaryName({ gateway, sides })),
      markup`<ul class="plain">${sides.map(
        (side) =>
          markup`<li>${paper.say(textOf(WORDS.shortArea, side.zone))}: ${side.packets === 0 ? paper.say({ ja: '採取なし', en: 'not captured' }) : markup`${side.points.join(', ')} ${formatCount(side.packets)}`}</li>`,
      )}</ul>`,
      markup`<span class="boundary b-${result}">${paper.say(WORDS.boundaryResult[result])}</span>`,
    ]),
  })}${table(paper, {
    caption: { ja: '採取点ごとの観測', en: 'What was seen at each capture point' },
    columns: [
      { head: { ja: '採取点', en: 'Point' } },
      { head: { ja: 'パケット', en: 'Packets' }, style: 'number' },
      { head: { ja: '期間', en: 'Period' } },
      { head: { ja: '見えたVLAN', en: 'VLANs seen' }, style: 'wide' },
    ],
    rows: coverage.points.map(({ point, declared, packets, first, last, vlans }) => [
      markup`${pointName(paper, point)}${declared || point === null ? markup`` : paper.say({ ja: '（構成定義にない）', en: ' (not in the topology)' })}`,
      formatCount(packets),
      paper.say(paper.span(first, last)),
      vlans.join(', '),
    ]),
  })}${table(paper, {
    caption: { ja: '登録機器の観測', en: 'Declared hosts that were seen' },
    columns: [
      { head: { ja: '領域', en: 'Zone' }, style: 'wide' },
      { head: { ja: '登録', en: 'Declared' }, style: 'number' },
      { head: { ja: '観測', en: 'Seen' }, style: 'number' },
      { head: { ja: '未観測', en: 'Not seen' }, style: 'number' },
    ],
    rows: coverage.zones.map(({ zone, hostsDeclared, hostsSeen, hostsUnseen }) => [
      paper.say(textOf(WORDS.area, zone)),
      formatCount(hostsDeclared),
      formatCount(hostsSeen),
      formatCount(hostsUnseen),
    ]),
  })}${
    coverage.notChecked.length === 0
      ? markup``
      : markup`${heading(paper, { ja: 'まだ確認していない規則', en: 'Rules not yet checked' })}${paragraph(paper, {
          ja: '次の規則はこの版では確認していない。検出事項がないことは、問題がないことを意味しない。',
          en: 'This version does not check the following rules. Their silence is no pass.',
        })}${table(paper, {
          caption: { ja: '未確認の規則', en: 'Rules not checked' },
          columns: [
            { head: { ja: '規則', en: 'Rule' } },
            { head: { ja: '題名', en: 'Title' }, style: 'wide' },
            { head: { ja: '理由', en: 'Why' }, style: 'wide' },
          ],
          rows: coverage.notChecked.map(({ rule, title, why }) => [rule, paper.say(title), paper.say(why)]),
        })}`
  }${positiveControl(paper, report)}${CLOSE_SECTION}`;
}

/** With `check --prove`: whether the analysis would have found what it did not find. */
function positiveControl(paper: Paper, { proof }: ScanReport): Markup {
  if (proof === undefined) return markup``;
  const { counts, rows, blindVlans } = proof;
  const gaps = rows.filter(({ outcome, twin }) => outcome === 'missed' || twin === 'alarm');
  return markup`${heading(paper, { ja: '分析の陽性対照（sansou prove）', en: 'Positive control of the analysis (sansou prove)' })}${paragraph(
    paper,
    both((lang) =>
      lang === 'ja'
        ? `この構成に模擬の違反を植え、実際の判定にかけた。検出 ${counts.caught}、見逃し ${counts.missed}、判定不能 ${counts.undetermined}、誤警報 ${counts.falseAlarms}。${blindVlans.length === 0 ? '' : `採取点のないVLAN：${blindVlans.map(({ vlan }) => vlan).join(', ')}。`}`
        : `Violations were planted in this topology and judged for real: ${counts.caught} caught, ${counts.missed} missed, ${counts.undetermined} undetermined, ${counts.falseAlarms} false alarms.${blindVlans.length === 0 ? '' : ` VLANs without a capture point: ${blindVlans.map(({ vlan }) => vlan).join(', ')}.`}`,
    ),
  )}${table(paper, {
    caption: { ja: '見逃す違反と誤警報', en: 'What would be missed, and false alarms' },
    columns: [
      { head: { ja: '規則', en: 'Rule' } },
      { head: { ja: '題名', en: 'Title' }, style: 'wide' },
      { head: { ja: '開始側', en: 'From' } },
      { head: { ja: '応答側', en: 'To' } },
      { head: { ja: '理由', en: 'Why' }, style: 'wide' },
    ],
    rows: gaps.map(({ rule, title, from, to, outcome, reason }) => [
      rule,
      paper.say(title),
      from === null ? '' : paper.say(WORDS.shortArea[from]),
      to === null ? '' : paper.say(WORDS.shortArea[to]),
      reason === null
        ? paper.say(outcome === 'missed' ? { ja: '見逃し', en: 'missed' } : { ja: '誤警報', en: 'false alarm' })
        : paper.say(reason.text),
    ]),
  })}`;
}

/** What of the article no packet shows, and which other evidence would (domain.md 4). */
export function limits(paper: Paper, { coverage }: ScanReport): Markup {
  return markup`${openSection(paper, 'limits')}${table(paper, {
    caption: {
      ja: 'パケットでは確認できない事項と、確認のための他の証拠',
      en: 'What packets cannot verify, and which other evidence would',
    },
    columns: [
      { head: { ja: '条項', en: 'Clause' } },
      { head: { ja: '条文の語', en: 'Words of the article' } },
      { head: { ja: '確認のための他の証拠', en: 'Other evidence that would settle it' }, style: 'wide' },
    ],
    rows: coverage.notVerifiable.map(({ clause, words, otherEvidence }) => [
      paper.say(WORDS.clause[clause]),
      paper.say(words),
      paper.say(otherEvidence),
    ]),
  })}${CLOSE_SECTION}`;
}

/** The statements that every report carries (domain.md 4.1). */
export function statements(paper: Paper, report: ScanReport): Markup {
  return markup`${openSection(paper, 'statements')}<ol class="statements">${report.statements.map(
    (statement) => markup`<li>${paper.say(statement)}</li>`,
  )}</ol>
${CLOSE_SECTION}`;
}

/** What was judged, file by file, so that the report can be repeated. */
export function evidence(paper: Paper, { inputs, tool }: ScanReport): Markup {
  const { captures, topology } = inputs;
  const problems = [...captures.flatMap((capture) => capture.problems), ...topology.warnings];
  return markup`${openSection(paper, 'evidence')}${table(paper, {
    caption: both((lang) => (lang === 'ja' ? `採取ファイル（${captures.length}）` : `Captures (${captures.length})`)),
    columns: [
      { head: { ja: 'ファイル', en: 'File' } },
      { head: { ja: '採取点', en: 'Point' } },
      { head: { ja: 'SHA-256', en: 'SHA-256' }, style: 'wide' },
      { head: { ja: 'パケット', en: 'Packets' }, style: 'number' },
      { head: { ja: 'バイト', en: 'Bytes' }, style: 'number' },
      { head: { ja: '期間', en: 'Period' } },
      { head: { ja: '形式', en: 'Format' } },
      { head: { ja: '読み取り', en: 'Read' } },
    ],
    rows: captures.map((capture) => [
      capture.files === undefined ? capture.file : markup`${capture.file}<br>${paper.say(filesIn(capture.files))}`,
      capture.point ?? '',
      capture.sha256 === null
        ? paper.say({ ja: '計算していない', en: 'not computed' })
        : markup`<code>${capture.sha256}</code>`,
      formatCount(capture.packets),
      formatCount(capture.bytes),
      paper.say(paper.span(capture.first, capture.last)),
      [capture.format, ...capture.linkTypes].join(' '),
      paper.say(capture.complete ? { ja: '末尾まで', en: 'to the end' } : { ja: '途中まで', en: 'in part' }),
    ]),
  })}${facts(paper, [
    [{ ja: '構成定義ファイル', en: 'Topology' }, markup`${topology.file}<br><code>SHA-256 ${topology.sha256}</code>`],
    [{ ja: 'ツール', en: 'Tool' }, markup`${tool.name} ${tool.version}<br><code>SHA-256 ${tool.rules}</code>`],
  ])}${table(paper, {
    caption: { ja: '入力についての注意', en: 'Remarks about the inputs' },
    columns: [
      { head: { ja: '種別', en: 'Code' } },
      { head: { ja: '場所', en: 'Where' } },
      { head: { ja: '内容', en: 'What' }, style: 'wide' },
    ],
    rows: problems.map((problem) => [
      problem.code,
      [
        problem.file ?? '',
        problem.line === undefined ? '' : `${problem.line}:${problem.column ?? 1}`,
        problem.field ?? '',
      ]
        .filter((part) => part !== '')
        .join(' '),
      markup`${paper.say(problem.message)}${problem.remedy === undefined ? markup`` : markup`<br>${paper.say(problem.remedy)}`}`,
    ]),
  })}${CLOSE_SECTION}`;
}

/** Whole files of a run without end that nothing cites are listed together. */
function filesIn(count: number): Text {
  return { ja: `${formatCount(count)} ファイル`, en: `${formatCount(count)} files` };
}
