import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../base/failure.js';
import { fetchAnswer, Refused } from './fetch-answer.js';
import { usePage } from './session.js';

export interface Awaited<T> {
  readonly answer: T | null;
  readonly problems: readonly Problem[];
  readonly reload: () => void;
}

interface Held<T> {
  readonly path: string;
  readonly answer: T | null;
  readonly problems: readonly Problem[];
}

/**
 * Asks the server, again every `seconds` while the page is visible. What was there stays until the new answer comes.
 * @param path null: nothing to ask yet
 */
export function useAnswer<T>(path: string | null, seconds?: number): Awaited<T> {
  const { onLoggedOut } = usePage();
  const [held, setHeld] = useState<Held<T>>({ path: '', answer: null, problems: [] });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((number) => number + 1), []);

  useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    const ask = (): void => {
      if (document.visibilityState === 'hidden') return;
      fetchAnswer<T>(path, { signal: abort.signal }).then(
        (answer) => setHeld({ path, answer, problems: [] }),
        (error: unknown) => {
          if (abort.signal.aborted) return;
          if (error instanceof Refused && error.status === 401) onLoggedOut();
          const problems = error instanceof Refused ? error.problems : [];
          setHeld((before) => ({ path, answer: before.path === path ? before.answer : null, problems }));
        },
      );
    };
    ask();
    const timer = seconds === undefined ? undefined : setInterval(ask, seconds * 1000);
    document.addEventListener('visibilitychange', ask);
    return () => {
      abort.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [path, seconds, round, onLoggedOut]);

  const current = held.path === path;
  return { answer: current ? held.answer : null, problems: current ? held.problems : [], reload };
}
