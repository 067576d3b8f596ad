import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeImapInspector } from '../../../src/inspect/mail/make-imap-inspector.js';
import { makePop3Inspector } from '../../../src/inspect/mail/make-pop3-inspector.js';
import { makeSmtpInspector } from '../../../src/inspect/mail/make-smtp-inspector.js';
import { createPlainProbe, playStream, sha256 } from '../support/play-stream.js';
import type { Line, Played } from '../support/play-stream.js';

const inspectSmtp = makeSmtpInspector(createPlainProbe);
const inspectPop3 = makePop3Inspector(createPlainProbe);
const inspectImap = makeImapInspector(createPlainProbe);

const says = (...lines: readonly string[]): Line => ['client', lines.map((line) => `${line}\r\n`).join('')];
const replies = (...lines: readonly string[]): Line => ['server', lines.map((line) => `${line}\r\n`).join('')];
const mailsOf = ({ facts }: Played): string[] =>
  facts.mails.map(({ sender, accepted, complete, parts }) =>
    [
      sender,
      accepted ?? 'unanswered',
      complete ? 'whole' : 'in part',
      ...parts.map(({ type, size }) => `${type}:${String(size)}`),
    ].join(' '),
  );

const GREETING: Line[] = [
  replies('220-mx.example', '220 ready'),
  says('EHLO a.example'),
  replies('250-mx.example', '250-PIPELINING', '250 8BITMIME'),
];
const MESSAGE = ['Message-ID: <1@a.example>', 'Subject: secret', '', '..leading dot', 'end'];
const SENT: Line[] = [
  ...GREETING,
  says('MAIL FROM:<who@a.example>', 'RCPT TO:<whom@b.example>', 'DATA'),
  replies('250 ok', '250 ok', '354 go'),
  says(...MESSAGE, '.'),
  replies('250 queued'),
  says('QUIT'),
  replies('221 bye'),
];

