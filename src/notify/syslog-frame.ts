import type { Language } from '../base/text.js';
import { SEVERITIES, type Severity } from '../model/report.js';
import type { Notice, NoticedChange } from './notice.js';
import type { SyslogSettings } from './notify-settings.js';
import { headOf, renderNotice, trafficOf } from './render-notice.js';
import { oneLine } from './channel.js';

/** Severities of RFC 5424 section 6.2.1, table 2: critical, error, warning, notice, informational. */
const SYSLOG_SEVERITY: Readonly<Record<Severity, number>> = { critical: 2, high: 3, medium: 4, low: 5, info: 6 };
const NOTICE = 5;
const INFORMATIONAL = 6;

/** RFC 5425 section 4.3.1 and RFC 5426 section 3.2: what every receiver should be able to take. */
const LONGEST = { udp: 2048, tcp: 8192, tls: 8192 } as const;

export interface SyslogSource {
  readonly hostname: string;
  readonly processId: number;
}

/** The messages of a notice (RFC 5424 section 6): one a finding, so that a collector counts findings. */
export function syslogFrames(
  notice: Notice,
  settings: SyslogSettings & { readonly language: Language },
  timezone: string,
  source: SyslogSource,
  now: Date,
): readonly Uint8Array[] {
  const frame = (severity: number, id: string, data: Readonly<Record<string, string>>, text: string): Uint8Array => {
    const priority = settings.facility * 8 + severity;
    const host = printable(source.hostname, 255);
    const head = `<${priority}>1 ${now.toISOString()} ${host} sansou ${source.processId} ${id}`;
    const elements = Object.entries({ notice: notice.id, ...data }).map(
      ([name, value]) => ` ${name}="${escapeValue(value)}"`,
    );
    const structured = `[sansou@${settings.enterprise}${elements.join('')}]`;
    // the byte order mark says that the text is UTF-8 (section 6.4)
    return cut(
      new TextEncoder().encode(`${head} ${structured} \ufeff${oneLineText(text)}`),
      LONGEST[settings.transport],
    );
  };
  if (notice.kind !== 'changes') {
    const { subject, lines } = renderNotice(notice, settings.language, timezone);
    return [frame(INFORMATIONAL, notice.kind, {}, `${subject} ${lines.join(' / ')}`)];
  }
  const frames = notice.changes.map((change) =>
    frame(severityOf(change), change.change, fieldsOf(change), textOf(change, settings.language)),
  );
  if (notice.omitted === 0) return frames;
  return [...frames, frame(NOTICE, 'omitted', { count: String(notice.omitted) }, `+${notice.omitted}`)];
}

function severityOf({ change, finding }: NoticedChange): number {
  return change === 'gone' ? NOTICE : SYSLOG_SEVERITY[finding.severity];
}

function fieldsOf({ change, finding, run }: NoticedChange): Readonly<Record<string, string>> {
  const { id, rule, verdict, severity, from, to, service } = finding;
  const known: Readonly<Record<string, string | null | undefined>> = {
    change,
    finding: id,
    rule,
    verdict,
    severity,
    severityRank: String(SEVERITIES.indexOf(severity)),
    fromZone: from.zone,
    fromAddress: from.address,
    toZone: to.zone,
    toAddress: to.address,
    proto: service === null ? null : String(service.proto),
    port: service === null ? null : String(service.port),
    run,
  };
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function textOf(change: NoticedChange, language: Language): string {
  return `${headOf(change, language)} ${trafficOf(change.finding, language)} ${change.finding.summary[language]}`;
}

/** PARAM-VALUE (section 6.3.3): the three characters that end it are escaped, and no control stays. */
function escapeValue(text: string): string {
  return oneLine(text).replace(/["\\\]]/g, '\\$&');
}

/** A message is one line, whatever names are in it. */
function oneLineText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** PRINTUSASCII of the header; `-` where nothing is left (NILVALUE). */
function printable(text: string, most: number): string {
  const kept = text.replace(/[^\x21-\x7e]/g, '').slice(0, most);
  return kept === '' ? '-' : kept;
}

/** At most so many bytes, and no half of a character. */
function cut(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  let end = most;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}
