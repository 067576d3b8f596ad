import { dns, dnsData, dnsDataStream, dnsMissing, ntp, syslog } from './datagrams.js';
import { http, proxied, proxiedLogin, proxiedOpaque, proxiedPage, proxyRefused } from './http.js';
import { download, downloadCutOff, downloadProgram, passedOn, upload } from './files.js';
import {
  attachmentMail,
  bounce,
  fetchedHtml,
  fetchedInTls,
  fetchedOpenAfterStls,
  fetchedText,
  htmlMail,
  japaneseMail,
  mailCutOff,
  openAfterStartTls,
  smtp,
  startTls,
} from './mail.js';
import { ftp, opaque, print, ssh, sshLong } from './plain.js';
import { rdp, rdpClipboard, rdpSound } from './rdp.js';
import { smb } from './smb.js';
import { socks } from './socks.js';
import { tls } from './tls.js';
import type { Dialogue } from './turn.js';

/** Every dialogue by the name under which a script asks for it. */
export const dialogues: Readonly<Record<string, Dialogue>> = {
  attachmentMail,
  bounce,
  dns,
  dnsData,
  dnsDataStream,
  dnsMissing,
  download,
  downloadCutOff,
  downloadProgram,
  fetchedHtml,
  fetchedInTls,
  fetchedOpenAfterStls,
  fetchedText,
  ftp,
  htmlMail,
  http,
  japaneseMail,
  mailCutOff,
  ntp,
  opaque,
  openAfterStartTls,
  passedOn,
  print,
  proxied,
  proxiedLogin,
  proxiedOpaque,
  proxiedPage,
  proxyRefused,
  rdp,
  rdpClipboard,
  rdpSound,
  smb,
  smtp,
  socks,
  ssh,
  sshLong,
  startTls,
  syslog,
  tls,
  upload,
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
