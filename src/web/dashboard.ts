import type { Problem } from '../base/failure.js';
import type { Language } from '../base/text.js';
import type { History } from '../model/history.js';
import type { LoadedTopology } from '../topology/load.js';
import type { Access } from './access/access.js';
import type { LiveBus } from './live/live-bus.js';
import type { ReportShelf } from './report-shelf.js';
import type { UploadDesk } from './uploads/upload-desk.js';

/** What happened, for operators of the box: who logged in, uploaded, cancelled, pruned, and what went wrong. */
export type DashboardLog = (
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

/** Everything that the routes stand on. */
export interface Dashboard {
  readonly history: History;
  readonly shelf: ReportShelf;
  readonly topology: LoadedTopology['topology'];
  readonly topologyWarnings: readonly Problem[];
  readonly access: Access;
  readonly uploads: UploadDesk;
  readonly live: LiveBus;
  readonly language: Language;
  readonly log: DashboardLog;
  /** names under which the server may be called; `null`: any, where users protect it (DNS rebinding) */
  readonly hosts: readonly string[] | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  readonly trustedProxies: readonly string[];
  /** folder of the page, or null where it was not built */
  readonly pages: string | null;
  /** Prometheus text of the box, where it keeps metrics */
  readonly metrics: (() => Promise<string>) | null;
  readonly requestsPerMinute: number;
}
