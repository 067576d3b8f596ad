import type { Language, Text } from '../../base/text.js';
import { SEVERITIES, type Coverage, type Finding, type Severity } from '../../model/report.js';
import { messageText } from './message.js';

interface RuleWords {
  readonly id: string;
  readonly title: Text;
  readonly remedy: Text | null;
  readonly limits: readonly Text[];
  severity: Severity | null;
}

/** What code-scanning services sort by: a number from 0 to 10 as text. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

const HEADINGS = { remedy: { ja: '対応', en: 'Remedy' }, limits: { ja: '限界', en: 'Limits' } } as const;

/** The rules that a run's results and notifications are about, each once, with its help in both languages. */
export class RuleList {
  readonly #rules: RuleWords[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(findings: readonly Finding[], notChecked: Coverage['notChecked'], lang: Language) {
    for (const { rule, title, remedy, limits, severity, status } of findings) {
      // what a comparison adds to the limits of a finding that is gone is not the rule's
      const index = this.#add({
        id: rule,
        title,
        remedy,
        limits: status === 'gone-unobserved' ? [] : limits,
        severity: null,
      });
      const known = this.#rules[index];
      if (known !== undefined) known.severity = graver(known.severity, severity);
    }
    for (const { rule, title, why } of notChecked) {
      this.#add({ id: rule, title, remedy: why[lang] === '' ? null : why, limits: [], severity: null });
    }
  }

  indexOf(rule: string): number {
    return this.#indexes.get(rule) ?? -1;
  }

  descriptors(lang: Language): readonly object[] {
    return this.#rules.map((rule) => ({
      ...describe(rule, lang),
      ...(rule.severity === null ? {} : { properties: { 'security-severity': SCORES[rule.severity] } }),
    }));
  }

  /** The same in the same order, words only. */
  translations(lang: Language): readonly object[] {
    return this.#rules.map((rule) => describe(rule, lang));
  }

  #add(rule: RuleWords): number {
    const known = this.#indexes.get(rule.id);
    if (known !== undefined) return known;
    this.#indexes.set(rule.id, this.#rules.length);
    return this.#rules.push(rule) - 1;
  }
}

function describe({ id, title, remedy, limits }: RuleWords, lang: Language): object {
  const paragraphs = [
    ...(remedy === null ? [] : [`${HEADINGS.remedy[lang]}: ${messageText(remedy[lang])}`]),
    ...limits.map((limit) => `${HEADINGS.limits[lang]}: ${messageText(limit[lang])}`),
  ];
  const text = messageText(title[lang]);
  return {
    id,
    shortDescription: { text },
    ...(paragraphs.length === 0 ? {} : { help: { text: paragraphs.join('\n\n') } }),
  };
}

function graver(x: Severity | null, y: Severity): Severity {
  return x !== null && SEVERITIES.indexOf(x) <= SEVERITIES.indexOf(y) ? x : y;
}
