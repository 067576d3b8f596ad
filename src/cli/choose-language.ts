import type { Language } from '../base/text.js';
import type { Surroundings } from './surroundings.js';

/**
 * `--lang` wherever it stands (messages about a wrong command line need it before the line is understood), else the
 * locale of the environment, else English.
 */
export function chooseLanguage(argv: readonly string[], env: Surroundings['env']): Language {
  let asked: string | undefined;
  argv.forEach((argument, index) => {
    if (argument === '--lang') asked = argv[index + 1];
    else if (argument.startsWith('--lang=')) asked = argument.slice('--lang='.length);
  });
  if (asked === 'ja' || asked === 'en') return asked;
  // POSIX: the first one that is set and not empty decides
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('ja') === true ? 'ja' : 'en';
}
