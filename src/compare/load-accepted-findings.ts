import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { EXIT, Failure, type Problem } from '../base/failure.js';
import { LIMITS } from '../base/limits.js';
import type { Text } from '../base/text.js';
import { decodeText } from '../topology/read/decode-text.js';
import { parsePointer } from '../topology/read/field-path.js';
import type { ProblemDetail } from '../topology/read/problem-log.js';
import { readDocument, removeField } from '../topology/read/read-document.js';
import { SAYINGS, type StructureError } from '../topology/read/structure-sayings.js';
import type { AcceptedFindings } from './accepted-entry.js';
import { resolveEntries } from './resolve-entries.js';
import validateGenerated from './validate-accepted-findings.generated.js';

interface RegisterValidator {
  (value: unknown): boolean;
  readonly errors?: readonly StructureError[] | null;
}

const validateRegister = validateGenerated as unknown as RegisterValidator;

/**
 * Reads the register of accepted findings (docs/accepted-findings.md).
 * @throws Failure (exit 3) with everything that is wrong with the file
 */
export function loadAcceptedFindings(path: string): AcceptedFindings {
  return parseAcceptedFindings(readBytes(path), path);
}

/** The same for text or bytes already at hand. @param file name for messages and the report */
export function parseAcceptedFindings(source: string | Uint8Array, file: string): AcceptedFindings {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') throw failure([text]);
  const { value, log } = readDocument(text, file);
  if (value === undefined) throw failure(log.sorted());
  for (const problem of structureProblems(value)) {
    log.add(problem);
    // what failed is left out, and the rest is still checked: all errors at once
    if (problem.invalid) removeField(value, problem.path);
  }
  const isDocument = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isDocument ? resolveEntries(value, log) : [];
  if (log.hasErrors) throw failure(log.sorted());
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), entries };
}

const FORMS: readonly (readonly [end: RegExp, remedy: Text])[] = [
  [
    /fingerprint\/pattern$/,
    { ja: '報告の検出事項に示される識別子（16進数字）', en: 'the id of a finding as a report shows it (hexadecimal)' },
  ],
  [/rule\/pattern$/, { ja: '規則の番号。例: A8-3-I-52', en: 'the id of a rule, for example A8-3-I-52' }],
  [/service\/pattern$/, { ja: 'tcp/443、udp/53、icmp の形', en: 'written tcp/443, udp/53 or icmp' }],
];

interface RegisterProblem extends ProblemDetail {
  /** the field at `path` must be left out of the checks that follow */
  readonly invalid: boolean;
}

function structureProblems(value: unknown): readonly RegisterProblem[] {
  if (validateRegister(value)) return [];
  return (validateRegister.errors ?? []).map((error) => {
    const path = parsePointer(error.instancePath, value);
    const unsaid = { message: { ja: `${error.keyword} に反する`, en: `fails ${error.keyword}` } };
    const said = { code: 'ACCEPT-STRUCTURE', ...(SAYINGS[error.keyword]?.(error) ?? unsaid) };
    const form = FORMS.find(([end]) => end.test(error.schemaPath))?.[1];
    switch (error.keyword) {
      case 'additionalProperties':
        return {
          ...said,
          path: [...path, String(error.params.additionalProperty)],
          part: 'key' as const,
          invalid: true,
        };
      case 'required':
        return { ...said, path: [...path, String(error.params.missingProperty)], invalid: false };
      case 'minProperties':
        return {
          ...said,
          path,
          invalid: true,
          remedy: { ja: 'zone、host、prefix のいずれかを書く', en: 'write zone, host or prefix' },
        };
      default:
        return { ...said, ...(form === undefined ? {} : { remedy: form }), path, invalid: true };
    }
  });
}

/** The reader's codes are named after the topology: here they are about the register. */
function failure(problems: readonly Problem[]): Failure {
  const coded = problems.map((problem) => ({
    ...problem,
    code: problem.code.startsWith('ACCEPT-') ? problem.code : problem.code.replace(/^[A-Z]+/, 'ACCEPT'),
  }));
  return new Failure(EXIT.unusable, coded);
}

function readBytes(path: string): Uint8Array {
  const unreadable = (ja: string, en: string): Failure =>
    new Failure(EXIT.unusable, [
      {
        code: 'ACCEPT-UNREADABLE',
        file: path,
        level: 'error',
        message: { ja, en },
        remedy: {
          ja: '台帳のファイルの名前と場所を確かめる。書き方は docs/accepted-findings.md にある',
          en: 'check name and folder of the register; docs/accepted-findings.md says how one is written',
        },
      },
    ]);
  try {
    const { size } = statSync(path);
    if (size > LIMITS.registerBytes) {
      throw unreadable(
        `受容した検出事項の台帳が大きすぎる（${size} バイト）`,
        `the register is too large (${size} bytes)`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw unreadable('受容した検出事項の台帳がない', 'there is no such register of accepted findings');
    if (code === 'EISDIR') throw unreadable('フォルダである', 'this is a folder, not a register');
    if (code === 'EACCES') throw unreadable('読み取る権限がない', 'no permission to read it');
    throw unreadable(`読めない（${code ?? 'I/O'}）`, `cannot be read (${code ?? 'I/O'})`);
  }
}
