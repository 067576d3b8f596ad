import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { LIMITS } from '../../../../src/base/limits.js';
import { MimeReader, type ReadMessage } from '../../../../src/inspect/mail/mime/mime-reader.js';
import { createPlainProbe, sha256 } from '../../support/play-stream.js';

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');

function read(message: string | Uint8Array, sizes: readonly number[] = []): ReadMessage {
  const bytes = typeof message === 'string' ? bytesOf(message) : message;
  const reader = new MimeReader(createPlainProbe);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes.length === 0 ? bytes.length : (sizes[turn % sizes.length] as number);
    const lent = Uint8Array.from(bytes.subarray(at, at + size));
    reader.feed(lent);
    lent.fill(0x2e);
    at += size;
  }
  return reader.finish(true);
}
const tree = ({ parts }: ReadMessage): string[] =>
  parts.map(({ path, type, size }) => `${path} ${type} ${String(size)}`);
const names = ({ parts }: ReadMessage): (string | null)[] => parts.map(({ fileName }) => fileName);

const MIXED = `Message-ID: <1@a.example>
Content-Type: multipart/mixed; boundary="outer"

preamble
--outer
Content-Type: multipart/alternative;
 boundary=inner

--inner

plain text
--inner
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: quoted-printable

<p>=E6=97=A5=
</p>
--inner--
--outer
Content-Type: application/pdf; name="ignored.pdf"
Content-Disposition: attachment; filename="report.pdf"
Content-Transfer-Encoding: base64

SGVsbG8s
IHdvcmxk
IQ==
--outer
Content-Type: message/rfc822

Subject: inside
Content-Type: text/plain

forwarded
--outer--
epilogue
`;

describe('the parts of a message', () => {
  test('are the leaves of its tree, decoded, with the messages inside it', () => {
    const message = read(MIXED);
    expect(tree(message)).toEqual([
      '1.1 text/plain 10',
      '1.2 text/html 10',
      '2 application/pdf 13',
      '3 message/rfc822 0',
      '3.1 text/plain 9',
    ]);
    expect(message.parts[2]).toMatchObject({
      fileName: 'report.pdf',
      disposition: 'attachment',
      sha256: sha256('Hello, world!'),
    });
    expect(message).toMatchObject({ complete: true, report: false, messageId: sha256('<1@a.example>') });
  });

  test('of a message without any MIME is its text', () => {
    expect(tree(read('Subject: x\n\nhello\nworld\n'))).toEqual(['1 text/plain 14']);
    expect(tree(read('Subject: x'))).toEqual(['1 text/plain 0']);
  });

  test('keep no text, no subject and no address', () => {
    expect(JSON.stringify(read(MIXED))).not.toMatch(/plain text|forwarded|inside|a\.example/);
  });

  test.each<readonly [string, string, string]>([
    ['RFC 2231 with a charset', "attachment; filename*=utf-8''%E8%A1%A8.xlsx", '表.xlsx'],
    [
      'RFC 2231 in pieces',
      "attachment; filename*0*=UTF-8''%E6%A7%98;\n filename*1*=%E5%BC%8F;\n filename*2=.docx",
      '様式.docx',
    ],
    ['an encoded word in ISO-2022-JP', 'attachment; filename="=?ISO-2022-JP?B?GyRCTU08MBsoQi5kb2N4?="', '様式.docx'],
    ['an encoded word in Shift_JIS', 'attachment; filename="=?Shift_JIS?B?l2yOri5kb2N4?="', '様式.docx'],
    [
      'two encoded words cut inside a character',
      'attachment; filename="=?UTF-8?B?5qeY5byP?=\n =?UTF-8?B?LmRvY3g=?="',
      '様式.docx',
    ],
    ['quoted-printable words', 'attachment; filename="=?utf-8?Q?a_b=2Edoc?="', 'a b.doc'],
    ['bare Shift_JIS', 'attachment; filename="\x97l\x8e\xae.docx"', '様式.docx'],
    ['bare UTF-8', `attachment; filename="${Buffer.from('様式.docx').toString('latin1')}"`, '様式.docx'],
    ['a path', 'attachment; filename="C:\\\\tmp\\\\..\\\\evil.exe"', 'evil.exe'],
    [
      'control characters and a reversal',
      `attachment; filename="${Buffer.from('a\u202efdp\u001b.exe').toString('latin1')}"`,
      'afdp.exe',
    ],
    ['a comment', 'attachment (really); filename=a(b).txt', 'a.txt'],
  ])('have their names read from %s', (_, disposition, name) => {
    expect(names(read(`Content-Disposition: ${disposition}\n\nx`))).toEqual([name]);
  });

  test('an unknown disposition is an attachment, and a name in Content-Type counts', () => {
    expect(read('Content-Disposition: strange\nContent-Type: text/plain; name=a.txt\n\nx').parts).toMatchObject([
      { disposition: 'attachment', fileName: 'a.txt' },
    ]);
  });

  test('a type that is none is a file, no text', () => {
    expect(tree(read('Content-Type: text\n\nx'))).toEqual(['1 application/octet-stream 1']);
  });

  test('a report is known by its type', () => {
    expect(
      read(
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nx\n--b\nContent-Type: message/delivery-status\n\ny\n--b--\n',
      ),
    ).toMatchObject({
      report: true,
      parts: [{ type: 'text/plain' }, { type: 'message/delivery-status' }],
    });
  });

  test('uuencode and yEnc in a text are found, prose about them is not', () => {
    const hidden = (text: string): boolean => read(`Subject: x\n\n${text}\n`).parts[0]?.encodedText === true;
    expect(hidden('begin 644 a.exe\n#0V%T\n`\nend')).toBe(true);
    expect(hidden('=ybegin line=128 size=5 name=a.exe')).toBe(true);
    expect(hidden('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----')).toBe(true);
    expect(hidden('-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nhello')).toBe(false);
    expect(hidden('begin 644 files were moved\nas I said before, today.')).toBe(false);
    expect(hidden('=ybegin is a word')).toBe(false);
  });

  test('a message inside that is encoded as a whole is read all the same', () => {
    const inner = Buffer.from('Content-Type: text/html\r\n\r\n<b>').toString('base64');
    expect(tree(read(`Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${inner}\n`))).toEqual([
      '1 message/rfc822 0',
      '1.1 text/html 3',
    ]);
  });

  test('TNEF is known by its first bytes', () => {
    expect(
      read(
        `Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n${Buffer.from('789f3e220001', 'hex').toString('base64')}\n`,
      ).parts[0]?.kind,
    ).toBe('tnef');
  });
});

