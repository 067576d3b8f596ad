import { createHash } from 'node:crypto';
import type { Language, Text } from '../base/text.js';
import type { Clause } from '../model/place.js';
import type { Rule } from '../model/rule.js';
import { clausesOf, ruleIdOf, RULES } from './registry.js';
import { CLAUSE_NAMES } from './wording.js';

export const CATALOGUE_FORMATS = ['text', 'json', 'md'] as const;
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number];

/** One rule of one clause, as the catalogue shows it. */
export interface CatalogueEntry {
  readonly rule: string;
  readonly clause: Clause;
  readonly check: string;
  readonly title: Text;
  readonly severity: string;
  readonly trigger: Text;
  readonly traps: readonly Text[];
  readonly limits: readonly Text[];
  readonly remedy: Text;
  /** what this version still lacks to check it; null: it is checked */
  readonly awaits: Text | null;
}

/** By clause, then by check number. */
export function catalogueEntries(): readonly CatalogueEntry[] {
  return RULES.flatMap((rule) => clausesOf(rule).map((clause) => entryOf(rule, clause))).sort((x, y) =>
    x.rule < y.rule ? -1 : x.rule > y.rule ? 1 : 0,
  );
}

/**
 * @param id `A8-3-A-01`, `A-01` or the check number `01` alone (all its clauses); in any case of letters
 * @returns empty when no rule is named so
 */
export function findCatalogueEntries(id: string): readonly CatalogueEntry[] {
  const wanted = id.toUpperCase();
  return catalogueEntries().filter(
    ({ rule, check }) => rule === wanted || rule === `A8-3-${wanted}` || check === wanted,
  );
}

/** The catalogue, or what `id` names of it; `undefined` when it names nothing. */
export function renderCatalogue(format: CatalogueFormat, lang: Language, id?: string): string | undefined {
  const entries = id === undefined ? catalogueEntries() : findCatalogueEntries(id);
  if (entries.length === 0) return undefined;
  switch (format) {
    case 'json':
      return `${JSON.stringify(entries, null, 2)}\n`;
    case 'md':
      return renderMarkdown(entries, lang);
    case 'text':
      return id === undefined ? renderList(entries, lang) : entries.map((entry) => renderEntry(entry, lang)).join('\n');
  }
}

/** SHA-256 of everything that the catalogue says: the report names with it the rules that judged. */
export function rulesDigest(): string {
  digest ??= createHash('sha256').update(JSON.stringify(catalogueEntries())).digest('hex');
  return digest;
}

let digest: string | undefined;

function entryOf(rule: Rule, clause: Clause): CatalogueEntry {
  return {
    rule: ruleIdOf(rule, clause),
    clause,
    check: rule.check,
    title: rule.titles[clause] ?? { ja: '', en: '' },
    severity: rule.severities[clause] ?? '',
    trigger: rule.trigger,
    traps: rule.traps,
    limits: rule.limits,
    remedy: rule.remedy,
    awaits: rule.awaits ?? null,
  };
}

const LABELS = {
  severity: { ja: '重大度', en: 'Severity' },
  trigger: { ja: '検出条件', en: 'Trigger' },
  traps: { ja: '誤検知への配慮', en: 'False positives minded' },
  limits: { ja: '限界', en: 'Limits' },
  remedy: { ja: '対応', en: 'Remedy' },
  awaits: { ja: 'まだ確認しない', en: 'Not checked yet' },
} as const satisfies Record<string, Text>;

function renderList(entries: readonly CatalogueEntry[], lang: Language): string {
  const lines = entries.map(
    ({ rule, title, awaits }) => `${rule}  ${title[lang]}${awaits === null ? '' : ` [${LABELS.awaits[lang]}]`}`,
  );
  return `${lines.join('\n')}\n`;
}

function renderEntry(entry: CatalogueEntry, lang: Language): string {
  const other = lang === 'ja' ? 'en' : 'ja';
  const list = (label: Text, texts: readonly Text[]): string[] =>
    texts.length === 0 ? [] : [`${label[lang]}:`, ...texts.map((text) => `  - ${text[lang]}`)];
  return [
    `${entry.rule}  ${entry.title[lang]} (${entry.title[other]})`,
    CLAUSE_NAMES[entry.clause][lang],
    `${LABELS.severity[lang]}: ${entry.severity}`,
    `${LABELS.trigger[lang]}: ${entry.trigger[lang]}`,
    ...list(LABELS.traps, entry.traps),
    ...list(LABELS.limits, entry.limits),
    `${LABELS.remedy[lang]}: ${entry.remedy[lang]}`,
    ...(entry.awaits === null ? [] : [`${LABELS.awaits[lang]}: ${entry.awaits[lang]}`]),
    '',
  ].join('\n');
}

function renderMarkdown(entries: readonly CatalogueEntry[], lang: Language): string {
  return entries.map((entry) => renderSection(entry, lang)).join('\n');
}

function renderSection(entry: CatalogueEntry, lang: Language): string {
  const other = lang === 'ja' ? 'en' : 'ja';
  const list = (label: Text, texts: readonly Text[]): string[] =>
    texts.length === 0 ? [] : [`- ${label[lang]}:`, ...texts.map((text) => `  - ${text[lang]}`)];
  return [
    `### ${entry.rule} ${entry.title[lang]}`,
    '',
    `${CLAUSE_NAMES[entry.clause][lang]}. ${entry.title[other]}`,
    '',
    `- ${LABELS.severity[lang]}: ${entry.severity}`,
    `- ${LABELS.trigger[lang]}: ${entry.trigger[lang]}`,
    ...list(LABELS.traps, entry.traps),
    ...list(LABELS.limits, entry.limits),
    `- ${LABELS.remedy[lang]}: ${entry.remedy[lang]}`,
    ...(entry.awaits === null ? [] : [`- **${LABELS.awaits[lang]}**: ${entry.awaits[lang]}`]),
    '',
  ].join('\n');
}
