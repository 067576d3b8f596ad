import type { Side } from './flow.js';

/**
 * What the content of one flow said, as plain values. Everything that came from a packet as text (names, file names,
 * media types) is attacker text: bounded here, escaped where it is shown. No payload, no user names, no passwords.
 */

/** Application protocols that are told apart by their first bytes (domain.md D-APP). */
export const APP_PROTOCOLS = [
  'tls',
  'http',
  'http2',
  'ssh',
  'smtp',
  'pop3',
  'imap',
  'ftp',
  'rdp',
  'vnc',
  'ica',
  'smb',
  'socks',
  'dns',
  'quic',
  'ntp',
  'ldap',
  'kerberos',
  'syslog',
  'ike',
  'openvpn',
  'wireguard',
  'dhcp',
  'snmp',
  'netbios',
  'telnet',
  'postgresql',
] as const;
export type AppProtocol = (typeof APP_PROTOCOLS)[number];

/** The record that completed a fact. */
export interface FactFrame {
  /** index into the run's capture files */
  readonly file: number;
  /** 1-based, as Wireshark counts */
  readonly frame: number;
}

/** Where a destination's name stood (domain.md D-NAME). */
export type NameSource = 'connect' | 'absolute-uri' | 'host' | 'sni' | 'quic-sni' | 'certificate' | 'socks' | 'http2';

/** A name of the destination that the client, or the server's certificate, stated. */
export interface NameFact {
  readonly source: NameSource;
  /** lower case, no trailing dot, no port; an IP address as text where one was given. At most 255 characters. */
  readonly name: string;
  /** port where one was stated with the name */
  readonly port: number | null;
  /**
   * `accepted`: the other side went along (2xx to CONNECT, any answer but a block page to a request, ServerHello …);
   * `refused`: 403, 407 is `auth`, 5xx of a proxy, TLS alert; `none`: no answer was seen
   */
  readonly answer: 'accepted' | 'refused' | 'auth' | 'none';
  /** HTTP status of the answer */
  readonly status: number | null;
  /** Encrypted Client Hello was offered: `name` is the public name only */
  readonly ech: boolean;
  readonly at: FactFrame;
}

export interface TlsFacts {
  /** `1.2` … as the ServerHello chose, else as the ClientHello offered at most; null: unknown */
  readonly version: string | null;
  readonly sni: string | null;
  readonly ech: boolean;
  readonly alpn: readonly string[];
  /** a ServerHello was seen */
  readonly answered: boolean;
  /** application data, or an encrypted handshake's end, was seen in both directions */
  readonly established: boolean;
  /** dNSName entries and CN of the server's certificate (TLS 1.2 and older) */
  readonly certificateNames: readonly string[];
  readonly alert: string | null;
}

export interface RdpChannel {
  /** lower case, as requested (at most 8 characters): cliprdr, rdpdr … */
  readonly name: string;
  readonly id: number | null;
  readonly joined: boolean;
  /** data PDUs were sent on it */
  readonly used: boolean;
}

export interface RdpFacts {
  /** bits asked for; null: no negotiation request */
  readonly requestedProtocols: number | null;
  /** 0 standard RDP security, 1 TLS, 2 CredSSP, 4 RDSTLS, 8 HYBRID_EX, 16 RDSAAD; null: no confirm seen */
  readonly selectedProtocol: number | null;
  /** failure code of the negotiation */
  readonly failure: number | null;
  readonly channels: readonly RdpChannel[];
  /** the channel list was read to its end */
  readonly channelsKnown: boolean;
  readonly at: FactFrame;
}

export interface MailPart {
  /** position in the MIME tree: `1`, `2.1` … */
  readonly path: string;
  /** lower case `type/subtype`, at most 127 characters */
  readonly type: string;
  readonly disposition: 'inline' | 'attachment' | null;
  /** decoded (RFC 2047, 2231), at most 255 characters */
  readonly fileName: string | null;
  /** decoded bytes */
  readonly size: number;
  /** of the decoded bytes, hexadecimal; null when not read whole */
  readonly sha256: string | null;
  /** what it is by its bytes, see FileFact.kind; null: text, or unknown */
  readonly kind: string | null;
  readonly active: readonly ActiveContent[];
  /** the text holds uuencoded or yEnc data, or an encrypted PGP message */
  readonly encodedText: boolean;
}

