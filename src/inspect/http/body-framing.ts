import type { HeadFields } from './head-fields.js';

/** How the end of a body is found (RFC 9112 section 6.3). */
export type BodyFraming =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'close' }
  /** the fields contradict each other: where the next message begins cannot be known */
  | { readonly kind: 'unknown' };

const LENGTH = /^\d{1,15}$/;

/** Body of a request: none unless a length or a transfer coding is stated. */
export function frameRequest(fields: HeadFields): BodyFraming {
  const codings = transferCodings(fields);
  if (codings.length > 0) return { kind: codings.at(-1) === 'chunked' ? 'chunked' : 'unknown' };
  return frameByLength(fields) ?? { kind: 'none' };
}

/**
 * Body of a final or interim response.
 * @param method of the request that it answers; null: not seen
 */
export function frameResponse(fields: HeadFields, status: number, method: string | null): BodyFraming {
  if (status < 200 || status === 204 || status === 304 || method === 'HEAD') return { kind: 'none' };
  if (method === 'CONNECT' && status < 300) return { kind: 'none' };
  const codings = transferCodings(fields);
  if (codings.length > 0) return { kind: codings.at(-1) === 'chunked' ? 'chunked' : 'close' };
  return frameByLength(fields) ?? { kind: 'close' };
}

/** Codings in the order in which they were applied, lower case, without parameters; `identity` is left out. */
export function transferCodings(fields: HeadFields): string[] {
  return listOf(fields.all('transfer-encoding')).filter((coding) => coding !== 'identity');
}

/** Elements of comma separated lists, lower case, parameters cut off. */
export function listOf(values: readonly string[]): string[] {
  const elements = values.flatMap((value) => value.split(',', MAX_ELEMENTS));
  return elements.map((element) => element.split(';', 1)[0]!.trim().toLowerCase()).filter((name) => name !== '');
}
const MAX_ELEMENTS = 16;

function frameByLength(fields: HeadFields): BodyFraming | null {
  const stated = new Set(
    fields
      .all('content-length')
      .flatMap((value) => value.split(',', MAX_ELEMENTS))
      .map(trim),
  );
  if (stated.size === 0) return null;
  const [length] = stated;
  if (stated.size > 1 || !LENGTH.test(length!)) return { kind: 'unknown' };
  return length === '0' ? { kind: 'none' } : { kind: 'length', length: Number(length) };
}

function trim(text: string): string {
  return text.trim();
}
