import type { Help, HelpConfiguration } from 'commander';
import { createCellWidth } from '../report/layout/cell-width.js';
import { wrapText } from '../report/layout/wrap.js';
import { translatePlaceholders } from './translate-placeholders.js';

/** commander's own headings. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Global Options:': '共通のオプション:',
  'Commands:': 'コマンド:',
};

const width = createCellWidth(false);

/** How commander writes a help page in Japanese: its own words translated, columns and lines measured in cells. */
export function japaneseHelp(plain: Help): HelpConfiguration {
  return {
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command) => translatePlaceholders(plain.commandUsage(command)),
    subcommandTerm: (command) => translatePlaceholders(plain.subcommandTerm(command)),
    optionTerm: (option) => translatePlaceholders(option.flags),
    argumentTerm: (argument) => translatePlaceholders(argument.name()),
    optionDescription: ({ description, defaultValue, required, optional }) =>
      typeof defaultValue === 'string' && (required || optional)
        ? `${description}${/[!-~]$/.test(description) ? ' ' : ''}（既定: ${defaultValue}）`
        : description,
    displayWidth: width,
    boxWrap: (text, cells) =>
      text
        .split('\n')
        .flatMap((line) => wrapText(line, cells, width))
        .join('\n'),
  };
}
