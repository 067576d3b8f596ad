import type { Place } from './place.js';
import type { Conduit, ConduitKind } from './topology.js';

/** What the legs of a sanitizer or a hand-over carry (domain.md 1.6); screens cross by themselves. */
const KINDS: ReadonlySet<ConduitKind> = new Set([
  'mailText',
  'mailSanitized',
  'fileRebuild',
  'fileVerify',
  'dataExport',
]);
const ROLES: ReadonlySet<string> = new Set(['sanitizer', 'handover']);

/** An end that is the leg of a device through which 無害化通信 goes, or a hand-over. */
export function isSanitizerLeg({ isGatewayLeg, roles }: Place): boolean {
  return isGatewayLeg && roles.some((role) => ROLES.has(role));
}

/**
 * Between two ends inside the LGWAN zone a conduit's terms count all the same where one is the inner leg of a sanitizer or
 * hand-over: the conduits of its legs are what 無害化通信 consists of.
 */
export function isBoundToTerms({ kind }: Pick<Conduit, 'kind'>, from: Place, to: Place): boolean {
  if (from.area !== 'lgwan' || to.area !== 'lgwan' || !KINDS.has(kind)) return false;
  return isSanitizerLeg(from) || isSanitizerLeg(to);
}
