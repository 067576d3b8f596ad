import { createReadStream } from 'node:fs';
import { EXIT, Failure, type Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import type { FlowRecord, FlowRun } from '../../model/flow-record.js';
import { parseFlowLine } from './parse-flow-record.js';

/** wrong lines that are named one by one */
const NAMED = 20;

const REMEDY: Text = {
  ja: 'check --keep-flows か sansou flows --format ndjson の出力、または check --format json の報告を指定する',
  en: 'name what check --keep-flows or sansou flows --format ndjson wrote, or a report of check --format json',
};

export interface ReadRecords {
  readonly flows: number;
  /** null: the last line is missing, or `sansou flows` wrote the file, which has none */
  readonly run: FlowRun | null;
  /** records without hops, and without facts */
  readonly withoutHops: number;
  readonly withoutFacts: number;
}

/**
 * Reads a file of flows line by line: what `check --keep-flows` or `sansou flows` wrote (ndjson or json).
 * @throws Failure (exit 3) naming every line that is no flow record
 */
export async function readFlowRecords(path: string, onRecord: (record: FlowRecord) => void): Promise<ReadRecords> {
  const problems: Problem[] = [];
  let wrong = 0;
  let flows = 0;
  let withoutHops = 0;
  let withoutFacts = 0;
  let run: FlowRun | null = null;
  let number = 0;
  const complain = (why: Text): void => {
    wrong++;
    if (wrong <= NAMED) problems.push(lineProblem(path, number, why));
  };
  for await (const line of linesOf(path)) {
    number++;
    const text = line.trim().replace(/,$/, '');
    if (text === '' || text === '[' || text === ']') continue;
    if (run !== null) {
      complain({ ja: '実行の最後の行の後に続きがある', en: 'nothing may follow the last line of a run' });
      break;
    }
    const parsed = parseFlowLine(text);
    if ('wrong' in parsed) complain(wordsOf(parsed.wrong));
    else if ('run' in parsed) run = parsed.run;
    else if (flows >= LIMITS.flowRecords) {
      complain({
        ja: `フローの記録が上限（${LIMITS.flowRecords} 件）より多い`,
        en: `more than ${LIMITS.flowRecords} flow records`,
      });
      break;
    } else {
      flows++;
      if (parsed.lacks.hops) withoutHops++;
      if (parsed.lacks.facts) withoutFacts++;
      onRecord(parsed.record);
    }
    // a file of something else altogether is not read to its end
    if (flows === 0 && wrong >= NAMED) break;
  }
  if (wrong > 0) throw new Failure(EXIT.unusable, problems);
  if (flows === 0 && run === null)
    throw new Failure(EXIT.unusable, [lineProblem(path, 1, { ja: '一件もない', en: 'the file has no flow record' })]);
  return { flows, run, withoutHops, withoutFacts };
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (rest.length > LIMITS.flowRecordBytes) {
        yield rest.slice(0, 1);
        return;
      }
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'I/O';
    throw new Failure(EXIT.unusable, [
      {
        code: 'RECORDS-UNREADABLE',
        level: 'error',
        file: path,
        message:
          code === 'ENOENT'
            ? { ja: 'ファイルがない', en: 'there is no such file' }
            : { ja: `読めない（${code}）`, en: `it cannot be read (${code})` },
        remedy: REMEDY,
      },
    ]);
  }
  if (rest !== '') yield rest;
}

/** What a shape says of a value, `a.port: not a whole number`, in both languages. */
function wordsOf(wrong: string): Text {
  const field = /^([\w.[\]]+): /.exec(wrong)?.[1];
  return { ja: field === undefined ? 'JSON の形が正しくない' : `${field} の値が正しくない`, en: wrong };
}

function lineProblem(file: string, line: number, why: Text): Problem {
  return {
    code: 'RECORDS',
    level: 'error',
    file,
    line,
    message: { ja: `フローの記録ではない（${why.ja}）`, en: `this is no flow record (${why.en})` },
    remedy: REMEDY,
  };
}
