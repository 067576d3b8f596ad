import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import type { LiveTopic } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { Refusal } from '../refusal.js';

/** When a browser tries again after the connection broke, milliseconds. */
const RETRY_MILLISECONDS = 5000;

/**
 * Server-sent events (WHATWG HTML, 9.2): that something has changed, never what. The page asks for it by the routes that
 * everything else goes through.
 */
export function addEventRoute(app: FastifyInstance, { live, access }: Dashboard): void {
  app.get('/api/events', { config: { access: 'viewer' } }, (request, reply) => {
    const { identity } = request;
    let leave: (() => void) | null = null;
    const stream = new Readable({
      read: () => undefined,
      destroy: (error, done) => {
        leave?.();
        done(error);
      },
    });
    const write = (text: string): void => {
      // somebody who does not read is not waited for
      if (stream.readableLength > LIMITS.liveBacklogBytes) stream.destroy();
      else stream.push(text);
    };
    const topics = new Set<LiveTopic>(identity?.role === 'operator' ? ['history', 'uploads'] : ['history']);
    leave = live.listen({
      name: identity?.name ?? '',
      topics,
      isWelcome: () => identity !== null && access.isStillIn(identity),
      // an event without data is none
      tell: (topic) => write(`event: ${topic}\ndata: 1\n\n`),
      greet: () => write(':\n\n'),
      end: () => void stream.push(null),
    });
    if (leave === null) {
      throw new Refusal(503, 'LIVE-FULL', {
        ja: '同時に見ている画面が多すぎる。画面は一定の間隔で更新される',
        en: 'too many pages are open at once; this one asks again every few seconds instead',
      });
    }
    write(`retry: ${RETRY_MILLISECONDS}\n\n`);
    return (
      reply
        .type('text/event-stream; charset=utf-8')
        // a proxy that collects answers would hold back what is to be told at once
        .header('x-accel-buffering', 'no')
        .send(stream)
    );
  });
  app.addHook('preClose', (done) => {
    live.close();
    done();
  });
}
