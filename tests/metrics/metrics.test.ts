import { afterEach, describe, expect, test } from '@jest/globals';
import { createMetrics } from '../../src/metrics/create-metrics.js';
import { judgeHealth, type Health, type PointState } from '../../src/metrics/health.js';
import { startMetricsServer, type MetricsServer } from '../../src/metrics/start-metrics-server.js';
import { SAMPLE_REPORT } from '../support/report.js';

const servers: MetricsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(health: () => Health, metrics = createMetrics()): Promise<string> {
  const server = await startMetricsServer({ port: 0, metrics, health });
  servers.push(server);
  return server.url;
}

describe('metrics', () => {
  test('go on counting when a capture program begins anew', async () => {
    const metrics = createMetrics();
    metrics.setTraffic('CP-MN', { packets: 100, bytes: 6000, drops: 0 });
    metrics.setTraffic('CP-MN', { packets: 150, bytes: 9000, drops: 2 });
    metrics.setTraffic('CP-MN', { packets: 30, bytes: 1800, drops: 1 });
    const text = await metrics.text();
    expect(text).toContain('sansou_packets_total{point="CP-MN"} 180\n');
    expect(text).toContain('sansou_bytes_total{point="CP-MN"} 10800\n');
    expect(text).toContain('sansou_drops_total{point="CP-MN"} 3\n');
  });

  test('count the messages that reached nobody', async () => {
    const metrics = createMetrics();
    const counts = { channel: 'mail', waiting: 2, sent: 5, failed: 3, givenUp: 1 };
    metrics.setMessages(counts);
    metrics.setMessages({ ...counts, waiting: 0, givenUp: 2 });
    const text = await metrics.text();
    expect(text).toContain('sansou_messages_waiting{channel="mail"} 0\n');
    expect(text).toContain('sansou_messages_sent_total{channel="mail"} 5\n');
    expect(text).toContain('sansou_message_failures_total{channel="mail"} 3\n');
    expect(text).toContain('sansou_messages_given_up_total{channel="mail"} 2\n');
  });

  test('hold the findings of the last report alone', async () => {
    const metrics = createMetrics();
    metrics.setFindings(SAMPLE_REPORT);
    expect(await metrics.text()).toContain(
      'sansou_findings{rule="A8-3-A-24",verdict="violation",severity="critical",from="mynumber",to="lgwan"} 1',
    );
    metrics.setFindings({ findings: [] });
    expect(await metrics.text()).not.toContain('rule=');
  });

  test('escape names, whatever is in them', async () => {
    const metrics = createMetrics();
    metrics.setTraffic('a"\n} 1\nevil', { packets: 1, bytes: 1, drops: 0 });
    expect(await metrics.text()).toContain(String.raw`sansou_packets_total{point="a\"\n} 1\nevil"} 1`);
  });
});

describe('the listener', () => {
  test('answers Prometheus, and is ill when the box is', async () => {
    let health: Health = { healthy: true, reasons: [] };
    const metrics = createMetrics();
    metrics.setLastScan(1_781_485_200_000);
    const url = await serve(() => health, metrics);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('sansou_last_scan_timestamp_seconds 1781485200\n');
    expect(text).toContain('sansou_healthy 1\n');
    expect((await fetch(`${url}/health`)).status).toBe(200);

    health = { healthy: false, reasons: [{ ja: '見えない。', en: 'Blind.' }] };
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual(health);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('sansou_healthy 0\n');
  });

  test('answers nothing else', async () => {
    const url = await serve(() => ({ healthy: true, reasons: [] }));
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('says which port it could not have', async () => {
    const url = await serve(() => ({ healthy: true, reasons: [] }));
    const port = Number(new URL(url).port);
    await expect(
      startMetricsServer({ port, metrics: createMetrics(), health: () => ({ healthy: true, reasons: [] }) }),
    ).rejects.toMatchObject({ exit: 3, problems: [{ code: 'METRICS-PORT' }] });
  });
});

describe('health', () => {
  const now = 2_000_000_000_000;
  const point: PointState = { point: 'CP-MN', since: now - 3_600_000, lastPacketAt: now - 1000, up: true };
  const reasonsOf = (points: readonly PointState[], lag = 0): readonly string[] =>
    judgeHealth(points, lag, now).reasons.map(({ en }) => en);

  test('is good while every point sees packets', () => {
    expect(judgeHealth([point], 3, now)).toEqual({ healthy: true, reasons: [] });
  });

  test.each<[string, PointState[], number, string]>([
    ['nothing is captured', [], 0, 'No capture point is being captured.'],
    ['a port is silent', [{ ...point, lastPacketAt: now - 301_000 }], 0, 'no packet at CP-MN for 301 seconds'],
    ['nothing ever came', [{ ...point, lastPacketAt: null }], 0, 'no packet at CP-MN for 3600 seconds'],
    ['a capture stopped', [{ ...point, up: false }], 0, 'Capturing at CP-MN has stopped.'],
    ['judging falls behind', [point], 121, '121 seconds behind'],
  ])('is bad when %s', (_what, points, lag, words) => {
    expect(reasonsOf(points, lag)).toEqual([expect.stringContaining(words)]);
  });

  test('gives a port that was just opened its time', () => {
    expect(reasonsOf([{ ...point, lastPacketAt: null, since: now - 10_000 }])).toEqual([]);
  });
});
