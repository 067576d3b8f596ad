import type { AppProtocol } from '../model/facts.js';
import { createContentProbe } from './content/create-content-probe.js';
import { inspectDns, inspectDnsStream } from './dns/inspect-dns.js';
import { inspectFtp } from './ftp/inspect-ftp.js';
import { makeTransferInspector } from './ftp/make-transfer-inspector.js';
import { makeHttpInspector } from './http/make-http-inspector.js';
import type { DatagramInspectorFactory, StreamInspectorFactory } from './inspector.js';
import { makeImapInspector } from './mail/make-imap-inspector.js';
import { makePop3Inspector } from './mail/make-pop3-inspector.js';
import { makeSmtpInspector } from './mail/make-smtp-inspector.js';
import { inspectPostgresql } from './postgresql/inspect-postgresql.js';
import { inspectQuic } from './quic/inspect-quic.js';
import { inspectRdp } from './rdp/inspect-rdp.js';
import { inspectIca } from './remote/inspect-ica.js';
import { inspectSsh } from './remote/inspect-ssh.js';
import { inspectTelnet } from './remote/inspect-telnet.js';
import { inspectVnc } from './remote/inspect-vnc.js';
import { makeSmbInspector } from './smb/make-smb-inspector.js';
import { inspectSocks } from './socks/inspect-socks.js';
import { inspectTls } from './tls/inspect-tls.js';

/** Who reads which protocol over TCP; a protocol without a line is recognised and not looked into. */
export const STREAM_INSPECTORS: Partial<Record<AppProtocol, StreamInspectorFactory>> = {
  dns: inspectDnsStream,
  ftp: inspectFtp,
  http: makeHttpInspector(createContentProbe),
  ica: inspectIca,
  imap: makeImapInspector(createContentProbe),
  pop3: makePop3Inspector(createContentProbe),
  postgresql: inspectPostgresql,
  rdp: inspectRdp,
  smb: makeSmbInspector(createContentProbe),
  smtp: makeSmtpInspector(createContentProbe),
  socks: inspectSocks,
  ssh: inspectSsh,
  telnet: inspectTelnet,
  tls: inspectTls,
  vnc: inspectVnc,
};

/** The same over UDP. */
export const DATAGRAM_INSPECTORS: Partial<Record<AppProtocol, DatagramInspectorFactory>> = {
  dns: inspectDns,
  quic: inspectQuic,
};

/** Who reads a connection that an FTP dialogue announced. */
export const inspectTransfer = makeTransferInspector(createContentProbe);
