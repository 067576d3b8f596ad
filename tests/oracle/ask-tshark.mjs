// The same facts as Wireshark's dissectors see them.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * @param {{ fair: boolean, decodeAs?: readonly string[] }} settings fair: tshark puts segments in order too, and is not
 *   given the keys that lie in the capture file beside the packets; else its settings as they come. decodeAs: what its
 *   option `-d` takes, for ports on which it expects another protocol
 * @returns one object per packet with the fields that it has, each a list
 */
export async function askTshark(path, filter, { fair, decodeAs = [] }) {
  const known = knownFields();
  const fields = FIELDS.filter((field) => known.has(field));
  const keyless = fair ? withoutSecrets(path) : null;
  const folder = keyless === null ? null : mkdtempSync(join(tmpdir(), 'sansou-oracle-'));
  try {
    let asked = path;
    if (folder !== null) writeFileSync((asked = join(folder, 'keyless.pcapng')), keyless);
    const settings = [...(fair ? FAIR : []), ...decodeAs.flatMap((rule) => ['-d', rule])];
    const output = await printFields(asked, filter, fields, settings);
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

/** a pcapng file without its Decryption Secrets Blocks; null where it has none */
function withoutSecrets(path) {
  const bytes = readFileSync(path);
  if (bytes.length < 12 || bytes.readUInt32BE(0) !== SECTION_HEADER) return null;
  const kept = [];
  let dropped = false;
  let little = true;
  let at = 0;
  while (at + 12 <= bytes.length) {
    if (bytes.readUInt32BE(at) === SECTION_HEADER) little = bytes.readUInt32LE(at + 8) === 0x1a2b3c4d;
    const number = (offset) => (little ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset));
    const length = number(at + 4);
    if (length < 12) break;
    if (number(at) === DECRYPTION_SECRETS) dropped = true;
    else kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return dropped ? Buffer.concat([...kept, bytes.subarray(at)]) : null;
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
