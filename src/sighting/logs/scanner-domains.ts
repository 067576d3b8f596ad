/**
 * Domains below which mail filters and virus scanners ask by name for what they know of a digest, an address or a file:
 * long names by nature, as the makers publish. A list can only grow old: a scanner that is not on it may be taken for a
 * tunnel (suspected), and a tunnel below one of these would need the maker's own servers.
 */
const SCANNER_DOMAINS = [
  'sophosxl.net',
  'e5.sk',
  'mcafee.com',
  'trellix.com',
  'spamhaus.net',
  'spamhaus.org',
  'surbl.org',
  'uribl.com',
  'barracudacentral.org',
  'cymru.com',
  'trendmicro.com',
  'senderscore.com',
  'mailspike.net',
  'invaluement.com',
  'abusix.zone',
  'kaspersky-labs.com',
  'f-secure.com',
  'withsecure.com',
  'drweb.com',
] as const;

/** @param name lower case, without a trailing dot */
export function isScannersDomain(name: string): boolean {
  return SCANNER_DOMAINS.some((domain) => name.endsWith(`.${domain}`));
}