export interface MailFact {
  readonly transport: 'smtp' | 'pop3' | 'imap';
  /** who sent it over the wire */
  readonly sender: 'client' | 'server';
  /** SHA-256 of the Message-ID, hexadecimal: names the message without telling what it says */
  readonly messageId: string | null;
  readonly parts: readonly MailPart[];
  /** false: bytes are missing, or a bound was reached: the list of parts may be too short */
  readonly complete: boolean;
  /** the server accepted it (2xx to the end of data); null: not seen, or not SMTP */
  readonly accepted: boolean | null;
  /** a delivery status report (RFC 3464) or disposition notification */
  readonly report: boolean;
  readonly at: FactFrame;
}

/** Why content is dangerous (domain.md D-FILE). */
export type ActiveContent =
  | 'executable'
  | 'script'
  | 'shortcut'
  | 'macro'
  | 'external-link'
  | 'embedded-object'
  | 'dde'
  | 'javascript'
  | 'launch-action'
  | 'embedded-file'
  | 'open-action'
  | 'encrypted-archive'
  | 'encrypted-document'
  | 'disk-image'
  | 'java-archive';

/** A file that crossed in the clear. */
export interface FileFact {
  readonly transport: 'http' | 'ftp' | 'smb';
  readonly sender: 'client' | 'server';
  /** last path part, decoded, at most 255 characters */
  readonly name: string | null;
  /** media type as stated, lower case */
  readonly mediaType: string | null;
  readonly size: number;
  /** hexadecimal; null when not read whole */
  readonly sha256: string | null;
  /** `pe`, `elf`, `macho`, `lnk`, `ole`, `ooxml`, `pdf`, `rtf`, `zip`, `jar`, `script`, `class`, `iso`, `vhd`, `onenote`, `html`, `image` …; null: unknown or plain */
  readonly kind: string | null;
  readonly active: readonly ActiveContent[];
  /** everything of it was seen, and every layer that could be opened was */
  readonly complete: boolean;
  readonly at: FactFrame;
}

export interface DnsFact {
  /** lower case, no trailing dot, at most 255 characters */
  readonly name: string;
  /** `A`, `AAAA`, `TXT` … or `TYPE65` */
  readonly type: string;
  /** `NOERROR`, `NXDOMAIN` …; null: no answer seen */
  readonly rcode: string | null;
  /** A and AAAA addresses of the answer, at most 16 */
  readonly addresses: readonly string[];
  /** how often this question was put in the flow */
  readonly count: number;
  readonly at: FactFrame;
}

export interface SmbFacts {
  /** `2.1`, `3.1.1` …, or `1` */
  readonly dialect: string | null;
  /** transform headers were seen: the content is encrypted */
  readonly encrypted: boolean;
  /** service control by named pipe, e.g. psexesvc, svcctl */
  readonly pipes: readonly string[];
}

/** Why the facts may say less than the packets would. */
export type Shortfall =
  'snap-length' | 'gap' | 'from-the-middle' | 'limit' | 'undecodable' | 'tunnel-unread' | 'one-sided';

/** What hides the content. */
export type Opaque = 'tls' | 'starttls' | 'quic' | 'ssh' | 'smb-encryption' | 'rdp-security' | 'unknown-encoding';

/** What the first bytes behind a change of protocol were. */
export interface Carried {
  /** null: they were read, and no protocol is known to begin like this */
  readonly protocol: AppProtocol | null;
  readonly at: FactFrame;
}

/** All that is known of one flow's content. */
export interface Facts {
  /** by the first bytes; null: none was recognised, or there was no payload */
  readonly protocol: AppProtocol | null;
  /** first bytes were captured, and still no protocol is known to speak like this */
  readonly unrecognised: boolean;
  /** what runs inside: TLS inside CONNECT, SOCKS or STARTTLS */
  readonly inner: AppProtocol | null;
  /** the first of what runs inside, whatever follows it; null: nothing does, or its first bytes were not seen */
  readonly carried: Carried | null;
  /** who speaks as the client by content; null: unknown */
  readonly client: Side | null;
  readonly names: readonly NameFact[];
  readonly tls: TlsFacts | null;
  readonly rdp: RdpFacts | null;
  readonly smb: SmbFacts | null;
  readonly mails: readonly MailFact[];
  readonly files: readonly FileFact[];
  readonly dns: readonly DnsFact[];
  readonly opaque: Opaque | null;
  readonly shortfalls: readonly Shortfall[];
  /** the record that showed the protocol, per side of the flow [a→b, b→a] */
  readonly firstBytes: readonly [FactFrame | null, FactFrame | null];
}
