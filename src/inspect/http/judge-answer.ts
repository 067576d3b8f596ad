import type { NameFact } from '../../model/facts.js';

/** To whom a request spoke. */
export type RequestForm = 'connect' | 'proxy' | 'origin';

/**
 * What a final status says about the way to the destination (domain.md D-NAME). A tunnel exists only after 2xx
 * (RFC 9110 section 9.3.6); any other request that is answered reached somebody who served it, unless the answer is
 * that of a filter.
 */
export function judgeAnswer(form: RequestForm, status: number): NameFact['answer'] {
  if (status === 407) return 'auth';
  if (form === 'connect') return status < 300 ? 'accepted' : 'refused';
  if (status === 403 || (form === 'proxy' && status >= 500)) return 'refused';
  return 'accepted';
}
