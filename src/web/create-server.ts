import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { LIMITS } from '../base/limits.js';
import { answerErrors } from './answer-errors.js';
import type { Dashboard } from './dashboard.js';
import { guardRequests } from './guard-requests.js';
import { addCompareRoute } from './routes/compare.js';
import { addConduitRoutes } from './routes/conduits.js';
import { addEventRoute } from './routes/events.js';
import { addFindingRoutes } from './routes/findings.js';
import { addHealthRoutes } from './routes/health.js';
import { addMaintenanceRoutes } from './routes/maintenance.js';
import { addOverviewRoute } from './routes/overview.js';
import { addRunRoutes } from './routes/runs.js';
import { addSessionRoutes } from './routes/session.js';
import { addTopologyRoutes } from './routes/topology.js';
import { addTrafficRoute } from './routes/traffic.js';
import { addUploadRoutes } from './routes/uploads.js';

/** Nothing but what this server itself sends runs, loads or frames anything; no string becomes markup. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
};

const HALF_AN_HOUR = 30 * 60_000;
const TWO_MINUTES = 120_000;

function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

function createApp({ tls, trustedProxies }: Dashboard): FastifyInstance {
  const options = {
    logger: false,
    bodyLimit: LIMITS.webBodyBytes,
    // an upload over a slow line may take long, silence may not
    requestTimeout: HALF_AN_HOUR,
    connectionTimeout: TWO_MINUTES,
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 128 },
    // the router answers what it cannot decode past every hook: so it never gets it
    rewriteUrl: ({ url = '/' }: { readonly url?: string | undefined }) => (isDecodable(url) ? url : '/malformed'),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' as const } },
  };
  // one shape of server for the routes, whether it speaks TLS or not
  if (tls === null) return fastify(options);
  const https = { cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' as const };
  return fastify({ ...options, https });
}

/** The server with all its routes, not yet listening. */
export async function createServer(dashboard: Dashboard): Promise<FastifyInstance> {
  const app = createApp(dashboard);
  app.server.maxConnections = LIMITS.webConnections;
  answerErrors(app, dashboard.log);
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    strictTransportSecurity: dashboard.tls === null ? false : { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: true,
  });
  await app.register(rateLimit, {
    max: dashboard.requestsPerMinute,
    timeWindow: '1 minute',
    cache: 10_000,
    // before it is looked at who asks
    hook: 'onRequest',
  });
  guardRequests(app, dashboard);
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    await Promise.resolve();
  });
  addSessionRoutes(app, dashboard);
  addEventRoute(app, dashboard);
  addOverviewRoute(app, dashboard);
  addFindingRoutes(app, dashboard);
  addRunRoutes(app, dashboard);
  addConduitRoutes(app, dashboard);
  addTrafficRoute(app, dashboard);
  addCompareRoute(app, dashboard);
  addTopologyRoutes(app, dashboard);
  addUploadRoutes(app, dashboard);
  addMaintenanceRoutes(app, dashboard);
  addHealthRoutes(app, dashboard);
  if (dashboard.pages !== null) await addPages(app, dashboard.pages);
  return app;
}

/** The page itself is for everybody: it holds nothing, and asks for the log-in. */
async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' };
    });
    await scope.register(fastifyStatic, {
      root: folder,
      index: false,
      cacheControl: false,
      dotfiles: 'ignore',
      preCompressed: true,
      setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
    });
    scope.get('/', (_request, reply) => reply.sendFile('index.html'));
  });
}
