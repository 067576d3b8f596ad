import { CommanderError } from 'commander';
import { EXIT, Failure } from '../base/failure.js';
import { chooseLanguage } from './choose-language.js';
import { explainCommanderError } from './explain-commander-error.js';
import { createLog } from './output/log.js';
import { chooseLogLevel } from './choose-log-level.js';
import { formatProblems } from './output/print-problems.js';
import { createProgram } from './program.js';
import { reportInternalError } from './report-internal-error.js';
import type { Session } from './session.js';
import { processSurroundings, type Surroundings } from './surroundings.js';

/** Makes sure that everything printed has left before the process ends. */
async function drain(session: Session): Promise<void> {
  await session.log.flush();
  for (const stream of [session.stdout, session.stderr]) {
    if (!stream.destroyed && stream.writable) await new Promise<void>((resolve) => stream.write('', () => resolve()));
  }
}

/** Tells the user what went wrong; answers the exit status that it means. */
function explainError(error: unknown, session: Session, argv: readonly string[]): number {
  if (error instanceof CommanderError) {
    // commander ends by throwing after help and version too
    if (error.exitCode === 0) return EXIT.clean;
    // no command was named: the help has been printed
    if (error.code === 'commander.help') return EXIT.usage;
    return explainError(explainCommanderError(error), session, argv);
  }
  if (error instanceof Failure) {
    session.stderr.write(formatProblems(error.problems, session.language));
    return error.exit;
  }
  reportInternalError(error, session, argv);
  return EXIT.internal;
}

/**
 * The whole command.
 * @param argv what follows the command's name
 * @returns the exit status of docs/verdicts.md: 0, 1, 2, 3, 64 or 70; never throws
 */
export async function runCli(argv: readonly string[], surroundings: Partial<Surroundings> = {}): Promise<number> {
  const around = { ...processSurroundings(), ...surroundings };
  const ignore = (): void => {
    // a reader that has gone is noticed where it matters (output.ts); messages to nobody are dropped
  };
  around.stdout.on('error', ignore);
  around.stderr.on('error', ignore);
  const session: Session = {
    ...around,
    language: chooseLanguage(argv, around.env),
    log: createLog(chooseLogLevel(argv, around.env), around.stderr),
    status: EXIT.clean,
  };
  try {
    await createProgram(session).parseAsync(argv, { from: 'user' });
  } catch (error) {
    session.status = explainError(error, session, argv);
  }
  await drain(session);
  around.stdout.off('error', ignore);
  around.stderr.off('error', ignore);
  return session.status;
}
