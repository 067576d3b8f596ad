import type { CommanderError } from 'commander';
import type { Failure } from '../base/failure.js';
import type { Text } from '../base/text.js';
import { translatePlaceholders } from './translate-placeholders.js';
import { usageFailure } from './usage.js';

const japanese: Readonly<Record<string, (quoted: string) => string>> = {
  'commander.unknownOption': (quoted) => `「${quoted}」というオプションはない`,
  'commander.unknownCommand': (quoted) => `「${quoted}」というコマンドはない`,
  'commander.missingArgument': (quoted) => `引数「${translatePlaceholders(quoted)}」が足りない`,
  'commander.optionMissingArgument': (quoted) => `オプション ${translatePlaceholders(quoted)} に値が足りない`,
  'commander.excessArguments': () => '引数が多すぎる',
  'commander.invalidArgument': (quoted) => `「${quoted}」という値は使えない`,
};

/** commander's own words in both languages, as a failure of ours. */
export function explainCommanderError(error: CommanderError): Failure {
  const lines = error.message.replace(/^error: /, '').split('\n');
  const english = lines[0] ?? '';
  const quoted = /'([^']*)'/.exec(english)?.[1] ?? '';
  const guess = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1];
  const message: Text = {
    ja: japanese[error.code]?.(quoted) ?? `コマンドの書き方が正しくない: ${english}`,
    en: english,
  };
  const remedy: Text =
    guess === undefined
      ? {
          ja: '書き方は sansou --help と sansou コマンド名 --help にある',
          en: 'see sansou --help and sansou COMMAND --help',
        }
      : { ja: `「${guess}」のことか`, en: `did you mean ${guess}?` };
  return usageFailure(message, remedy);
}
