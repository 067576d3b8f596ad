import type { FindingChange, HistoryStore, RunRecord } from '../../model/history.js';
import type { ChannelCounts, Notifier } from '../../notify/notifier.js';
import type { Session } from '../session.js';
import { usageFailure } from '../usage.js';

/** Where runs are kept, and who is told of them. */
export interface KeepingOptions {
  readonly store?: string;
  readonly notify?: string;
  readonly metrics?: string;
}

/** What a watch keeps its runs in. */
export interface Keeping {
  readonly history: HistoryStore | null;
  readonly newRunId: () => string;
  /** a run was saved and brought news */
  readonly tell: (changes: readonly FindingChange[], run: RunRecord) => void;
  /** what became of the messages */
  readonly told: () => readonly ChannelCounts[];
}

/**
 * Opens the history and starts the notifier, lets `work` use them, and ends both.
 * @throws Failure (exit 3 or 64) for a store, a file of channels that cannot be used
 */
export async function withHistory<T>(
  session: Session,
  options: KeepingOptions,
  work: (keeping: Keeping) => Promise<T>,
): Promise<T> {
  const { nextRunId } = await import('../../store/next-run-id.js');
  if (options.store === undefined) {
    requireStoreFor(options);
    return work({ history: null, newRunId: nextRunId, tell: () => undefined, told: () => [] });
  }
  const { openHistory } = await import('../../store/open-history.js');
  const { gapsOf } = await import('../../compare/gaps-of.js');
  const history = openHistory(options.store, { gapsOf });
  try {
    const notifier = options.notify === undefined ? null : await startNotifier(session, history, options.notify);
    try {
      return await work({
        history,
        newRunId: nextRunId,
        tell: () => notifier?.poke(),
        told: () => notifier?.counts() ?? [],
      });
    } finally {
      // what the last report brought is tried once before the process ends; the rest waits in the store
      await notifier?.stop();
    }
  } finally {
    history.close();
  }
}

async function startNotifier(session: Session, store: HistoryStore, file: string): Promise<Notifier> {
  const { loadNotifySettings } = await import('../../notify/load-notify-settings.js');
  const { Notifier: Started } = await import('../../notify/notifier.js');
  const notifier = new Started({
    store,
    settings: loadNotifySettings(file),
    log: (level, message, fields) => {
      session.log.write(level, message, fields);
    },
  });
  notifier.start();
  return notifier;
}

function requireStoreFor({ notify }: KeepingOptions): void {
  if (notify === undefined) return;
  throw usageFailure(
    {
      ja: '--notify には --store が要る（伝えるのは履歴から）',
      en: '--notify needs --store: what is told comes from the history',
    },
    { ja: '例: --store /var/lib/sansou/history.db', en: 'for example --store /var/lib/sansou/history.db' },
  );
}
