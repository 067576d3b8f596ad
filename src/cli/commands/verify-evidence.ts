import type { Command } from 'commander';
import type { VerifyOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';

/** `sansou verify-evidence DIR` */
export function addVerifyEvidenceCommand(program: Command, session: Session): void {
  program
    .command('verify-evidence')
    .description(
      say(session, {
        ja: '証拠一式のハッシュ値と連鎖を照合し、収められたパケットから検出事項を再判定する',
        en: 'check an evidence bundle: every digest, the chain, and its findings once more from its packets',
      }),
    )
    .argument('<dir>', say(session, { ja: '証拠一式のフォルダ', en: 'folder of the evidence bundle' }))
    .option('-f, --format <name>', 'text | json', 'text')
    .option(
      '-o, --output <file>',
      say(session, { ja: '結果の書き込み先（既定: 標準出力）', en: 'where to write (default: standard output)' }),
    )
    .option(
      '--evidence-chain <file>',
      say(session, {
        ja: 'この一式が入っているはずの連鎖の記録',
        en: 'file of the chain in which the bundle must stand',
      }),
    )
    .option(
      '--manifest-sha256 <hex>',
      say(session, {
        ja: '作成時に控えた目録の SHA-256 と照合する',
        en: 'digest of the manifest as it was written down when the bundle was made',
      }),
    )
    .addHelpText(
      'after',
      say(session, {
        ja: `
例:
  sansou check captures -t city.yaml --evidence 証拠-0401
  sansou verify-evidence 証拠-0401
  sansou verify-evidence 証拠-0401 --manifest-sha256 3f1c… --format json

終了ステータス: 0 すべて合う / 1 合わない点がある / 3 証拠一式ではない / 64 使い方の誤り`,
        en: `
Examples:
  sansou check captures -t city.yaml --evidence evidence-0401
  sansou verify-evidence evidence-0401
  sansou verify-evidence evidence-0401 --manifest-sha256 3f1c… --format json

Exit status: 0 all holds / 1 something does not hold / 3 no evidence bundle / 64 wrong usage`,
      }),
    )
    .action(async (directory: string, _options: unknown, self: Command) => {
      const { runVerifyEvidence } = await import('../run/run-verify-evidence.js');
      await runVerifyEvidence(session, directory, self.optsWithGlobals<VerifyOptions>());
    });
}