describe('SMTP', () => {
  test('gives each message with what the server said to it, dots undone, and keeps no address', () => {
    const played = playStream(inspectSmtp, SENT);
    expect(mailsOf(played)).toEqual(['client true whole text/plain:19']);
    expect(played.facts.mails[0]).toMatchObject({
      transport: 'smtp',
      messageId: sha256('<1@a.example>'),
      parts: [{ sha256: sha256('.leading dot\r\nend\r\n'.slice(0, 19)) }],
    });
    expect(JSON.stringify(played)).not.toMatch(/secret|who@|whom@/);
    expect(played.facts.shortfalls).toEqual([]);
  });

  test('a message that the server turns down was not accepted; the next one is read', () => {
    const again = (...code: readonly string[]): Line[] => [
      says('MAIL FROM:<a>', 'RCPT TO:<b>', 'DATA'),
      replies('250 ok', '250 ok', '354 go'),
      says(...MESSAGE, '.'),
      replies(...code),
    ];
    expect(mailsOf(playStream(inspectSmtp, [...GREETING, ...again('554-no', '554 no'), ...again('250 ok')]))).toEqual([
      'client false whole text/plain:19',
      'client true whole text/plain:19',
    ]);
  });

  test('DATA that is refused is followed by commands', () => {
    const played = playStream(inspectSmtp, [
      ...GREETING,
      says('MAIL FROM:<a>', 'RCPT TO:<b>', 'DATA'),
      replies('250 ok', '550 no', '554 no valid recipients'),
      says('RSET'),
      replies('250 ok'),
      ...SENT.slice(3),
    ]);
    expect(mailsOf(played)).toEqual(['client true whole text/plain:19']);
  });

  test('BDAT chunks are one message', () => {
    const text = `${MESSAGE.slice(0, 3).join('\r\n')}\r\nbody`;
    const [one, two] = [text.slice(0, 30), text.slice(30)];
    const played = playStream(inspectSmtp, [
      ...GREETING,
      says('MAIL FROM:<a>', 'RCPT TO:<b>'),
      replies('250 ok', '250 ok'),
      ['client', `BDAT ${String(one.length)}\r\n${one}BDAT ${String(two.length)} LAST\r\n${two}`],
      replies('250 got it', '250 queued'),
    ]);
    expect(mailsOf(played)).toEqual(['client true whole text/plain:4']);
  });

  test('a message of which nothing came is none, one that began is in part', () => {
    expect(mailsOf(playStream(inspectSmtp, SENT.slice(0, 5)))).toEqual([]);
    expect(mailsOf(playStream(inspectSmtp, [...SENT.slice(0, 5), says(...MESSAGE)]))).toEqual([
      'client unanswered in part text/plain:19',
    ]);
  });

  test('a login between the commands is never taken for one, nor kept', () => {
    const played = playStream(inspectSmtp, [
      ...GREETING,
      says('AUTH LOGIN'),
      replies('334 VXNlcm5hbWU6'),
      says('REFUQQ=='),
      replies('334 UGFzc3dvcmQ6'),
      says('DATA'),
      replies('235 ok'),
      ...SENT.slice(3),
    ]);
    expect(mailsOf(played)).toEqual(['client true whole text/plain:19']);
  });

  test('STARTTLS that is accepted hides the rest, one that is refused does not', () => {
    const hidden = playStream(inspectSmtp, [
      ...GREETING,
      says('STARTTLS'),
      replies('220 go'),
      ['client', '\x16\x03\x01'],
    ]);
    expect(hidden.handedOver).toEqual({ expected: 'tls', clientRest: '\x16\x03\x01', serverRest: '' });
    expect(hidden.facts.opaque).toBe('starttls');
    const silent = playStream(inspectSmtp, [...GREETING, says('STARTTLS'), replies('220 go')]);
    expect([silent.handedOver, silent.facts.opaque]).toEqual([null, 'starttls']);
    const plain = playStream(inspectSmtp, [...GREETING, says('STARTTLS'), replies('454 not now'), ...SENT.slice(3)]);
    expect([plain.handedOver, plain.facts.opaque, mailsOf(plain)]).toEqual([
      null,
      null,
      ['client true whole text/plain:19'],
    ]);
  });

  test('STARTTLS that no TLS follows hides nothing: a mirror behind a device that decrypts, or a pretence', () => {
    const open = playStream(inspectSmtp, [...GREETING, says('STARTTLS'), replies('220 go'), ...SENT.slice(1)]);
    expect([open.handedOver, open.facts.opaque, mailsOf(open)]).toEqual([
      null,
      null,
      ['client true whole text/plain:19'],
    ]);
  });

  test('STARTTLS is TLS where only the server’s side shows it, or the hello is missing', () => {
    const agreed: Line[] = [...GREETING, says('STARTTLS'), replies('220 go')];
    const server = playStream(inspectSmtp, [...agreed, ['server', '\x16\x03\x03']]);
    expect(server.handedOver).toEqual({ expected: 'tls', clientRest: '', serverRest: '\x16\x03\x03' });
    const holed = playStream(inspectSmtp, [...agreed, ['client', 300]]);
    expect([holed.handedOver?.expected, holed.facts.opaque, holed.facts.shortfalls]).toEqual([
      'tls',
      'starttls',
      ['gap'],
    ]);
  });

  test('the client’s side alone still gives its messages, unanswered', () => {
    expect(
      mailsOf(
        playStream(
          inspectSmtp,
          SENT.filter(([role]) => role === 'client'),
        ),
      ),
    ).toEqual(['client unanswered whole text/plain:19']);
  });

  test('a capture that begins inside a message says so and finds the next', () => {
    const played = playStream(inspectSmtp, [
      says('text of a message', 'more', '.', 'MAIL FROM:<a>', 'RCPT TO:<b>', 'DATA', ...MESSAGE, '.'),
    ]);
    expect(mailsOf(played)).toEqual(['client unanswered whole text/plain:19']);
    expect(played.facts.shortfalls).toEqual(['from-the-middle']);
  });

  test('a message that is cut off, or has a hole, is in part', () => {
    expect(mailsOf(playStream(inspectSmtp, [...SENT.slice(0, 5), says('Subject: x', '', 'cut')]))).toEqual([
      'client unanswered in part text/plain:5',
    ]);
    const holed = playStream(inspectSmtp, [
      ...SENT.slice(0, 5),
      says('Subject: x', '', 'a'),
      ['client', 40],
      says('b', '.'),
      replies('250 ok'),
    ]);
    expect(mailsOf(holed)).toEqual(['client true in part text/plain:4']);
  });

  test('at depth `names` no message is read, STARTTLS still is', () => {
    expect(playStream(inspectSmtp, SENT, { depth: 'names' }).facts.mails).toEqual([]);
    expect(
      playStream(inspectSmtp, [...GREETING, says('STARTTLS'), replies('220 go'), ['client', '\x16\x03\x01']], {
        depth: 'names',
      }).handedOver?.expected,
    ).toBe('tls');
  });
});

