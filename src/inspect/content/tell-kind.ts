/** What a file is by its first bytes; null: unknown, or text. The names are those of FileFact.kind. */
export function tellKind(head: Buffer): string | null {
  for (const [kind, at, magic] of MAGICS)
    if (head.length >= at + magic.length && head.subarray(at, at + magic.length).equals(magic)) return kind;
  return tellExecutable(head) ?? tellImage(head) ?? (head.subarray(0, PDF_WITHIN).includes('%PDF-') ? 'pdf' : null);
}

/** Readers find the header anywhere in the first 1,024 bytes (ISO 32000-1 annex H.3, note 13). */
const PDF_WITHIN = 1024;

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const MAGICS: readonly (readonly [kind: string, at: number, magic: Buffer])[] = [
  ['elf', 0, hex('7f454c46')],
  ['macho', 0, hex('feedface')],
  ['macho', 0, hex('feedfacf')],
  ['macho', 0, hex('cefaedfe')],
  ['macho', 0, hex('cffaedfe')],
  ['dex', 0, hex('6465780a')],
  ['wasm', 0, hex('0061736d01000000')],
  ['lnk', 0, hex('4c000000 01140200')],
  ['ole', 0, hex('d0cf11e0a1b11ae1')],
  ['zip', 0, hex('504b0304')],
  ['zip', 0, hex('504b0506')],
  ['zip', 0, hex('504b0708')],
  ['7z', 0, hex('377abcaf271c')],
  ['rar', 0, hex('526172211a0700')],
  ['rar', 0, hex('526172211a070100')],
  ['gzip', 0, hex('1f8b08')],
  ['archive', 0, Buffer.from('BZh')],
  ['archive', 0, hex('fd377a585a00')],
  ['archive', 0, hex('28b52ffd')],
  ['archive', 0, Buffer.from('MSCF')],
  ['archive', 0, hex('60ea')],
  ['tar', 257, Buffer.from('ustar')],
  ['iso', 0x8001, Buffer.from('CD001')],
  ['vhd', 0, Buffer.from('conectix')],
  ['vhd', 0, Buffer.from('vhdxfile')],
  ['vmdk', 0, Buffer.from('KDMV')],
  ['onenote', 0, hex('e4525c7b8cd8a74daeb15378d02996d3')],
  ['chm', 0, Buffer.from('ITSF')],
  ['swf', 0, Buffer.from('FWS')],
  ['swf', 0, Buffer.from('CWS')],
  ['swf', 0, Buffer.from('ZWS')],
  ['rtf', 0, Buffer.from('{\\rt')],
  ['image', 0, hex('89504e470d0a1a0a')],
  ['image', 0, hex('ffd8ff')],
  ['image', 0, Buffer.from('GIF8')],
  ['image', 0, hex('49492a00')],
  ['image', 0, hex('4d4d002a')],
  ['image', 0, hex('00000100')],
  ['media', 0, Buffer.from('OggS')],
  ['media', 0, Buffer.from('ID3')],
  ['media', 4, Buffer.from('ftyp')],
];

const DOS_HEADER_BYTES = 64;
/** a class file of Java 1.1 has version 45; no fat Mach-O file has so many architectures */
const OLDEST_CLASS = 45;

function tellExecutable(head: Buffer): string | null {
  if (head.length >= 8 && head.readUInt32BE(0) === 0xcafebabe)
    return head.readUInt16BE(6) >= OLDEST_CLASS ? 'class' : 'macho';
  if (head.length < DOS_HEADER_BYTES || head.toString('latin1', 0, 2) !== 'MZ') return null;
  const at = head.readUInt32LE(0x3c);
  const signature = at + 4 <= head.length ? head.toString('latin1', at, at + 4) : '';
  if (signature === 'PE\0\0' || /^(?:NE|LE|LX)/.test(signature)) return 'pe';
  // A program for DOS alone: its header must make sense, or it is text that begins with these letters.
  const [lastPage, pages, headerParagraphs] = [head.readUInt16LE(2), head.readUInt16LE(4), head.readUInt16LE(8)];
  return lastPage < 512 && pages > 0 && headerParagraphs >= 2 && head.subarray(0, DOS_HEADER_BYTES).includes(0)
    ? 'pe'
    : null;
}

function tellImage(head: Buffer): string | null {
  const text = head.toString('latin1', 0, 12);
  if (text.startsWith('RIFF')) return text.endsWith('WEBP') ? 'image' : 'media';
  // "BM", the size of the file, four bytes of zero
  return text.startsWith('BM') && head.length > 14 && head.readUInt32LE(6) === 0 && head.readUInt32LE(10) < 0x1_0000
    ? 'image'
    : null;
}
