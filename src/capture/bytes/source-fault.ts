import type { Text } from '../../base/text.js';

/** Bytes that cannot be had: thrown by decompressors, caught by the source that uses them. */
export class SourceFault extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'SourceFault';
    this.text = text;
  }
}
