import { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { Line } from '../support/play-stream.js';
import { TEST_CERTIFICATE, TEST_KEY } from './test-certificate.js';

/** Bytes that a real client and a real server (OpenSSL) say to each other, in order. */
export async function recordHandshake(
  client: tls.ConnectionOptions,
  server: tls.TlsOptions = {},
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const [clientSide, serverSide] = makePair((role, bytes) => lines.push([role, Uint8Array.from(bytes)]));
  const listening = new tls.TLSSocket(serverSide, {
    isServer: true,
    cert: TEST_CERTIFICATE,
    key: TEST_KEY,
    ...server,
  });
  const calling = tls.connect({ socket: clientSide, rejectUnauthorized: false, ...client });
  await new Promise<void>((resolve) => {
    listening.on('error', () => undefined);
    calling.on('error', () => {
      setImmediate(resolve);
    });
    listening.on('data', () => listening.write('answer'.repeat(20)));
    calling.on('secureConnect', () => calling.write('question'.repeat(20)));
    calling.on('data', () => {
      resolve();
    });
    calling.on('close', () => {
      resolve();
    });
  });
  calling.destroy();
  listening.destroy();
  return lines;
}

function makePair(spoken: (role: 'client' | 'server', bytes: Buffer) => void): readonly [Duplex, Duplex] {
  const make = (role: 'client' | 'server', other: () => Duplex): Duplex =>
    new Duplex({
      read: () => undefined,
      write: (bytes: Buffer, _encoding, done) => {
        spoken(role, bytes);
        setImmediate(() => {
          other().push(bytes);
          done();
        });
      },
      final: (done) => {
        other().push(null);
        done();
      },
    });
  const client: Duplex = make('client', () => server);
  const server: Duplex = make('server', () => client);
  return [client, server];
}
