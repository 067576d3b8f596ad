import type { FastifyError, FastifyInstance } from 'fastify';
import { Failure } from '../base/failure.js';
import type { Text } from '../base/text.js';
import type { DashboardLog } from './dashboard.js';
import { Refusal } from './refusal.js';

const BY_STATUS: Readonly<Record<number, Text>> = {
  400: { ja: '要求が正しくない', en: 'the request is malformed' },
  413: { ja: '送られたものが大きすぎる', en: 'what was sent is too large' },
  415: { ja: '送られたものの種類が違う', en: 'what was sent is of the wrong type' },
  429: { ja: '要求が多すぎる。しばらく待つこと', en: 'too many requests; wait a little' },
};

const INTERNAL: Text = {
  ja: 'サーバー内部の誤り。詳細はサーバーのログにある',
  en: 'an internal fault; the log of the server has the details',
};

/** Every error leaves as problems in both languages; nothing of the inside does. */
export function answerErrors(app: FastifyInstance, log: DashboardLog): void {
  app.setErrorHandler((error: FastifyError | Refusal | Failure, request, reply) => {
    if (error instanceof Failure) return reply.code(422).send({ problems: error.problems });
    const status = error.statusCode ?? 500;
    if (error instanceof Refusal) return reply.code(status).send({ problems: error.problems });
    if (status < 500) {
      const message = BY_STATUS[status] ?? BY_STATUS[400];
      return reply.code(status).send({ problems: [{ code: `HTTP-${status}`, level: 'error', message }] });
    }
    log('error', 'request failed', {
      method: request.method,
      route: request.routeOptions.url,
      error: String(error.stack),
    });
    return reply.code(500).send({ problems: [{ code: 'INTERNAL', level: 'error', message: INTERNAL }] });
  });
  app.setNotFoundHandler((_request, reply) => {
    const message: Text = { ja: 'その場所には何もない', en: 'there is nothing here' };
    return reply.code(404).send({ problems: [{ code: 'NOT-FOUND', level: 'error', message }] });
  });
}
