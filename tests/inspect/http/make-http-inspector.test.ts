import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeHttpInspector } from '../../../src/inspect/http/make-http-inspector.js';
import { LIMITS } from '../../../src/base/limits.js';
import { createPlainProbe, playStream, sha256 } from '../support/play-stream.js';
import type { Line, Played } from '../support/play-stream.js';

const inspectHttp = makeHttpInspector(createPlainProbe);
const play = (...lines: Line[]): Played => playStream(inspectHttp, lines);
const named = ({ facts }: Played): string[] =>
  facts.names.map(({ source, name, port, answer, status }) =>
    [source, port === null ? name : `${name}:${String(port)}`, answer, status ?? '-'].join(' '),
  );
const fileOf = ({ facts }: Played): string[] =>
  facts.files.map(({ sender, name, size, sha256: digest, complete }) =>
    [sender, name, size, digest === null ? 'no digest' : digest.slice(0, 8), complete ? 'whole' : 'in part'].join(' '),
  );

const REPORT = 'report '.repeat(300);
const PDF_ANSWER = `HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: ${String(REPORT.length)}\r\n\r\n${REPORT}`;
const whole = (sender: string, name: string, content: string): string =>
  `${sender} ${name} ${String(content.length)} ${sha256(content).slice(0, 8)} whole`;

