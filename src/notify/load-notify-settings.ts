import { readFileSync, statSync } from 'node:fs';
import { EXIT, Failure, type Problem } from '../base/failure.js';
import { LIMITS } from '../base/limits.js';
import { localTime } from '../base/time.js';
import type { Text } from '../base/text.js';
import { SEVERITIES, VERDICTS, type Verdict } from '../model/report.js';
import { decodeText } from '../topology/read/decode-text.js';
import { readDocument } from '../topology/read/read-document.js';
import { FieldReader } from './field-reader.js';
import type { NotifySettings, QuietHours } from './notify-settings.js';
import { readChannel } from './read-channel.js';
import type { SecretSource } from './read-secret.js';

/** What makes the result of a run (domain.md 2.7): the rest is in the digest's figures and in the history. */
const TOLD_VERDICTS: readonly Verdict[] = ['violation', 'suspected', 'undetermined'];

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOCK_FORM: Text = { ja: '"08:30" の形', en: 'written "08:30"' };

type Environment = SecretSource['env'];

/**
 * Reads who is told what. Secrets are fetched now, so that a wrong name shows at the start and not with the first finding.
 * @throws Failure (exit 3) with everything that is wrong
 */
export function loadNotifySettings(file: string, env: Environment = process.env): NotifySettings {
  return parseNotifySettings(readBytes(file), file, env);
}

export function parseNotifySettings(source: string | Uint8Array, file: string, env: Environment = {}): NotifySettings {
  const text = decodeText(typeof source === 'string' ? new TextEncoder().encode(source) : source, file);
  if (typeof text !== 'string') throw failure([text]);
  const { value, log } = readDocument(text, file);
  if (value === undefined) throw failure(log.sorted());
  const settings = readSettings(new FieldReader(value, [], log), { file, env });
  if (log.hasErrors) throw failure(log.sorted());
  return settings;
}

function readSettings(reader: FieldReader, source: SecretSource): NotifySettings {
  reader.number('version', 1, 1);
  const settings: NotifySettings = {
    file: source.file,
    language: reader.choice('language', ['ja', 'en'], 'ja'),
    timezone: readTimezone(reader),
    site: reader.optionalText('site'),
    verdicts: reader.has('verdicts') ? readVerdicts(reader) : TOLD_VERDICTS,
    minSeverity: reader.choice('minSeverity', SEVERITIES, 'low'),
    quietHours: readQuietHours(reader.group('quietHours')),
    digestMinute: reader.has('digest') ? minuteOf(reader.text('digest', CLOCK, CLOCK_FORM)) : null,
    maxPerHour: reader.number('maxPerHour', 1, 1000, 12),
    groupSeconds: reader.number('groupSeconds', 0, 86_400, 60),
    channels: reader
      .list('channels', LIMITS.notifyChannels)
      .map(({ value, path }) => readChannel(reader.below(value, path), source)),
  };
  const names = settings.channels.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (name === '' || names.indexOf(name) === index) continue;
    reader.wrong(['channels', index, 'name'], {
      ja: `名前 ${name} が二度使われている`,
      en: `the name ${name} is used twice`,
    });
  }
  reader.refuseOthers();
  return settings;
}

function readVerdicts(reader: FieldReader): readonly Verdict[] {
  return reader.list('verdicts', VERDICTS.length).flatMap(({ value, path }) => {
    const verdict = VERDICTS.find((word) => word === value);
    if (verdict !== undefined) return [verdict];
    const list = VERDICTS.join(', ');
    reader.wrong(
      path,
      { ja: '使えない値である', en: 'this value cannot be used' },
      { ja: `使える値: ${list}`, en: `one of: ${list}` },
    );
    return [];
  });
}

function readTimezone(reader: FieldReader): string {
  const timezone = reader.optionalText('timezone') ?? 'Asia/Tokyo';
  try {
    localTime(0n, timezone);
    return timezone;
  } catch {
    reader.wrong(
      ['timezone'],
      { ja: '知らない時間帯である', en: 'this time zone is unknown' },
      { ja: 'Asia/Tokyo のような IANA の名前', en: 'an IANA name such as Asia/Tokyo' },
    );
    return 'UTC';
  }
}

function readQuietHours(reader: FieldReader | null): QuietHours | null {
  if (reader === null) return null;
  const quiet: QuietHours = {
    fromMinute: minuteOf(reader.text('from', CLOCK, CLOCK_FORM)),
    untilMinute: minuteOf(reader.text('until', CLOCK, CLOCK_FORM)),
    below: reader.choice('below', SEVERITIES, 'high'),
  };
  reader.refuseOthers();
  return quiet;
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The reader's codes are named after the topology: here they are about notifications. */
function failure(problems: readonly Problem[]): Failure {
  return new Failure(
    EXIT.unusable,
    problems.map((problem) => ({ ...problem, code: problem.code.replace(/^TOPOLOGY/, 'NOTIFY') })),
  );
}

function readBytes(file: string): Uint8Array {
  const unreadable = (ja: string, en: string): Failure =>
    new Failure(EXIT.unusable, [
      {
        code: 'NOTIFY-UNREADABLE',
        file,
        level: 'error',
        message: { ja, en },
        remedy: {
          ja: 'ファイルの名前と場所を確かめる。書き方は docs/notifications.md にある',
          en: 'check name and folder of the file; docs/notifications.md says how one is written',
        },
      },
    ]);
  try {
    const { size } = statSync(file);
    if (size > LIMITS.notifyFileBytes) throw unreadable('通知の設定ファイルが大きすぎる', 'the file is too large');
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw unreadable('通知の設定ファイルがない', 'there is no such file');
    if (code === 'EISDIR') throw unreadable('フォルダである', 'this is a folder');
    if (code === 'EACCES') throw unreadable('読み取る権限がない', 'no permission to read it');
    throw unreadable(`読めない（${code ?? 'I/O'}）`, `cannot be read (${code ?? 'I/O'})`);
  }
}
