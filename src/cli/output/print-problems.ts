import type { Problem } from '../../base/failure.js';
import type { Language } from '../../base/text.js';
import { escapeTerminal } from '../../report/escape.js';

const levels = {
  error: { ja: 'エラー', en: 'error' },
  warning: { ja: '警告', en: 'warning' },
  note: { ja: '注意', en: 'note' },
} as const;

/** `city.yaml:24:9` as compilers write it, so that editors can jump there. */
function place(problem: Problem): string {
  if (problem.file === undefined) return 'sansou';
  const numbers = [problem.line, problem.column].filter((number) => number !== undefined);
  return [escapeTerminal(problem.file), ...numbers].join(':');
}

function formatProblem(problem: Problem, language: Language): string {
  const field = problem.field === undefined ? '' : ` ${escapeTerminal(problem.field)}:`;
  const code = problem.code === 'USAGE' ? '' : ` [${problem.code}]`;
  const head = `${place(problem)}: ${levels[problem.level][language]}${code}:${field}`;
  const lines = problem.message[language].split('\n').map(escapeTerminal);
  const remedy = problem.remedy?.[language].split('\n').map((line) => `    → ${escapeTerminal(line)}`) ?? [];
  return [`${head} ${lines[0] ?? ''}`, ...lines.slice(1).map((line) => `    ${line}`), ...remedy, ''].join('\n');
}

/** Each problem with its place, what is wrong, and what would be right. */
export function formatProblems(problems: readonly Problem[], language: Language): string {
  return problems.map((problem) => formatProblem(problem, language)).join('');
}
