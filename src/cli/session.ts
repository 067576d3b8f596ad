import type { Language, Text } from '../base/text.js';
import type { Log } from './output/log.js';
import type { SharedOptions } from './settings/options.js';
import type { Surroundings } from './surroundings.js';

/** One run of the command: its surroundings, and what the options common to all commands decided. */
export interface Session extends Surroundings {
  readonly language: Language;
  readonly log: Log;
  /** set by the command that ran */
  status: number;
}

export function say(session: Session, text: Text): string {
  return text[session.language];
}

/** Colour on a terminal only; NO_COLOR (no-color.org) and `--no-color` forbid it, FORCE_COLOR asks for it. */
export function wantsColor(session: Session, options: SharedOptions, screen: Surroundings['stdout']): boolean {
  const { NO_COLOR, FORCE_COLOR } = session.env;
  if (!options.color || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return screen.isTTY === true && session.env.TERM !== 'dumb';
}
