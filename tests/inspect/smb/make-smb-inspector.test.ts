import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeSmbInspector } from '../../../src/inspect/smb/make-smb-inspector.js';
import { bytes } from '../rdp/rdp-bytes.js';
import { playTurns, recordingContext, type Said, type Turn } from '../support/recording-notes-rdp.js';
import * as smb from './smb-bytes.js';

function inspect(turns: readonly Turn[], sizes: readonly number[] = [], depth: 'names' | 'content' = 'content'): Said {
  const { said, context } = recordingContext(depth);
  playTurns(makeSmbInspector(smb.plainProbe)(context), turns, sizes);
  return said;
}

const hex = (content: Uint8Array): string => Buffer.from(content).toString('hex');
const CONTENT = Uint8Array.from({ length: 9000 }, (_, index) => (index * 7) & 0xff);
const OPENED = 1;
const CREATED = 2;

const connected = (type: number, path: string): Turn[] => [
  ['server', smb.session(smb.negotiated(0x311))],
  ['client', smb.session(smb.connectTree({ id: 1, tree: 0 }, path))],
  ['server', smb.session(smb.treeConnected({ id: 1 }, type))],
];

const READ_SESSION: readonly Turn[] = [
  ...connected(1, '\\\\fs\\share'),
  ['client', smb.session(smb.create({ id: 2 }, 'dir\\表.xlsx'))],
  ['server', smb.session(smb.created({ id: 2 }, 9, OPENED, 9000))],
  ['client', smb.session(smb.read({ id: 3 }, 9, 0, 5000))],
  ['client', smb.session(smb.read({ id: 4 }, 9, 5000, 5000))],
  ['server', smb.session(smb.wasRead({ id: 3 }, CONTENT.subarray(0, 5000)))],
  ['server', smb.session(smb.wasRead({ id: 4 }, CONTENT.subarray(5000)))],
  ['client', smb.session(smb.close({ id: 5 }, 9))],
  ['server', smb.session(smb.closed({ id: 5 }))],
];

const WRITE_SESSION: readonly Turn[] = [
  ...connected(1, '\\\\fs\\share'),
  ['client', smb.session(smb.create({ id: 2 }, 'new.bin'))],
  ['server', smb.session(smb.created({ id: 2 }, 9, CREATED, 0))],
  ['client', smb.session(smb.write({ id: 3 }, 9, 0, CONTENT.subarray(0, 6000)))],
  ['server', smb.session(smb.written({ id: 3 }))],
  ['client', smb.session(smb.write({ id: 4 }, 9, 6000, CONTENT.subarray(6000)))],
  ['client', smb.session(smb.close({ id: 5 }, 9))],
  ['server', smb.session(smb.written({ id: 4 }), smb.closed({ id: 5 }))],
];

describe('files over SMB2', () => {
  test('a file that is read whole belongs to the server', () => {
    expect(inspect(READ_SESSION).files).toEqual([
      {
        transport: 'smb',
        sender: 'server',
        name: '表.xlsx',
        mediaType: null,
        size: 9000,
        sha256: hex(CONTENT),
        kind: null,
        active: [],
        complete: true,
      },
    ]);
  });

  test('a file that is written anew belongs to the client', () => {
    expect(inspect(WRITE_SESSION).files).toMatchObject([
      { sender: 'client', name: 'new.bin', size: 9000, sha256: hex(CONTENT), complete: true },
    ]);
  });

  test('opened, read and closed in one compound', () => {
    const said = inspect([
      ...connected(1, '\\\\fs\\share'),
      [
        'client',
        smb.session(
          smb.create({ id: 2 }, 'a.txt'),
          smb.read({ id: 3, related: true }, smb.FILE_BEFORE, 0, 100),
          smb.close({ id: 4, related: true }, smb.FILE_BEFORE),
        ),
      ],
      [
        'server',
        smb.session(smb.created({ id: 2 }, 9, OPENED, 3), smb.wasRead({ id: 3 }, bytes('abc')), smb.closed({ id: 4 })),
      ],
    ]);
    expect(said.files).toMatchObject([{ name: 'a.txt', size: 3, sha256: hex(bytes('abc')), complete: true }]);
  });

  test('a file that is read in part is not complete and has no digest', () => {
    const said = inspect(READ_SESSION.filter((_, index) => index !== 6 && index !== 8));
    expect(said.files).toMatchObject([{ size: 5000, sha256: null, complete: false }]);
  });

  test('a hole inside the content is told', () => {
    const { said, context } = recordingContext();
    const inspector = makeSmbInspector(smb.plainProbe)(context);
    for (const [role, chunk] of READ_SESSION) {
      if (role === 'server' && chunk.length > 5000) {
        inspector.feed(role, chunk.subarray(0, 4500));
        inspector.skip(role, 100);
        inspector.feed(role, chunk.subarray(4600));
      } else inspector.feed(role, chunk);
    }
    inspector.end();
    expect(said.files).toMatchObject([{ name: '表.xlsx', size: 8900, sha256: null, complete: false }]);
    expect(said.shortfalls).toEqual([]);
  });

  test('content written over content that was written before is not complete', () => {
    const again: Turn = ['client', smb.session(smb.write({ id: 40 }, 9, 0, bytes('PK')))];
    expect(inspect(WRITE_SESSION.toSpliced(8, 0, again)).files).toMatchObject([{ complete: false, sha256: null }]);
  });

  test('what was sent to be written into a file that could not be opened is no file', () => {
    const said = inspect([
      ...connected(1, '\\\\fs\\share'),
      [
        'client',
        smb.session(
          smb.create({ id: 2 }, 'a.txt'),
          smb.write({ id: 3, related: true }, smb.FILE_BEFORE, 0, bytes('abc')),
        ),
      ],
      ['server', smb.session(smb.refused(5, { id: 2 }), smb.refused(9, { id: 3 }))],
    ]);
    expect(said.files).toEqual([]);
  });

  test('without interest in content no file is read', () => {
    expect(inspect(READ_SESSION, [], 'names').files).toEqual([]);
  });

  test('behind a hole between messages reading goes on', () => {
    const { said, context } = recordingContext();
    const inspector = makeSmbInspector(smb.plainProbe)(context);
    inspector.skip('server', 10);
    inspector.feed('server', bytes([1, 2, 3, 0], smb.session(smb.negotiated(0x302))));
    expect(said.smb?.dialect).toBe('3.0.2');
    expect(said.shortfalls).toEqual(['gap']);
  });
});

