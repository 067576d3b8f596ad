import type { Problem } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import { formatField, type FieldPath } from './field-path.js';

/** 1-based place in the topology file; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the place of a field; of its key where that is what is wrong, else of its value. */
export type Locate = (path: FieldPath, part: 'key' | 'value') => Position | undefined;

export interface ProblemDetail {
  readonly path: FieldPath;
  readonly part?: 'key' | 'value';
  readonly code?: string;
  readonly level?: Problem['level'];
  readonly message: Text;
  readonly remedy?: Text;
}

/** Collects everything that is wrong with one topology file, so that all of it is told at once. */
export class ProblemLog {
  readonly file: string;
  readonly #problems: Problem[] = [];
  readonly #locate: Locate;

  constructor(file: string, locate: Locate = () => undefined) {
    this.file = file;
    this.#locate = locate;
  }

  add(detail: ProblemDetail): void {
    this.addAt(this.#locate(detail.path, detail.part ?? 'value'), detail);
  }

  addAt(position: Position | undefined, detail: ProblemDetail): void {
    this.#problems.push({
      code: detail.code ?? 'TOPOLOGY-VALUE',
      file: this.file,
      ...position,
      ...(detail.path.length > 0 ? { field: formatField(detail.path) } : {}),
      level: detail.level ?? 'error',
      message: detail.message,
      ...(detail.remedy === undefined ? {} : { remedy: detail.remedy }),
    });
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.level === 'error');
  }

  /** In the order of the file. */
  sorted(): readonly Problem[] {
    return [...this.#problems].sort((x, y) => (x.line ?? 0) - (y.line ?? 0) || (x.column ?? 0) - (y.column ?? 0));
  }
}
