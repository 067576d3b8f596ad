import type { ContentProbe } from './content-probe.js';

/** What is known of a file before its bytes are read. */
export interface ContentHint {
  readonly name: string | null;
  readonly mediaType: string | null;
}

/** Makes the probe of one file's content. */
export type CreateProbe = (hint: ContentHint) => ContentProbe;
