import { LIMITS } from '../../base/limits.js';

const KEPT_FIELDS = [
  'host',
  'content-length',
  'transfer-encoding',
  'content-encoding',
  'content-type',
  'content-disposition',
  'upgrade',
] as const;
export type KeptField = (typeof KEPT_FIELDS)[number];

const KEPT: ReadonlySet<string> = new Set(KEPT_FIELDS);
/** a field that is repeated is one list (RFC 9110 section 5.3); more repetitions than these say nothing new */
const KEPT_REPETITIONS = 8;

/** The fields of one head, as far as anything is read from them. Cookies, credentials and the like are never kept. */
export class HeadFields {
  private readonly values = new Map<string, string[]>();
  /** the field being read: obsolete folding may continue it (RFC 9112 section 5.2) */
  private open: { name: string; value: string } | null = null;
  /** fields read so far, kept or not */
  count = 0;

  addLine(line: string): void {
    if (line.startsWith(' ') || line.startsWith('\t')) return this.fold(line);
    this.close();
    this.count += 1;
    const colon = line.indexOf(':');
    if (colon <= 0) return;
    // Blanks before the colon are forbidden (RFC 9112 section 5.1), yet servers exist that pass over them.
    const name = line.slice(0, colon).trimEnd().toLowerCase();
    if (KEPT.has(name)) this.open = { name, value: line.slice(colon + 1).trim() };
  }

  /** All values of a field in order. */
  all(name: KeptField): readonly string[] {
    this.close();
    return this.values.get(name) ?? [];
  }

  first(name: KeptField): string | null {
    return this.all(name)[0] ?? null;
  }

  private fold(line: string): void {
    if (this.open === null || this.open.value.length + line.length > LIMITS.httpLineBytes) return;
    this.open.value = `${this.open.value} ${line.trim()}`.trim();
  }

  private close(): void {
    if (this.open === null) return;
    const values = this.values.get(this.open.name) ?? [];
    if (values.length < KEPT_REPETITIONS) values.push(this.open.value);
    this.values.set(this.open.name, values);
    this.open = null;
  }
}
