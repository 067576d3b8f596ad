import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCertificates } from '../support/make-certificates.js';
import { Desk, RDP, SMB } from './desk.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  desk.close();
});

/** A collector that reads to the end; resolves with the bytes of the next connection. */
function collector(): { take: (socket: Socket) => void; streams: Buffer[]; next: () => Promise<Buffer> } {
  const streams: Buffer[] = [];
  const waiting: ((bytes: Buffer) => void)[] = [];
  const take = (socket: Socket): void => {
    const chunks: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => {
      streams.push(Buffer.concat(chunks));
      waiting.shift()?.(Buffer.concat(chunks));
    });
  };
  return { take, streams, next: () => new Promise((resolve) => waiting.push(resolve)) };
}

/** RFC 6587 section 3.4.1: length in octets, a space, the message. */
function messagesIn(stream: Buffer): string[] {
  const messages: string[] = [];
  for (let at = 0; at < stream.length;) {
    const space = stream.indexOf(0x20, at);
    const length = Number(stream.subarray(at, space).toString());
    messages.push(stream.subarray(space + 1, space + 1 + length).toString());
    at = space + 1 + length;
  }
  return messages;
}

describe('syslog over TCP', () => {
  test('counts octets, not characters, one message a finding', async () => {
    const { take, next } = collector();
    const port = await desk.listen(createServer(take));
    desk.save([SMB, { ...RDP, summary: { ...RDP.summary, ja: '三層の分離が破れている' } }]);
    const stream = next();
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tcp, port: ${port}, language: ja`).step();
    const messages = messagesIn(await stream);
    expect(messages).toHaveLength(2);
    expect(
      messages.every((message) => /^<\d+>1 2026-06-15T03:00:00\.000Z \S+ sansou \d+ appeared \[/.test(message)),
    ).toBe(true);
    expect(messages.some((message) => message.includes('\ufeff') && message.endsWith('三層の分離が破れている'))).toBe(
      true,
    );
    expect(desk.store.outbox.count('it')).toBe(0);
  });

  test('that is refused waits, and goes over a new connection when the collector is back', async () => {
    const { take, next } = collector();
    const server = createServer(take);
    const port = await desk.listen(server);
    server.close();
    desk.save([SMB]);
    const told = desk.notifier(`type: syslog, host: 127.0.0.1, transport: tcp, port: ${port}`);
    await told.step();
    expect(desk.problems).toEqual(['the connection was refused']);
    expect(desk.store.outbox.count('it')).toBe(1);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    desk.now += 2000;
    const stream = next();
    await told.step();
    expect(messagesIn(await stream)).toHaveLength(1);
    expect(told.counts()).toEqual([{ channel: 'it', waiting: 0, sent: 1, failed: 1, givenUp: 0 }]);
    desk.save([SMB, RDP]);
    desk.now += 61_000;
    const second = next();
    await told.step();
    expect(messagesIn(await second)).toHaveLength(1);
  });

  test('that is not read ends at the time limit', async () => {
    desk.patience = 1;
    const port = await desk.listen(createServer((socket) => socket.pause()));
    desk.save([SMB]);
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tcp, port: ${port}`).step();
    expect(desk.problems).toEqual(['it did not end within 1 seconds']);
    expect(desk.store.outbox.count('it')).toBe(1);
  });

  test('that is cut off half-way is sent again', async () => {
    const server = createServer({ highWaterMark: 1024 }, (socket) => {
      socket.on('error', () => undefined);
      // with bytes unread, closing resets the connection (RFC 2525 section 2.17)
      socket.once('readable', () => {
        socket.read(10);
        socket.resetAndDestroy();
      });
    });
    const port = await desk.listen(server);
    const many = Array.from({ length: 50 }, (_, index) => ({ ...SMB, id: index.toString(16).padStart(16, '0') }));
    desk.save(many);
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tcp, port: ${port}`).step();
    expect(desk.problems).toEqual([expect.stringMatching(/the connection was (reset|closed)/)]);
    expect(desk.store.outbox.count('it')).toBe(1);
  });
});

describe('syslog over TLS', () => {
  test('reaches a collector whose authority is named', async () => {
    const { take, next } = collector();
    const { ca, ...own } = makeCertificates();
    const port = await desk.listen(createTlsServer(own).on('secureConnection', take));
    desk.write('ca.pem', ca);
    desk.save([SMB]);
    const stream = next();
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tls, port: ${port}, ca: ca.pem`).step();
    expect(messagesIn(await stream)).toHaveLength(1);
    expect(desk.problems).toEqual([]);
  });

  const untrusted = 'the certificate is signed by nobody who is trusted (name its authority with ca)';
  const otherHost = 'the certificate is for another host than the one in the settings';
  test.each([
    ['of an authority that nobody named', makeCertificates(), null, untrusted],
    ['of another authority', makeCertificates(), makeCertificates().ca, untrusted],
    ['for another host', makeCertificates(['log.example.lg.jp']), 'own', otherHost],
    ['that has expired', makeCertificates(['127.0.0.1'], -1), 'own', 'the certificate has expired'],
  ])('does not speak to a collector with a certificate %s', async (_, { ca, ...own }, trusted, problem) => {
    const { take, streams } = collector();
    const port = await desk.listen(createTlsServer(own).on('secureConnection', take));
    desk.write('ca.pem', trusted === 'own' ? ca : (trusted ?? ''));
    desk.save([SMB]);
    const named = trusted === null ? '' : ', ca: ca.pem';
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tls, port: ${port}${named}`).step();
    expect(desk.problems).toEqual([problem]);
    expect(Buffer.concat(streams).toString()).toBe('');
  });

  test('says so when the other side does not speak it', async () => {
    const port = await desk.listen(createServer((socket) => socket.end('220 plain text\r\n')));
    desk.write('ca.pem', makeCertificates().ca);
    desk.save([SMB]);
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tls, port: ${port}, ca: ca.pem`).step();
    expect(desk.problems).toEqual(['the other side does not speak TLS']);
  });

  test('ends at the time limit when the handshake is not answered', async () => {
    desk.patience = 1;
    const port = await desk.listen(createServer((socket) => socket.resume()));
    desk.save([SMB]);
    await desk.notifier(`type: syslog, host: 127.0.0.1, transport: tls, port: ${port}`).step();
    expect(desk.problems).toEqual(['it did not end within 1 seconds']);
  });
});
