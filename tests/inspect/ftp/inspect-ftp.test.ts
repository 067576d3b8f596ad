import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectFtp } from '../../../src/inspect/ftp/inspect-ftp.js';
import { makeTransferInspector } from '../../../src/inspect/ftp/make-transfer-inspector.js';
import { readAnnouncedPort } from '../../../src/inspect/ftp/read-announcement.js';
import { FlowNotes } from '../../../src/inspect/flow-notes.js';
import type { AnnouncedTransfer, Role } from '../../../src/inspect/inspector.js';
import { createPlainProbe, NOBODY, playStream, sha256, type Line } from '../support/play-stream.js';

const says = (line: string): Line => ['client', `${line}\r\n`];
const replies = (line: string): Line => ['server', `${line}\r\n`];

/** Plays a control connection; answers what it announced. */
function announcedBy(lines: readonly Line[], size = 7): AnnouncedTransfer[] {
  const announced: AnnouncedTransfer[] = [];
  const notes = new FlowNotes().bind({ ...NOBODY, announce: (transfer) => announced.push(transfer) });
  const inspector = inspectFtp({ notes, depth: 'content', serverPort: 21, now: () => 0 });
  for (const [role, said] of lines) {
    if (typeof said === 'number') inspector.skip(role, said);
    else {
      const bytes = Buffer.from(said as string, 'latin1');
      for (let at = 0; at < bytes.length; at += size) inspector.feed(role, bytes.subarray(at, at + size));
    }
  }
  inspector.end();
  return announced;
}

const PASSIVE = [says('PASV'), replies('227 Entering Passive Mode (10,30,8,5,200,13).')];

describe('an FTP control connection', () => {
  test('announces the passive data connection and names the file that it will carry', () => {
    const dialogue = [...PASSIVE, says('STOR /outbox/kekka.xlsx'), replies('150 go'), replies('226 done')];
    const file = { name: 'kekka.xlsx', sender: 'client', isPartial: false };
    expect(announcedBy(dialogue)).toEqual([{ listener: 'server', port: 200 * 256 + 13, file }]);
    expect(announcedBy(dialogue, 1)).toEqual(announcedBy(dialogue, 4096));
  });

  test('announces active and extended connections', () => {
    const dialogue = [
      ...[says('PORT 10,30,4,11,195,80'), replies('200 ok'), says('RETR a.bin')],
      ...[says('EPRT |2|2001:db8:30::11|50001|'), replies('200 ok'), says('RETR b.bin')],
      ...[says('EPSV'), replies('229 Entering Extended Passive Mode (|||40001|)'), says('APPE c.log')],
    ];
    expect(announcedBy(dialogue).map(({ listener, port, file }) => [listener, port, file?.name, file?.sender])).toEqual(
      [
        ['client', 50_000, 'a.bin', 'server'],
        ['client', 50_001, 'b.bin', 'server'],
        ['server', 40_001, 'c.log', 'client'],
      ],
    );
  });

  test('a resumed or appended file is a part of one; a listing is none', () => {
    const partial = announcedBy([...PASSIVE, says('REST 1000'), replies('350 ok'), says('RETR a.bin')]);
    expect(partial[0]?.file?.isPartial).toBe(true);
    expect(announcedBy([...PASSIVE, says('APPE a.log')])[0]?.file?.isPartial).toBe(true);
    expect(announcedBy([...PASSIVE, says('LIST')])[0]?.file).toBeNull();
  });

  test('AUTH TLS that is accepted hides the rest, one that is refused does not', () => {
    const accepted = playStream(inspectFtp, [says('AUTH TLS'), replies('234 go'), ['client', '\x16\x03\x01']]);
    expect(accepted.handedOver).toMatchObject({ expected: 'tls' });
    expect(accepted.facts.opaque).toBe('starttls');
    expect(announcedBy([says('AUTH TLS'), replies('502 no'), ...PASSIVE, says('RETR a')])).toHaveLength(1);
  });

  test('AUTH TLS that no TLS follows hides nothing; silence behind it, or a hello that is missing, is TLS', () => {
    const agreed = [says('AUTH TLS'), replies('234 go')];
    expect(announcedBy([...agreed, says('USER who'), replies('331 go on'), ...PASSIVE, says('RETR a')])).toHaveLength(
      1,
    );
    const open = playStream(inspectFtp, [...agreed, says('USER who'), replies('331 go on')]);
    expect([open.facts.opaque, open.handedOver]).toEqual([null, null]);
    expect(playStream(inspectFtp, agreed).facts.opaque).toBe('starttls');
    for (const next of [
      ['client', 200],
      ['server', '\x16\x03\x03'],
    ] satisfies Line[]) {
      const { facts, handedOver } = playStream(inspectFtp, [...agreed, next]);
      expect([facts.opaque, handedOver?.expected]).toEqual(['starttls', 'tls']);
    }
  });

  test('no answer of a server is worth a crash, and only true ports come out', () => {
    const roles = fc.constantFrom<Role>('client', 'server');
    const words = fc.oneof(
      fc.constantFrom('PASV', 'PORT 1,2,3,4,5,6', '227 (1,2,3,4,255,255)', '229 (|||9|)', 'AUTH TLS', '234 ', 'RETR x'),
      fc.string({ maxLength: 80 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(roles, words), { maxLength: 30 }), (lines) => {
        const announced = announcedBy(lines.map(([role, text]) => [role, `${text}\r\n`] as const));
        expect(announced.every(({ port }) => port > 0 && port < 65_536)).toBe(true);
      }),
    );
  });

  test.each([
    ['1,2,3,4,256,1', null],
    ['(1,2,3,4,0,0)', null],
    ['|1|10.0.0.1|70000|', null],
    ['!1!10.0.0.1!2121!', 2121],
    ['no port at all', null],
  ])('%s announces %p', (text, port) => {
    expect(readAnnouncedPort(text)).toBe(port);
  });
});

