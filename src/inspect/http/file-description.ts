import type { FileFact } from '../../model/facts.js';
import { readDisposition } from './content-disposition.js';
import { decodeFileName } from './file-name.js';

/** What the fields around a body say of it. */
export interface FileDescription {
  readonly sender: FileFact['sender'];
  readonly name: string | null;
  /** lower case, without parameters */
  readonly mediaType: string | null;
  /** offered as a file: an attachment, an upload, or named by Content-Disposition */
  readonly isOffered: boolean;
  /** a range of a file only (RFC 9110 section 15.3.7) */
  readonly isPartial: boolean;
}

const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]{1,63}\/[a-z0-9!#$&^_.+-]{1,63}$/;

/**
 * @param disposition value of Content-Disposition, one character per byte; null: there is none
 * @param segment last segment of the path that was asked for, percent-encoded; takes the place of a missing name
 */
export function describeFile(
  sender: FileFact['sender'],
  disposition: string | null,
  contentType: string | null,
  segment: string,
  isPartial: boolean,
): FileDescription {
  const stated = disposition === null ? null : readDisposition(disposition);
  return {
    sender,
    name: stated?.name ?? decodeFileName(segment, true),
    mediaType: readMediaType(contentType),
    isOffered: stated !== null && (stated.type === 'attachment' || stated.name !== null),
    isPartial,
  };
}

/** @returns lower case `type/subtype`, null when there is none */
function readMediaType(contentType: string | null): string | null {
  const type = contentType?.split(';', 1)[0]!.trim().toLowerCase() ?? '';
  return MEDIA_TYPE.test(type) ? type : null;
}
