import { gapsOf } from '../../compare/gaps-of.js';
import { createMetrics } from '../../metrics/create-metrics.js';
import type { History } from '../../model/history.js';
import { nextRunId } from '../../store/next-run-id.js';
import { openHistory } from '../../store/open-history.js';
import { startDashboard } from '../../web/start-dashboard.js';
import { readServeSettings, type ServeOptions } from '../settings/serve-settings.js';
import { say, type Session } from '../session.js';

/** Resolves with the first SIGINT or SIGTERM; the second ends the process at once. */
function untilAsked(session: Session): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const listener = (signal: NodeJS.Signals): void => {
      if (asked) session.die(signal);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) session.signals.on(signal, listener);
  });
}

/** The numbers of the history, for a collector that asks here; the numbers of a watch come from the watch itself. */
function metricsOf(history: History): () => Promise<string> {
  const metrics = createMetrics();
  let told = '';
  return () => {
    metrics.setStoreSize(history.size());
    const [latest] = history.runs({ limit: 1 });
    const state = latest === undefined ? '' : `${latest.id} ${latest.endedAt}`;
    if (latest !== undefined && state !== told) {
      told = state;
      metrics.setLastScan(Date.parse(latest.endedAt));
      metrics.setFindings(history.report(latest.id) ?? { findings: [] });
    }
    return metrics.text();
  };
}

/** `sansou serve`: until a signal ends it. */
export async function runServe(session: Session, options: ServeOptions): Promise<void> {
  const { storeFile, ...settings } = readServeSettings(options);
  const history = openHistory(storeFile, { gapsOf });
  try {
    const stop = untilAsked(session);
    const dashboard = await startDashboard({
      ...settings,
      history,
      nextRunId,
      language: session.language,
      metrics: metricsOf(history),
      log: (level, event, fields) => session.log.write(level, event, fields),
    });
    const { url } = dashboard;
    session.stderr.write(`${say(session, { ja: `sansou: ${url} で待ち受けている`, en: `sansou: serving ${url}` })}\n`);
    await stop;
    await dashboard.close();
  } finally {
    history.close();
  }
}
