import { say, type Session } from './session.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * The first Ctrl-C (or SIGTERM) aborts `signal`: the reading stops and what was read is judged. The second ends the
 * process at once, after `atEnd`.
 */
export async function withInterrupt<T>(
  session: Session,
  atEnd: () => void,
  work: (controller: AbortController) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let asked = false;
  const listener = (signal: NodeJS.Signals): void => {
    if (asked) {
      atEnd();
      stop();
      session.die(signal);
      return;
    }
    asked = true;
    session.stderr.write(
      `\n${say(session, {
        ja: 'sansou: 中断を受け付けた。ここまでに読んだ分で結果を出す（もう一度押すと直ちに終わる）。',
        en: 'sansou: interrupted. The result covers what has been read so far (once more ends at once).',
      })}\n`,
    );
    controller.abort();
  };
  const stop = (): void => {
    for (const signal of SIGNALS) session.signals.off(signal, listener);
  };
  for (const signal of SIGNALS) session.signals.on(signal, listener);
  try {
    return await work(controller);
  } finally {
    stop();
  }
}
