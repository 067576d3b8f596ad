import type { MailFact, MailPart } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Conduit } from '../../model/topology.js';
import { isFromSanitizer } from './content-ends.js';

/** A message on the clean side of a mail sanitizer. */
export interface PostLegMail {
  readonly conduit: Conduit;
  readonly mail: MailFact;
}

/**
 * Messages that left the sanitizer on a registered post-leg (domain.md 1.6). What the other side sends towards the
 * sanitizer on the same connection is no clean leg.
 */
export function postLegMails(observation: Observation): readonly PostLegMail[] {
  const conduit = observation.conduit.permitted;
  const { facts } = observation;
  if (facts === null || (conduit?.kind !== 'mailText' && conduit?.kind !== 'mailSanitized')) return [];
  return facts.mails
    .filter(({ sender, accepted }) => accepted !== false && isFromSanitizer(observation, facts, sender))
    .map((mail) => ({ conduit, mail }));
}

/** machine-readable parts that reports of delivery and of reading consist of (RFC 3464, RFC 8098, RFC 5965) */
const REPORT_TYPES: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
  'text/rfc822-headers',
]);

/** detached signatures say nothing and carry nothing to open */
const SIGNATURE_TYPES: ReadonlySet<string> = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
]);

export function isHtml({ type }: MailPart): boolean {
  return (
    type === 'text/html' || type === 'application/xhtml+xml' || type === 'text/richtext' || type === 'text/enriched'
  );
}

/** What a conduit of this kind lets nobody attach (check 35): anything, or what could act. */
export function isForbiddenAttachment(part: MailPart, { conduit, mail }: PostLegMail): boolean {
  return isAttachment(part, mail) && (conduit.kind === 'mailText' || part.active.length > 0);
}

/** More than plain text to read: a file, a name, another type, or data hidden in the text. */
function isAttachment(part: MailPart, mail: MailFact): boolean {
  if (part.encodedText) return true;
  if (isHtml(part)) return part.disposition === 'attachment' || part.fileName !== null;
  if (SIGNATURE_TYPES.has(part.type)) return false;
  if (mail.report && (REPORT_TYPES.has(part.type) || part.type === 'message/rfc822')) return false;
  if (part.disposition === 'attachment' || part.fileName !== null) return true;
  return part.type !== 'text/plain' && part.type !== 'text/calendar' && !part.type.startsWith('multipart/');
}