describe('POP3', () => {
  const LOGIN: Line[] = [
    replies('+OK ready'),
    says('USER who'),
    replies('+OK'),
    says('PASS secret'),
    replies('+OK'),
    says('CAPA'),
    replies('+OK', 'TOP', 'STLS', '.'),
  ];

  test('gives what is fetched; the begin that TOP asks for is all that is sent, but has no digest', () => {
    const played = playStream(inspectPop3, [
      ...LOGIN,
      says('LIST'),
      replies('+OK 2', '1 90', '2 80', '.'),
      says('RETR 1', 'DELE 1'),
      replies('+OK 90', ...MESSAGE, '.', '+OK'),
      says('TOP 2 1'),
      replies('+OK', ...MESSAGE, '.'),
      says('RETR 3'),
      replies('-ERR none'),
    ]);
    expect(mailsOf(played)).toEqual(['server unanswered whole text/plain:19', 'server unanswered whole text/plain:19']);
    expect(played.facts.mails.map(({ parts }) => parts[0]?.sha256 === null)).toEqual([false, true]);
    expect(JSON.stringify(played)).not.toMatch(/secret/);
  });

  test('STLS hides the rest', () => {
    const hidden = playStream(inspectPop3, [...LOGIN, says('STLS'), replies('+OK go'), ['client', '\x16']]);
    expect([hidden.handedOver?.expected, hidden.facts.opaque]).toEqual(['tls', 'starttls']);
    expect(playStream(inspectPop3, [...LOGIN, says('STLS'), replies('+OK go')]).facts.opaque).toBe('starttls');
  });
});

describe('IMAP', () => {
  const text = MESSAGE.join('\r\n');
  const literal = (section: string, content: string): string =>
    `* 1 FETCH (UID 7 ${section} {${String(content.length)}}\r\n${content})`;
  const LOGIN: Line[] = [
    replies('* OK ready'),
    says('a LOGIN {3}'),
    replies('+ go'),
    says('who {6}'),
    replies('+ go'),
    says('secret'),
    replies('a OK'),
  ];

  test('gives whole messages, and says where only a piece was fetched', () => {
    const played = playStream(inspectImap, [
      ...LOGIN,
      says('b FETCH 1 BODY.PEEK[]'),
      replies(literal('BODY[]', text), 'b OK'),
      says('c FETCH 1 BODY[2]'),
      replies(literal('BODY[2]', 'QUJD'), 'c OK'),
      says('d FETCH 1 BODY[HEADER]'),
      replies(literal('BODY[HEADER]', 'Subject: x\r\n\r\n'), 'd OK'),
      says('e FETCH 1 RFC822'),
      replies(literal('RFC822', text), 'e OK'),
    ]);
    expect(mailsOf(played)).toEqual([
      'server unanswered whole text/plain:18',
      'server unanswered in part',
      'server unanswered whole text/plain:18',
    ]);
    expect(JSON.stringify(played)).not.toMatch(/secret/);
  });

  test('a message that is stored there is the client’s', () => {
    const played = playStream(inspectImap, [
      ...LOGIN,
      says(`f APPEND Sent (\\Seen) {${String(text.length)}+}`, text),
      replies('f OK'),
    ]);
    expect(mailsOf(played)).toEqual(['client unanswered whole text/plain:18']);
  });

  test('STARTTLS and compression hide the rest', () => {
    const secure = playStream(inspectImap, [
      replies('* OK ready'),
      says('a STARTTLS'),
      replies('a OK go'),
      ['client', '\x16'],
    ]);
    expect([secure.handedOver?.expected, secure.facts.opaque]).toEqual(['tls', 'starttls']);
    const silent = playStream(inspectImap, [replies('* OK ready'), says('a STARTTLS'), replies('a OK go')]);
    expect([silent.handedOver, silent.facts.opaque]).toEqual([null, 'starttls']);
    expect(playStream(inspectImap, [...LOGIN, says('b COMPRESS DEFLATE'), replies('b OK')]).facts.opaque).toBe(
      'unknown-encoding',
    );
  });
});

