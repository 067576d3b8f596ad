import { openHistory } from '../../store/open-history.js';
import { numberOption } from '../settings/number-option.js';
import type { HistoryOptions } from '../settings/options.js';
import { say, type Session } from '../session.js';
import { storePlace } from '../settings/store-place.js';
import { withOutput } from '../output/with-output.js';

/** `sansou history prune`; without a bound it only brings the store to today's form and gives free pages back. */
export async function runHistoryPrune(session: Session, options: HistoryOptions): Promise<void> {
  const { maxAge, maxSize } = options;
  const maxAgeDays = maxAge === undefined ? null : numberOption('--max-age', maxAge, 1, 36_500);
  const maxBytes = maxSize === undefined ? null : numberOption('--max-size', maxSize, 1, 1_000_000) * 1024 * 1024;
  const history = openHistory(storePlace(session, options.store));
  try {
    const { runs, bytes } = history.prune({ maxAgeDays, maxBytes });
    const text = {
      ja: `実行 ${runs} 件を消し、${bytes} バイトを空けた\n`,
      en: `${runs} runs dropped, ${bytes} bytes freed\n`,
    };
    await withOutput(session, undefined, [], (output) => output.write(say(session, text)));
  } finally {
    history.close();
  }
}
