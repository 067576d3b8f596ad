import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { RunKind } from '../../src/model/history.js';
import type { ScanReport } from '../../src/model/report.js';
import { nextRunId } from '../../src/store/next-run-id.js';
import { openHistory } from '../../src/store/open-history.js';
import { loadTopology } from '../../src/topology/load.js';
import { Access, type TrustedProxy } from '../../src/web/access/access.js';
import { hashPassword } from '../../src/web/access/password-hash.js';
import { UserRegister } from '../../src/web/access/user-register.js';
import { createServer } from '../../src/web/create-server.js';
import { LiveBus } from '../../src/web/live/live-bus.js';
import { ReportShelf } from '../../src/web/report-shelf.js';
import type { Judge } from '../../src/web/uploads/judge.js';
import { Spool } from '../../src/web/uploads/spool.js';
import type { UploadEvidence } from '../../src/web/uploads/upload-evidence.js';
import { UploadDesk } from '../../src/web/uploads/upload-desk.js';
import { SAMPLE_REPORT } from '../support/report.js';

const TOPOLOGY = fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url));

export const PASSWORDS = { tanaka: 'open sesame twelve', sato: 'quite another one' } as const;

export interface OfficeSettings {
  /** `password`: tanaka is an operator, sato a viewer, `suzuki` comes by the proxy only */
  readonly users?: boolean;
  readonly proxy?: TrustedProxy;
  readonly judge?: Judge;
  readonly maxBytes?: number;
  readonly evidence?: UploadEvidence;
  readonly requestsPerMinute?: number;
  /** folder of the page */
  readonly pages?: string;
  /** nothing has been judged yet */
  readonly empty?: boolean;
  readonly now?: () => number;
}

const hashes = Promise.all(Object.entries(PASSWORDS).map(async ([name, word]) => [name, await hashPassword(word)]));

/** A dashboard with a history of two runs, the later one with evidence; nothing listens. */
export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), 'sansou-office-'));
  readonly history = openHistory(join(this.folder, 'history.db'));
  readonly usersFile = join(this.folder, 'users');
  readonly logged: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[] = [];
  readonly evidence = join(this.folder, 'evidence');
  readonly runs: string[] = [];
  app!: FastifyInstance;
  access!: Access;
  uploads!: UploadDesk;
  live!: LiveBus;

  static async open(settings: OfficeSettings = {}): Promise<Office> {
    const office = new Office();
    await office.#build(settings);
    return office;
  }

  async #build({
    users = false,
    proxy,
    judge,
    maxBytes,
    evidence,
    requestsPerMinute,
    pages,
    now,
    empty = false,
  }: OfficeSettings): Promise<void> {
    const { topology, warnings } = loadTopology(TOPOLOGY);
    this.#layOutEvidence();
    if (!empty) {
      this.remember(SAMPLE_REPORT, 'scan', 1_781_485_200_000, null);
      this.remember(SAMPLE_REPORT, 'scan', 1_781_571_600_000, this.evidence);
    }
    if (users) await this.writeUsers();
    const register = users
      ? new UserRegister(this.usersFile, () => this.logged.push({ event: 'users', fields: {} }))
      : null;
    this.access = new Access({
      users: register,
      proxy: proxy ?? null,
      secure: false,
      ...(now === undefined ? {} : { now }),
    });
    // rounds are made by the tests
    this.live = new LiveBus({
      stamp: () => this.history.stamp(),
      everyMilliseconds: 1_000_000_000,
      onFault: (error) => this.logged.push({ event: 'fault', fields: { error: String(error) } }),
    });
    this.uploads = new UploadDesk({
      spool: new Spool(join(this.folder, 'spool')),
      judge: judge ?? (() => Promise.resolve(SAMPLE_REPORT)),
      maxBytes: maxBytes ?? 1_000_000,
      evidence: evidence ?? null,
      points: topology.capturePoints.map(({ name }) => name),
      nextRunId,
      save: (run) => void this.history.saveRun(run),
      onFault: (error) => this.logged.push({ event: 'fault', fields: { error: String(error) } }),
      onChange: () => this.live.note('uploads'),
    });
    this.app = await createServer({
      history: this.history,
      shelf: new ReportShelf(this.history),
      topology,
      topologyWarnings: warnings,
      access: this.access,
      uploads: this.uploads,
      live: this.live,
      language: 'en',
      log: (_level, event, fields) => void this.logged.push({ event, fields }),
      hosts: users ? null : ['localhost', '127.0.0.1', '[::1]'],
      tls: null,
      trustedProxies: proxy?.addresses ?? [],
      pages: pages ?? null,
      metrics: () => Promise.resolve('sansou_up 1\n'),
      requestsPerMinute: requestsPerMinute ?? 10_000,
    });
    await this.app.ready();
  }

  async writeUsers(names: readonly string[] = ['tanaka', 'sato']): Promise<void> {
    const roles: Readonly<Record<string, string>> = { tanaka: 'operator', sato: 'viewer' };
    const lines = (await hashes)
      .filter(([name]) => names.includes(name!))
      .map(([name, hash]) => `${name}:${roles[name!]}:${hash}`);
    writeFileSync(this.usersFile, [...lines, 'suzuki:viewer:-', ''].join('\n'));
  }

  remember(report: ScanReport, kind: RunKind, at: number, evidence: string | null): string {
    const id = nextRunId(at);
    const time = new Date(at).toISOString();
    this.history.saveRun({ id, kind, startedAt: time, endedAt: time, finished: true, report, evidence });
    this.runs.push(id);
    return id;
  }

  #layOutEvidence(): void {
    mkdirSync(join(this.evidence, 'packets'), { recursive: true });
    writeFileSync(join(this.folder, 'secret'), 'not for anybody');
    writeFileSync(join(this.evidence, 'manifest.json'), '{"evidence":true}');
    for (const { id } of SAMPLE_REPORT.findings)
      writeFileSync(join(this.evidence, 'packets', `${id}.pcapng`), `packets of ${id}`);
    symlinkSync(join(this.folder, 'secret'), join(this.evidence, 'packets', 'link.pcapng'));
  }

  inject(
    options: InjectOptions,
  ): ReturnType<FastifyInstance['inject']> & Promise<Awaited<ReturnType<FastifyInstance['inject']>>> {
    return this.app.inject({ ...options, headers: { host: 'localhost', ...options.headers } }) as never;
  }

  /** Headers of somebody who is logged in, the CSRF token among them. */
  async logIn(name: keyof typeof PASSWORDS): Promise<Record<string, string>> {
    const anonymous = (await this.inject({ url: '/api/session' })).json<{ csrf: string }>();
    const answer = await this.inject({
      method: 'POST',
      url: '/api/login',
      headers: { 'x-sansou-csrf': anonymous.csrf },
      payload: { name, password: PASSWORDS[name] },
    });
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    const { csrf } = (await this.inject({ url: '/api/session', headers: { cookie } })).json<{ csrf: string }>();
    return { cookie, 'x-sansou-csrf': csrf };
  }

  /** Headers of who sits at the machine, where nobody logs in. */
  async atTheMachine(): Promise<Record<string, string>> {
    const { csrf } = (await this.inject({ url: '/api/session' })).json<{ csrf: string }>();
    return { 'x-sansou-csrf': csrf };
  }

  async close(): Promise<void> {
    await this.uploads.close();
    await this.app.close();
    this.history.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
