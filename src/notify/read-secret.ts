import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Text } from '../base/text.js';
import type { FieldReader } from './field-reader.js';

/** Where secrets and certificates come from; injected for tests. */
export interface SecretSource {
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const LONGEST = 64 * 1024;

/**
 * `{ env: NAME }` or `{ file: PATH }`, relative to the settings. A secret written into the settings is refused: such files
 * are copied, mailed and kept in repositories.
 */
export function readSecret(reader: FieldReader, key: string, source: SecretSource): string | null {
  const path = [...reader.path, key];
  const form: Text = {
    ja: `{ env: 環境変数の名前 } または { file: ファイル } と書く`,
    en: 'write { env: NAME OF A VARIABLE } or { file: PATH }',
  };
  if (typeof reader.value(key) === 'string') {
    reader.wrong(
      path,
      { ja: '秘密の値をここに直接書くことはできない', en: 'a secret is not written here itself' },
      form,
    );
    return null;
  }
  const group = reader.group(key);
  if (group === null) return null;
  const [name, file] = [group.optionalText('env'), group.optionalText('file')];
  group.refuseOthers();
  if ((name === null) === (file === null)) {
    reader.wrong(path, { ja: 'env と file のどちらか一方を書く', en: 'write one of env and file' }, form);
    return null;
  }
  if (name !== null) {
    const value = source.env[name];
    if (value !== undefined && value !== '') return value;
    reader.wrong([...path, 'env'], {
      ja: `環境変数 ${name} が設定されていない`,
      en: `the environment variable ${name} is not set`,
    });
    return null;
  }
  return readFileField(reader, [...path, 'file'], file ?? '', source)?.replace(/\r?\n$/, '') ?? null;
}

/** Certificates in PEM, `null` where none are named. */
export function readCertificates(reader: FieldReader, key: string, source: SecretSource): string | null {
  const file = reader.optionalText(key);
  if (file === null || file === '') return null;
  const path = [...reader.path, key];
  const text = readFileField(reader, path, file, source);
  if (text === null || text.includes('-----BEGIN CERTIFICATE-----')) return text;
  reader.wrong(path, { ja: 'PEM 形式の証明書がない', en: 'there is no certificate in PEM in it' });
  return null;
}

function readFileField(
  reader: FieldReader,
  path: FieldReader['path'],
  file: string,
  source: SecretSource,
): string | null {
  try {
    const place = resolve(dirname(source.file), file);
    if (statSync(place).size > LONGEST) throw Object.assign(new Error(), { code: 'EFBIG' });
    const text = readFileSync(place, 'utf8');
    if (text.trim() !== '') return text;
    reader.wrong(path, { ja: 'ファイルが空である', en: 'the file is empty' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const words: Readonly<Record<string, Text>> = {
      ENOENT: { ja: 'ファイルがない', en: 'there is no such file' },
      EACCES: { ja: '読み取る権限がない', en: 'no permission to read it' },
      EISDIR: { ja: 'フォルダである', en: 'this is a folder' },
      EFBIG: { ja: 'ファイルが大きすぎる', en: 'the file is too large' },
    };
    reader.wrong(path, words[code] ?? { ja: `読めない（${code}）`, en: `cannot be read (${code})` });
  }
  return null;
}
