import type { History } from '../../model/history.js';
import { usageFailure } from '../usage.js';

/** runs that a message names */
const NAMED = 8;

/**
 * The run that a user means: its id, a beginning that no other one has, or `latest`.
 * @throws Failure (exit 64) where there is none, or several
 */
export function findRun(history: Pick<History, 'runs' | 'run' | 'runsLike'>, text: string): string {
  if (text === 'latest') {
    const [latest] = history.runs({ limit: 1 });
    if (latest !== undefined) return latest.id;
  }
  if (history.run(text) !== null) return text;
  const candidates = text === '' ? [] : history.runsLike(text, NAMED + 1);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only;
  if (only === undefined)
    throw usageFailure(
      { ja: `履歴に「${text}」という実行がない`, en: `the history has no run "${text}"` },
      { ja: '一覧は sansou history list で見られる', en: 'sansou history list lists them' },
    );
  const list = `${candidates.slice(0, NAMED).join(', ')}${candidates.length > NAMED ? ', …' : ''}`;
  throw usageFailure(
    { ja: `「${text}」で始まる実行が二つ以上ある`, en: `several runs begin with "${text}"` },
    { ja: `候補: ${list}`, en: `one of: ${list}` },
  );
}
