import { dns, ntp, syslog } from './datagrams.js';
import { http, proxied, proxyRefused } from './http.js';
import { bounce, smtp } from './mail.js';
import { ftp, opaque, print, ssh } from './plain.js';
import { rdp } from './rdp.js';
import { smb } from './smb.js';
import { tls } from './tls.js';
import type { Dialogue } from './turn.js';

/** Every dialogue by the name under which a script asks for it. */
export const dialogues: Readonly<Record<string, Dialogue>> = {
  bounce,
  dns,
  ftp,
  http,
  ntp,
  opaque,
  print,
  proxied,
  proxyRefused,
  rdp,
  smb,
  smtp,
  ssh,
  syslog,
  tls,
};

const BY_PORT: Readonly<Record<number, string>> = {
  21: 'ftp',
  22: 'ssh',
  25: 'smtp',
  53: 'dns',
  80: 'http',
  123: 'ntp',
  443: 'tls',
  445: 'smb',
  514: 'syslog',
  3389: 'rdp',
  6514: 'tls',
  8080: 'proxied',
  8530: 'http',
  9100: 'print',
};

/** The dialogue usual on a port. */
export function usualDialogue(port: number): Dialogue {
  return dialogues[BY_PORT[port] ?? 'opaque'] ?? opaque;
}
