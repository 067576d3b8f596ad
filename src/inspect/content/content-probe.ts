import type { ActiveContent } from '../../model/facts.js';

/** What the bytes of one file or mail part are. */
export interface ProbedContent {
  /** bytes fed */
  readonly size: number;
  /** hexadecimal SHA-256 of all bytes; null when bytes are missing */
  readonly sha256: string | null;
  /** see FileFact.kind */
  readonly kind: string | null;
  readonly active: readonly ActiveContent[];
  /** all bytes were fed and every layer that could be opened was opened */
  readonly complete: boolean;
}

/** Takes the decoded bytes of one file in order and says what they are. Bounded; never throws. */
export interface ContentProbe {
  feed(bytes: Uint8Array): void;
  /** bytes are missing here */
  skip(length: number): void;
  finish(): ProbedContent;
}
