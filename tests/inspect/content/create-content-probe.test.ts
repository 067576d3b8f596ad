import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../../src/base/limits.js';
import type { ProbedContent } from '../../../src/inspect/content/content-probe.js';
import { createContentProbe } from '../../../src/inspect/content/create-content-probe.js';
import { sha256 } from '../support/play-stream.js';
import { makeCompoundFile } from './make-compound-file.js';
import { makeZip, type ZipFile } from './make-zip.js';

function probe(content: string | Buffer, name: string | null = null, sizes: readonly number[] = []): ProbedContent {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const probing = createContentProbe({ name, mediaType: null });
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes.length === 0 ? bytes.length : (sizes[turn % sizes.length] as number);
    const lent = Uint8Array.from(bytes.subarray(at, at + size));
    probing.feed(lent);
    lent.fill(0x2e);
    at += size;
  }
  return probing.finish();
}
const told = (content: string | Buffer, name: string | null = null): string => {
  const { kind, active } = probe(content, name);
  return [kind ?? 'unknown', ...active].join(' ');
};

const PE = (() => {
  const bytes = Buffer.alloc(256);
  bytes.write('MZ');
  bytes.writeUInt32LE(128, 0x3c);
  bytes.write('PE\0\0', 128, 'latin1');
  return bytes;
})();
const CONTENT_TYPES: ZipFile = { name: '[Content_Types].xml', content: '<Types/>' };
const word = (...files: readonly ZipFile[]): Buffer =>
  makeZip([CONTENT_TYPES, { name: 'word/document.xml', content: '<w:document/>' }, ...files]);
const relations = (target: string): ZipFile => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships><Relationship Id="r1" ${target}/></Relationships>`,
});
const VBA_STORAGE = makeCompoundFile([{ name: 'VBA' }, { name: 'dir', content: Buffer.from('x') }]);
const pdf = (...objects: readonly string[]): string =>
  `%PDF-1.7\n${objects.map((object, index) => `${String(index + 1)} 0 obj\n${object}\nendobj\n`).join('')}trailer << /Root 1 0 R >>\n%%EOF`;
const objectStream = (objects: string): string => {
  const data = deflateSync(Buffer.from(objects)).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${String(data.length)} >>\nstream\r\n${data}\nendstream`;
};

describe('size and digest', () => {
  test('are those of all bytes, and there is no digest where bytes are missing', () => {
    expect(probe('hello')).toMatchObject({ size: 5, sha256: sha256('hello'), complete: true });
    const holed = createContentProbe({ name: null, mediaType: null });
    holed.feed(Buffer.from('he'));
    holed.skip(1);
    holed.feed(Buffer.from('lo'));
    expect(holed.finish()).toMatchObject({ size: 4, sha256: null, complete: false });
  });

  test('a file larger than what is held has its digest, and is not called whole where it would have to be opened', () => {
    const large = Buffer.alloc(LIMITS.contentHeldBytes + 1000, 0x41);
    expect(probe(large)).toMatchObject({ size: large.length, sha256: sha256(large), complete: true });
    large.write('%PDF-1.7');
    expect(probe(large)).toMatchObject({ kind: 'pdf', complete: false });
  });

  test('what is held is given back: as many files as there are may follow each other', () => {
    const large = Buffer.alloc(LIMITS.contentHeldBytes, 0x20);
    large.write('%PDF-1.7');
    for (let i = 0; i < 2 + LIMITS.contentHeldInAll / LIMITS.contentHeldBytes; i++)
      expect(probe(large).complete).toBe(true);
  });
});

describe('programs', () => {
  test.each<readonly [string, Buffer | string, string]>([
    ['Windows', PE, 'pe executable'],
    ['Linux', Buffer.from('7f454c4602010100', 'hex'), 'elf executable'],
    ['macOS', Buffer.from('cffaedfe07000001', 'hex'), 'macho executable'],
    ['macOS for two processors', Buffer.from('cafebabe00000002', 'hex'), 'macho executable'],
    ['Java', Buffer.from('cafebabe00000041', 'hex'), 'class java-archive'],
    ['shortcuts', Buffer.from('4c0000000114020000000000', 'hex'), 'lnk shortcut'],
    ['an installer', makeCompoundFile([], Buffer.from('84100c0000000000c000000000000046', 'hex')), 'ole executable'],
    [
      'an image of a disk',
      Buffer.concat([Buffer.alloc(0x8001), Buffer.from('CD001'), Buffer.alloc(100)]),
      'iso disk-image',
    ],
    [
      'a note with a file in it',
      Buffer.from('e4525c7b8cd8a74daeb15378d02996d30000e716e3bd65261145a4c48d4d0b7a9eac', 'hex'),
      'onenote embedded-file',
    ],
  ])('of %s are told by their bytes', (_, bytes, expected) => {
    expect(told(bytes)).toBe(expected);
  });

  test('text that begins with MZ, and a picture that holds other signatures, are none', () => {
    expect(told('MZ is the abbreviation of a name that stands at the begin of many a text, as here.', 'a.txt')).toBe(
      'unknown',
    );
    expect(told(Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), makeZip([{ name: 'a.exe', content: PE }])]))).toBe(
      'image',
    );
  });
});

