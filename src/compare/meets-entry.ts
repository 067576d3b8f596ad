import {
  compareAddresses,
  firstOfPrefix,
  lastOfPrefix,
  parseAddress,
  parsePrefix,
  prefixContains,
  type Prefix,
} from '../base/address.js';
import type { Finding, FindingEnd } from '../model/report.js';
import type { AcceptedEntry, EndPattern } from './accepted-entry.js';

/** Whether an entry of the register is about this finding. One that names other evidence settles what is undetermined only. */
export function meetsEntry(finding: Finding, { subject, settledBy }: AcceptedEntry): boolean {
  if (settledBy !== null && finding.verdict !== 'undetermined') return false;
  if ('fingerprint' in subject) return finding.id === subject.fingerprint;
  const { rule, verdict, from, to, conduit, service } = subject.pattern;
  return (
    finding.rule === rule &&
    (verdict === null || finding.verdict === verdict) &&
    (from === null || meetsEnd(finding.from, from)) &&
    (to === null || meetsEnd(finding.to, to)) &&
    (conduit === null || finding.conduit?.nearest === conduit) &&
    (service === null ||
      (finding.service?.proto === service.proto && (service.port === null || finding.service.port === service.port)))
  );
}

function meetsEnd(end: FindingEnd, { zone, host, prefix }: EndPattern): boolean {
  return (
    (zone === null || end.zone === zone) &&
    (host === null || end.host === host) &&
    (prefix === null || (end.address !== null && liesIn(end.address, prefix)))
  );
}

/** A finding that stands for many hosts names a prefix: all of it must be accepted. */
function liesIn(text: string, wide: Prefix): boolean {
  const address = parseAddress(text);
  if (address !== undefined) return prefixContains(wide, address);
  const narrow = parsePrefix(text);
  if (narrow?.address.family !== wide.address.family) return false;
  return (
    compareAddresses(firstOfPrefix(wide), firstOfPrefix(narrow)) <= 0 &&
    compareAddresses(lastOfPrefix(narrow), lastOfPrefix(wide)) <= 0
  );
}