describe('TLS that was agreed on and does not come', () => {
  const text = MESSAGE.join('\r\n');
  const pop3: Line[] = [replies('+OK ready'), says('STLS'), replies('+OK go')];
  const imap: Line[] = [replies('* OK ready'), says('a STARTTLS'), replies('a OK go')];
  const cases = [
    ['POP3', inspectPop3, pop3, [says('RETR 1'), replies('+OK', ...MESSAGE, '.')]],
    [
      'IMAP',
      inspectImap,
      imap,
      [says('b FETCH 1 BODY[]'), replies(`* 1 FETCH (BODY[] {${String(text.length)}}`, `${text})`, 'b OK')],
    ],
  ] as const;
  const agreements = cases.map(([name, inspector, agreed]) => [name, inspector, agreed] as const);

  test.each(cases)('hides nothing of %s', (_, inspector, agreed, open) => {
    for (const sizes of [[], [1], [2, 3], [7]]) {
      const { facts, handedOver } = playStream(inspector, [...agreed, ...open], { sizes });
      expect([facts.opaque, handedOver, facts.mails.map(({ complete }) => complete)]).toEqual([null, null, [true]]);
    }
  });

  test.each(agreements)(
    'is TLS in %s where only the server’s side shows it, or the hello is missing',
    (_, inspector, agreed) => {
      const byServer = playStream(inspector, [...agreed, ['server', '\x16\x03\x03']]);
      expect([byServer.facts.opaque, byServer.handedOver]).toEqual([
        'starttls',
        { expected: 'tls', clientRest: '', serverRest: '\x16\x03\x03' },
      ]);
      const missing = playStream(inspector, [...agreed, ['client', 200], ['server', '\x16\x03\x03']]);
      expect([missing.facts.opaque, missing.handedOver?.expected]).toEqual(['starttls', 'tls']);
    },
  );
});

describe('any mail dialogue', () => {
  const dialogues = [
    [inspectSmtp, SENT],
    [inspectPop3, [replies('+OK'), says('RETR 1'), replies('+OK', ...MESSAGE, '.')]],
    [
      inspectImap,
      [
        replies('* OK'),
        says('a FETCH 1 BODY[]'),
        replies(`* 1 FETCH (BODY[] {${String(MESSAGE.join('\r\n').length)}}`, `${MESSAGE.join('\r\n')})`, 'a OK'),
      ],
    ],
  ] as const;

  test('gives the same facts in any chunks', () => {
    for (const [inspect, lines] of dialogues) {
      const { facts } = playStream(inspect, lines);
      expect(facts.mails).toHaveLength(1);
      for (const sizes of [[1], [2, 3], [7], [40, 1]])
        expect(playStream(inspect, lines, { sizes }).facts).toEqual(facts);
    }
  });

  test('does not throw, however damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dialogues),
        fc.array(fc.tuple(fc.nat(8), fc.nat(120), fc.nat(255)), { maxLength: 10 }),
        fc.option(fc.tuple(fc.nat(8), fc.boolean(), fc.nat(80))),
        ([inspect, lines], flips, hole) => {
          const damaged: Line[] = lines.map(([role, said]) => [role, Buffer.from(said as string, 'latin1')]);
          for (const [line, at, value] of flips) {
            const bytes = damaged[line % damaged.length]?.[1] as Buffer;
            bytes[at % bytes.length] = value;
          }
          if (hole !== null) damaged.splice(hole[0], 0, [hole[1] ? 'client' : 'server', hole[2] + 1]);
          playStream(inspect, damaged, { sizes: [13] });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('mail of which one direction was captured', () => {
  const serverOf = (lines: readonly Line[]): Line[] => lines.filter(([role]) => role === 'server');
  const TLS: Line = ['server', '\x16\x03\x03\x00\x02\x02'];

  test('a message in the answers of POP3 is read without the command that got it, lists are not taken for one', () => {
    const played = playStream(inspectPop3, [
      replies('+OK ready', '+OK', '+OK logged in', '+OK 2 messages', '1 120', '2 200', '.'),
      replies('+OK 98 octets', ...MESSAGE, '.', '+OK bye'),
    ]);
    expect(mailsOf(played)).toEqual(['server unanswered whole text/plain:19']);
    expect(played.facts.mails[0]?.parts[0]?.sha256).toBeNull();
  });

  test('SMTP from the client alone gives the message, and from the server alone none', () => {
    expect(
      mailsOf(
        playStream(
          inspectSmtp,
          SENT.filter(([role]) => role === 'client'),
        ),
      ),
    ).toEqual(['client unanswered whole text/plain:19']);
    expect(playStream(inspectSmtp, serverOf(SENT)).facts).toMatchObject({ mails: [], opaque: null });
  });

  test.each([
    ['SMTP', inspectSmtp, [replies('220 ready', '250-mx', '250 STARTTLS', '220 go ahead'), TLS]],
    ['POP3', inspectPop3, [replies('+OK ready', '+OK begin TLS'), TLS]],
    ['IMAP', inspectImap, [replies('* OK ready', 'a1 OK begin TLS'), TLS]],
  ] as const)('the server of %s alone shows that TLS was agreed on', (_, inspector, lines) => {
    for (const sizes of [[], [1], [3]]) {
      const { facts, handedOver } = playStream(inspector, lines, { sizes });
      expect([facts.opaque, handedOver?.expected, handedOver?.clientRest]).toEqual(['starttls', 'tls', '']);
    }
  });
});
