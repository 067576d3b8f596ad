import type { Language } from '../base/text.js';
import type { Severity, Verdict } from '../model/report.js';

/** Who is told what, as the file of `--notify` says (docs/notifications.md). */
export interface NotifySettings {
  readonly file: string;
  readonly language: Language;
  /** of the clock by which quiet hours and the digest go */
  readonly timezone: string;
  /** name of the box or its place, for people who get messages from several */
  readonly site: string | null;
  /** findings with these verdicts are told */
  readonly verdicts: readonly Verdict[];
  /** and from this severity up */
  readonly minSeverity: Severity;
  readonly quietHours: QuietHours | null;
  /** minutes since local midnight; `null`: no digest */
  readonly digestMinute: number | null;
  readonly maxPerHour: number;
  /** what follows a message within this time goes into one message together */
  readonly groupSeconds: number;
  readonly channels: readonly ChannelSettings[];
}

/** What is less severe than `below` waits for the end; minutes since local midnight, `from` may be after `until`. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly below: Severity;
}

export type ChannelSettings = SyslogSettings | WebhookSettings | EmailSettings | CommandSettings;
export type ChannelType = ChannelSettings['type'];
export const CHANNEL_TYPES = ['syslog', 'webhook', 'email', 'command'] as const satisfies readonly ChannelType[];

interface AnyChannel {
  readonly name: string;
  /** instead of the file's own */
  readonly minSeverity: Severity | null;
  readonly language: Language | null;
  /** for one try, all in all */
  readonly timeoutSeconds: number;
}

export interface SyslogSettings extends AnyChannel {
  readonly type: 'syslog';
  readonly host: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp' | 'tls';
  /** RFC 5424 table 1 */
  readonly facility: number;
  /** IANA private enterprise number of the structured data (RFC 5424 section 7.2.2) */
  readonly enterprise: number;
  /** certificates that are trusted instead of the system's, PEM */
  readonly ca: string | null;
}

export interface WebhookSettings extends AnyChannel {
  readonly type: 'webhook';
  readonly url: string;
  readonly secret: string;
  readonly ca: string | null;
}

export interface EmailSettings extends AnyChannel {
  readonly type: 'email';
  readonly host: string;
  readonly port: number;
  readonly security: 'none' | 'starttls' | 'tls';
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly ca: string | null;
}

export interface CommandSettings extends AnyChannel {
  readonly type: 'command';
  /** program and arguments; no shell reads them */
  readonly run: readonly [string, ...string[]];
}
