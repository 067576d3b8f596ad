import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/**
 * scrypt (RFC 7914) with 32 MiB per guess. The text that stands in the users file is self-describing, so that the costs
 * can rise without making old entries useless: `scrypt$15$8$1$SALT$HASH`, base64url.
 */
const COST_LOG2 = 15;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** an entry must not make the server spend more than this on one log-in */
const MOST_COST_LOG2 = 17;

const FORM = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d)\$([\w-]{16,64})\$([\w-]{43})$/;

interface Recipe {
  readonly costLog2: number;
  readonly blockSize: number;
  readonly parallel: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

function derive(password: string, salt: Buffer, { costLog2, blockSize, parallel }: Omit<Recipe, 'salt' | 'hash'>) {
  const N = 2 ** costLog2;
  const options: ScryptOptions = { N, r: blockSize, p: parallel, maxmem: 256 * N * blockSize };
  return new Promise<Buffer>((resolve, reject) => {
    // NFKC: the same password from another keyboard or operating system is the same bytes (RFC 8265)
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function readRecipe(text: string): Recipe | null {
  const [, costLog2, blockSize, parallel, salt = '', hash = ''] = FORM.exec(text) ?? [];
  const recipe = {
    costLog2: Number(costLog2),
    blockSize: Number(blockSize),
    parallel: Number(parallel),
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
  const { costLog2: cost } = recipe;
  const isSound =
    cost >= 10 && cost <= MOST_COST_LOG2 && recipe.blockSize >= 1 && recipe.blockSize <= 16 && recipe.parallel === 1;
  return isSound ? recipe : null;
}

/** True for a text that `hashPassword` makes. */
export function isPasswordHash(text: string): boolean {
  return readRecipe(text) !== null;
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, { costLog2: COST_LOG2, blockSize: BLOCK_SIZE, parallel: PARALLEL });
  const fields = ['scrypt', COST_LOG2, BLOCK_SIZE, PARALLEL, salt.toString('base64url'), hash.toString('base64url')];
  return fields.join('$');
}

/** What a name that does not exist is held against: the answer takes as long as for one that does. */
const NOBODY = `scrypt$${COST_LOG2}$${BLOCK_SIZE}$${PARALLEL}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** @param text entry of the users file, `null` for a name that has none */
export async function verifyPassword(password: string, text: string | null): Promise<boolean> {
  const recipe = readRecipe(text ?? NOBODY);
  if (recipe === null) return false;
  const isEqual = timingSafeEqual(await derive(password, recipe.salt, recipe), recipe.hash);
  return isEqual && text !== null;
}