describe('what is missing or too much', () => {
  test('a missing last boundary makes the message incomplete and its last part without a digest', () => {
    const cut = read(MIXED.slice(0, MIXED.indexOf('IHdv')));
    expect(cut.complete).toBe(false);
    expect(cut.parts.at(-1)).toMatchObject({ path: '2', sha256: null });
  });

  test('a hole leaves the parts behind it readable', () => {
    const bytes = bytesOf(MIXED);
    const at = bytes.indexOf('plain text');
    const reader = new MimeReader(createPlainProbe);
    reader.feed(bytes.subarray(0, at));
    reader.skip(5);
    reader.feed(bytes.subarray(at + 5));
    const message = reader.finish(true);
    expect(message.complete).toBe(false);
    expect(message.parts[0]).toMatchObject({ path: '1.1', sha256: null });
    expect(message.parts[2]).toMatchObject({ sha256: sha256('Hello, world!') });
  });

  test('an unknown transfer encoding is said to be unread', () => {
    expect(read('Content-Transfer-Encoding: x-own\n\nabc')).toMatchObject({
      complete: false,
      parts: [{ sha256: null }],
    });
  });

  test('parts, levels and headers without end are bounded, and that is said', () => {
    const many = read(
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(LIMITS.mailParts + 5)}--b--\n`,
    );
    expect([many.parts.length, many.complete, many.reachedLimit]).toEqual([LIMITS.mailParts, false, true]);
    const deep = read(
      Array.from(
        { length: 200 },
        (_, level) => `Content-Type: multipart/mixed; boundary=b${String(level)}\n\n--b${String(level)}\n`,
      ).join(''),
    );
    expect(deep.reachedLimit).toBe(true);
    const messages = read('Content-Type: message/rfc822\n\n'.repeat(3000));
    expect(messages.reachedLimit).toBe(true);
    expect(read(`X: ${'y\n '.repeat(LIMITS.mailHeadBytes)}\n\nz`).reachedLimit).toBe(true);
  });
});

describe('any message', () => {
  const word = fc.stringMatching(/^[a-z0-9 .]{0,30}$/);
  interface Node {
    head: string;
    body: string;
  }
  const leaf: fc.Arbitrary<Node> = fc.oneof(
    word.map((body) => ({ head: 'Content-Type: text/plain', body })),
    word.map((body) => ({
      head: 'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable',
      body: body.replaceAll('a', '=61'),
    })),
    fc.tuple(fc.uint8Array({ maxLength: 200 }), word).map(([bytes, name]) => ({
      head: `Content-Type: application/zip\nContent-Disposition: attachment; filename="f${name.trim()}"\nContent-Transfer-Encoding: base64`,
      body: Buffer.from(bytes).toString('base64').replace(/.{40}/g, '$&\n'),
    })),
  );
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(fc.nat(1e6), fc.array(tie('node'), { minLength: 1, maxLength: 4 })).map(([id, children]) => ({
        head: `Content-Type: multipart/mixed; boundary="=_${String(id)}_${String(children.length)}"`,
        body: `${children.map(({ head, body }) => `--=_${String(id)}_${String(children.length)}\n${head}\n\n${body}\n`).join('')}--=_${String(id)}_${String(children.length)}--`,
      })),
    ),
  }));

  test('has the attachments that postal-mime finds', async () => {
    await fc.assert(
      fc.asyncProperty(node, async ({ head, body }) => {
        const message = bytesOf(`MIME-Version: 1.0\n${head}\n\n${body}`);
        const expected = (await PostalMime.parse(Uint8Array.from(message))).attachments
          .filter(({ mimeType }) => mimeType === 'application/zip')
          .map(({ filename, content }) => [filename?.trim(), sha256(new Uint8Array(content as ArrayBuffer))]);
        const ours = read(message).parts.filter(({ type }) => type === 'application/zip');
        expect(ours.map((part) => [part.fileName, part.sha256])).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same in any chunks', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          node.map(({ head, body }) => `${head}\n\n${body}`),
          fc.constant(MIXED),
        ),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        (message, sizes) => {
          expect(read(message, sizes)).toEqual(read(message));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('however damaged, does not throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(900), fc.nat(255)), { maxLength: 20 }),
        fc.integer({ min: 1, max: 90 }),
        (flips, size) => {
          const damaged = bytesOf(MIXED);
          for (const [at, value] of flips) damaged[at % damaged.length] = value;
          read(damaged, [size]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
