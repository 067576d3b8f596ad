import type { Observation } from '../../model/observation.js';
import { isFromSanitizer } from './content-ends.js';
import { isForbiddenAttachment, isHtml, postLegMails } from './post-leg-mail.js';

/**
 * A mail or a file came from the sanitizer, not all of it was read, and what was read breaks no rule: what is not there
 * may. Where something was found already (checks 34, 35, 37), the rest makes no difference.
 */
export function isReadInPart(observation: Observation): boolean {
  return isMailReadInPart(observation) || isFileReadInPart(observation);
}

function isMailReadInPart(observation: Observation): boolean {
  return postLegMails(observation).some(
    (message) =>
      !message.mail.complete &&
      !message.mail.parts.some((part) => isHtml(part) || isForbiddenAttachment(part, message)),
  );
}

function isFileReadInPart(observation: Observation): boolean {
  const { conduit, facts } = observation;
  const kind = conduit.permitted?.kind;
  if (facts === null || (kind !== 'fileRebuild' && kind !== 'fileVerify')) return false;
  return facts.files.some(
    ({ complete, size, active, sender }) =>
      !complete && size > 0 && active.length === 0 && isFromSanitizer(observation, facts, sender),
  );
}
