import type { Analysis, Piece } from './analysis.js';

/** extensions that something on a Windows computer runs on a double click */
const SCRIPT_NAME =
  /\.(?:js|jse|mjs|vbs|vbe|wsf|wsh|wsc|sct|hta|ps1|psm1|psd1|bat|cmd|reg|inf|py|pyw|sh|applescript|msc)$/i;
const SHORTCUT_NAME = /\.(?:url|scf|library-ms|search-ms|searchconnector-ms|settingcontent-ms|website|desktop)$/i;
const LOOKED_AT = 64 * 1024;

/** Text: what it is by how it begins, and by its name where only that tells how it will be used. */
export function readText({ bytes, name }: Piece, analysis: Analysis): string | null {
  const head = textOf(bytes.subarray(0, LOOKED_AT));
  if (head === null) return null;
  const begin = head.trimStart().slice(0, 1024);
  const isEmpty = begin === '';
  if (isEmpty) return null;
  if (/^\[(?:InternetShortcut|Shell)\]/i.test(begin) || SHORTCUT_NAME.test(name ?? '')) {
    analysis.add('shortcut');
    return 'shortcut';
  }
  if (/<hta:application\b/i.test(head)) {
    analysis.add('script');
    return 'script';
  }
  if (SCRIPT_NAME.test(name ?? '') || /^#!\s?\//.test(begin) || /^Windows Registry Editor Version/i.test(begin)) {
    analysis.add('script');
    return 'script';
  }
  return readMarkup(begin, head, bytes, analysis) ?? readTable(begin, analysis);
}

function readMarkup(begin: string, head: string, bytes: Buffer, analysis: Analysis): string | null {
  // Pages have scripts by nature: that they come as files is for the reader of the transfer to weigh.
  if (/^<(?:!doctype html|html|head|body|script)\b/i.test(withoutProlog(begin))) return 'html';
  if (/<svg\b/i.test(begin)) {
    if (/<script\b|\son\w{1,20}\s*=|javascript:/i.test(head)) analysis.add('script');
    return 'image';
  }
  if (!/^<\?xml\b/i.test(begin)) return null;
  // Word 2003 XML, and Office Open XML in one file
  if (bytes.includes('macrosPresent="yes"') || bytes.includes('vbaProject.bin') || bytes.includes('<w:binData'))
    analysis.add('macro');
  return 'xml';
}

/** Behind the XML declaration and comments. */
function withoutProlog(begin: string): string {
  let rest = begin.replace(/^<\?xml[^<>]{0,512}>\s*/i, '');
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** Files that spreadsheets open: symbolic links, web queries, and formulas that call other programs. */
function readTable(begin: string, analysis: Analysis): string | null {
  if (begin.startsWith('ID;P')) {
    if (/\r?\n(?:E|C;.{0,64};E|NN;)/.test(begin)) analysis.add('macro');
    return 'spreadsheet';
  }
  if (/^WEB\r?\n1\r?\nhttps?:/i.test(begin)) analysis.add('external-link');
  if (/(?:^|[\n,;\t"])[=+@-](?:cmd|msexcel|mshta|powershell|regsvr32|rundll32)\s?\|/i.test(begin)) analysis.add('dde');
  return null;
}

/** `null`: not text. UTF-16 is told by its mark. */
function textOf(bytes: Buffer): string | null {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (bytes.includes(0)) return null;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('latin1', isMarked ? 3 : 0);
}