describe('destinations', () => {
  test('a CONNECT that is answered 200 is accepted and hands the tunnel over with what followed it', () => {
    const played = play(
      ['client', 'CONNECT Example.COM.:443 HTTP/1.1\r\nHost: other.example\r\n\r\n\x16\x03'],
      ['server', 'HTTP/1.1 200 Connection established\r\n\r\n\x16\x03\x03'],
    );
    expect(named(played)).toEqual(['connect example.com:443 accepted 200']);
    expect(played.handedOver).toEqual({ expected: null, clientRest: '\x16\x03', serverRest: '\x16\x03\x03' });
  });

  test.each([
    [403, 'refused'],
    [502, 'refused'],
    [302, 'refused'],
    [407, 'auth'],
  ])('a CONNECT that is answered %i is %s, and the client goes on in HTTP', (status, answer) => {
    const played = play(
      ['client', 'CONNECT a.example:443 HTTP/1.1\r\n\r\n'],
      ['server', `HTTP/1.1 ${String(status)} No\r\nContent-Length: 2\r\n\r\nno`],
      ['client', 'GET http://b.example/ HTTP/1.1\r\nHost: b.example\r\n\r\n'],
      ['server', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
    );
    expect(named(played)).toEqual([
      `connect a.example:443 ${answer} ${String(status)}`,
      'absolute-uri b.example accepted 200',
    ]);
    expect(played.handedOver).toBeNull();
  });

  test('a request without an answer is named with the answer `none`', () => {
    expect(named(play(['client', 'GET / HTTP/1.1\r\nHost: [2001:DB8::0:1]:8080\r\n\r\n']))).toEqual([
      'host 2001:db8::1:8080 none -',
    ]);
  });

  test('a 403 of an origin is a refusal, its 404 and 500 are answers', () => {
    const request = (name: string): Line => ['client', `GET / HTTP/1.1\r\nHost: ${name}\r\n\r\n`];
    const answer = (status: number): Line => ['server', `HTTP/1.1 ${String(status)} X\r\nContent-Length: 0\r\n\r\n`];
    expect(
      named(
        play(request('a.example'), answer(403), request('b.example'), answer(404), request('c.example'), answer(500)),
      ),
    ).toEqual(['host a.example refused 403', 'host b.example accepted 404', 'host c.example accepted 500']);
  });

  test('pipelined requests get their answers in order, an interim answer is not the answer', () => {
    expect(
      named(
        play(
          [
            'client',
            'POST /a HTTP/1.1\r\nHost: a.example\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabcGET /b HTTP/1.1\r\nHost: b.example\r\n\r\n',
          ],
          [
            'server',
            'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n',
          ],
        ),
      ),
    ).toEqual(['host a.example accepted 200', 'host b.example refused 403']);
  });

  test('user names and passwords in a target are dropped', () => {
    const played = play([
      'client',
      'GET http://user:secret@c.example:81/x?token=secret HTTP/1.1\r\nCookie: secret\r\n\r\n',
    ]);
    expect(named(played)).toEqual(['absolute-uri c.example:81 none -']);
    expect(JSON.stringify(played)).not.toContain('secret');
  });

  test('a websocket is said not to be read, h2c is handed over as HTTP/2', () => {
    const upgrade = (to: string): Played =>
      play(
        ['client', `GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: ${to}\r\nConnection: upgrade\r\n\r\n`],
        ['server', `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${to}\r\n\r\n`],
      );
    expect(upgrade('websocket').facts.shortfalls).toEqual(['tunnel-unread']);
    expect(upgrade('h2c').handedOver?.expected).toBe('http2');
  });

  test('a client that fills an unanswered tunnel is handed over: the answers were not captured', () => {
    const played = play(
      ['client', 'CONNECT a.example:443 HTTP/1.1\r\n\r\n'],
      ['client', 'x'.repeat(LIMITS.tunnelHeldBytes + 1)],
    );
    expect(named(played)).toEqual(['connect a.example:443 none -']);
    expect(played.handedOver?.clientRest).toHaveLength(LIMITS.tunnelHeldBytes + 1);
  });
});

describe('files', () => {
  test('an answer with a length is a file with the digest of its bytes, named by its path', () => {
    const played = play(
      ['client', 'GET /dir/%E6%A7%98%E5%BC%8F.pdf?x=1 HTTP/1.1\r\nHost: a.example\r\n\r\n'],
      ['server', PDF_ANSWER],
    );
    expect(fileOf(played)).toEqual([whole('server', '様式.pdf', REPORT)]);
  });

  test('chunked and compressed bodies have the digest of what was packed', () => {
    const packed = gzipSync(REPORT).toString('latin1');
    const half = packed.length >> 1;
    const chunk = (text: string): string => `${text.length.toString(16)};x=y\r\n${text}\r\n`;
    const played = play(
      ['client', 'GET /r HTTP/1.1\r\nHost: a.example\r\n\r\nGET /s HTTP/1.1\r\nHost: a.example\r\n\r\n'],
      [
        'server',
        `HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename="r.bin"\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(packed.slice(0, half))}${chunk(packed.slice(half))}0\r\nX: y\r\n\r\n${PDF_ANSWER}`,
      ],
    );
    expect(fileOf(played)).toEqual([whole('server', 'r.bin', REPORT), whole('server', 's', REPORT)]);
  });

  test('`deflate` without its zlib wrapper is understood', () => {
    const packed = deflateRawSync(REPORT).toString('latin1');
    const played = play(
      ['client', 'GET /r.bin HTTP/1.1\r\n\r\n'],
      ['server', `HTTP/1.0 200 OK\r\nContent-Encoding: deflate\r\n\r\n${packed}`],
    );
    expect(fileOf(played)).toEqual([whole('server', 'r.bin', REPORT)]);
  });

  test('a body with a hole keeps its size and has no digest; the next message is found behind it', () => {
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${String(REPORT.length)}\r\n\r\n`;
    const played = play(
      ['client', 'GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n'],
      ['server', head + REPORT.slice(0, 1500)],
      ['server', 100],
      ['server', REPORT.slice(1600) + PDF_ANSWER],
    );
    expect(fileOf(played)).toEqual([
      `server a ${String(REPORT.length - 100)} no digest in part`,
      whole('server', 'b', REPORT),
    ]);
  });

  test('a part of a file (206) never counts as the file', () => {
    const played = play(['client', 'GET /a HTTP/1.1\r\n\r\n'], ['server', PDF_ANSWER.replace('200 OK', '206 Partial')]);
    expect(fileOf(played)).toEqual([`server a ${String(REPORT.length)} no digest in part`]);
  });

  test('an uploaded form gives its files, not its fields', () => {
    const boundary = '----b7';
    const part = (head: string, content: string): string =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
    const body = `preamble\r\n${part('name="x"', 'secret text')}${part('name="f"; filename="a.txt"\r\nContent-Type: text/plain', `${REPORT}\r\n--not`)}${part('name="g"; filename="b.txt"', 'b')}--${boundary}--\r\nepilogue`;
    const played = play([
      'client',
      `POST /up HTTP/1.1\r\nHost: a.example\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
    ]);
    expect(fileOf(played)).toEqual([whole('client', 'a.txt', `${REPORT}\r\n--not`), whole('client', 'b.txt', 'b')]);
    expect(JSON.stringify(played)).not.toContain('secret');
  });

  test('the answer to HEAD and 304 have no body, whatever their length says', () => {
    const played = play(
      ['client', 'HEAD /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\n\r\n'],
      [
        'server',
        `HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nHTTP/1.1 304 X\r\nContent-Length: 5000\r\n\r\n${PDF_ANSWER}`,
      ],
    );
    expect(fileOf(played)).toEqual([whole('server', 'c', REPORT)]);
  });

  test('pages and what they are made of are no files', () => {
    const page = (type: string): string =>
      `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${String(REPORT.length)}\r\n\r\n${REPORT}`;
    const played = play(
      ['client', 'GET / HTTP/1.1\r\n\r\n'.repeat(3)],
      ['server', page('text/html; charset=utf-8') + page('text/css') + page('application/json')],
    );
    expect(fileOf(played)).toEqual([]);
  });

  test('at depth `names` no body is read', () => {
    const { facts } = playStream(
      inspectHttp,
      [
        ['client', 'GET /a HTTP/1.1\r\nHost: a.example\r\n\r\n'],
        ['server', PDF_ANSWER],
      ],
      { depth: 'names' },
    );
    expect(facts.files).toEqual([]);
    expect(facts.names).toHaveLength(1);
  });
});

