import type { Problem } from '../../base/failure.js';
import type { Session } from '../session.js';

/** What lint found stands in the report too; the log is for those who see only the log, or only the flow table. */
export function logTopologyWarnings(session: Session, warnings: readonly Problem[]): void {
  for (const { code, file, line, field, level, message } of warnings) {
    session.log.write(level === 'error' ? 'warn' : 'info', message.en, { code, file, line, field });
  }
}
