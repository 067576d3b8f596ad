import { LOG_LEVELS, type LogLevel } from './output/log.js';
import type { Surroundings } from './surroundings.js';

/** `--log-level`, else `--debug` or `--quiet`, else SANSOU_LOG, else `warn`. A wrong word is refused by the command. */
export function chooseLogLevel(argv: readonly string[], env: Surroundings['env']): LogLevel {
  const flag = argv.findLastIndex((argument) => argument === '--log-level' || argument.startsWith('--log-level='));
  const asked = flag < 0 ? undefined : argv[flag] === '--log-level' ? argv[flag + 1] : argv[flag]?.split('=')[1];
  const isLevel = (word: string | undefined): word is LogLevel => LOG_LEVELS.some((level) => level === word);
  if (isLevel(asked)) return asked;
  if (argv.includes('--debug')) return 'debug';
  if (argv.includes('--quiet') || argv.includes('-q')) return 'error';
  const fromEnvironment = env.SANSOU_LOG?.toLowerCase();
  return isLevel(fromEnvironment) ? fromEnvironment : 'warn';
}
