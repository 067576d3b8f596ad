import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXIT, Failure } from '../base/failure.js';
import type { Health } from './health.js';
import type { Metrics } from './create-metrics.js';

export interface MetricsServerOptions {
  /** loopback unless told otherwise: the figures tell who runs what */
  readonly host?: string;
  /** 0: any that is free */
  readonly port: number;
  readonly metrics: Pick<Metrics, 'text' | 'contentType' | 'setHealth'>;
  /** asked at every request */
  readonly health: () => Health;
}

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * `GET /metrics` for Prometheus and `GET /health` for whoever supervises: 200, or 503 with the reasons.
 * @throws Failure (exit 3) when the port cannot be had
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { host = '127.0.0.1', port } = options;
  const server = createServer(
    { requestTimeout: 5000, headersTimeout: 5000, maxHeaderSize: 8192 },
    (request, response) => {
      answer(request, response, options).catch(() => response.destroy());
    },
  );
  server.maxConnections = 16;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(host, port, error)));
    server.listen(port, host, () => resolve());
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, health }: MetricsServerOptions,
): Promise<void> {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    send(405, 'text/plain; charset=utf-8', 'GET or HEAD\n');
    return;
  }
  switch (request.url?.split('?')[0]) {
    case '/metrics': {
      metrics.setHealth(health().healthy);
      send(200, metrics.contentType, await metrics.text());
      return;
    }
    case '/health': {
      const { healthy, reasons } = health();
      send(healthy ? 200 : 503, 'application/json; charset=utf-8', `${JSON.stringify({ healthy, reasons })}\n`);
      return;
    }
    default:
      send(404, 'text/plain; charset=utf-8', '/metrics /health\n');
  }
}

function portFailure(host: string, port: number, error: NodeJS.ErrnoException): Failure {
  const why = {
    EADDRINUSE: { ja: '既に使われている', en: 'it is in use' },
    EACCES: { ja: '権限がない', en: 'permission denied' },
    EADDRNOTAVAIL: { ja: 'この機器のアドレスではない', en: 'this machine has no such address' },
  }[error.code ?? ''] ?? { ja: error.code ?? '', en: error.code ?? '' };
  return new Failure(EXIT.unusable, [
    {
      code: 'METRICS-PORT',
      level: 'error',
      message: {
        ja: `指標を公開するポート ${host}:${port} を開けない: ${why.ja}`,
        en: `the port for metrics, ${host}:${port}, cannot be opened: ${why.en}`,
      },
      remedy: { ja: '別のアドレスかポートを指定する', en: 'give another address or port' },
    },
  ]);
}
