import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import type { Text } from '../../base/text.js';
import { readVersion } from '../../base/version.js';
import type { SessionAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { Refusal } from '../refusal.js';

const LOGIN_BODY = {
  type: 'object',
  required: ['name', 'password'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 64 },
    password: { type: 'string', minLength: 1, maxLength: 1024 },
  },
};

const REFUSED: Readonly<Record<'wrong' | 'locked' | 'busy', { readonly status: number; readonly message: Text }>> = {
  wrong: { status: 401, message: { ja: '名前かパスワードが違う', en: 'the name or the password is wrong' } },
  locked: {
    status: 429,
    message: {
      ja: 'ログインの失敗が多すぎる。15 分ほど待つこと',
      en: 'too many failed log-ins; wait a quarter of an hour',
    },
  },
  busy: { status: 503, message: { ja: '混み合っている。もう一度試すこと', en: 'busy; please try again' } },
};

/** Who am I, log in, log out. */
export function addSessionRoutes(app: FastifyInstance, { access, language, log, topology }: Dashboard): void {
  const version = readVersion();
  app.get('/api/session', { config: { access: 'public' } }, ({ identity }): SessionAnswer => ({
    user: identity === null ? null : { name: identity.name, role: identity.role },
    mode: access.mode,
    csrf: access.csrfToken(identity),
    language,
    version,
    timezone: topology.timezone,
    organization: identity === null ? null : topology.organization,
  }));

  app.post<{ Body: { name: string; password: string } }>(
    '/api/login',
    {
      config: { access: 'public', rateLimit: { max: LIMITS.loginsPerMinute, timeWindow: '1 minute' } },
      schema: { body: LOGIN_BODY },
    },
    async (request, reply) => {
      const { name, password } = request.body;
      const answer = await access.logIn(name, password, request.ip);
      if ('refused' in answer) {
        log('warn', 'log-in refused', { name, why: answer.refused, address: request.ip });
        const { status, message } = REFUSED[answer.refused];
        throw new Refusal(status, 'LOGIN', message);
      }
      // who logs in again leaves no older session of this browser behind
      access.logOut(request);
      log('info', 'logged in', { user: name, address: request.ip });
      return reply.header('set-cookie', answer.cookie).code(204).send();
    },
  );

  app.post('/api/logout', { config: { access: 'public' } }, (request, reply) => {
    log('info', 'logged out', { user: request.identity?.name, address: request.ip });
    return reply.header('set-cookie', access.logOut(request)).code(204).send();
  });
}
