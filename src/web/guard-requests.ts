import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from './access/access.js';
import type { Role } from './api.js';
import type { Dashboard } from './dashboard.js';
import { Refusal } from './refusal.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** who may; a route that says nothing is for operators */
    readonly access?: 'public' | Role;
  }
  interface FastifyRequest {
    identity: Identity | null;
  }
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** A page of another origin neither reads nor writes here: Fetch Metadata, and Origin where a browser lacks that. */
function refuseOtherOrigins(request: FastifyRequest, changes: boolean): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const fromElsewhere = site !== undefined && site !== 'same-origin' && (changes || site !== 'none');
  const isForeign = origin !== undefined && hostOf(origin) !== request.host.toLowerCase();
  if ((fromElsewhere && request.url.startsWith('/api/')) || (isForeign && changes)) {
    throw new Refusal(403, 'ORIGIN', {
      ja: '他のサイトからの要求は受け付けない',
      en: 'requests of other sites are not accepted',
    });
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** One gate for every route: the name of the server, the origin, who it is, what they may, and the CSRF token. */
export function guardRequests(app: FastifyInstance, { access, hosts, log }: Dashboard): void {
  app.decorateRequest('identity', null);
  app.addHook('onRequest', async (request) => {
    if (hosts !== null && !hosts.includes(request.hostname.toLowerCase())) {
      throw new Refusal(421, 'HOST', {
        ja: 'この名前のサーバーではない',
        en: 'this server does not go by that name',
      });
    }
    const changes = !SAFE_METHODS.has(request.method);
    refuseOtherOrigins(request, changes);
    const identity = access.identify(request);
    request.identity = identity;
    const wanted = request.routeOptions.config.access ?? 'operator';
    if (wanted !== 'public' && identity === null) {
      throw new Refusal(401, 'LOGIN', { ja: 'ログインが必要である', en: 'you have to log in' });
    }
    if (wanted === 'operator' && identity?.role !== 'operator') {
      log('warn', 'refused', { user: identity?.name, method: request.method, route: request.routeOptions.url });
      throw new Refusal(403, 'ROLE', {
        ja: 'この操作には operator の役割が必要である',
        en: 'this needs the role operator',
      });
    }
    if (changes && !access.isCsrfToken(identity, request.headers['x-sansou-csrf'])) {
      throw new Refusal(403, 'CSRF', {
        ja: '画面が古い。読み込み直すこと',
        en: 'the page is out of date; load it again',
      });
    }
    await Promise.resolve();
  });
}
