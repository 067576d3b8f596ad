/** What an attacker may write into a host name, a file name or a field of a packet. */
export const HOSTILE_TEXT =
  '=cmd|\' /C calc\'!A0,"x";\r\n\u001b]0;title\u0007\u001b[2J\u001b[31m\u0000\u007f\u009b31m' +
  '\u202egnp.exe\u2066\u200b\u00ad\ufeff\u2028\ud800{}\\"</script>\u3042\u304b\u3099\u0301\u0301\u0301';

/** Fields whose values are codes that only the program itself writes. */
const CODE_FIELDS: ReadonlySet<string> = new Set([
  ...['schema', 'result', 'clause', 'verdict', 'severity', 'outcome', 'zone', 'effect', 'level', 'failed'],
  ...['initiator', 'initiatorBasis', 'role', 'zones'],
  ...['areas', 'kind', 'protocol', 'realm', 'inventory', 'tagging', 'mirror', 'status', 'state'],
]);

/** A copy in which every string leaf that may come from outside is hostile, also the keys of dictionaries. */
export function makeHostile<T>(value: T, field = '', text: string = HOSTILE_TEXT): T {
  if (CODE_FIELDS.has(field)) return value;
  // the ends of a matrix cell are codes, those of a finding are objects
  if (typeof value === 'string') return (field === 'from' || field === 'to' ? value : text) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => makeHostile(item, field, text)) as T;
  const entries = Object.entries(value).map(([key, inner]) => [key, makeHostile(inner, key, text)] as const);
  const isDictionary = ['nonIp', 'anomalies', 'limitsReached'].includes(field);
  return Object.fromEntries(isDictionary ? entries.map(([key, inner]) => [key + text, inner]) : entries) as T;
}
