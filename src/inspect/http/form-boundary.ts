import { splitParameters, unquote } from './content-disposition.js';

/** RFC 2046 section 5.1.1: at most 70 characters; some senders use more. */
const MAX_BOUNDARY = 200;

/**
 * @param contentType value of Content-Type, one character per byte
 * @returns the boundary of a `multipart/form-data` body (RFC 7578), null for any other type
 */
export function readBoundary(contentType: string | null): string | null {
  if (contentType === null || !/^multipart\/form-data\s*;/i.test(contentType)) return null;
  for (const parameter of splitParameters(contentType).slice(1)) {
    const equals = parameter.indexOf('=');
    if (parameter.slice(0, Math.max(equals, 0)).trim().toLowerCase() !== 'boundary') continue;
    const boundary = unquote(parameter.slice(equals + 1).trim());
    return boundary.length > 0 && boundary.length <= MAX_BOUNDARY ? boundary : null;
  }
  return null;
}
