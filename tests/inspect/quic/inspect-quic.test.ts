import { createCipheriv } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../../src/base/limits.js';
import { FlowNotes } from '../../../src/inspect/flow-notes.js';
import type { Role } from '../../../src/inspect/inspector.js';
import { deriveInitialKeys, QUIC_VERSIONS } from '../../../src/inspect/quic/initial-keys.js';
import { inspectQuic } from '../../../src/inspect/quic/inspect-quic.js';
import type { Facts } from '../../../src/model/facts.js';
import { NOBODY } from '../support/play-stream.js';

const V1 = 0x00000001;
const V2 = 0x6b3343cf;
const DCID = Buffer.from('8394c8f03e515708', 'hex');

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const varint = (value: number): Buffer => (value < 64 ? Buffer.from([value]) : u16(value | 0x4000));

function clientHello(name: string): Buffer {
  const sni = Buffer.concat([u16(name.length + 3), Buffer.from([0]), u16(name.length), Buffer.from(name)]);
  const alpn = Buffer.from('\0\x03\x02h3', 'latin1');
  const extensions = Buffer.concat([u16(0), u16(sni.length), sni, u16(16), u16(alpn.length), alpn]);
  const body = Buffer.concat([
    u16(0x0303),
    Buffer.alloc(32, 7),
    Buffer.from([0]),
    u16(2),
    u16(0x1301),
    Buffer.from([1, 0]),
    u16(extensions.length),
    extensions,
  ]);
  return Buffer.concat([Buffer.from([1, 0]), u16(body.length), body]);
}
const SERVER_HELLO = (() => {
  const body = Buffer.concat([
    u16(0x0303),
    Buffer.alloc(32, 9),
    Buffer.from([0]),
    u16(0x1301),
    Buffer.from([0]),
    u16(6),
    u16(43),
    u16(2),
    u16(0x0304),
  ]);
  return Buffer.concat([Buffer.from([2, 0]), u16(body.length), body]);
})();

const crypto = (offset: number, data: Buffer, type = 6): Buffer =>
  Buffer.concat([Buffer.from([type]), varint(offset), varint(data.length), data]);

/** Seals one Initial packet as RFC 9001 section 5 says. */
function initial(
  role: Role,
  frames: Buffer,
  { version = V1, dcid = DCID, keysOf = DCID, token = Buffer.alloc(0), number = 0 } = {},
): Buffer {
  const quic = QUIC_VERSIONS[version]!;
  const keys = deriveInitialKeys(quic, keysOf)[role];
  const padded = Buffer.concat([frames, Buffer.alloc(Math.max(0, 1100 - frames.length))]);
  const head = Buffer.concat([
    Buffer.from([0xc0 | (quic.initial << 4) | 1]),
    Buffer.from([version >>> 24, (version >>> 16) & 255, (version >>> 8) & 255, version & 255]),
    Buffer.from([dcid.length]),
    dcid,
    Buffer.from([0]),
    varint(token.length),
    token,
    varint(2 + padded.length + 16),
    u16(number),
  ]);
  const nonce = Buffer.from(keys.iv);
  nonce[11] = (nonce[11] as number) ^ number;
  const cipher = createCipheriv('aes-128-gcm', keys.key, nonce);
  cipher.setAAD(head);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  const packet = Buffer.concat([head, sealed]);
  const mask = createCipheriv('aes-128-ecb', keys.hp, null).update(sealed.subarray(2, 18));
  packet[0] = (packet[0] as number) ^ ((mask[0] as number) & 15);
  for (let i = 0; i < 2; i++)
    packet[head.length - 2 + i] = (packet[head.length - 2 + i] as number) ^ (mask[1 + i] as number);
  return packet;
}

const SHORT = Buffer.from('40aabbccddeeff', 'hex');

function read(...datagrams: (readonly [Role, Uint8Array])[]): Facts {
  const flowNotes = new FlowNotes();
  const inspector = inspectQuic({
    notes: flowNotes.bind(NOBODY),
    depth: 'names',
    serverPort: 443,
    now: () => 0,
  });
  for (const [role, bytes] of datagrams) if (!inspector.isDone) inspector.feed(role, bytes, false);
  inspector.end();
  return flowNotes.toFacts();
}
const named = ({ names }: Facts): string[] => names.map(({ source, name, answer }) => `${source} ${name} ${answer}`);

describe('the keys of Initial packets', () => {
  const hex = (version: number) => {
    const { client, server } = deriveInitialKeys(QUIC_VERSIONS[version]!, DCID);
    return [client, server].map(({ key, iv, hp }) => [key, iv, hp].map((part) => part.toString('hex')));
  };

  test('are those of RFC 9001 appendix A.1 for version 1', () => {
    expect(hex(V1)).toEqual([
      ['1f369613dd76d5467730efcbe3b1a22d', 'fa044b2f42a3fd3b46fb255c', '9f50449e04a0e810283a1e9933adedd2'],
      ['cf3a5331653c364c88f0f379b6067e37', '0ac1493ca1905853b0bba03e', 'c206b8d9b9f0f37644430b490eeaa314'],
    ]);
  });

  test('are those of RFC 9369 appendix A.1 for version 2', () => {
    expect(hex(V2)[0]).toEqual([
      '8b1a0bc121284290a29e0971b5cd045d',
      '91f73e2351d8fa91660e909f',
      '45b95e15235d6f45a6b19cbcb0294ba9',
    ]);
  });
});

