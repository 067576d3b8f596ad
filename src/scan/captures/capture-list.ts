import { createHash, type Hash } from 'node:crypto';
import { LIMITS } from '../../base/limits.js';
import type { CaptureSummary } from '../../model/report.js';

interface Fold {
  readonly summary: CaptureSummary & { readonly files: number };
  readonly digests: Hash;
}

/**
 * The captures of a report. A run without end reads tens of thousands of short files a day: whole ones that nothing
 * cites are taken together by capture point, with one digest over their digests.
 */
export class CaptureList {
  readonly #isEndless: boolean;
  readonly #folds = new Map<string, Fold>();
  #single: CaptureSummary[] = [];
  #cited: ReadonlySet<string> = new Set();

  constructor(isEndless: boolean) {
    this.#isEndless = isEndless;
  }

  add(summaries: readonly CaptureSummary[]): void {
    this.#single.push(...summaries);
    if (!this.#isEndless || this.#single.length <= LIMITS.capturesNoted * 2) return;
    const recent = this.#single.length - LIMITS.capturesNoted;
    const { kept, folded } = this.#part(this.#single.slice(0, recent), this.#cited);
    // what is damaged is kept as long as there is room
    const room = kept.slice(0, LIMITS.capturesNoted / 2);
    for (const summary of [...folded, ...kept.slice(room.length)]) fold(this.#folds, summary);
    this.#single = [...room, ...this.#single.slice(recent)];
  }

  /** @param cited paths of files that findings cite */
  summaries(cited: ReadonlySet<string>): CaptureSummary[] {
    if (!this.#isEndless) return this.#single;
    this.#cited = cited;
    const folds = new Map(
      [...this.#folds].map(([name, { summary, digests }]) => [name, { summary, digests: digests.copy() }]),
    );
    const { kept, folded } = this.#part(this.#single, cited);
    for (const summary of folded) fold(folds, summary);
    return [
      ...kept,
      ...[...folds.values()].map(({ summary, digests }) => ({ ...summary, sha256: digests.digest('hex') })),
    ];
  }

  #part(
    summaries: readonly CaptureSummary[],
    cited: ReadonlySet<string>,
  ): { kept: CaptureSummary[]; folded: CaptureSummary[] } {
    const kept: CaptureSummary[] = [];
    const folded: CaptureSummary[] = [];
    for (const summary of summaries)
      (cited.has(summary.file) || !summary.complete || summary.problems.length > 0 ? kept : folded).push(summary);
    return { kept, folded };
  }
}

function fold(folds: Map<string, Fold>, summary: CaptureSummary): void {
  const name = `${summary.point ?? ''}\0${summary.complete ? '' : 'incomplete'}`;
  const known = folds.get(name);
  const digests = known?.digests ?? createHash('sha256');
  digests.update(summary.sha256 ?? '-');
  folds.set(name, {
    digests,
    summary:
      known === undefined
        ? { ...summary, file: `${summary.point ?? ''}/*`, files: 1, problems: [] }
        : together(known.summary, summary),
  });
}

function together(all: Fold['summary'], next: CaptureSummary): Fold['summary'] {
  return {
    ...all,
    files: all.files + 1,
    bytes: all.bytes + next.bytes,
    packets: all.packets + next.packets,
    first: earlier(all.first, next.first),
    last: later(all.last, next.last),
    linkTypes: [...new Set([...all.linkTypes, ...next.linkTypes])].sort(),
  };
}

function earlier(x: string | null, y: string | null): string | null {
  return x === null ? y : y === null || x < y ? x : y;
}

function later(x: string | null, y: string | null): string | null {
  return x === null ? y : y === null || x > y ? x : y;
}
