import { dirname, join, resolve } from 'node:path';
import { formatAddress, parseAddress } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import type { DashboardSettings } from '../../web/start-dashboard.js';
import { bytesOption } from './quantity-option.js';
import { numberOption } from './number-option.js';
import type { SharedOptions } from './options.js';
import { usageFailure } from '../usage.js';

/** Options of `sansou serve`. */
export interface ServeOptions extends SharedOptions {
  readonly topology?: string;
  readonly store?: string;
  readonly host: string;
  readonly port: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly users?: string;
  readonly trustProxy?: readonly string[];
  readonly proxyHeader: string;
  readonly spool?: string;
  readonly maxUpload?: string;
  readonly evidence?: string;
  readonly evidenceDays: string;
  readonly evidenceSize: string;
}

export type ServeSettings = Omit<DashboardSettings, 'history' | 'nextRunId' | 'metrics' | 'log' | 'language'> & {
  readonly storeFile: string;
};

const MEGABYTE = 1024 * 1024;

function isLoopback(host: string): boolean {
  if (host.toLowerCase() === 'localhost') return true;
  const address = parseAddress(host);
  const text = address === undefined ? host : formatAddress(address);
  return text === '::1' || text.startsWith('127.');
}

function missing(option: string, ja: string, en: string): Error {
  return usageFailure(
    { ja: `${ja}の指定（${option}）がない`, en: `no ${en} is given (${option})` },
    {
      ja: '例: sansou serve -t city.yaml --store history.db',
      en: 'for example sansou serve -t city.yaml --store history.db',
    },
  );
}

function readTls({ tlsCert, tlsKey }: ServeOptions): ServeSettings['tls'] {
  if (tlsCert === undefined && tlsKey === undefined) return null;
  if (tlsCert !== undefined && tlsKey !== undefined) return { certFile: tlsCert, keyFile: tlsKey };
  throw usageFailure({
    ja: '--tls-cert と --tls-key は両方を指定する',
    en: '--tls-cert and --tls-key are given together',
  });
}

function readProxy({ trustProxy, proxyHeader, users }: ServeOptions): ServeSettings['proxy'] {
  if (trustProxy === undefined) return null;
  if (users === undefined) {
    throw usageFailure(
      {
        ja: '--trust-proxy には、誰が何をしてよいかを示す --users が要る',
        en: '--trust-proxy needs --users, which says who may do what',
      },
      {
        ja: 'プロキシだけで使う者の行は 名前:viewer:-',
        en: 'a line for who comes by the proxy only is name:viewer:-',
      },
    );
  }
  const addresses = trustProxy.map((text) => {
    const address = parseAddress(text);
    if (address !== undefined) return formatAddress(address);
    throw usageFailure({
      ja: `--trust-proxy にはプロキシの IP アドレスを指定する（「${text}」は使えない）`,
      en: `--trust-proxy takes the IP address of the proxy, not "${text}"`,
    });
  });
  if (!/^[A-Za-z0-9-]{1,64}$/.test(proxyHeader)) {
    throw usageFailure({
      ja: `--proxy-header「${proxyHeader}」はヘッダーの名前ではない`,
      en: `--proxy-header: "${proxyHeader}" is no name of a header`,
    });
  }
  return { addresses, header: proxyHeader.toLowerCase() };
}

/** Off this machine, nobody looks without a password and nothing goes in the clear. */
function requireProtection(host: string, tls: ServeSettings['tls'], users: string | undefined): void {
  if (isLoopback(host) || (tls !== null && users !== undefined)) return;
  const lacking = [tls === null ? '--tls-cert, --tls-key' : '', users === undefined ? '--users' : ''];
  const list = lacking.filter((option) => option !== '').join(', ');
  throw usageFailure(
    {
      ja: `${host} で待ち受けるには TLS と利用者の登録が要る（不足: ${list}）`,
      en: `listening on ${host} needs TLS and users (missing: ${list})`,
    },
    {
      ja: 'このコンピュータからだけ見るなら --host を指定しない。利用者の行は sansou serve hash-password で作る',
      en: 'leave --host away to look from this computer only; sansou serve hash-password makes a line for a user',
    },
  );
}

function readEvidence({ evidence, evidenceDays, evidenceSize }: ServeOptions): ServeSettings['evidence'] {
  const maximumDays = numberOption('--evidence-days', evidenceDays, 1, 36_500);
  const maximumBytes = bytesOption('--evidence-size', evidenceSize);
  return evidence === undefined ? null : { folder: resolve(evidence), maximumDays, maximumBytes };
}

/** @throws Failure with exit status 64 */
export function readServeSettings(options: ServeOptions): ServeSettings {
  const { topology, store, host, users, spool, maxUpload } = options;
  if (topology === undefined) throw missing('-t', '構成定義ファイル', 'topology file');
  if (store === undefined) throw missing('--store', '履歴のファイル', 'history file');
  const tls = readTls(options);
  const proxy = readProxy(options);
  requireProtection(host, tls, users);
  return {
    ...{ host, tls, proxy },
    port: numberOption('--port', options.port, 0, 65_535),
    topologyFile: topology,
    storeFile: store,
    usersFile: users ?? null,
    evidence: readEvidence(options),
    spoolFolder: spool ?? join(dirname(store), 'sansou-uploads'),
    maxUploadBytes:
      maxUpload === undefined ? LIMITS.uploadBytes : numberOption('--max-upload', maxUpload, 1, 1_000_000) * MEGABYTE,
  };
}