describe('an FTP data connection', () => {
  const inspectTransfer = makeTransferInspector(createPlainProbe);
  const transfer = (file: AnnouncedTransfer['file']): AnnouncedTransfer => ({ listener: 'server', port: 1, file });
  const play = (file: AnnouncedTransfer['file'], lines: readonly Line[], isOver: boolean): unknown => {
    const notes = new FlowNotes();
    const inspector = inspectTransfer(transfer(file))({
      ...{ notes: notes.bind(NOBODY), depth: 'content', serverPort: 0, now: () => 0 },
    });
    for (const [role, said] of lines)
      if (typeof said === 'number') inspector.skip(role, said);
      else inspector.feed(role, Buffer.from(said as string, 'latin1'));
    inspector.end(isOver);
    return notes.toFacts().files;
  };
  const file = { name: 'a.bin', sender: 'server', isPartial: false } as const;

  test('is the file, whole when the connection was closed in order', () => {
    const wanted = { transport: 'ftp', sender: 'server', name: 'a.bin', size: 6, sha256: sha256('abcdef') };
    expect(
      play(
        file,
        [
          ['server', 'abc'],
          ['server', 'def'],
        ],
        true,
      ),
    ).toMatchObject([{ ...wanted, complete: true }]);
    expect(
      play(
        file,
        [
          ['server', 'abc'],
          ['server', 'def'],
        ],
        false,
      ),
    ).toMatchObject([{ ...wanted, sha256: null, complete: false }]);
  });

  test('with a hole, or begun in the middle of the file, has no digest', () => {
    expect(
      play(
        file,
        [
          ['server', 'abc'],
          ['server', 3],
          ['server', 'x'],
        ],
        true,
      ),
    ).toMatchObject([{ sha256: null }]);
    expect(play({ ...file, isPartial: true }, [['server', 'abc']], true)).toMatchObject([{ sha256: null }]);
  });

  test('that carries a listing is not looked into', () => {
    expect(play(null, [['server', 'drwxr-xr-x']], true)).toEqual([]);
  });
});
