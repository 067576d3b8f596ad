import type { JSX } from 'preact';
import type { Problem } from '../../../base/failure.js';
import { usePage } from '../session.js';

/** What went wrong, in the reader's language. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }): JSX.Element | null {
  const { say } = usePage();
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert">
      {problems.map((problem, index) => (
        <p key={index}>
          {problem.file === undefined ? null : (
            <code>
              {problem.file}
              {problem.line === undefined ? '' : `:${problem.line}`}{' '}
            </code>
          )}
          {say(problem.message)}
          {problem.remedy === undefined ? null : <small> → {say(problem.remedy)}</small>}
        </p>
      ))}
    </div>
  );
}

/** What a page shows until its answer is there. */
export function Waiting({ problems }: { readonly problems: readonly Problem[] }): JSX.Element {
  const { say } = usePage();
  if (problems.length > 0) return <Problems problems={problems} />;
  return (
    <p class="waiting" aria-busy="true">
      {say({ ja: '読み込み中…', en: 'Loading…' })}
    </p>
  );
}
