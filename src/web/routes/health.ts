import type { FastifyInstance } from 'fastify';
import type { Dashboard } from '../dashboard.js';

/** For the machines that watch the machine: alive, and in numbers. */
export function addHealthRoutes(app: FastifyInstance, { history, metrics }: Dashboard): void {
  // it tells nothing but that the server answers and its store does
  app.get('/healthz', { config: { access: 'public' } }, (_request, reply) => {
    try {
      history.runs({ limit: 1 });
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  if (metrics === null) return;
  app.get('/metrics', { config: { access: 'viewer' } }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  );
}
