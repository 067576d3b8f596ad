import type { ChannelCounts } from '../../notify/notifier.js';
import type { WatchState } from '../../watch/watch-options.js';
import { numberOption } from '../settings/number-option.js';

/** What is asked whenever somebody collects the metrics. */
export interface MetricsSources {
  readonly storeSize: () => number;
  readonly told: () => readonly ChannelCounts[];
}

/** Serves `/metrics` and `/health` on loopback while `work` runs; `null`: nobody asked for it. */
export async function withMetrics<T>(
  option: string | undefined,
  { storeSize, told }: MetricsSources,
  work: (onState: ((state: WatchState) => void) | null) => Promise<T>,
): Promise<T> {
  if (option === undefined) return work(null);
  const [, host = '127.0.0.1', port = option] = /^(.+):(\d+)$/.exec(option) ?? [];
  const { createMetrics } = await import('../../metrics/create-metrics.js');
  const { judgeHealth } = await import('../../metrics/health.js');
  const { startMetricsServer } = await import('../../metrics/start-metrics-server.js');
  const metrics = createMetrics();
  let latest: WatchState | null = null;
  const began = Date.now();
  const server = await startMetricsServer({
    host,
    port: numberOption('--metrics', port, 0, 65_535),
    metrics: {
      ...metrics,
      text: () => {
        for (const counts of told()) metrics.setMessages(counts);
        return metrics.text();
      },
    },
    health: () => {
      const now = Date.now();
      if (latest === null) return judgeHealth([{ point: '-', lastPacketAt: null, since: began, up: true }], 0, now);
      const points = latest.ports.map(({ point, isCapturing, link, lastPacketAt }) => ({
        point,
        lastPacketAt,
        since: began,
        up: isCapturing && link !== 'down' && link !== 'gone',
      }));
      const { reasons } = judgeHealth(points, latest.filesWaiting === 0 ? 0 : (latest.lagSeconds ?? 0), now);
      const blind = latest.blind.map(({ point, text }) => ({
        ja: `${point ?? ''} ${text.ja}`.trim(),
        en: `${point ?? ''} ${text.en}`.trim(),
      }));
      const all = points.length === 0 ? blind : [...reasons, ...blind];
      return { healthy: all.length === 0, reasons: all };
    },
  });
  try {
    return await work((state) => {
      latest = state;
      for (const { point, packets, bytes, dropped } of state.ports)
        metrics.setTraffic(point, { packets, bytes, drops: dropped });
      metrics.setFlows(state.flows, state.evictions);
      metrics.setLag(state.lagSeconds ?? 0);
      metrics.setStoreSize(storeSize());
      if (state.lastReport === null || state.lastReportAt === null) return;
      metrics.setFindings(state.lastReport);
      metrics.setLastScan(state.lastReportAt);
    });
  } finally {
    await server.close();
  }
}
