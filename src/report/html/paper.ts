import type { Language, Text } from '../../base/text.js';
import type { ScanReport } from '../../model/report.js';
import { escapeHtml, escapeTerminal } from '../escape.js';
import type { ReportOptions } from '../report-options.js';
import { createReportClock, type ReportClock } from '../report-time.js';
import { Markup, markup } from './markup.js';

/** Texts that say the same in both languages, or that come from the network, are no texts of ours. */
type Words = Readonly<Record<string, Text>>;

/** What every section of the page is written with. */
export interface Paper {
  readonly lang: Language;
  readonly clock: ReportClock;
  /** an element with the text, which the page can show in the other language */
  readonly say: (text: Text) => Markup;
  /** the same as attributes and contents of an element of one's own: `<th${say.mark}>${say.inner}</th>` */
  readonly put: (text: Text) => { readonly mark: Markup; readonly inner: Markup };
  /** an attribute whose value the page can show in the other language: `aria-label`, `title`, `placeholder` */
  readonly attribute: (name: 'aria-label' | 'placeholder', text: Text) => Markup;
  /** `first – last`, or that there is none */
  readonly span: (first: string | null, last: string | null) => Text;
  /** the texts that were put on the page, by number, in the other language */
  readonly otherLanguage: () => readonly string[];
}

/** The word of a vocabulary; a value that no table knows stands for itself. */
export function textOf(words: Words, key: string): Text {
  return Object.hasOwn(words, key) ? (words[key] ?? { ja: key, en: key }) : { ja: key, en: key };
}

/** A text that is the same in both languages. */
export function same(text: string): Text {
  return { ja: text, en: text };
}

/** Two texts from the same parts. */
export function both(write: (lang: Language) => string): Text {
  return { ja: write('ja'), en: write('en') };
}

export function createPaper(report: ScanReport, options: Pick<ReportOptions, 'lang'>): Paper {
  const { lang } = options;
  const other: Language = lang === 'ja' ? 'en' : 'ja';
  const numbers = new Map<string, number>();
  const others: string[] = [];
  const clock = createReportClock(report.inputs.topology.timezone);

  // each text once, however often it stands on the page: remedies and limits repeat with every finding
  const numberOf = (text: Text): number => {
    const key = `${text[lang].length} ${text[lang]}${text[other]}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return others.push(escapeTerminal(text[other])) - 1;
  };
  const mark = (text: Text): Markup => (text.ja === text.en ? markup`` : Markup.trust(` data-t=${numberOf(text)}`));
  return {
    lang,
    clock,
    say: (text) => (text.ja === text.en ? markup`${text[lang]}` : markup`<span${mark(text)}>${text[lang]}</span>`),
    put: (text) => ({ mark: mark(text), inner: markup`${text[lang]}` }),
    attribute: (name, text) =>
      text.ja === text.en
        ? Markup.trust(` ${name}="${escapeHtml(text[lang])}"`)
        : Markup.trust(` ${name}="${escapeHtml(text[lang])}" data-t-${name}=${numberOf(text)}`),
    span: (first, last) =>
      first === null || last === null
        ? { ja: 'なし', en: 'none' }
        : { ja: clock.span(first, last, '～'), en: clock.span(first, last, '–') },
    otherLanguage: () => others,
  };
}
