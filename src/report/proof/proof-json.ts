import type { Proof } from '../../model/proof.js';
import { formatJson } from '../json-document.js';

/** The proof as one JSON document, fields always in the same order. */
export function* writeProofJson(proof: Proof): Generator<string> {
  yield `${formatJson(proof)}\n`;
}
