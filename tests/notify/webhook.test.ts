import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCertificates, type TestCertificates } from '../support/make-certificates.js';
import { Desk, RDP, SECRETS, SMB } from './desk.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  expect(JSON.stringify(desk.log)).not.toContain(SECRETS.HOOK);
  desk.close();
});

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (response: ServerResponse) => void;

/** The other side of a webhook; its answer may change. */
async function hook(
  answer: Answer,
  certificates?: TestCertificates,
): Promise<{ channel: string; received: Received[]; answerWith: (other: Answer) => void }> {
  const received: Received[] = [];
  let current = answer;
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      current(response);
    });
  };
  const server: Server = certificates === undefined ? createServer(take) : createTlsServer(certificates, take);
  const port = await desk.listen(server);
  const url = `${certificates === undefined ? 'http' : 'https'}://127.0.0.1:${port}/in?key=1`;
  return {
    channel: `type: webhook, url: "${url}", secret: { env: HOOK }`,
    received,
    answerWith: (other) => void (current = other),
  };
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end();

function isSigned({ headers, body }: Received): boolean {
  const timestamp = headers['x-sansou-timestamp'] as string;
  const signature = createHmac('sha256', SECRETS.HOOK).update(`${timestamp}.${body}`).digest('hex');
  return headers['x-sansou-signature'] === `sha256=${signature}`;
}

describe('a webhook over TLS', () => {
  test('is signed, and reaches a server whose authority is named', async () => {
    const certificates = makeCertificates();
    const { channel, received } = await hook(status(204), certificates);
    desk.write('ca.pem', certificates.ca);
    desk.save([SMB]);
    await desk.notifier(`${channel}, ca: ca.pem`).step();
    expect(desk.problems).toEqual([]);
    expect(received).toHaveLength(1);
    expect(isSigned(received[0]!)).toBe(true);
    expect(received[0]!.headers['x-sansou-timestamp']).toBe(String(desk.now / 1000));
  });

  test('says nothing to a server of another authority', async () => {
    const { channel, received } = await hook(status(204), makeCertificates());
    desk.write('ca.pem', makeCertificates().ca);
    desk.save([SMB]);
    await desk.notifier(`${channel}, ca: ca.pem`).step();
    desk.now += 2000;
    await desk.notifier(channel).step();
    expect(received).toEqual([]);
    const problem = 'the certificate is signed by nobody who is trusted (name its authority with ca)';
    expect(desk.problems).toEqual([problem, problem]);
  });
});

describe('a webhook that does not take it', () => {
  test('is tried again after twice the time, with the same id and another timestamp', async () => {
    const { channel, received, answerWith } = await hook(status(503));
    desk.save([SMB]);
    const told = desk.notifier(channel);
    const delays: number[] = [];
    for (let count = 0; count < 4; count++) {
      await told.step();
      delays.push(desk.store.outbox.nextDue('it')! - desk.now);
      desk.now = desk.store.outbox.nextDue('it')!;
    }
    answerWith(status(200));
    await told.step();
    expect(delays).toEqual([2000, 4000, 8000, 16_000]);
    expect(received).toHaveLength(5);
    expect(new Set(received.map(({ headers }) => headers['x-sansou-id'])).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers['x-sansou-timestamp'])).size).toBe(5);
    expect(received.every(isSigned)).toBe(true);
    expect(desk.problems).toEqual(Array.from({ length: 4 }, () => 'the answer was HTTP 503'));
  });

  test('is not followed to where it points', async () => {
    const other = await hook(status(204));
    const url = /url: "(.*?)"/.exec(other.channel)![1]!;
    const { channel } = await hook(status(307, { location: url }));
    desk.save([SMB]);
    await desk.notifier(channel).step();
    expect(other.received).toEqual([]);
    expect(desk.problems).toEqual(['the answer was HTTP 307']);
  });

  test.each<[string, Answer, RegExp]>([
    ['hangs', () => undefined, /it did not end within 1 seconds/],
    ['never ends its headers', ({ socket }) => void socket?.write('HTTP/1.1 200 OK\r\nx: '), /within 1 seconds/],
    ['closes without an answer', (response) => void response.socket?.end(), /the connection was (reset|closed)/],
    ['answers something else', (response) => void response.socket?.end('SSH-2.0-x\r\n'), /./],
  ])('because it %s waits in the store', async (_, answer, problem) => {
    desk.patience = 1;
    const { channel } = await hook(answer);
    desk.save([SMB]);
    await desk.notifier(channel).step();
    expect(desk.problems).toEqual([expect.stringMatching(problem)]);
    expect(desk.store.outbox.count('it')).toBe(1);
  });

  test('by an answer that never ends has taken it, and holds nobody up', async () => {
    const { channel } = await hook((response) => {
      response.writeHead(200).write('x');
    });
    desk.save([SMB]);
    await desk.notifier(channel).step();
    expect(desk.problems).toEqual([]);
    expect(desk.store.outbox.count('it')).toBe(0);
  });
});

describe('what waits', () => {
  test('goes out after a restart, in order, before what is new', async () => {
    const { channel, received, answerWith } = await hook(status(500));
    desk.save([SMB]);
    await desk.notifier(channel).step();
    desk.restart();
    desk.save([SMB, RDP]);
    desk.now += 61_000;
    answerWith(status(200));
    await desk.notifier(channel).step();
    const ids = received.map(({ body }) => JSON.parse(body) as { changes: { finding: { id: string } }[] });
    expect(ids.map(({ changes }) => changes.map(({ finding }) => finding.id))).toEqual([[SMB.id], [SMB.id], [RDP.id]]);
  });

  test('for seven days is given up: logged and counted, and what is younger goes on', async () => {
    const { channel, answerWith } = await hook(status(500));
    desk.save([SMB]);
    await desk.notifier(channel).step();
    desk.now += 7 * 86_400_000 - 1000;
    const told = desk.notifier(channel);
    await told.step();
    expect(told.counts()).toEqual([{ channel: 'it', waiting: 1, sent: 0, failed: 1, givenUp: 0 }]);
    desk.now += 3_600_000;
    desk.save([SMB, RDP]);
    await told.step();
    expect(desk.log.filter(({ message }) => message === 'a notice was given up')).toEqual([
      expect.objectContaining({ fields: { channel: 'it', problem: 'the answer was HTTP 500', tries: 3 } }),
    ]);
    expect(told.counts()).toMatchObject([{ waiting: 1, givenUp: 1 }]);
    answerWith(status(200));
    desk.now += 3_600_000;
    await told.step();
    expect(told.counts()).toMatchObject([{ waiting: 0, sent: 1, givenUp: 1 }]);
  });

  test('is tried once more when the process is told to end, although a try was under way', async () => {
    let release = (): void => undefined;
    const { channel, received, answerWith } = await hook((response) => {
      release = () => void response.writeHead(200).end();
    });
    desk.save([SMB]);
    const told = desk.notifier(channel);
    told.poke();
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    // the last report comes while the first notice is on its way
    desk.now += 61_000;
    desk.save([SMB, RDP]);
    answerWith(status(200));
    const stopped = told.stop();
    release();
    await stopped;
    expect(received).toHaveLength(2);
    expect(desk.store.outbox.count('it')).toBe(0);
  });
});
