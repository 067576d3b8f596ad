import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import type { UploadEntry, UploadsAnswer } from '../api.js';
import type { Dashboard } from '../dashboard.js';
import { Refusal } from '../refusal.js';

const UPLOAD_ID = { type: 'string', pattern: '^[0-9a-f]{16}$' };
const PARAMS = { type: 'object', required: ['id'], properties: { id: UPLOAD_ID } };

const FILE_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 255 },
    point: { type: 'string', minLength: 1, maxLength: 200 },
  },
};

function announcedBytes({ 'content-length': length }: IncomingHttpHeaders): number | null {
  const bytes = Number(length);
  return length === undefined || !Number.isSafeInteger(bytes) ? null : bytes;
}

/** Captures from a browser: begin, send the files, have them judged; look at how far it is; cancel. */
export function addUploadRoutes(app: FastifyInstance, { uploads, log }: Dashboard): void {
  const operator = { config: { access: 'operator' as const } };
  const schema = { params: PARAMS };
  // handed on as a stream: a capture never lies in memory as a whole
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  app.get('/api/uploads', operator, (): UploadsAnswer => ({
    uploads: uploads.list(),
    limits: { bytes: uploads.maxBytes, files: LIMITS.uploadFiles },
  }));

  app.get<{ Params: { id: string } }>('/api/uploads/:id', { ...operator, schema }, ({ params: { id } }): UploadEntry =>
    uploads.entry(id),
  );

  app.post('/api/uploads', operator, (request, reply) => {
    const entry = uploads.begin(request.identity?.name ?? '');
    log('info', 'upload begun', { user: entry.user, upload: entry.id, address: request.ip });
    return reply.code(201).send(entry);
  });

  app.post<{ Params: { id: string }; Querystring: { name: string; point?: string }; Body: unknown }>(
    '/api/uploads/:id/files',
    { ...operator, schema: { params: PARAMS, querystring: FILE_QUERY } },
    async ({ params: { id }, query: { name, point }, headers, body }, reply) => {
      if (!(body instanceof Readable)) {
        throw new Refusal(415, 'UPLOAD-TYPE', {
          ja: 'ファイルは application/octet-stream として送る',
          en: 'a file is sent as application/octet-stream',
        });
      }
      return reply
        .code(201)
        .send(
          await uploads.receive({ id, name, point: point ?? null, content: body, announced: announcedBytes(headers) }),
        );
    },
  );

  app.post<{ Params: { id: string } }>('/api/uploads/:id/judge', { ...operator, schema }, ({ params: { id } }, reply) =>
    reply.code(202).send(uploads.start(id)),
  );

  app.delete<{ Params: { id: string } }>(
    '/api/uploads/:id',
    { ...operator, schema },
    ({ params: { id }, identity }): UploadEntry => {
      log('info', 'upload cancelled', { user: identity?.name, upload: id });
      return uploads.cancel(id);
    },
  );
}
