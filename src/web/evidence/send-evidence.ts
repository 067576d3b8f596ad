import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { LIMITS } from '../../base/limits.js';
import { notFound, Refusal } from '../refusal.js';
import { readEvidence, type EvidenceFile } from './evidence-files.js';
import { zipBytes, zipOf } from './zip.js';

const NO_EVIDENCE = { ja: '証拠は残されていない', en: 'no evidence was kept' };

/** `filename*` of RFC 6266 and 8187: any name, with nothing in it that a header would obey. */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}

/** @param number place in the list that the page was given */
export async function sendFile(
  reply: FastifyReply,
  files: readonly EvidenceFile[] | null,
  number: number,
): Promise<FastifyReply> {
  const file = files?.[number];
  if (file === undefined) throw notFound(NO_EVIDENCE);
  const stream = await readEvidence(file).catch(() => null);
  if (stream === null) throw notFound(NO_EVIDENCE);
  return reply
    .header('content-disposition', attachment(file.name.split('/').at(-1) ?? 'evidence'))
    .type('application/octet-stream')
    .send(stream);
}

export async function sendZip(
  reply: FastifyReply,
  files: readonly EvidenceFile[] | null,
  name: string,
): Promise<FastifyReply> {
  if (files === null || files.length === 0) throw notFound(NO_EVIDENCE);
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > LIMITS.evidenceZipBytes || files.length > 65_535) {
    throw new Refusal(413, 'ZIP-SIZE', {
      ja: '一つの zip には大きすぎる。ファイルごとに取り出すこと',
      en: 'too large for one zip; fetch the files one by one',
    });
  }
  await Promise.resolve();
  return reply
    .header('content-disposition', attachment(name))
    .header('content-length', zipBytes(files))
    .type('application/zip')
    .send(Readable.from(zipOf(files)));
}
