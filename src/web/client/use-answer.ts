import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../base/failure.js';
import type { LiveTopic } from '../api.js';
import { fetchAnswer, Refused } from './fetch-answer.js';
import { liveFeed } from './live-feed.js';
import { usePage } from './session.js';

export interface Awaited<T> {
  readonly answer: T | null;
  readonly problems: readonly Problem[];
  readonly reload: () => void;
}

/** An answer that is kept up to date. */
export interface Following {
  /** asked again when the server says that this has changed */
  readonly topic: LiveTopic;
  /** without that word, asked again every so many seconds */
  readonly seconds: number;
}

interface Held<T> {
  readonly path: string;
  readonly answer: T | null;
  readonly problems: readonly Problem[];
}

/** With the server's word, asking is for what changes by itself: how long ago something was, and whether one may still. */
const SLOW_MILLISECONDS = 60_000;

/** A watch may save every second: so often nobody reads. */
const GAP_MILLISECONDS = 2000;

/**
 * Asks the server; what was there stays until the new answer comes. Asked again while the page is in sight, if it follows
 * something.
 * @param path null: nothing to ask yet
 */
export function useAnswer<T>(path: string | null, following?: Following): Awaited<T> {
  const { onLoggedOut } = usePage();
  const [held, setHeld] = useState<Held<T>>({ path: '', answer: null, problems: [] });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((number) => number + 1), []);
  const topic = following?.topic;
  const seconds = following?.seconds;

  useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    let asked = 0;
    const ask = (): void => {
      if (document.visibilityState === 'hidden') return;
      asked = Date.now();
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
    const stop = topic === undefined || seconds === undefined ? undefined : follow(topic, seconds, ask, () => asked);
    document.addEventListener('visibilitychange', ask);
    return () => {
      abort.abort();
      stop?.();
      document.removeEventListener('visibilitychange', ask);
    };
  }, [path, topic, seconds, round, onLoggedOut]);

  const current = held.path === path;
  return { answer: current ? held.answer : null, problems: current ? held.problems : [], reload };
}

/** Calls `ask` when the topic has changed, and by the clock. @returns what ends it */
function follow(topic: LiveTopic, seconds: number, ask: () => void, lastAsked: () => number): () => void {
  const gap = Math.min(GAP_MILLISECONDS, seconds * 1000);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stop = liveFeed.listen(topic, () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, Math.max(0, lastAsked() + gap - Date.now()));
  });
  const timer = setInterval(() => {
    if (!liveFeed.isOpen || Date.now() - lastAsked() >= SLOW_MILLISECONDS) ask();
  }, seconds * 1000);
  return () => {
    stop();
    clearTimeout(waiting);
    clearInterval(timer);
  };
}
