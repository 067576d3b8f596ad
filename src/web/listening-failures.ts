import { EXIT, Failure } from '../base/failure.js';
import type { Text } from '../base/text.js';

const REASONS: Readonly<Record<string, Text>> = {
  EADDRINUSE: { ja: 'そのポートは別のプログラムが使っている', en: 'another program uses that port' },
  EACCES: { ja: 'そのポートを使う権限がない', en: 'no permission to use that port' },
  EADDRNOTAVAIL: { ja: 'このコンピュータのアドレスではない', en: 'it is no address of this computer' },
  ENOTFOUND: { ja: 'その名前のアドレスが分からない', en: 'the address of that name is not known' },
  EAI_AGAIN: { ja: 'その名前のアドレスが分からない', en: 'the address of that name is not known' },
};

/** Why the server cannot listen, for who started it; anything unknown stays as it is. */
export function listeningFailure(error: unknown, host: string, port: number): unknown {
  const why = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  if (why === undefined) return error;
  return new Failure(EXIT.unusable, [
    {
      code: 'SERVE-LISTEN',
      level: 'error',
      message: {
        ja: `${host} の ${port} 番で待ち受けられない: ${why.ja}`,
        en: `cannot listen on port ${port} of ${host}: ${why.en}`,
      },
      remedy: { ja: '--host か --port を変える', en: 'give another --host or --port' },
    },
  ]);
}
