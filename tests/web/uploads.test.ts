import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EXIT, Failure } from '../../src/base/failure.js';
import type { Text } from '../../src/base/text.js';
import type { UploadEntry } from '../../src/web/api.js';
import type { Judge } from '../../src/web/uploads/judge.js';
import { safeFileName } from '../../src/web/uploads/spool.js';
import { UploadEvidence } from '../../src/web/uploads/upload-evidence.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { Office } from './office.js';

let office: Office;
afterEach(() => office.close());

const octets = { 'content-type': 'application/octet-stream' };

async function begin(): Promise<{ id: string; headers: Record<string, string> }> {
  const headers = await office.atTheMachine();
  const answer = await office.inject({ method: 'POST', url: '/api/uploads', headers });
  expect(answer.statusCode).toBe(201);
  return { id: answer.json<UploadEntry>().id, headers };
}

const send = (id: string, headers: Record<string, string>, name: string, payload: Buffer, more = '') =>
  office.inject({
    method: 'POST',
    url: `/api/uploads/${id}/files?name=${encodeURIComponent(name)}${more}`,
    headers: { ...headers, ...octets },
    payload,
  });

/** A file of which nothing has been sent yet but its headers. */
async function sendSlowly(
  id: string,
  headers: Record<string, string>,
  more: Record<string, number>,
): Promise<ClientRequest> {
  await office.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = office.app.server.address() as AddressInfo;
  const sending = request({
    ...{ host: '127.0.0.1', port, method: 'POST', path: `/api/uploads/${id}/files?name=b.pcap` },
    headers: { ...headers, ...octets, host: 'localhost', ...more },
  });
  sending.on('error', () => undefined).flushHeaders();
  return sending;
}

async function answerOf(sending: ClientRequest): Promise<{ status: number | undefined; body: string }> {
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return { status: answer.statusCode, body: Buffer.concat(pieces).toString() };
}

const ENDED: readonly string[] = ['done', 'failed', 'cancelled'];

/** Waits for what the desk tells of itself, however long it takes. */
async function until(id: string, state: string): Promise<UploadEntry> {
  for (;;) {
    const entry = office.uploads.entry(id);
    if (entry.state === state) return entry;
    if (ENDED.includes(entry.state)) throw new Error(`not ${state}: ${entry.state}`);
    await once(office.changes, 'upload');
  }
}

const spooled = (): string[] =>
  readdirSync(join(office.folder, 'spool'), { recursive: true })
    .map(String)
    .filter((name) => /\.pcap/.test(name));

