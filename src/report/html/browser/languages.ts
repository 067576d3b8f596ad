type Language = 'ja' | 'en';

const ATTRIBUTES = ['aria-label', 'placeholder'] as const;

/** Shows the page in one of its two languages: the other one's texts stand in a table, each once. */
export class Languages {
  readonly #base: Language = document.documentElement.lang === 'en' ? 'en' : 'ja';
  readonly #others = JSON.parse(document.getElementById('texts')?.textContent ?? '[]') as readonly string[];
  /** the page's own texts, as they were met */
  readonly #own: string[] = [];
  #shown: Language = this.#base;

  show(language: Language): void {
    if (language === this.#shown) return;
    this.#shown = language;
    document.documentElement.lang = language;
    this.#exchange(document);
  }

  /** A part that has just come to the page, in its own language. */
  translate(part: ParentNode): void {
    if (this.#shown !== this.#base) this.#exchange(part);
  }

  #exchange(part: ParentNode): void {
    for (const element of part.querySelectorAll('[data-t]')) {
      const text = this.#text(element.getAttribute('data-t'), element.textContent);
      const node = element.firstChild;
      // the text node stays: taking it away and making another costs most of a switch of thousands
      if (text !== undefined && node instanceof Text) node.data = text;
      else if (text !== undefined) element.textContent = text;
    }
    for (const name of ATTRIBUTES) {
      for (const element of part.querySelectorAll(`[data-t-${name}]`)) {
        const text = this.#text(element.getAttribute(`data-t-${name}`), element.getAttribute(name) ?? '');
        if (text !== undefined) element.setAttribute(name, text);
      }
    }
  }

  #text(number: string | null, present: string): string | undefined {
    const index = Number(number);
    if (this.#shown === this.#base) return this.#own[index];
    this.#own[index] ??= present;
    return this.#others[index];
  }
}
