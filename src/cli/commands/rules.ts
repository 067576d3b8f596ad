import type { Command } from 'commander';
import type { RulesOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';

/** `sansou rules [ID]` */
export function addRulesCommand(program: Command, session: Session): void {
  program
    .command('rules')
    .description(
      say(session, {
        ja: '規則の一覧、または一つの規則の説明を表示する',
        en: 'the rule catalogue, or one rule with its clause, trigger, traps and limits',
      }),
    )
    .argument(
      '[id]',
      say(session, { ja: '規則の番号。例: A8-3-A-01、A-01、01', en: 'for example A8-3-A-01, A-01 or 01' }),
    )
    .option('-f, --format <name>', 'text | json | md', 'text')
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou rules
  sansou rules A8-3-I-30
  sansou rules --format md > rules.md`,
        en: `
Examples:
  sansou rules
  sansou rules A8-3-I-30
  sansou rules --format md > rules.md`,
      }),
    )
    .action(async (id: string | undefined, _options: unknown, self: Command) => {
      const { runRules } = await import('../run/run-rules.js');
      await runRules(session, id, self.optsWithGlobals<RulesOptions>());
    });
}