describe('an upload', () => {
  test('is judged as one observation with its points, becomes a run, and leaves nothing in the spool', async () => {
    const seen: { point: string | null; name: string; content: string }[] = [];
    const judge: Judge = (captures, _evidence, { onProgress }) => {
      for (const { point, path } of captures)
        seen.push({ point, name: basename(path), content: readFileSync(path, 'utf8') });
      onProgress({ bytesRead: 3, bytesTotal: 6, packets: 2, flows: 1 });
      return Promise.resolve(SAMPLE_REPORT);
    };
    office = await Office.open({ judge });
    const { id, headers } = await begin();
    expect((await send(id, headers, 'mn.pcap', Buffer.from('one'), '&point=CP-MN')).statusCode).toBe(201);
    expect((await send(id, headers, 'mn.pcap', Buffer.from('two'))).statusCode).toBe(201);
    expect(spooled()).toHaveLength(2);
    expect((await office.inject({ method: 'POST', url: `/api/uploads/${id}/judge`, headers })).statusCode).toBe(202);
    const { run, progress } = await until(id, 'done');
    expect(seen).toEqual([
      { point: 'CP-MN', name: 'mn.pcap', content: 'one' },
      { point: null, name: 'mn.pcap', content: 'two' },
    ]);
    expect(progress).toEqual({ read: 3, total: 6, packets: 2 });
    expect(office.history.run(run!)?.kind).toBe('upload');
    expect(spooled()).toEqual([]);
  });

  test('that is too large is refused, and what had come is gone', async () => {
    office = await Office.open({ maxBytes: 1000 });
    const { id, headers } = await begin();
    expect((await send(id, headers, 'a.pcap', Buffer.alloc(600))).statusCode).toBe(201);
    // nobody said how much would come
    const sending = await sendSlowly(id, headers, {});
    sending.end(Buffer.alloc(401));
    const answer = await answerOf(sending);
    expect(answer.status).toBe(413);
    const [problem] = (JSON.parse(answer.body) as { problems: { message: Text }[] }).problems;
    expect(problem!.message.en).toContain('too large: captures may have 1.0 kB together');
    expect(problem!.message.ja).toContain('大きすぎる。キャプチャは合わせて 1.0 kB まで');
    expect(spooled().map((name) => basename(name))).toEqual(['a.pcap']);
  });

  test('that is announced as too large is refused before a byte of it has come', async () => {
    office = await Office.open({ maxBytes: 1000 });
    const { id, headers } = await begin();
    const sending = await sendSlowly(id, headers, { 'content-length': 1001 });
    expect((await answerOf(sending)).status).toBe(413);
    sending.destroy();
    expect(office.uploads.entry(id).files).toEqual([]);
    expect(spooled()).toEqual([]);
  });

  test('that fails or is cancelled leaves no half-made evidence, and one that is judged keeps its own', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'sansou-kept-'));
    const ways = ['done', 'failed', 'cancelled'];
    const judge: Judge = (_captures, evidence, { signal }) => {
      const way = ways.shift()!;
      for (const folder of [evidence!, join(kept, `.${basename(evidence!)}.1.part`)]) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'manifest.json'), '{}');
      }
      if (way === 'done') return Promise.resolve(SAMPLE_REPORT);
      if (way === 'failed') return Promise.reject(new Failure(EXIT.unusable, []));
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    };
    const evidence = new UploadEvidence({ folder: kept, maximumDays: 400, maximumBytes: 1_000_000 });
    office = await Office.open({ judge, evidence });
    const ids: string[] = [];
    for (const way of [...ways]) {
      const { id, headers } = await begin();
      ids.push(id);
      await send(id, headers, 'a.pcap', Buffer.from('x'));
      await office.inject({ method: 'POST', url: `/api/uploads/${id}/judge`, headers });
      if (way === 'cancelled') await office.inject({ method: 'DELETE', url: `/api/uploads/${id}`, headers });
      await until(id, way);
    }
    await office.uploads.close();
    expect(readdirSync(kept)).toEqual([`upload-${ids[0]!}`]);
    rmSync(kept, { recursive: true });
  });

  test.each([
    ['../../../etc/cron.d/x.pcap', 'x.pcap'],
    ['..\\..\\x.pcap', 'x.pcap'],
    ['/etc/passwd', 'passwd'],
    ['.ssh', '_ssh'],
    ['..', '_'],
    ['a\u0000b\u202e.pcap', 'a_b_.pcap'],
    ['住民 記録.pcapng', '住民_記録.pcapng'],
    [`${'x'.repeat(300)}`, 'x'.repeat(120)],
  ])('named %j lies in the spool as %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
    office = { close: () => Promise.resolve() } as Office;
  });

  test('whose capture cannot be used tells why; whose judging breaks down does not take the server along', async () => {
    const problem = {
      code: 'CAPTURE-FOREIGN',
      level: 'error' as const,
      message: { ja: 'キャプチャではない', en: 'not a capture' },
    };
    const outcomes = [
      () => Promise.reject(new Failure(EXIT.unusable, [problem])),
      () => Promise.reject(new Error('boom at /secret/path')),
    ];
    office = await Office.open({ judge: () => outcomes.shift()!() });
    for (const expected of ['CAPTURE-FOREIGN', 'INTERNAL']) {
      const { id, headers } = await begin();
      await send(id, headers, 'a.pcap', Buffer.from('x'));
      await office.inject({ method: 'POST', url: `/api/uploads/${id}/judge`, headers });
      const { problems } = await until(id, 'failed');
      expect(problems.map(({ code }) => code)).toEqual([expected]);
      expect(JSON.stringify(problems)).not.toContain('/secret/path');
    }
    expect((await office.inject({ url: '/api/overview' })).statusCode).toBe(200);
  });

  test('that is cancelled while it is judged ends at once, and the next one is judged', async () => {
    let aborted = 0;
    const judge: Judge = (_captures, _evidence, { signal }) =>
      aborted === 0
        ? new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              aborted++;
              reject(signal.reason as Error);
            });
          })
        : Promise.resolve(SAMPLE_REPORT);
    office = await Office.open({ judge });
    const first = await begin();
    const second = await begin();
    for (const { id, headers } of [first, second]) {
      await send(id, headers, 'a.pcap', Buffer.from('x'));
      await office.inject({ method: 'POST', url: `/api/uploads/${id}/judge`, headers });
    }
    expect(office.uploads.entry(first.id).state).toBe('judging');
    expect(office.uploads.entry(second.id).state).toBe('waiting');
    const runs = office.history.runs().length;
    expect(
      (await office.inject({ method: 'DELETE', url: `/api/uploads/${first.id}`, headers: first.headers })).statusCode,
    ).toBe(200);
    await until(second.id, 'done');
    expect(office.uploads.entry(first.id).state).toBe('cancelled');
    expect(office.history.runs().length).toBe(runs + 1);
    expect(spooled()).toEqual([]);
  });

  test('finds no place when four are in work, and an unknown point or an empty one is refused', async () => {
    office = await Office.open();
    const { id, headers } = await begin();
    expect((await office.inject({ method: 'POST', url: `/api/uploads/${id}/judge`, headers })).statusCode).toBe(409);
    expect((await send(id, headers, 'a.pcap', Buffer.from('x'), '&point=CP-NONE')).statusCode).toBe(422);
    expect(
      (
        await office.inject({
          method: 'POST',
          url: `/api/uploads/${id}/files?name=a`,
          headers,
          payload: { not: 'a file' },
        })
      ).statusCode,
    ).toBe(415);
    for (let more = 0; more < 3; more++) await begin();
    expect((await office.inject({ method: 'POST', url: '/api/uploads', headers })).statusCode).toBe(429);
    office.uploads.cancel(id);
    expect((await office.inject({ method: 'POST', url: '/api/uploads', headers })).statusCode).toBe(201);
  });

  test('in work is dropped when the server ends, with its spool', async () => {
    office = await Office.open({
      judge: (_captures, _evidence, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    });
    const { id, headers } = await begin();
    await send(id, headers, 'a.pcap', Buffer.from('x'));
    office.uploads.start(id);
    await office.uploads.close();
    expect(office.uploads.entry(id).state).toBe('cancelled');
    expect(existsSync(join(office.folder, 'spool', `server-${process.pid}`))).toBe(false);
  });
});
