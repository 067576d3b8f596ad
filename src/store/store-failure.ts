import { EXIT, Failure } from '../base/failure.js';
import type { Text } from '../base/text.js';

interface Saying {
  readonly code: string;
  readonly message: Text;
  readonly remedy: Text;
}

const DAMAGED: Saying = {
  code: 'STORE-DAMAGED',
  message: { ja: '履歴ファイルが壊れているか、履歴ファイルではない', en: 'the store is damaged, or it is no store' },
  remedy: {
    ja: 'このファイルを別の場所へ移し、控えから戻すか、新しい履歴を始める。残りは sqlite3 の .recover で取り出せることがある',
    en: 'move this file away and restore a copy or begin a new store; sqlite3 .recover may save what is left',
  },
};

const FORBIDDEN: Saying = {
  code: 'STORE-UNWRITABLE',
  message: { ja: '履歴ファイルに書き込めない', en: 'the store cannot be written' },
  remedy: {
    ja: 'ファイルとその置き場所の所有者と権限を確かめるか、--store で別の場所を指定する',
    en: 'check the owner and mode of the file and of its folder, or give another place with --store',
  },
};

/** What the primary result codes of SQLite (sqlite.org/rescode.html) mean to who runs sansou. */
const SAYINGS: Readonly<Record<number, Saying>> = {
  5: {
    code: 'STORE-LOCKED',
    message: {
      ja: '履歴ファイルを別のプロセスが使い続けており、待っても空かなかった',
      en: 'another process holds the store, and it did not become free in time',
    },
    remedy: {
      ja: '動いている sansou（watch、history prune など）の終了を待って、もう一度行う',
      en: 'wait for the other sansou (watch, history prune …) to end, and try again',
    },
  },
  8: FORBIDDEN,
  10: {
    code: 'STORE-IO',
    message: { ja: '履歴ファイルの読み書き中に入出力の誤りが起きた', en: 'reading or writing the store failed (I/O)' },
    remedy: { ja: 'ディスクとファイルシステムの状態を確かめる', en: 'check the disk and the file system' },
  },
  11: DAMAGED,
  13: {
    code: 'STORE-FULL',
    message: { ja: '履歴ファイルを置くディスクに空きがない', en: 'no space is left for the store' },
    remedy: {
      ja: '空きを作るか、sansou history prune --max-age で古い実行を消す',
      en: 'make room, or drop old runs with sansou history prune --max-age',
    },
  },
  14: {
    code: 'STORE-UNREADABLE',
    message: { ja: '履歴ファイルを開けない', en: 'the store cannot be opened' },
    remedy: {
      ja: '場所（--store または SANSOU_STORE）と権限を確かめる',
      en: 'check the place (--store or SANSOU_STORE) and the permissions',
    },
  },
  26: DAMAGED,
};

export function storeFailure(file: string, saying: Saying): Failure {
  return new Failure(EXIT.unusable, [{ ...saying, file, level: 'error' }]);
}

/** The failure that a fault of the database means to the user; anything else is a fault of ours and stays as it is. */
export function explainStoreError(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Failure) return error;
  const rawCode = (error as { rawCode?: unknown }).rawCode;
  const code = typeof rawCode === 'number' ? rawCode : openingCode(error.message);
  // extended result codes carry the primary one in their lowest byte
  const saying = code === undefined ? undefined : SAYINGS[code & 0xff];
  return saying === undefined ? error : storeFailure(file, saying);
}

/** libsql tells the result code of a file that cannot be opened only in its message. */
function openingCode(message: string): number | undefined {
  const match = /Unable to open connection to local database .*: (\d+)"?\)?$/s.exec(message);
  return match === null ? undefined : Number(match[1]);
}

export function missingStore(file: string): Failure {
  return storeFailure(file, {
    code: 'STORE-MISSING',
    message: { ja: '履歴ファイルがない', en: 'there is no such store' },
    remedy: {
      ja: 'sansou check --store、scan、watch が最初の実行で作る。場所は --store または SANSOU_STORE で指定する',
      en: 'sansou check --store, scan or watch make one with their first run; --store or SANSOU_STORE say where it is',
    },
  });
}

export function newerStore(file: string, found: number, known: number): Failure {
  return storeFailure(file, {
    code: 'STORE-NEWER',
    message: {
      ja: `履歴ファイルの形式（第${found}版）は、この sansou が扱える版（第${known}版まで）より新しい`,
      en: `the store has format ${found}; this sansou knows formats up to ${known}`,
    },
    remedy: {
      ja: 'この履歴を書いた版以降の sansou を使う（ファイルは変更していない）',
      en: 'use the sansou that wrote it, or a newer one; the file was left as it is',
    },
  });
}

export function foreignStore(file: string): Failure {
  return storeFailure(file, {
    code: 'STORE-FOREIGN',
    message: { ja: '別のプログラムのデータベースである', en: 'this is a database of another program' },
    remedy: { ja: '--store に別のファイルを指定する', en: 'give another file with --store' },
  });
}
