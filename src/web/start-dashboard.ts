import { existsSync, mkdirSync } from 'node:fs';
import { isIPv6, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { EXIT, Failure } from '../base/failure.js';
import type { Language } from '../base/text.js';
import { LIMITS } from '../base/limits.js';
import type { History } from '../model/history.js';
import { loadTopology } from '../topology/load.js';
import { Access, type TrustedProxy } from './access/access.js';
import { UserRegister } from './access/user-register.js';
import { createServer } from './create-server.js';
import type { DashboardLog } from './dashboard.js';
import { LiveBus } from './live/live-bus.js';
import { listeningFailure } from './listening-failures.js';
import { readCertificate } from './read-certificate.js';
import { ReportShelf } from './report-shelf.js';
import { judgeInWorker } from './uploads/judge-in-worker.js';
import { Spool } from './uploads/spool.js';
import { UploadDesk } from './uploads/upload-desk.js';
import { UploadEvidence, type UploadEvidenceSetting } from './uploads/upload-evidence.js';

export interface DashboardSettings {
  readonly host: string;
  /** 0: any that is free */
  readonly port: number;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly usersFile: string | null;
  readonly proxy: TrustedProxy | null;
  readonly topologyFile: string;
  /** folder for captures that are uploaded */
  readonly spoolFolder: string;
  readonly maxUploadBytes: number;
  /** where and how long the evidence of uploads is kept; null: it is not */
  readonly evidence: UploadEvidenceSetting | null;
  readonly language: Language;
  readonly history: History;
  readonly nextRunId: () => string;
  readonly metrics: (() => Promise<string>) | null;
  readonly log: DashboardLog;
}

export interface RunningDashboard {
  readonly url: string;
  /** ends what is in work and lets the connections go */
  close(): Promise<void>;
}

/** The page as the build makes it: two folders up from `dist/chunks` as well as from `src/web`. */
const PAGES = fileURLToPath(new URL('../../dist/web/assets/', import.meta.url));

/** How soon pages are told that the history has changed: as soon as anybody is told of it. */
const LOOK_MILLISECONDS = 1000;

/** Names by which a browser on this machine may call it; any other name is DNS rebinding. */
function loopbackNames(host: string): readonly string[] {
  return ['localhost', '127.0.0.1', '[::1]', isIPv6(host) ? `[${host}]` : host.toLowerCase()];
}

/** Readable by this user alone: captures and their packets lie in it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'I/O';
    const message = { ja: `フォルダを作れない（${code}）`, en: `the folder cannot be made (${code})` };
    throw new Failure(EXIT.unusable, [{ code: 'SERVE-FOLDER', file: folder, level: 'error', message }]);
  }
}

/**
 * Starts the dashboard.
 * @throws Failure (exit 3) for a topology, certificate, users file or port that cannot be used
 */
export async function startDashboard(settings: DashboardSettings): Promise<RunningDashboard> {
  const { history, log, host, topologyFile, language, metrics } = settings;
  const { topology, warnings } = loadTopology(topologyFile);
  makeFolder(settings.spoolFolder);
  if (settings.evidence !== null) makeFolder(settings.evidence.folder);
  const evidence = settings.evidence === null ? null : new UploadEvidence(settings.evidence);
  evidence?.prune();
  const tls = settings.tls === null ? null : readCertificate(settings.tls.certFile, settings.tls.keyFile);
  const users =
    settings.usersFile === null
      ? null
      : new UserRegister(settings.usersFile, ({ problems }) => log('warn', 'users file unusable', { problems }));
  const live = new LiveBus({
    stamp: () => history.stamp(),
    everyMilliseconds: LOOK_MILLISECONDS,
    onFault: (error) => log('error', 'history cannot be read', { error: String(error) }),
  });
  const uploads = new UploadDesk({
    spool: new Spool(settings.spoolFolder),
    judge: judgeInWorker(topologyFile, topology.sha256, (error) =>
      log('error', 'judging broke down', { error: String(error.stack) }),
    ),
    maxBytes: settings.maxUploadBytes,
    evidence,
    points: topology.capturePoints.map(({ name }) => name),
    nextRunId: settings.nextRunId,
    save: (run) => void history.saveRun(run),
    onFault: (error) => log('error', 'upload failed', { error: String(error) }),
    onChange: () => live.note('uploads'),
  });
  const app = await createServer({
    ...{ history, topology, uploads, live, language, log, tls, metrics },
    topologyWarnings: warnings,
    shelf: new ReportShelf(history),
    access: new Access({ users, proxy: settings.proxy, secure: tls !== null }),
    hosts: users === null ? loopbackNames(host) : null,
    trustedProxies: settings.proxy?.addresses ?? [],
    pages: existsSync(PAGES) ? PAGES : null,
    requestsPerMinute: LIMITS.requestsPerMinute,
  });
  const close = async (): Promise<void> => {
    await uploads.close();
    await app.close();
  };
  try {
    await app.listen({ host, port: settings.port });
  } catch (error) {
    await close();
    throw listeningFailure(error, host, settings.port);
  }
  return { url: `${tls === null ? 'http' : 'https'}://${placeOf(app.addresses(), host)}/`, close };
}

function placeOf([address]: readonly (string | AddressInfo)[], host: string): string {
  const port = typeof address === 'object' ? address.port : 0;
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
