import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryStore } from '../../src/model/history.js';
import type { Finding } from '../../src/model/report.js';
import { parseNotifySettings } from '../../src/notify/load-notify-settings.js';
import { Notifier } from '../../src/notify/notifier.js';
import type { NotifySettings } from '../../src/notify/notify-settings.js';
import { openHistory } from '../../src/store/open-history.js';
import { SAMPLE_REPORT } from '../support/report.js';

export const NOON = Date.parse('2026-06-15T03:00:00Z');
export const [SMB, RDP] = SAMPLE_REPORT.findings as [Finding, Finding, ...Finding[]];

/** Words that must never be seen outside the wire. */
export const SECRETS = { HOOK: 'hook-secret-7261', PASSWORD: 'mail-password-5518' } as const;

/** A history in a folder of its own, channels to servers of the test, and what the notifier logs. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'sansou-desk-'));
  readonly log: { readonly message: string; readonly fields: Readonly<Record<string, unknown>> }[] = [];
  now = NOON;
  /** seconds that a message may take: many, where nothing hangs */
  patience = 30;
  #store: HistoryStore | null = null;
  #runs = 0;
  readonly #servers: { readonly server: Server; readonly drop: () => void }[] = [];

  get store(): HistoryStore {
    this.#store ??= openHistory(join(this.folder, 'history.db'), { gapsOf: () => [] });
    return this.#store;
  }

  /** The process ends; the next use of the store is another process's. */
  restart(): void {
    this.#store?.close();
    this.#store = null;
  }

  /** A run is over. */
  save(findings: readonly Finding[]): void {
    this.#runs += 1;
    const at = new Date(NOON + this.#runs * 1000).toISOString();
    const last = `${1_781_600_000 + this.#runs}.000000000`;
    const report = { ...SAMPLE_REPORT, findings, statistics: { ...SAMPLE_REPORT.statistics, last } };
    const run = { id: `r${this.#runs}`, kind: 'scan', startedAt: at, endedAt: at, finished: true } as const;
    this.store.saveRun({ ...run, evidence: null, report });
  }

  /** @returns the port on which it listens on loopback */
  async listen(server: Server): Promise<number> {
    const sockets = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const drop = (): void => {
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    this.#servers.push({ server, drop });
    return (server.address() as AddressInfo).port;
  }

  /** A file beside the settings. */
  write(name: string, text: string): string {
    writeFileSync(join(this.folder, name), text);
    return name;
  }

  /** @param channel the rest of one entry of `channels` */
  settings(channel: string, more = ''): NotifySettings {
    const text = `version: 1\nlanguage: en\ngroupSeconds: 0\n${more}channels:\n  - { name: it, timeoutSeconds: ${this.patience}, ${channel} }\n`;
    return parseNotifySettings(text, join(this.folder, 'notify.yaml'), SECRETS);
  }

  notifier(channel: string, more = ''): Notifier {
    return new Notifier({
      store: this.store,
      settings: this.settings(channel, more),
      log: (_level, message, fields) => void this.log.push({ message, fields }),
      now: () => this.now,
      random: () => 1,
    });
  }

  /** what was logged of problems, in order */
  get problems(): unknown[] {
    return this.log.flatMap(({ fields }) => (fields.problem === undefined ? [] : [fields.problem]));
  }

  close(): void {
    for (const { drop } of this.#servers) drop();
    this.restart();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
