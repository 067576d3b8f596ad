import type { Command } from 'commander';
import { say, type Session } from '../session.js';

export function addRedactOptions(command: Command, session: Session): Command {
  return command
    .option(
      '--redact',
      say(session, {
        ja: 'アドレス・MAC・名前を仮名に置き換える（区画は保たれる）',
        en: 'pseudonyms for addresses, MACs and names (segments stay visible)',
      }),
    )
    .option(
      '--redact-salt <file>',
      say(session, {
        ja: '仮名のソルト（16バイト以上）。同じソルトなら同じ仮名になる。環境変数 SANSOU_REDACT_SALT でもよい（既定: 毎回乱数）',
        en: 'salt of the pseudonyms, 16 bytes or more: same salt, same names; or SANSOU_REDACT_SALT (default: at random)',
      }),
    );
}
