// The same facts as Wireshark's dissectors see them.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FIELDS = [
  'frame.protocols',
  'tls.handshake.extensions_server_name',
  'http.request.method',
  'http.request.uri',
  'http.host',
  'dns.qry.name',
  'rdp.negReq.requestedProtocols',
  'rdp.negReq.selectedProtocol',
  'rdp.name',
  'mime_multipart.header.content-type',
  'smtp.req.command',
  'smb2.dialect',
  'udp.port',
  'tcp.port',
];
const SEPARATOR = '\u001f';

/** what tshark does only when asked, and the inspectors always: segments that came out of order are put in order */
const FAIR = ['-o', 'tcp.reassemble_out_of_order:TRUE'];

export function hasTshark() {
  return spawnSync('tshark', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {{ fair: boolean }} settings fair: tshark puts segments in order too, and is not given the keys that lie in the
 *   capture file beside the packets; else its settings as they come
 * @returns one object per packet with the fields that it has, each a list
 */
export async function askTshark(path, filter, { fair }) {
  const known = knownFields();
  const fields = FIELDS.filter((field) => known.has(field));
  const folder = fair && holdsSecrets(path) ? mkdtempSync(join(tmpdir(), 'sansou-oracle-')) : null;
  try {
    let asked = path;
    if (folder !== null) {
      asked = join(folder, 'keyless.pcapng');
      await run('editcap', ['--discard-all-secrets', path, asked]);
    }
    const output = await printFields(asked, filter, fields, fair ? FAIR : []);
    return output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const values = line.split(SEPARATOR);
        return Object.fromEntries(
          fields.map((field, index) => [field, (values[index] ?? '').split('\u001e').filter((value) => value !== '')]),
        );
      });
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true });
  }
}

async function printFields(path, filter, fields, settings) {
  const words = ['-r', path, ...settings, '-Y', filter, '-T', 'fields'];
  words.push('-E', `separator=${SEPARATOR}`, '-E', 'aggregator=\u001e', ...fields.flatMap((field) => ['-e', field]));
  try {
    return (await run('tshark', words, { maxBuffer: 1 << 30, timeout: 120_000 })).stdout;
  } catch (error) {
    // a file that is cut off or damaged: what came before is read by both
    if (error.code === 2 && error.stdout !== '') return error.stdout;
    throw error;
  }
}

const SECTION_HEADER = 0x0a0d0d0a;
const DECRYPTION_SECRETS = 0x0000000a;

/** whether a pcapng file has a Decryption Secrets Block; follows the blocks' lengths */
function holdsSecrets(path) {
  const file = openSync(path);
  try {
    const header = Buffer.alloc(12);
    let little = true;
    for (let at = 0; readSync(file, header, 0, 12, at) === 12;) {
      const number = (offset) => (little ? header.readUInt32LE(offset) : header.readUInt32BE(offset));
      if (header.readUInt32BE(0) === SECTION_HEADER) little = header.readUInt32LE(8) === 0x1a2b3c4d;
      else if (at === 0) return false;
      if (number(0) === DECRYPTION_SECRETS) return true;
      if (number(4) < 12) return false;
      at += number(4);
    }
    return false;
  } finally {
    closeSync(file);
  }
}

let cached;
function knownFields() {
  cached ??= new Set(
    execFileSync('tshark', ['-G', 'fields'], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString('latin1')
      .split('\n')
      .filter((line) => line.startsWith('F\t'))
      .map((line) => line.split('\t')[2]),
  );
  return cached;
}
