import type { Language } from '../../base/text.js';
import type { Finding, ScanReport } from '../../model/report.js';
import { escapeTerminal } from '../escape.js';
import { WORDS, wordOf } from '../words/words.js';

interface Place {
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly kind: string;
}

/** Areas and conduits as places without a file: results refer to them by index. */
export class LogicalLocations {
  readonly #places: Place[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(report: ScanReport, lang: Language) {
    for (const { from, to } of report.matrix) for (const area of [from, to]) this.#addArea(area, lang);
    for (const { from, to } of [...report.findings, ...(report.comparison?.gone ?? [])]) {
      for (const { zone } of [from, to]) if (zone !== null) this.#addArea(zone, lang);
    }
    for (const { id, title } of report.plan.conduits) this.#add('conduit', id, title);
    for (const { conduit, title } of report.coverage.conduits) this.#add('conduit', conduit, title);
  }

  /** What a finding is about: the areas of its two ends, and the conduit that comes nearest. */
  of({ from, to, conduit }: Finding): readonly object[] {
    const names = [
      ...[from.zone, to.zone].filter((zone) => zone !== null).map((zone) => `zone/${zone}`),
      ...(conduit === null ? [] : [`conduit/${conduit.nearest}`]),
    ];
    return [...new Set(names)].map((name) => {
      const index = this.#indexes.get(name);
      const fullyQualifiedName = escapeTerminal(name);
      return index === undefined ? { fullyQualifiedName } : { index, fullyQualifiedName };
    });
  }

  toSarif(): readonly object[] {
    return this.#places;
  }

  #addArea(area: string, lang: Language): void {
    this.#add('zone', area, wordOf(WORDS.area, area, lang));
  }

  #add(kind: string, id: string, name: string): void {
    const key = `${kind}/${id}`;
    if (this.#indexes.has(key)) return;
    this.#indexes.set(key, this.#places.length);
    this.#places.push({ name: escapeTerminal(name), fullyQualifiedName: escapeTerminal(key), kind });
  }
}
