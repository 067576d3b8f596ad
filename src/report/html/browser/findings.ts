import { watchScrolling } from './scrolling.js';

interface Entry {
  readonly row: HTMLTableRowElement;
  readonly article: HTMLElement;
  readonly number: number;
  /** what the text filter searches, in the language shown; made when first asked for */
  words: string | null;
}

const VERDICTS = ['violation', 'suspected', 'attempt', 'blocked', 'observation', 'undetermined'];
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];

/** The list of findings and their articles: filtered, sorted, unfolded when they come into sight. */
export class Findings {
  readonly #entries: readonly Entry[];
  readonly #byAnchor = new Map<string, Entry>();
  readonly #form = document.querySelector<HTMLFormElement>('form.filter');
  /** articles that are still to be brought into the order of the list */
  #order: readonly HTMLElement[] = [];
  readonly #onUnfolded: (article: HTMLElement) => void;

  constructor(onUnfolded: (article: HTMLElement) => void) {
    this.#onUnfolded = onUnfolded;
    const articles = document.querySelectorAll<HTMLElement>('article.finding');
    this.#entries = [...document.querySelectorAll<HTMLTableRowElement>('#list tbody tr')].flatMap((row, index) => {
      const article = articles[index];
      return article === undefined ? [] : [{ row, article, number: index, words: null }];
    });
    for (const entry of this.#entries) this.#byAnchor.set(entry.article.id, entry);
    // few are unfolded at once: then the browser's own search finds everything
    if (document.querySelector('#list.many') === null) this.unfoldAll();
    else this.#unfoldInSight();
    this.#listenToForm();
    this.#makeSortable();
  }

  /** Sets the filter; false where it does not offer one of the values. */
  choose(wanted: Readonly<Record<string, string | undefined>>): boolean {
    const form = this.#form;
    if (form === null) return false;
    form.reset();
    for (const [name, value] of Object.entries(wanted)) {
      if (value === undefined || value === '') continue;
      const select = form.elements.namedItem(name);
      // a choice that is not offered is the only one there is
      if (select instanceof HTMLSelectElement) select.value = value;
    }
    this.#filter();
    return true;
  }

  /** Opens the finding of `#fingerprint`, whatever the filter hides. */
  follow(hash: string): void {
    const entry = this.#byAnchor.get(decodeURIComponent(hash.slice(1)));
    if (entry === undefined) return;
    // a choice of a moment ago may wait for its frame, and would hide the finding after it was opened
    this.#filter();
    if (entry.article.classList.contains('filtered')) this.choose({});
    this.#unfold(entry.article);
    entry.article.scrollIntoView();
    entry.article.focus({ preventScroll: true });
  }

  unfoldAll(): void {
    if (this.#order.length > 0) this.#orderArticles();
    for (const { article } of this.#entries) this.#unfold(article);
  }

  /** The page speaks another language now. */
  forgetWords(): void {
    for (const entry of this.#entries) entry.words = null;
    // a choice finds the same in both languages, words do not
    if (this.#words().length > 0) this.#filter();
  }

  #unfold(article: HTMLElement): void {
    const folded = article.querySelector(':scope > noscript');
    if (folded === null) return;
    const body = document.createElement('div');
    // our own markup, escaped when it was written; a policy without inline script stands behind it
    body.innerHTML = folded.textContent;
    folded.replaceWith(body);
    this.#onUnfolded(article);
    watchScrolling(article);
  }

  #unfoldInSight(): void {
    const sight = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          sight.unobserve(target);
          this.#unfold(target as HTMLElement);
        }
      },
      { rootMargin: '1500px' },
    );
    for (const { article } of this.#entries) sight.observe(article);
  }

  #listenToForm(): void {
    const form = this.#form;
    if (form === null) return;
    let waiting = false;
    const soon = (): void => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.#filter();
      });
    };
    form.addEventListener('input', soon);
    form.addEventListener('reset', soon);
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  #filter(): void {
    if (this.#form === null) return;
    const wanted = [...new FormData(this.#form)].filter(([name, value]) => name !== 'words' && value !== '');
    const words = this.#words();
    let shown = 0;
    for (const entry of this.#entries) {
      const isWanted =
        wanted.every(([name, value]) => entry.row.dataset[name] === value) &&
        words.every((word) => this.#wordsOf(entry).includes(word));
      entry.row.classList.toggle('filtered', !isWanted);
      entry.article.classList.toggle('filtered', !isWanted);
      if (isWanted) shown++;
    }
    const count = document.getElementById('shown');
    if (count !== null) count.textContent = shown.toLocaleString('en');
  }

  #words(): readonly string[] {
    const text = this.#form === null ? null : new FormData(this.#form).get('words');
    return (typeof text === 'string' ? text : '').toLowerCase().split(/\s+/).filter(Boolean);
  }

  #wordsOf(entry: Entry): string {
    entry.words ??= [...entry.row.cells]
      .map((cell) => cell.textContent)
      .join(' ')
      .toLowerCase();
    return entry.words;
  }

  /** The articles in the order of the list: a moment after it, where there are thousands. */
  #orderArticles(): void {
    document.getElementById('details')?.append(...this.#order);
    this.#order = [];
  }

  #makeSortable(): void {
    const heads = document.querySelectorAll<HTMLTableCellElement>('#list thead th');
    for (const head of heads) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const descending = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        this.#sort(head.dataset.sort ?? '', head.cellIndex, descending);
      });
    }
  }

  #sort(by: string, column: number, descending: boolean): void {
    const key = ({ row, number }: Entry): string | number => {
      if (by === 'number') return number;
      if (by === 'severity') return SEVERITIES.indexOf(row.dataset.severity ?? '');
      if (by === 'verdict') return VERDICTS.indexOf(row.dataset.verdict ?? '');
      if (by === 'first') return Number(row.dataset.first ?? '') || 0;
      return row.cells[column]?.textContent ?? '';
    };
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const keyed = this.#entries.map((entry) => ({ entry, key: key(entry) }));
    keyed.sort((x, y) => {
      const order =
        typeof x.key === 'number' && typeof y.key === 'number' ? x.key - y.key : compare(String(x.key), String(y.key));
      return (descending ? -order : order) || x.entry.number - y.entry.number;
    });
    document.querySelector('#list tbody')?.append(...keyed.map(({ entry }) => entry.row));
    this.#order = keyed.map(({ entry }) => entry.article);
    if (document.querySelector('#list.many') === null) this.#orderArticles();
    else setTimeout(() => this.#orderArticles(), 50);
  }
}
