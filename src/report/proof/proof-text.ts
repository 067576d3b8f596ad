import { PROOF_OUTCOMES, type Proof, type ProofOutcome, type ProofRow } from '../../model/proof.js';
import { createPage, type Page } from '../layout/page.js';
import { renderField, renderItems, renderParagraph, renderTable, type Cell } from '../layout/table.js';
import type { ReportOptions } from '../report-options.js';
import { wordOf, WORDS } from '../words/words.js';
import { OUTCOME_PAINT, OUTCOME_WORDS, PROOF_LABELS, TWIN_WORDS, type ProofLabels } from './proof-words.js';

const LABEL_WIDTH = 16;

/** The page of `sansou prove`: the result, what would be missed and why, then every rule with its pairs. */
export function* writeProof(proof: Proof, options: ReportOptions): Generator<string> {
  for (const line of renderProof(createPage(options), proof)) yield `${line}\n`;
}

function* renderProof(page: Page, proof: Proof): Generator<string> {
  const labels = PROOF_LABELS[page.lang];
  const { organization, model, file, sha256 } = proof.topology;
  yield page.paint(page.rule('═', page.columns), 'faint');
  yield `  ${page.paint(labels.title, 'strong')}`;
  yield page.paint(page.rule('═', page.columns), 'faint');
  yield '';
  yield* renderParagraph(page, labels.lead, 2);
  yield '';
  yield* renderField(
    page,
    labels.organization,
    page.show(`${organization} (${wordOf(WORDS.model, model, page.lang)})`),
    2,
    LABEL_WIDTH,
  );
  yield* renderField(page, labels.topology, page.show(`${file}  SHA-256 ${sha256}`), 2, LABEL_WIDTH);
  yield* renderSummary(page, labels, proof);
  yield* renderGaps(page, labels, proof);
  yield* renderAlarms(page, labels, proof);
  yield* renderConduits(page, labels, proof);
  yield* renderReasons(page, labels, labels.doubts, rowsOf(proof, 'undetermined'));
  yield* renderRows(page, labels, proof);
  yield* renderReasons(page, labels, labels.nothing, rowsOf(proof, 'not-applicable'));
}

/** Result, counts, silent rules and blind VLANs: also what the report of `check --prove` shows. */
export function* renderSummary(page: Page, labels: ProofLabels, proof: Proof): Generator<string> {
  const isProven = proof.result === 'proven';
  const sentence = isProven ? labels.proven : labels.gaps;
  yield* renderField(page, labels.result, page.paint(sentence, isProven ? 'good' : 'alarm'), 2, LABEL_WIDTH);
  if (proof.interrupted) yield* renderField(page, '', labels.interrupted, 2, LABEL_WIDTH);
  const counts = PROOF_OUTCOMES.map(
    (outcome) => `${wordOf(OUTCOME_WORDS, outcome, page.lang)} ${labels.ask(proof.counts[outcome])}`,
  );
  const alarms = `${wordOf(TWIN_WORDS, 'alarm', page.lang)} ${labels.ask(proof.counts.falseAlarms)}`;
  yield* renderItems(page, [...counts, alarms], 2, { label: labels.counts, labelWidth: LABEL_WIDTH });
  if (proof.silentRules.length > 0)
    yield* renderField(page, labels.silent, proof.silentRules.map(page.show).join(' '), 2, LABEL_WIDTH);
  if (proof.blindVlans.length > 0) {
    const vlans = proof.blindVlans.map(
      ({ vlan, area, name }) =>
        `${vlan} (${wordOf(WORDS.shortArea, area, page.lang)}${name === null ? '' : ` ${name}`})`,
    );
    yield* renderField(page, labels.blind, page.show(vlans.join(labels.separator)), 2, LABEL_WIDTH);
  }
  for (const note of proof.notes) yield* renderField(page, labels.notes, page.say(note), 2, LABEL_WIDTH);
}

/** Cases that the city could mend, those with one cause together. */
export function* renderGaps(page: Page, labels: ProofLabels, proof: Proof): Generator<string> {
  yield* renderReasons(page, labels, labels.gapsHeading, rowsOf(proof, 'missed'));
}

const rowsOf = (proof: Proof, outcome: ProofOutcome): readonly ProofRow[] =>
  proof.rows.filter((row) => row.outcome === outcome);

