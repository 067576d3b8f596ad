import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { EXIT, Failure, type Problem } from '../base/failure.js';

const READ_REASONS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  ENOENT: ['ファイルがない', 'there is no such file'],
  EACCES: ['読み取る権限がない', 'no permission to read it'],
  EISDIR: ['フォルダである', 'it is a folder'],
};

/**
 * Certificate and key in PEM.
 * @throws Failure (exit 3) with everything that is wrong with the two
 */
export function readCertificate(certFile: string, keyFile: string): { readonly cert: Buffer; readonly key: Buffer } {
  const problems: Problem[] = [];
  const read = (file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'I/O';
      const [ja, en] = READ_REASONS[code] ?? [code, code];
      problems.push({ code: 'SERVE-TLS', file, level: 'error', message: { ja, en } });
      return Buffer.alloc(0);
    }
  };
  const cert = read(certFile);
  const key = read(keyFile);
  if (problems.length === 0) {
    try {
      createSecureContext({ cert, key });
    } catch {
      // OpenSSL's own words help nobody, and could quote the key
      const message = {
        ja: '証明書と秘密鍵の組として使えない（PEM で、互いに対応し、鍵にパスフレーズがないこと）',
        en: 'certificate and key cannot be used together (both PEM, belonging together, the key without a passphrase)',
      };
      problems.push({ code: 'SERVE-TLS', file: certFile, level: 'error', message });
    }
  }
  if (problems.length > 0) throw new Failure(EXIT.unusable, problems);
  return { cert, key };
}
