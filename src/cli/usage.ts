import { EXIT, Failure } from '../base/failure.js';
import type { Text } from '../base/text.js';
import { nearestWord } from '../topology/read/nearest-word.js';

/** The command line is wrong: exit status 64, with what would be right. */
export function usageFailure(message: Text, remedy?: Text): Failure {
  return new Failure(EXIT.usage, [
    { code: 'USAGE', level: 'error', message, ...(remedy === undefined ? {} : { remedy }) },
  ]);
}

/** `word` is none of `choices`. */
export function wrongChoice(option: string, word: string, choices: readonly string[]): Failure {
  const guess = nearestWord(word, choices);
  const list = choices.join(', ');
  return usageFailure(
    { ja: `${option} に「${word}」という値はない`, en: `${option}: there is no "${word}"` },
    guess === undefined
      ? { ja: `使える値: ${list}`, en: `one of: ${list}` }
      : { ja: `「${guess}」のことか（使える値: ${list}）`, en: `did you mean "${guess}"? (one of: ${list})` },
  );
}

/** The value if it is one of `choices`, else the failure. */
export function requireChoice<T extends string>(option: string, word: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word);
  if (found === undefined) throw wrongChoice(option, word, choices);
  return found;
}
