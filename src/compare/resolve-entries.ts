import { parseAddress, parsePrefix, type Prefix } from '../base/address.js';
import { LIMITS } from '../base/limits.js';
import type { Area } from '../model/place.js';
import type { Verdict } from '../model/report.js';
import type { FieldPath } from '../topology/read/field-path.js';
import type { ProblemLog } from '../topology/read/problem-log.js';
import type { AcceptedEntry, EndPattern, FindingPattern } from './accepted-entry.js';

/** The register as written. Everything may be missing: what failed the structure check was taken out. */
export interface RegisterFile {
  readonly accepted?: readonly (EntryFile | undefined)[];
}

interface EntryFile {
  readonly id?: string;
  readonly fingerprint?: string;
  readonly pattern?: PatternFile;
  readonly reason?: string;
  readonly approver?: string;
  readonly ticket?: string;
  readonly until?: string;
  readonly settledBy?: string;
}

interface PatternFile {
  readonly rule?: string;
  readonly verdict?: Verdict;
  readonly from?: EndFile;
  readonly to?: EndFile;
  readonly conduit?: string;
  readonly service?: string;
}

interface EndFile {
  readonly zone?: Area;
  readonly host?: string;
  readonly prefix?: string;
}

const PROTO: Readonly<Record<string, number>> = { tcp: 6, udp: 17, sctp: 132, icmp: 1, icmpv6: 58 };

/** What a JSON Schema cannot say: ids once, dates that exist, patterns that are narrow enough. Problems go to the log. */
export function resolveEntries({ accepted = [] }: RegisterFile, log: ProblemLog): readonly AcceptedEntry[] {
  if (accepted.length > LIMITS.registerEntries) {
    log.add({
      path: ['accepted'],
      message: {
        ja: `項目が多すぎる（${accepted.length} 件、上限は ${LIMITS.registerEntries}）`,
        en: `there are too many entries (${accepted.length}; at most ${LIMITS.registerEntries})`,
      },
    });
    return [];
  }
  const seen = new Set<string>();
  return accepted.flatMap((entry, index) => {
    if (entry === undefined) return [];
    const path: FieldPath = ['accepted', index];
    if (entry.id !== undefined) {
      if (seen.has(entry.id)) {
        log.add({
          path: [...path, 'id'],
          message: { ja: `id ${entry.id} が二度使われている`, en: `the id ${entry.id} is used twice` },
          remedy: { ja: '項目ごとに異なる id を付ける', en: 'give every entry an id of its own' },
        });
      }
      seen.add(entry.id);
    }
    checkDate(entry.until, [...path, 'until'], log);
    const subject = subjectOf(entry, path, log);
    const { id, reason, approver, until } = entry;
    if (subject === undefined || id === undefined || reason === undefined) return [];
    if (approver === undefined || until === undefined) return [];
    const { ticket = null, settledBy = null } = entry;
    return [{ entry: id, reason, approver, ticket, until, settledBy, subject }];
  });
}

function checkDate(date: string | undefined, path: FieldPath, log: ProblemLog): void {
  if (date === undefined) return;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isFinite(time) && new Date(time).toISOString().startsWith(date)) return;
  log.add({
    path,
    message: { ja: `${date} という日はない`, en: `there is no day ${date}` },
    remedy: { ja: '暦にある日付を 2027-03-31 の形で書く', en: 'write a day of the calendar, like 2027-03-31' },
  });
}

function subjectOf(entry: EntryFile, path: FieldPath, log: ProblemLog): AcceptedEntry['subject'] | undefined {
  const { fingerprint, pattern } = entry;
  if (fingerprint !== undefined && pattern === undefined) return { fingerprint };
  if (pattern === undefined || fingerprint !== undefined) {
    // a field that failed the structure check was taken out, and has been told already
    if ('fingerprint' in entry !== 'pattern' in entry) return undefined;
    log.add({
      path,
      message:
        pattern === undefined
          ? { ja: 'どの検出事項のことか書かれていない', en: 'it does not say which findings it is about' }
          : { ja: 'fingerprint と pattern の両方がある', en: 'there are both a fingerprint and a pattern' },
      remedy: { ja: 'fingerprint か pattern のどちらか一方を書く', en: 'write either fingerprint or pattern' },
    });
    return undefined;
  }
  const at: FieldPath = [...path, 'pattern'];
  const resolved = patternOf(pattern, at, log);
  if (resolved === undefined) return undefined;
  if (entry.settledBy !== undefined && resolved.verdict !== null && resolved.verdict !== 'undetermined') {
    log.add({
      path: [...at, 'verdict'],
      message: {
        ja: 'settledBy のある項目は、判定不能の検出事項だけを対象とする',
        en: 'an entry with settledBy is about undetermined findings only',
      },
      remedy: { ja: 'verdict を除くか undetermined とする', en: 'leave verdict out, or write undetermined' },
    });
  }
  return { pattern: resolved };
}

function patternOf(pattern: PatternFile, path: FieldPath, log: ProblemLog): FindingPattern | undefined {
  const { rule, verdict = null, conduit = null } = pattern;
  const isWide = ['from', 'to', 'conduit', 'service'].every((field) => !(field in pattern));
  if (isWide) {
    log.add({
      path,
      message: {
        ja: '規則だけの指定では、将来の検出事項まで広く受容してしまう',
        en: 'a rule alone would accept whatever that rule finds in future',
      },
      remedy: { ja: 'from、to、conduit、service のいずれかを加える', en: 'add from, to, conduit or service' },
    });
  }
  const from = endOf(pattern.from, [...path, 'from'], log);
  const to = endOf(pattern.to, [...path, 'to'], log);
  const service = serviceOf(pattern.service, [...path, 'service'], log);
  return rule === undefined || isWide ? undefined : { rule, verdict, from, to, conduit, service };
}

function endOf(end: EndFile | undefined, path: FieldPath, log: ProblemLog): EndPattern | null {
  if (end === undefined) return null;
  const { zone = null, host = null } = end;
  return { zone, host, prefix: prefixOf(end.prefix, [...path, 'prefix'], log) };
}

function prefixOf(text: string | undefined, path: FieldPath, log: ProblemLog): Prefix | null {
  if (text === undefined) return null;
  const address = parseAddress(text);
  const prefix = address === undefined ? parsePrefix(text) : { address, length: address.family === 4 ? 32 : 128 };
  if (prefix === undefined) {
    log.add({
      path,
      message: { ja: `「${text}」はアドレスでも範囲でもない`, en: `"${text}" is neither an address nor a prefix` },
      remedy: { ja: '例: 10.20.4.0/24、10.20.4.10', en: 'for example 10.20.4.0/24 or 10.20.4.10' },
    });
  }
  return prefix ?? null;
}

function serviceOf(text: string | undefined, path: FieldPath, log: ProblemLog): FindingPattern['service'] {
  if (text === undefined) return null;
  const [name = '', digits] = text.split('/');
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) {
    log.add({
      path,
      message: { ja: `ポート番号 ${port} は範囲の外`, en: `port ${port} is out of range` },
      remedy: { ja: '1 から 65535', en: '1 to 65535' },
    });
  }
  return { proto: PROTO[name] ?? 0, port };
}
