import { LIMITS } from '../base/limits.js';
import type { HistoryStore, NumberedChange } from '../model/history.js';
import { SEVERITIES, VERDICTS } from '../model/report.js';
import type { NoticedChange } from './notice.js';
import type { ChannelSettings, NotifySettings } from './notify-settings.js';
import { isAtLeast, isQuiet, localMoment } from './quiet.js';

/** changes looked at in one step */
const CHANGES_AT_ONCE = 10_000;

const HOUR = 3_600_000;

/** How far a channel has come, kept in the store. */
interface Progress {
  /** all changes up to this number are told, or not to be told */
  readonly upTo: number;
  /** told beyond it, because something before waits for the end of the quiet hours */
  readonly beyond: readonly number[];
  /** when the messages of the last hour were made, milliseconds since 1970 */
  readonly made: readonly number[];
}

export interface Collected {
  readonly changes: readonly NoticedChange[];
  readonly omitted: number;
  /** to be kept with the notice, in one transaction */
  keep(): void;
}

/**
 * What a channel is to be told now, `null`: nothing. The first change goes out at once; what follows soon waits and goes
 * out together, as does what a full hour or the quiet hours held back. Nothing is dropped but from the list of a notice
 * that is too long, and there it is counted.
 */
export function collectChanges(
  store: HistoryStore,
  settings: NotifySettings,
  channel: ChannelSettings,
  now: number,
): Collected | null {
  const note = `progress:${channel.name}`;
  const progress = readProgress(store.outbox.note(note), now);
  if (isTooSoon(progress, settings, now) || store.outbox.count(channel.name) >= LIMITS.waitingNotices) return null;

  const moment = localMoment(now, settings.timezone);
  const told = new Set(progress.beyond);
  const ready: NumberedChange[] = [];
  const held: number[] = [];
  const seen = store.changes({ after: progress.upTo, limit: CHANGES_AT_ONCE });
  for (const change of seen) {
    if (told.has(change.number) || !isWanted(change, settings, channel)) continue;
    if (isQuiet(settings.quietHours, change.finding.severity, moment)) held.push(change.number);
    else ready.push(change);
  }
  const last = seen.at(-1)?.number ?? progress.upTo;
  const upTo = held[0] === undefined ? last : held[0] - 1;
  const beyond = [...told, ...ready.map(({ number }) => number)].filter((number) => number > upTo);
  const made = ready.length === 0 ? progress.made : [...progress.made, now];
  const keep = (): void => store.outbox.setNote(note, JSON.stringify({ upTo, beyond, made } satisfies Progress));
  if (ready.length === 0) {
    if (upTo !== progress.upTo) keep();
    return null;
  }
  const merged = mergeChanges(ready);
  return {
    changes: merged.slice(0, LIMITS.noticedFindings).map(toNoticed),
    omitted: Math.max(0, merged.length - LIMITS.noticedFindings),
    keep,
  };
}

function readProgress(note: string | null, now: number): Progress {
  if (note === null) return { upTo: 0, beyond: [], made: [] };
  const progress = JSON.parse(note) as Progress;
  // a clock that was set back must not hold everything until it has caught up
  return { ...progress, made: progress.made.filter((at) => at > now - HOUR && at <= now) };
}

function isTooSoon({ made }: Progress, { groupSeconds, maxPerHour }: NotifySettings, now: number): boolean {
  const last = made.at(-1);
  return (last !== undefined && now - last < groupSeconds * 1000) || made.length >= maxPerHour;
}

function isWanted({ finding }: NumberedChange, settings: NotifySettings, channel: ChannelSettings): boolean {
  return (
    finding.accepted === undefined &&
    settings.verdicts.includes(finding.verdict) &&
    isAtLeast(finding.severity, channel.minSeverity ?? settings.minSeverity)
  );
}

/** One line for a finding that appeared and worsened since; one that came and went is told as both. Gravest first. */
function mergeChanges(changes: readonly NumberedChange[]): readonly NumberedChange[] {
  const merged = new Map<string, NumberedChange>();
  for (const change of changes) {
    const isEnd = change.change === 'gone';
    const key = `${change.finding.id} ${isEnd}`;
    const before = merged.get(key);
    const appeared = before?.change === 'appeared' && change.change === 'worsened';
    merged.set(key, appeared ? { ...change, change: 'appeared' } : change);
  }
  const rank = ({ change, finding }: NumberedChange): number =>
    (change === 'gone' ? 1000 : 0) + VERDICTS.indexOf(finding.verdict) * 10 + SEVERITIES.indexOf(finding.severity);
  return [...merged.values()].sort((x, y) => rank(x) - rank(y) || x.number - y.number);
}

function toNoticed({ change, run, at, before, finding }: NumberedChange): NoticedChange {
  const { id, rule, clause, verdict, severity, title, summary, from, to, service, first, last } = finding;
  return {
    ...{ change, run, at, ...(before === undefined ? {} : { before }) },
    finding: { id, rule, clause, verdict, severity, title, summary, from, to, service, first, last },
  };
}
