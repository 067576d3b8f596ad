import { readFileSync, statSync } from 'node:fs';
import { EXIT, Failure, type Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import { ROLES, type Role } from '../api.js';
import { isPasswordHash } from './password-hash.js';

export interface User {
  readonly name: string;
  readonly role: Role;
  /** null: comes through the reverse proxy only */
  readonly passwordHash: string | null;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$/u;

/** A name that stands in a users file. */
export function isUserName(text: string): boolean {
  return NAME.test(text);
}

function problemAt(file: string, line: number, message: Text, remedy: Text): Problem {
  return { code: 'USERS', file, line, level: 'error', message, remedy };
}

const lineRemedy: Text = {
  ja: '1 行は 名前:viewer か operator:ハッシュ（sansou serve hash-password が作る。リバースプロキシだけで使う者は -）',
  en: 'a line is name:viewer or operator:hash (sansou serve hash-password makes it; - for who comes by the proxy only)',
};

/** Reads `name:role:hash` lines. @throws Failure (exit 3) with every wrong line */
function parseUsers(text: string, file: string): ReadonlyMap<string, User> {
  const users = new Map<string, User>();
  const problems: Problem[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const refuse = (message: Text): void => void problems.push(problemAt(file, index + 1, message, lineRemedy));
    const [name = '', roleWord = '', hash = '', ...rest] = line.split(':');
    const role = ROLES.find((candidate) => candidate === roleWord);
    if (rest.length > 0 || hash === '') return refuse({ ja: '3 つの欄がない', en: 'it does not have three fields' });
    if (!isUserName(name)) return refuse({ ja: '名前に使えない文字がある', en: 'the name has characters it may not' });
    if (users.has(name)) return refuse({ ja: `「${name}」が重なっている`, en: `"${name}" is there twice` });
    if (role === undefined) {
      return refuse({ ja: `「${roleWord}」という役割はない`, en: `there is no role "${roleWord}"` });
    }
    if (hash !== '-' && !isPasswordHash(hash)) {
      return refuse({ ja: 'パスワードのハッシュとして読めない', en: 'the password hash cannot be read' });
    }
    users.set(name, { name, role, passwordHash: hash === '-' ? null : hash });
  });
  if (users.size === 0 && problems.length === 0) {
    const message = { ja: '利用者が一人もいない', en: 'there is no user in it' };
    problems.push(problemAt(file, 1, message, lineRemedy));
  }
  if (problems.length > 0) throw new Failure(EXIT.unusable, problems);
  return users;
}

function readUsers(file: string): { readonly users: ReadonlyMap<string, User>; readonly stamp: string } {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    if (size > LIMITS.usersFileBytes) throw new Error('too large');
    return { users: parseUsers(readFileSync(file, 'utf8'), file), stamp: `${mtimeMs}/${size}/${ino}` };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    const message = { ja: `利用者のファイルを読めない（${why}）`, en: `the users file cannot be read (${why})` };
    throw new Failure(EXIT.unusable, [{ code: 'USERS', file, level: 'error', message }]);
  }
}

/** The people who may look, from a file that is read again when it changes: who is struck out is out at once. */
export class UserRegister {
  readonly #file: string;
  readonly #onFault: (failure: Failure) => void;
  #users: ReadonlyMap<string, User>;
  #stamp: string;
  #faultStamp = '';

  /**
   * @param onFault the changed file cannot be used, and the register stays as it was
   * @throws Failure (exit 3)
   */
  constructor(file: string, onFault: (failure: Failure) => void) {
    const { users, stamp } = readUsers(file);
    this.#file = file;
    this.#onFault = onFault;
    this.#users = users;
    this.#stamp = stamp;
  }

  find(name: string): User | null {
    this.#refresh();
    return this.#users.get(name) ?? null;
  }

  #refresh(): void {
    const stats = statSync(this.#file, { throwIfNoEntry: false });
    const stamp = stats === undefined ? 'gone' : `${stats.mtimeMs}/${stats.size}/${stats.ino}`;
    if (stamp === this.#stamp || stamp === this.#faultStamp) return;
    try {
      ({ users: this.#users, stamp: this.#stamp } = readUsers(this.#file));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#faultStamp = stamp;
      this.#onFault(error);
    }
  }
}
