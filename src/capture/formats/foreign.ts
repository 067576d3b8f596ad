import type { Problem } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import { captureProblem } from '../fault.js';
import { isPcapMagic } from './pcap-header.js';
import { BLOCK, BYTE_ORDER_MAGIC } from './pcapng-blocks.js';

/** What people hand in by mistake, by its first bytes in hexadecimal, and what helps. */
const KNOWN: readonly { readonly head: string; readonly name: string; readonly compressed?: true }[] = [
  { head: 'fd377a585a00', name: 'xz', compressed: true },
  { head: '425a68', name: 'bzip2', compressed: true },
  { head: '504b0304', name: 'zip', compressed: true },
  { head: '377abcaf271c', name: '7-Zip', compressed: true },
  { head: '736e6f6f70000000', name: 'snoop' },
  { head: '474d4255', name: 'Network Monitor 2' },
  { head: '52545353', name: 'Network Monitor 1' },
  { head: '5452534e49464620', name: 'Sniffer' },
  { head: '58435000', name: 'NetXRay' },
  { head: '25504446', name: 'PDF' },
  { head: '3c', name: 'HTML / XML' },
  { head: '7b', name: 'JSON' },
];

/**
 * Why a file is no capture.
 * @param head its first bytes, after decompression
 * @param fault why there are no more of them, if something failed
 */
export function foreignProblem(file: string, head: Uint8Array, fault: Text | null): Problem {
  if (fault !== null) {
    return captureProblem('CAPTURE-DAMAGED', file, 'error', {
      ja: `キャプチャを1件も読めない: ${fault.ja}`,
      en: `nothing of the capture can be read: ${fault.en}`,
    });
  }
  if (head.length === 0) {
    return captureProblem('CAPTURE-EMPTY', file, 'error', {
      ja: 'ファイルが空である（0バイト）',
      en: 'the file is empty (0 bytes)',
    });
  }
  const magic = head.length < 4 ? 0 : Buffer.from(head).readUInt32BE(0);
  if (isPcapMagic(magic) || (magic === BLOCK.section && head.length < 12)) {
    return captureProblem('CAPTURE-CUT', file, 'error', {
      ja: `ファイルの見出しが途中で切れている（${head.length}バイトしかない）`,
      en: `the file is cut inside its header (only ${head.length} bytes)`,
    });
  }
  if (magic === BLOCK.section) {
    return captureProblem('CAPTURE-CORRUPT', file, 'error', {
      ja: `8バイト目に、pcapngのバイト順の印${BYTE_ORDER_MAGIC.toString(16)}がない`,
      en: `the byte-order magic of pcapng, ${BYTE_ORDER_MAGIC.toString(16)}, is missing at byte 8`,
    });
  }
  return notACapture(file, Buffer.from(head).toString('hex'));
}

function notACapture(file: string, hex: string): Problem {
  const known = KNOWN.find(({ head }) => hex.startsWith(head));
  const first = hex.slice(0, 8).replace(/(..)(?=.)/g, '$1 ');
  const remedy: Text =
    known?.compressed === true
      ? { ja: '伸長してから指定する', en: 'decompress it first' }
      : {
          ja: 'pcapまたはpcapng（gzip、zstd、lz4で圧縮したものも可）を指定する',
          en: 'name a pcap or pcapng file (gzip, zstd or lz4 compressed ones too)',
        };
  const name =
    known === undefined
      ? { ja: '', en: '' }
      : { ja: `。${known.name}のようである`, en: `; it looks like ${known.name}` };
  return captureProblem(
    'CAPTURE-FOREIGN',
    file,
    'error',
    {
      ja: `キャプチャではない（先頭のバイト: ${first}）${name.ja}`,
      en: `not a capture (first bytes: ${first})${name.en}`,
    },
    remedy,
  );
}