describe('QUIC', () => {
  const HELLO = clientHello('Www.Example.com');

  test.each([V1, V2])('version %i names the server, and the server’s answer accepts it', (version) => {
    const facts = read(
      ['client', initial('client', crypto(0, HELLO), { version })],
      ['server', initial('server', crypto(0, SERVER_HELLO), { version, dcid: Buffer.alloc(0) })],
      ['client', SHORT],
    );
    expect(named(facts)).toEqual(['quic-sni www.example.com accepted']);
    expect(facts.tls).toMatchObject({ version: '1.3', alpn: ['h3'], answered: true, established: true });
    expect(facts).toMatchObject({ opaque: 'quic', shortfalls: [] });
  });

  test('a hello in shuffled pieces over two datagrams is put together', () => {
    const [a, b, c] = [HELLO.subarray(0, 20), HELLO.subarray(20, 50), HELLO.subarray(50)];
    const facts = read(
      ['client', initial('client', Buffer.concat([crypto(50, c), Buffer.from([1, 0, 0]), crypto(0, a)]), {})],
      ['client', initial('client', Buffer.concat([crypto(10, HELLO.subarray(10, 30)), crypto(20, b)]), { number: 1 })],
    );
    expect(named(facts)).toEqual(['quic-sni www.example.com none']);
  });

  test('after a Retry the keys are those of the new destination', () => {
    const chosen = Buffer.from('f067a5502a4262b5', 'hex');
    const facts = read(
      ['client', initial('client', crypto(0, HELLO.subarray(0, 40)), {})],
      ['client', initial('client', crypto(0, HELLO), { dcid: chosen, keysOf: chosen, token: Buffer.from('token') })],
      [
        'server',
        initial('server', Buffer.concat([Buffer.from([2, 0, 0, 0, 0]), crypto(0, SERVER_HELLO)]), {
          dcid: Buffer.alloc(0),
          keysOf: chosen,
        }),
      ],
    );
    expect(named(facts)).toEqual(['quic-sni www.example.com accepted']);
  });

  test('a server that closes in its first packets refuses', () => {
    const close = Buffer.from([0x1c, 0x41, 0x28, 0, 0]);
    expect(
      named(
        read(
          ['client', initial('client', crypto(0, HELLO))],
          ['server', initial('server', close, { dcid: Buffer.alloc(0) })],
        ),
      ),
    ).toEqual(['quic-sni www.example.com refused']);
  });

  test.each([0xff000016, 0xff000018, 0xff00001d, 0xfaceb001, 0xfaceb002, 0x54303530, 0x54303531])(
    'a version from before (%i) names the server',
    (version) => {
      const hello = crypto(0, HELLO, QUIC_VERSIONS[version]?.crypto);
      expect(named(read(['client', initial('client', hello, { version })]))).toEqual(['quic-sni www.example.com none']);
    },
  );

  test('an unknown version, and packets that no key opens, are said to be unread', () => {
    const draft = initial('client', crypto(0, HELLO));
    draft.writeUInt32BE(0xff00001d, 1);
    expect(read(['client', draft])).toMatchObject({ names: [], opaque: 'quic', shortfalls: ['undecodable'] });
    const damaged = initial('client', crypto(0, HELLO));
    damaged[600] = (damaged[600] as number) ^ 1;
    expect(read(['client', damaged])).toMatchObject({ names: [], shortfalls: ['undecodable'] });
  });

  test('a hello without end, and packets without end, are given up', () => {
    const far = read(['client', initial('client', crypto(16_000, HELLO))]);
    expect(far.names).toEqual([]);
    const many = Array.from(
      { length: LIMITS.quicDecryptions + 10 },
      (_, number) => ['client', initial('client', Buffer.from([1]), { number: number & 255 })] as const,
    );
    expect(named(read(...many, ['client', initial('client', crypto(0, HELLO))]))).toEqual([]);
  });

  test('no bytes throw', () => {
    const seed = initial('client', crypto(0, HELLO));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 }),
        fc.nat(1200),
        fc.uint8Array({ maxLength: 60 }),
        (flips, length, other) => {
          const damaged = Buffer.from(seed.subarray(0, length));
          for (const [at, value] of flips) if (at < damaged.length) damaged[at] = value;
          read(['client', damaged], ['server', other], ['client', other], ['server', damaged]);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (frames) => {
        read(['client', initial('client', Buffer.from(frames))]);
      }),
      { numRuns: 300 },
    );
  });
});