describe('texts', () => {
  test.each([
    ['a.js', 'WScript.Echo(1)', 'script script'],
    ['A.VBS', 'MsgBox 1', 'script script'],
    ['a.ps1', 'Get-Item .', 'script script'],
    ['a', '#!/bin/sh\necho', 'script script'],
    ['a.reg', 'Windows Registry Editor Version 5.00', 'script script'],
    ['a.html', '<html><hta:application id=x>', 'script script'],
    ['a.url', '[InternetShortcut]\r\nURL=file://x', 'shortcut shortcut'],
    ['a.svg', '<svg xmlns="x"><script>1</script></svg>', 'image script'],
    ['a.xml', '<?xml version="1.0"?><w:wordDocument w:macrosPresent="yes">', 'xml macro'],
    ['a.slk', 'ID;PWXL;N;E\nNN;NAuto_open;ER101C1\n', 'spreadsheet macro'],
    ['a.csv', "1,2\n=cmd|' /C calc'!A0", 'unknown dde'],
    ['a.html', '<!-- x --><!DOCTYPE html><script>1</script>', 'html'],
    ['a.svg', '<svg xmlns="x"><path d="M0"/></svg>', 'image'],
    ['a.csv', 'name,=sum\n-1,+2', 'unknown'],
    ['a.txt', '\x1b$B$3$s$K$A$O\x1b(B', 'unknown'],
    ['a.js', '', 'unknown'],
  ])('%s: %s', (name, content, expected) => {
    expect(told(content, name)).toBe(expected);
  });

  test('in UTF-16 are read, too', () => {
    expect(told(Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('[InternetShortcut]', 'utf16le')]))).toBe(
      'shortcut shortcut',
    );
  });
});

