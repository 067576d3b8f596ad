// The same facts as Wireshark's dissectors see them.
import { execFileSync, spawnSync } from 'node:child_process';

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

export function hasTshark() {
  return spawnSync('tshark', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** @returns one object per packet with the fields that it has, each a list */
export function askTshark(path, filter) {
  const known = knownFields();
  const fields = FIELDS.filter((field) => known.has(field));
  const output = execFileSync(
    'tshark',
    [
      '-r',
      path,
      '-Y',
      filter,
      '-T',
      'fields',
      '-E',
      `separator=${SEPARATOR}`,
      '-E',
      'aggregator=\u001e',
      ...fields.flatMap((field) => ['-e', field]),
    ],
    { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 },
  ).toString('utf8');
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split(SEPARATOR);
      return Object.fromEntries(
        fields.map((field, index) => [field, (values[index] ?? '').split('\u001e').filter((value) => value !== '')]),
      );
    });
}

let cached;
function knownFields() {
  cached ??= new Set(
    execFileSync('tshark', ['-G', 'fields'], { maxBuffer: 1 << 30 })
      .toString('latin1')
      .split('\n')
      .filter((line) => line.startsWith('F\t'))
      .map((line) => line.split('\t')[2]),
  );
  return cached;
}
