import { hashPassword } from '../../web/access/password-hash.js';
import { isUserName } from '../../web/access/user-register.js';
import { ROLES } from '../../web/api.js';
import { say, type Session } from '../session.js';
import { requireChoice, usageFailure } from '../usage.js';

const LEAST_CHARACTERS = 12;
const MOST_BYTES = 1024;

/** Without echo on a terminal. */
async function readPassword(session: Session): Promise<string> {
  const { stdin } = process;
  const isTerminal = stdin.isTTY;
  if (isTerminal) {
    session.stderr.write(say(session, { ja: 'パスワード: ', en: 'Password: ' }));
    stdin.setRawMode(true);
  }
  let text = '';
  try {
    for await (const chunk of stdin) {
      for (const character of (chunk as Buffer).toString('utf8')) {
        // Ctrl-C gives up, Ctrl-D and Enter end, Backspace takes back
        if (isTerminal && character === '\u0003') return '';
        if (character === '\n' || character === '\r' || character === '\u0004') return text;
        text = isTerminal && character === '\u007f' ? text.slice(0, -1) : text + character;
      }
      if (text.length > MOST_BYTES) return text;
    }
    return text;
  } finally {
    if (isTerminal) {
      stdin.setRawMode(false);
      session.stderr.write('\n');
    }
  }
}

/** `sansou serve hash-password NAME --role ROLE` */
export async function runHashPassword(
  session: Session,
  name: string,
  options: { readonly role: string },
): Promise<void> {
  const role = requireChoice('--role', options.role, ROLES);
  if (!isUserName(name)) {
    throw usageFailure({
      ja: `「${name}」は利用者の名前に使えない（文字、数字、. _ @ + - で 64 文字まで）`,
      en: `"${name}" cannot be the name of a user (letters, digits, . _ @ + -, up to 64)`,
    });
  }
  const password = await readPassword(session);
  if (password.length < LEAST_CHARACTERS || password.length > MOST_BYTES) {
    throw usageFailure({
      ja: `パスワードは ${LEAST_CHARACTERS} 文字以上とする`,
      en: `a password has at least ${LEAST_CHARACTERS} characters`,
    });
  }
  session.stdout.write(`${name}:${role}:${await hashPassword(password)}\n`);
}