/** A reason, and under it the rules and pairs that it is about. */
function* renderReasons(
  page: Page,
  labels: ProofLabels,
  heading: string,
  rows: readonly ProofRow[],
): Generator<string> {
  if (rows.length === 0) return;
  yield* renderHeading(page, heading);
  const byReason = groupBy(rows, ({ reason }) => (reason === null ? '' : page.say(reason.text)));
  for (const [reason, group] of byReason) {
    yield* renderParagraph(page, `- ${reason}`, 2, 2);
    const names = [...groupBy(group, ({ rule }) => rule)].map(([rule, ofRule]) => {
      const pairs = pairsOf(page, labels, ofRule);
      return pairs === labels.everywhere ? page.show(rule) : `${page.show(rule)} (${pairs})`;
    });
    yield* renderParagraph(page, names.join(labels.separator), 6);
  }
}

function* renderAlarms(page: Page, labels: ProofLabels, proof: Proof): Generator<string> {
  const alarming = proof.rows.filter(({ twin }) => twin === 'alarm');
  if (alarming.length === 0) return;
  yield* renderHeading(page, labels.alarms);
  const said = alarming.flatMap((row) =>
    row.falseAlarms.map((alarm) => ({ row, text: `${page.show(alarm.rule)} ${page.say(alarm.summary)}` })),
  );
  for (const [text, rows] of groupBy(said, (one) => one.text)) {
    yield* renderParagraph(page, `- ${text}`, 2, 2);
    yield* renderParagraph(page, [...new Set(rows.map(({ row }) => page.show(row.rule)))].join(' '), 6);
  }
}

function* renderConduits(page: Page, labels: ProofLabels, proof: Proof): Generator<string> {
  const quiet = proof.conduits.filter(({ twin }) => twin === 'quiet').length;
  yield* renderHeading(page, labels.conduits);
  yield* renderParagraph(page, labels.conduitsQuiet(quiet), 2);
  for (const { conduit, title, twin, reason, falseAlarms } of proof.conduits) {
    if (twin === 'quiet') continue;
    const said =
      reason === null ? falseAlarms.map(({ rule, summary }) => `${page.show(rule)} ${page.say(summary)}`) : [];
    const text = reason === null ? said.join(' ') : page.say(reason.text);
    yield* renderParagraph(page, `- ${page.show(conduit)} ${page.show(title)}: ${text}`, 2, 2);
  }
}

/** Every rule has its line; pairs with one outcome share it. */
function* renderRows(page: Page, labels: ProofLabels, proof: Proof): Generator<string> {
  yield* renderHeading(page, labels.table);
  const groups = groupBy(proof.rows, ({ rule, outcome, caughtAs, twin }) =>
    JSON.stringify([rule, outcome, caughtAs, twin]),
  );
  const body = [...groups.values()].map((rows): Cell[] => {
    const [row] = rows as [ProofRow, ...ProofRow[]];
    const outcome = wordOf(OUTCOME_WORDS, row.outcome, page.lang);
    return [
      { text: page.show(row.rule), paint: 'key' },
      page.say(row.title),
      pairsOf(page, labels, rows),
      [
        { text: outcome, paint: OUTCOME_PAINT[row.outcome] },
        ...(row.caughtAs === null ? [] : [{ text: labels.as(page.show(row.caughtAs)), paint: 'faint' as const }]),
      ],
      { text: wordOf(TWIN_WORDS, row.twin, page.lang), paint: row.twin === 'alarm' ? 'alarm' : 'faint' },
    ];
  });
  const heads = [
    { head: labels.rule },
    { head: '', flexible: true },
    { head: labels.pairs, flexible: true },
    { head: labels.outcome },
    { head: labels.twin },
  ];
  yield* renderTable(page, heads, body);
}

function pairsOf(page: Page, labels: ProofLabels, rows: readonly ProofRow[]): string {
  const pairs = rows.map(({ from, to, conduit }) => {
    if (from === null || to === null) return labels.everywhere;
    const [opener, responder] = [from, to].map((area) => wordOf(WORDS.shortArea, area, page.lang));
    return `${opener ?? ''}${labels.arrow}${responder ?? ''}${conduit === null ? '' : ` ${page.show(conduit)}`}`;
  });
  return [...new Set(pairs)].join(labels.separator);
}

function* renderHeading(page: Page, title: string): Generator<string> {
  yield '';
  yield page.paint(title, 'strong');
  yield page.paint(page.rule('─', page.columns), 'faint');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
