import type { ContentProbe } from '../content/content-probe.js';

/** What is known of a file before its bytes are read. */
export interface FileHint {
  readonly name: string | null;
  readonly mediaType: string | null;
}

export type ProbeFactory = (hint: FileHint) => ContentProbe;
