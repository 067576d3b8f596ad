import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { EXIT, Failure, type Problem } from '../base/failure.js';
import { LIMITS } from '../base/limits.js';
import type { Text } from '../base/text.js';
import type { ScanReport } from '../model/report.js';
import { formatField, parsePointer, type FieldPath } from '../topology/read/field-path.js';
import { SAYINGS, type StructureError } from '../topology/read/structure-sayings.js';
import { locateInJson, type JsonPlace } from './locate-in-json.js';
import validateGenerated from './validate-report.generated.js';

/** A report that was written earlier, with the file that it came from. */
export interface StoredReport {
  readonly report: ScanReport;
  readonly file: string;
  readonly sha256: string;
}

interface ReportValidator {
  (value: unknown): boolean;
  readonly errors?: readonly StructureError[] | null;
}

const validateReport = validateGenerated as unknown as ReportValidator;

/**
 * Reads a report that `sansou check --format json` wrote. The file is hostile input: it is held against the report's JSON
 * Schema, and fields that the schema does not know are dropped.
 * @throws Failure (exit 3) that names the first thing that is wrong: a report is written by a program, and one fault makes
 *   many
 */
export function readReport(file: string): StoredReport {
  return parseReport(readBytes(file), file);
}

/** The same for bytes already at hand. @param file name for messages */
export function parseReport(bytes: Uint8Array, file: string): StoredReport {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw failure(file, { ja: 'UTF-8 でない文字がある', en: 'there are bytes that are not UTF-8' });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const place = locateInJson(text);
    throw failure(file, { ja: 'JSON として読めない', en: 'this is not valid JSON' }, WRITE_IT, place);
  }
  if (!isReport(value)) {
    const message = {
      ja: 'sansou の報告（sansou/report/1）ではない',
      en: 'this is no report of sansou (sansou/report/1)',
    };
    throw failure(file, message, WRITE_IT, locateInJson(text, []));
  }
  if (!validateReport(value)) throw structureFailure(file, text, value, validateReport.errors?.[0]);
  return { report: value as ScanReport, file, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Told apart first: of another document, nobody wants to hear which field of a report it lacks. */
function isReport(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'sansou/report/1';
}

const WRITE_IT: Text = {
  ja: 'sansou check --format json が書いた報告を指定する',
  en: 'give a report that sansou check --format json wrote',
};

function structureFailure(file: string, text: string, value: unknown, error: StructureError | undefined): Failure {
  if (error === undefined) return failure(file, { ja: '報告ではない', en: 'this is no report' }, WRITE_IT);
  const path = parsePointer(error.instancePath, value);
  const saying = SAYINGS[error.keyword]?.(error);
  const missing = error.keyword === 'required' ? [...path, String(error.params.missingProperty)] : path;
  return failure(
    file,
    saying?.message ?? { ja: `${error.keyword} に反する`, en: `fails ${error.keyword}` },
    error.keyword === 'required' ? WRITE_IT : (saying?.remedy ?? WRITE_IT),
    locateInJson(text, path),
    missing,
  );
}

function failure(
  file: string,
  message: Text,
  remedy: Text = WRITE_IT,
  place?: JsonPlace,
  path: FieldPath = [],
): Failure {
  const problem: Problem = {
    code: 'REPORT-UNREADABLE',
    file,
    ...place,
    ...(path.length > 0 ? { field: formatField(path) } : {}),
    level: 'error',
    message,
    remedy,
  };
  return new Failure(EXIT.unusable, [problem]);
}

function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > LIMITS.reportBytes) {
      throw failure(file, {
        ja: `報告が大きすぎる（${size} バイト、上限は ${LIMITS.reportBytes}）`,
        en: `the report is too large (${size} bytes; at most ${LIMITS.reportBytes})`,
      });
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw failure(file, { ja: '報告のファイルがない', en: 'there is no such report' });
    if (code === 'EISDIR') throw failure(file, { ja: 'フォルダである', en: 'this is a folder, not a report' });
    if (code === 'EACCES') throw failure(file, { ja: '読み取る権限がない', en: 'no permission to read it' });
    throw failure(file, { ja: `読めない（${code ?? 'I/O'}）`, en: `cannot be read (${code ?? 'I/O'})` });
  }
}