describe('what is wrong', () => {
  test('a body that inflates without measure is given up', () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.httpDecodedBodyBytes + 1024));
    const played = play(
      ['client', 'GET /bomb HTTP/1.1\r\n\r\n'],
      [
        'server',
        Buffer.concat([
          Buffer.from(
            `HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=bomb\r\nContent-Encoding: gzip\r\nContent-Length: ${String(bomb.length)}\r\n\r\n`,
          ),
          bomb,
        ]),
      ],
    );
    expect(played.facts.files.every(({ complete }) => !complete)).toBe(true);
  });

  test('contradicting lengths lose the stream and say so; the next start line is found', () => {
    const played = play([
      'client',
      'POST /a HTTP/1.1\r\nHost: a.example\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd\r\nGET / HTTP/1.1\r\nHost: b.example\r\n\r\n',
    ]);
    expect(played.facts.shortfalls).toEqual(['undecodable']);
    expect(named(played)).toEqual(['host a.example none -', 'host b.example none -']);
  });

  test('a lost answer to CONNECT leaves who speaks to a fresh recognition', () => {
    const played = play(['client', 'CONNECT a.example:443 HTTP/1.1\r\n\r\n'], ['server', 40], ['client', '\x16\x03']);
    expect(played.handedOver?.expected).toBeNull();
  });

  const dialogue: Line[] = [
    ['client', 'GET http://p.example/x.bin HTTP/1.1\r\nHost: p.example\r\n\r\n'],
    [
      'server',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nContent-Disposition: attachment; filename*=UTF-8''%E8%A1%A8.bin\r\n\r\n${gzipSync(REPORT).length.toString(16)}\r\n${gzipSync(REPORT).toString('latin1')}\r\n0\r\n\r\n`,
    ],
    [
      'client',
      'POST /up HTTP/1.1\r\nHost: q.example\r\nContent-Type: multipart/form-data; boundary="b b"\r\nContent-Length: 92\r\n\r\n--b b\r\nContent-Disposition: form-data; name=f; filename="\x8c\x8e.txt"\r\n\r\nhello\r\n--b bx\r\n--b b--\r\n',
    ],
    ['server', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['client', 'CONNECT t.example:22 HTTP/1.1\r\n\r\n'],
    ['server', 'HTTP/1.1 200 OK\r\n\r\nSSH-2.0-x'],
  ];

  test('any chunks give the same facts', () => {
    const expected = playStream(inspectHttp, dialogue);
    expect(expected.facts.files).toHaveLength(2);
    expect(expected.facts.names).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const played = playStream(inspectHttp, dialogue, { sizes });
        expect(played.facts).toEqual(expected.facts);
        expect(played.handedOver?.expected).toEqual(expected.handedOver?.expected);
      }),
    );
  });

  test('damaged bytes, holes and cuts never throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(600), fc.nat(255)), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 }),
        fc.option(fc.tuple(fc.nat(5), fc.nat(100))),
        (flips, sizes, hole) => {
          const damaged: Line[] = dialogue.map(([role, said]) => [role, Buffer.from(said as string, 'latin1')]);
          for (const [line, at, value] of flips) {
            const bytes = (damaged[line] as [string, Buffer])[1];
            bytes[at % bytes.length] = value;
          }
          if (hole !== null) damaged.splice(hole[0], 0, [hole[1] % 2 === 0 ? 'client' : 'server', hole[1] + 1]);
          playStream(inspectHttp, damaged, { sizes });
        },
      ),
      { numRuns: 300 },
    );
  });
});