describe('archives', () => {
  test('are opened, and those inside them', () => {
    expect(told(makeZip([{ name: 'a.txt', content: 'x' }]))).toBe('zip');
    expect(told(makeZip([{ name: 'a.txt', content: PE }]))).toBe('zip executable');
    expect(
      told(makeZip([{ name: 'in.zip', content: makeZip([{ name: 'in.gz', content: gzipSync(PE), isStored: true }]) }])),
    ).toBe('zip executable');
  });

  test('with an encrypted file say so', () => {
    expect(
      told(
        makeZip([
          { name: 'a.txt', content: 'x' },
          { name: 'b.txt', content: 'y', isEncrypted: true },
        ]),
      ),
    ).toBe('zip encrypted-archive');
    expect(
      told(
        Buffer.from(
          '526172211a0700cf907300 8d0000000d0000000000'
            .replaceAll(' ', '')
            .replace('cf90730000', 'cf9073')
            .replace('8d', '8000'),
          'hex',
        ),
      ),
    ).toContain('rar');
    expect(
      told(Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(40), Buffer.from('06f10701', 'hex')])),
    ).toBe('7z encrypted-archive');
  });

  test('a RAR archive says it in its main header, or with each file', () => {
    const rar4 = (type: number, flags: number): Buffer =>
      Buffer.concat([
        Buffer.from('526172211a0700', 'hex'),
        Buffer.from([0, 0, type, flags & 255, flags >> 8, 13, 0, 0, 0, 0, 0, 0, 0]),
      ]);
    expect([told(rar4(0x73, 0x80)), told(rar4(0x74, 0x8004)), told(rar4(0x73, 0))]).toEqual([
      'rar encrypted-archive',
      'rar encrypted-archive',
      'rar',
    ]);
    const rar5 = (...block: readonly number[]): Buffer =>
      Buffer.concat([
        Buffer.from('526172211a070100', 'hex'),
        Buffer.from([0, 0, 0, 0, block.length, ...block]),
        Buffer.alloc(8),
      ]);
    expect([told(rar5(4, 0, 1)), told(rar5(2, 1, 3, 0, 2, 1, 0)), told(rar5(1, 0, 0))]).toEqual([
      'rar encrypted-archive',
      'rar encrypted-archive',
      'rar',
    ]);
  });

  test('a file that only its own header names is found', () => {
    expect(
      told(
        makeZip([
          { name: 'a.txt', content: 'x' },
          { name: 'b', content: PE, isHidden: true },
        ]),
      ),
    ).toBe('zip executable');
  });

  test('a file that holds the signature of a header is one file', () => {
    const stored = makeZip([{ name: 'readme.txt', content: `text PK\x03\x04${'x'.repeat(60)}`, isStored: true }]);
    expect(probe(stored)).toMatchObject({ kind: 'zip', active: [], complete: true });
  });

  test('in front of which something else stands are opened all the same', () => {
    const shifted = makeZip([{ name: 'a.txt', content: PE }], Buffer.from('504b0304', 'hex'));
    expect(told(shifted)).toBe('zip executable');
  });

  test('a program of Java, a package of Windows, a tar are told apart', () => {
    expect(told(makeZip([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: X' }]))).toBe('jar java-archive');
    expect(told(makeZip([{ name: 'AppxManifest.xml', content: '<x/>' }]))).toBe('zip executable');
    const tar = Buffer.alloc(2048);
    tar.write('x.exe');
    tar.write('00000000400', 124);
    tar.write('ustar', 257);
    PE.copy(tar, 512);
    expect(told(tar)).toBe('tar executable');
    expect(told(gzipSync(tar))).toBe('gzip executable');
  });

  test('that nobody opens here are never called whole', () => {
    for (const magic of ['425a6839', 'fd377a585a00', '28b52ffd', '4d534346', '377abcaf271c', '526172211a0700'])
      expect(probe(Buffer.from(`${magic}${'00'.repeat(60)}`, 'hex')).complete).toBe(false);
  });
});

describe('documents of Office', () => {
  test.each<readonly [string, Buffer, string]>([
    ['nothing', word(), 'ooxml'],
    ['a macro', word({ name: 'word/vbaProject.bin', content: VBA_STORAGE }), 'ooxml macro'],
    ['a macro under another name', word({ name: 'word/other.bin', content: VBA_STORAGE }), 'ooxml macro'],
    ['a macro sheet', word({ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }), 'ooxml macro'],
    [
      'a link to click',
      word(relations('Type="http://x/relationships/hyperlink" Target="https://a" TargetMode="External"')),
      'ooxml',
    ],
    [
      'a template from elsewhere',
      word(relations('Type="http://x/relationships/attachedTemplate" Target="https://a" TargetMode="External"')),
      'ooxml external-link',
    ],
    [
      'a template of its own',
      word(relations('Type="http://x/relationships/attachedTemplate" Target="a.dotx"')),
      'ooxml',
    ],
    [
      'a link to another workbook',
      word({ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }),
      'ooxml external-link',
    ],
    [
      'a DDE link',
      word({ name: 'xl/externalLinks/externalLink1.xml', content: '<ddeLink/>' }),
      'ooxml dde external-link',
    ],
    [
      'an object',
      word({
        name: 'word/embeddings/oleObject1.bin',
        content: makeCompoundFile([{ name: '\u0001Ole10Native', content: Buffer.from('x') }]),
      }),
      'ooxml embedded-object',
    ],
    ['a workbook for a chart', word({ name: 'word/embeddings/Microsoft_Excel_Sheet.xlsx', content: word() }), 'ooxml'],
    [
      'a workbook with a macro',
      word({
        name: 'word/embeddings/Microsoft_Excel_Sheet.xlsm',
        content: word({ name: 'xl/vbaProject.bin', content: VBA_STORAGE }),
      }),
      'ooxml macro',
    ],
    ['a control', word({ name: 'word/activeX/activeX1.xml', content: '<x/>' }), 'ooxml embedded-object'],
    [
      'a DDE field in pieces',
      word({
        name: 'word/header1.xml',
        content:
          '<w:fldChar w:fldCharType="begin"/><w:instrText> DD</w:instrText><w:instrText xml:space="preserve">EAUTO c:\\x</w:instrText>',
      }),
      'ooxml dde',
    ],
    [
      'a simple DDE field',
      word({ name: 'word/footer1.xml', content: '<w:fldSimple w:instr=" DDE x y"/>' }),
      'ooxml dde',
    ],
    [
      'a field that is none',
      word({
        name: 'word/footer1.xml',
        content: '<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE DDE</w:instrText>',
      }),
      'ooxml',
    ],
    [
      'a macro of LibreOffice',
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
        { name: 'Basic/Standard/Module1.xml', content: '<x/>' },
      ]),
      'odf macro',
    ],
    [
      'nothing, in LibreOffice',
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
        { name: 'Basic/script-lc.xml', content: '<x/>' },
      ]),
      'odf',
    ],
  ])('with %s', (_, bytes, expected) => {
    expect(told(bytes)).toBe(expected);
  });

  const fib = (flags: number): Buffer => {
    const stream = Buffer.alloc(600);
    stream.writeUInt16LE(flags, 10);
    return stream;
  };
  const records = (...list: readonly (readonly [number, string])[]): Buffer =>
    Buffer.concat(
      list.map(([type, hex]) => {
        const data = Buffer.from(hex, 'hex');
        const head = Buffer.alloc(4);
        head.writeUInt16LE(type, 0);
        head.writeUInt16LE(data.length, 2);
        return Buffer.concat([head, data]);
      }),
    );

  test.each<readonly [string, Buffer, string]>([
    ['nothing', makeCompoundFile([{ name: 'WordDocument', content: fib(0) }]), 'ole'],
    ['a macro', makeCompoundFile([{ name: 'Macros' }, { name: 'VBA' }]), 'ole macro'],
    [
      'encryption as of 2007',
      makeCompoundFile([
        { name: 'EncryptionInfo', content: fib(0) },
        { name: 'EncryptedPackage', content: Buffer.alloc(5000) },
      ]),
      'ole encrypted-document',
    ],
    [
      'encryption as of 97',
      makeCompoundFile([{ name: 'WordDocument', content: fib(0x0100) }]),
      'ole encrypted-document',
    ],
    [
      'an encrypted workbook',
      makeCompoundFile([{ name: 'Workbook', content: records([0x809, '0006'], [0x2f, '0000']) }]),
      'ole encrypted-document',
    ],
    [
      'an Excel 4 macro',
      makeCompoundFile([{ name: 'Workbook', content: records([0x809, '0006'], [0x85, '00000000000161']) }]),
      'ole macro',
    ],
    [
      'a sheet',
      makeCompoundFile([{ name: 'Workbook', content: records([0x809, '0006'], [0x85, '00000000000061']) }]),
      'ole',
    ],
    ['an object', makeCompoundFile([{ name: 'ObjectPool' }]), 'ole embedded-object'],
    [
      'a mail that has a program attached',
      makeCompoundFile([{ name: '__substg1.0_37010102', content: Buffer.concat([PE, Buffer.alloc(5000)]) }]),
      'ole executable',
    ],
  ])('of 97 to 2003 with %s', (_, bytes, expected) => {
    expect(told(bytes)).toBe(expected);
  });

  test.each([
    ['{\\rtf1 hello}', 'rtf'],
    ['{\\rtf1 {\\object\\objemb{\\*\\objdata 01}}}', 'rtf embedded-object'],
    ['{\\rtf1 {\\*\\template http://a}}', 'rtf external-link'],
    ['{\\rtf1 {\\field{\\*\\fldinst {\\b DDEAUTO c:}}}}', 'rtf dde'],
    ['{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "DDE"}}}', 'rtf'],
  ])('in rich text: %s', (content, expected) => {
    expect(told(content)).toBe(expected);
  });
});

