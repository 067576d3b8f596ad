import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { EXIT, Failure } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import type { Session } from '../session.js';

/** A shorter salt could be guessed, and with it every address. */
const LEAST_BYTES = 16;

/**
 * The salt of a redaction: from `--redact-salt FILE`, else from the environment, else one of its own for this run.
 * @throws Failure (exit 3) for a file that cannot be read, or a salt that is too short
 */
export function readSalt(file: string | undefined, env: Session['env']): Uint8Array {
  if (file !== undefined) return requireLength(readSaltFile(file), file);
  const { SANSOU_REDACT_SALT: given } = env;
  if (given !== undefined && given !== '') return requireLength(Buffer.from(given), 'SANSOU_REDACT_SALT');
  return randomBytes(32);
}

function readSaltFile(file: string): Uint8Array {
  try {
    if (statSync(file).size > LIMITS.saltBytes) {
      throw saltFailure(file, { ja: 'ソルトのファイルが大きすぎる', en: 'the file with the salt is too large' });
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw saltFailure(file, {
      ja: `ソルトのファイルを読めない（${code ?? 'I/O'}）`,
      en: `the file with the salt cannot be read (${code ?? 'I/O'})`,
    });
  }
}

function requireLength(salt: Uint8Array, file: string): Uint8Array {
  if (salt.length >= LEAST_BYTES) return salt;
  throw saltFailure(file, {
    ja: `ソルトが短すぎる（${salt.length} バイト。${LEAST_BYTES} バイト以上が要る）`,
    en: `the salt is too short (${salt.length} bytes; at least ${LEAST_BYTES} are needed)`,
  });
}

function saltFailure(file: string, message: Text): Failure {
  const remedy = {
    ja: '乱数で作ったものを秘密に保管する。例: head -c 32 /dev/urandom > salt',
    en: 'make it at random and keep it secret, for example: head -c 32 /dev/urandom > salt',
  };
  return new Failure(EXIT.unusable, [{ code: 'REDACT-SALT', file, level: 'error', message, remedy }]);
}