describe('SMB as a whole', () => {
  test.each([
    [0x202, '2.0.2'],
    [0x210, '2.1'],
    [0x300, '3.0'],
    [0x311, '3.1.1'],
  ])('dialect %i is %s', (revision, dialect) => {
    expect(inspect([['server', smb.session(smb.negotiated(revision))]]).smb?.dialect).toBe(dialect);
  });

  test('transform headers mean encryption', () => {
    const said = inspect([
      ['server', smb.session(smb.negotiated(0x311))],
      ['client', smb.session(smb.encrypted())],
    ]);
    expect(said.smb).toEqual({ dialect: '3.1.1', encrypted: true, pipes: [] });
    expect(said.opaque).toEqual(['smb-encryption']);
  });

  test('pipes are named once they were opened, and are no files', () => {
    const said = inspect([
      ...connected(2, '\\\\fs\\IPC$'),
      ['client', smb.session(smb.create({ id: 2 }, 'PSEXESVC'))],
      ['server', smb.session(smb.created({ id: 2 }, 9, OPENED, 0))],
      ['client', smb.session(smb.write({ id: 3 }, 9, 0, bytes('secret')))],
      ['client', smb.session(smb.create({ id: 4 }, 'svcctl'))],
      ['server', smb.session(smb.refused(5, { id: 4 }))],
    ]);
    expect(said.smb?.pipes).toEqual(['psexesvc']);
    expect(said.files).toEqual([]);
  });

  test('a client alone in the capture shows well-known pipes by what it asks for', () => {
    expect(inspect([['client', smb.session(smb.create({ id: 4 }, 'svcctl'))]]).smb?.pipes).toEqual(['svcctl']);
  });

  test('SMB1 is known by the server that answers in it, not by a client that offers it', () => {
    const header = (command: number, reply: number): Uint8Array =>
      bytes([0xff], 'SMB', command, [0, 0, 0, 0], reply, new Uint8Array(22), [0, 0, 0]);
    expect(inspect([['client', smb.session(header(0x72, 0))]]).smb).toBeNull();
    expect(inspect([['server', smb.session(header(0x72, 0x80))]]).smb?.dialect).toBe('1');
  });
});

describe('hostile bytes', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1 });

  test('any chunking gives the same facts', () => {
    fc.assert(
      fc.property(fc.constantFrom(READ_SESSION, WRITE_SESSION), sizes, (turns, cut) => {
        expect(inspect(turns, cut)).toEqual(inspect(turns));
      }),
      { numRuns: 60 },
    );
    expect(inspect(READ_SESSION, [1])).toEqual(inspect(READ_SESSION));
  });

  test('changed headers never throw, and read the same in any chunking', () => {
    const change = fc.tuple(fc.nat(11), fc.nat(140), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), sizes, (changes, cut) => {
        const turns = READ_SESSION.map(([role, whole], index): Turn => {
          const changed = whole.slice();
          for (const [turn, at, value] of changes) if (turn === index && at in changed) changed[at] = value;
          return [role, changed];
        });
        expect(inspect(turns, cut)).toEqual(inspect(turns));
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes never throw', () => {
    const turn = fc.tuple(fc.constantFrom('client', 'server'), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(fc.array(turn), (turns) => {
        const framed = (turns as Turn[]).map(([role, body]): Turn => [role, smb.session(bytes([0xfe], 'SMB', body))]);
        inspect([...(turns as Turn[]), ...framed]);
      }),
    );
  });
});