describe('PDF', () => {
  test.each([
    ['nothing', pdf('<< /Type /Catalog /Pages 2 0 R >>'), 'pdf'],
    ['JavaScript', pdf('<< /S /JavaScript /JS (app.alert) >>'), 'pdf javascript'],
    ['a name in disguise', pdf('<< /S /J#61vaScript >>'), 'pdf javascript'],
    ['a program to launch', pdf('<< /S /Launch /F (cmd.exe) >>'), 'pdf launch-action'],
    ['a file', pdf('<< /Type /EmbeddedFile >>'), 'pdf embedded-file'],
    ['encryption', `${pdf('<< >>')}\ntrailer << /Encrypt 9 0 R >>`, 'pdf encrypted-document'],
    ['a page to open at', pdf('<< /OpenAction [3 0 R /Fit] >>'), 'pdf'],
    ['a page to go to', pdf('<< /OpenAction << /S /GoTo /D [3 0 R /XYZ 0 0 0] >> >>'), 'pdf'],
    [
      'a page to go to, elsewhere in the file',
      pdf('<< /OpenAction 2 0 R >>', '<< /Type /Action /S /GoTo /D [3 0 R /Fit] >>'),
      'pdf',
    ],
    ['an address to open', pdf('<< /OpenAction 2 0 R >>', '<< /S /URI /URI (http://a) >>'), 'pdf open-action'],
    ['names in a string', pdf('<< /Title (about \\) /JavaScript (and) /Launch) >>'), 'pdf'],
    ['names in a comment', pdf('<< >> % /JavaScript'), 'pdf'],
    ['names in a page', pdf('<< /Length 12 >>\nstream\n/JavaScript \nendstream'), 'pdf'],
    ['names in a stream of objects', pdf(objectStream('7 0 << /S /JavaScript >>')), 'pdf javascript'],
    ['an action in a stream of objects', pdf(objectStream('7 0 << /OpenAction << /S /URI >> >>')), 'pdf open-action'],
  ])('with %s', (_, content, expected) => {
    expect(told(content)).toBe(expected);
  });

  test('whose objects cannot be read is not called whole', () => {
    expect(probe(pdf('<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnot compressed\nendstream')).complete).toBe(
      false,
    );
    expect(probe(pdf(objectStream('7 0 << >>'))).complete).toBe(true);
  });
});

