import type { Problem } from '../base/failure.js';
import type { Text } from '../base/text.js';

/** A request that is not served, and why, in words for who made it. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly problems: readonly Problem[];

  constructor(statusCode: number, code: string, message: Text) {
    super(message.en);
    this.statusCode = statusCode;
    this.problems = [{ code, level: 'error', message }];
  }
}

export function notFound(what: Text): Refusal {
  return new Refusal(404, 'NOT-FOUND', what);
}
