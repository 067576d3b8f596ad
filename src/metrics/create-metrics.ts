import { Counter, Gauge, Registry } from 'prom-client';
import type { ScanReport } from '../model/report.js';
import { readVersion } from '../base/version.js';

/** Whole counts since the process began, as its capture programs and its pipeline tell them. */
export interface TrafficCounts {
  readonly packets: number;
  readonly bytes: number;
  /** lost by the card, the kernel or the capture program */
  readonly drops: number;
}

export interface MessageCounts {
  readonly channel: string;
  /** to be sent */
  readonly waiting: number;
  readonly sent: number;
  /** tries that came to nothing */
  readonly failed: number;
  /** told to nobody: refused for good, or too old */
  readonly givenUp: number;
}

/** What Prometheus is told. Counts are given whole: whoever calls need not know what was told before. */
export interface Metrics {
  /** @param point capture point; whole counts since its capture began */
  setTraffic(point: string, counts: TrafficCounts): void;
  /** flows that were judged, and rows given up before their time because the table was full; whole counts */
  setFlows(flows: number, evictions: number): void;
  /** open findings of this report, by rule, verdict and pair of areas, instead of those of the last one */
  setFindings(report: Pick<ScanReport, 'findings'>): void;
  /** the youngest packet that was judged is this much older than the clock, seconds */
  setLag(seconds: number): void;
  /** a scan was judged and stored; milliseconds since 1970 */
  setLastScan(at: number): void;
  setStoreSize(bytes: number): void;
  /** what became of the messages of a channel; all but those that wait are whole counts */
  setMessages(counts: MessageCounts): void;
  setHealth(isHealthy: boolean): void;
  /** in the text format of Prometheus 0.0.4 */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Total<L> =>
    new Total(new Counter({ name: `sansou_${name}`, help, labelNames, registers }));
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> =>
    new Gauge({ name: `sansou_${name}`, help, labelNames, registers });

  const packets = counter('packets_total', 'Packets read, by capture point.', ['point']);
  const bytes = counter('bytes_total', 'Bytes of these packets on the wire, by capture point.', ['point']);
  const drops = counter('drops_total', 'Packets lost before they were captured, by capture point.', ['point']);
  const flows = counter('flows_total', 'Flows judged.');
  const evictions = counter('flow_evictions_total', 'Flows given up early because the flow table was full.');
  const findings = gauge('findings', 'Findings of the last report.', ['rule', 'verdict', 'severity', 'from', 'to']);
  const lag = gauge('lag_seconds', 'Age of the youngest packet that was judged.');
  const lastScan = gauge('last_scan_timestamp_seconds', 'When a scan was last judged and stored, seconds since 1970.');
  const storeSize = gauge('store_bytes', 'Size of the history on disk.');
  const waiting = gauge('messages_waiting', 'Messages that wait to be sent, by channel.', ['channel']);
  const sent = counter('messages_sent_total', 'Messages that were taken, by channel.', ['channel']);
  const failed = counter('message_failures_total', 'Tries to send a message that came to nothing.', ['channel']);
  const givenUp = counter('messages_given_up_total', 'Messages that reached nobody and are not tried again.', [
    'channel',
  ]);
  const healthy = gauge('healthy', '1: the box sees what it is there to see.');
  gauge('build_info', 'Version of sansou.', ['version']).set({ version: readVersion() }, 1);

  return {
    setTraffic(point, counts) {
      packets.reach({ point }, counts.packets);
      bytes.reach({ point }, counts.bytes);
      drops.reach({ point }, counts.drops);
    },
    setFlows(count, evicted) {
      flows.reach({}, count);
      evictions.reach({}, evicted);
    },
    setFindings(report) {
      findings.reset();
      for (const { rule, verdict, severity, from, to } of report.findings) {
        findings.inc({ rule, verdict, severity, from: from.zone ?? '', to: to.zone ?? '' });
      }
    },
    setLag: (seconds) => lag.set(seconds),
    setLastScan: (at) => lastScan.set(at / 1000),
    setStoreSize: (size) => storeSize.set(size),
    setMessages({ channel, ...counts }) {
      waiting.set({ channel }, counts.waiting);
      sent.reach({ channel }, counts.sent);
      failed.reach({ channel }, counts.failed);
      givenUp.reach({ channel }, counts.givenUp);
    },
    setHealth: (isHealthy) => healthy.set(isHealthy ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** A counter that is told whole counts. One that is less than before began anew (a capture program was restarted). */
class Total<L extends string> {
  readonly #counter: Counter<L>;
  readonly #reached = new Map<string, number>();

  constructor(counter: Counter<L>) {
    this.#counter = counter;
  }

  reach(labels: Partial<Record<L, string>>, count: number): void {
    const key = JSON.stringify(labels);
    const before = this.#reached.get(key) ?? 0;
    this.#reached.set(key, count);
    this.#counter.inc(labels, count >= before ? count - before : count);
  }
}