describe('what is made to hurt', () => {
  test('archives that inflate without measure are given up', () => {
    const bomb = makeZip([{ name: 'a', content: Buffer.alloc(LIMITS.contentInflatedBytes + 1000) }]);
    expect(probe(bomb)).toMatchObject({ kind: 'zip', complete: false });
    const nested = Array.from({ length: 8 }).reduce<Buffer>(
      (inner) =>
        makeZip([
          { name: 'a.zip', content: inner },
          { name: 'b.zip', content: inner },
        ]),
      makeZip([{ name: 'x', content: 'x' }]),
    );
    expect(probe(nested).complete).toBe(false);
    expect(probe(gzipSync(Buffer.alloc(LIMITS.contentInflatedBytes + 1000))).complete).toBe(false);
  });

  test.each<readonly [string, () => string | Buffer]>([
    ['strings that never close', () => `%PDF-1.7 ${'('.repeat(2_000_000)}`],
    ['strings that close late', () => `%PDF-1.7 ${'('.repeat(1_000_000)}${')'.repeat(999_999)}`],
    ['streams without end', () => `%PDF-1.7 ${'stream '.repeat(300_000)}`],
    ['objects without end', () => `%PDF-1.7 ${'1 0 obj /OpenAction '.repeat(100_000)}`],
    ['control words without end', () => `{\\rtf1${'\\fldinst'.repeat(200_000)}`],
    [
      'tags that never close',
      () =>
        makeZip([
          CONTENT_TYPES,
          { name: 'word/_rels/a.rels', content: '<Relationship'.repeat(400_000) },
          { name: 'word/a.xml', content: '<w:fldSimple fldCharType="begin"<w:instrText'.repeat(100_000) },
        ]),
    ],
    ['headers without end', () => Buffer.from('PK\x03\x04'.repeat(500_000), 'latin1')],
    [
      'a directory that names one file often',
      () => {
        const zip = makeZip(
          Array.from({ length: 5000 }, (_, index) => ({ name: `f${String(index)}`, content: '', isStored: true })),
        );
        return Buffer.concat([Buffer.alloc(4_000_000, 0x20), zip]);
      },
    ],
    ['comments without end', () => '<!---->'.repeat(100_000)],
    [
      'a chain that bites its tail',
      () => {
        const file = makeCompoundFile([{ name: 'Workbook', content: Buffer.alloc(5000) }]);
        file.writeUInt32LE(0, file.length - 512);
        return file;
      },
    ],
  ])('%s come to an end: what is quadratic would not, in any time', (_, make) => {
    expect(probe(make()).size).toBeGreaterThan(0);
  });

  const seeds = [
    word({ name: 'word/vbaProject.bin', content: VBA_STORAGE }),
    VBA_STORAGE,
    Buffer.from(pdf('<< /OpenAction 2 0 R >>', objectStream('1 0 << /JS () >>'))),
    gzipSync('x'),
    Buffer.from('{\\rtf1\\objdata}'),
  ];

  test('damaged files never throw, and chunks make no difference', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 }),
        (seed, flips, sizes) => {
          const damaged = Buffer.from(seed);
          for (const [at, value] of flips) damaged[at % damaged.length] = value;
          expect(probe(damaged, 'a.bin', sizes)).toEqual(probe(damaged, 'a.bin'));
        },
      ),
      { numRuns: 400 },
    );
  });
});
