import { LIMITS } from '../../base/limits.js';
import type { NameFact } from '../../model/facts.js';
import type { Notes } from '../inspector.js';
import type { StatedDestination } from './request-target.js';

/** Notes each destination of a connection once per answer: persistent connections repeat it with every request. */
export class NameLog {
  private readonly notes: Notes;
  private readonly seen = new Set<string>();

  constructor(notes: Notes) {
    this.notes = notes;
  }

  add(destination: StatedDestination, answer: NameFact['answer'], status: number | null): void {
    const { source, name, port } = destination;
    const key = `${source} ${name} ${port ?? '-'} ${answer}`;
    if (this.seen.has(key)) return;
    if (this.seen.size >= LIMITS.namesPerConnection) return this.notes.shortfall('limit');
    this.seen.add(key);
    this.notes.name({ source, name, port, answer, status, ech: false });
  }
}
