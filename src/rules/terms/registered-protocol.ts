import type { AppProtocol, Facts } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';

/** By the words that topologies use (contract.md `appProtocol`); a word that is not here is not compared. */
const SPOKEN: Readonly<Record<string, readonly AppProtocol[]>> = {
  tls: ['tls', 'quic'],
  https: ['tls', 'quic'],
  ssl: ['tls'],
  http: ['http', 'http2'],
  http2: ['http2'],
  smtp: ['smtp'],
  pop3: ['pop3'],
  imap: ['imap'],
  ftp: ['ftp'],
  rdp: ['rdp'],
  ssh: ['ssh'],
  sftp: ['ssh'],
  vnc: ['vnc'],
  ica: ['ica'],
  smb: ['smb'],
  socks: ['socks'],
  dns: ['dns'],
  ntp: ['ntp'],
  ldap: ['ldap'],
  kerberos: ['kerberos'],
  syslog: ['syslog'],
  snmp: ['snmp'],
  quic: ['quic'],
  postgresql: ['postgresql'],
};

/** Every speaker of these begins with bytes that are known: bytes like none of them prove that it is another. */
const ALWAYS_KNOWN: ReadonlySet<AppProtocol> = new Set([
  'tls',
  'http',
  'http2',
  'ssh',
  'smtp',
  'pop3',
  'imap',
  'rdp',
  'vnc',
  'smb',
]);
/** their server speaks first, and what the client says first may be anything */
const SERVER_FIRST: ReadonlySet<AppProtocol> = new Set(['smtp', 'pop3', 'imap']);
/** every datagram of these is known by its form, on this port */
const KNOWN_ON_PORT: Partial<Record<AppProtocol, number>> = { dns: 53, ntp: 123, syslog: 514 };
const TCP = 6;
const UDP = 17;

/** What a permitted flow speaks instead of the application protocol that its conduit registers. */
export interface ProtocolDifference {
  readonly registered: string;
  /** `unknown`: none of the protocols whose first bytes are known */
  readonly seen: AppProtocol | 'unknown';
  /** code for the finding */
  readonly reason: string;
}

/** `null`: no other protocol, or nothing that tells. */
export function protocolDifference({ conduit, facts, flow, from, to }: Observation): ProtocolDifference | null {
  const registered = conduit.permitted?.appProtocol ?? null;
  if (registered === null || facts === null) return null;
  const expected = SPOKEN[registered.toLowerCase()];
  if (expected === undefined || !differs(facts, expected, flow.proto, [from.port, to.port])) return null;
  const seen = facts.protocol ?? 'unknown';
  return { registered, seen, reason: `app-protocol-${seen}-not-${expected[0] ?? registered}` };
}

/** A protocol is registered, and the bytes that would tell it were not kept (CAP-05): nobody knows whether it is spoken. */
export function isProtocolCutOff({ conduit, facts }: Observation): boolean {
  const registered = conduit.permitted?.appProtocol?.toLowerCase();
  if (registered === undefined || facts?.protocol !== null) return false;
  return SPOKEN[registered] !== undefined && facts.shortfalls.includes('snap-length');
}

function differs(facts: Facts, expected: readonly AppProtocol[], proto: number, ports: readonly number[]): boolean {
  if (facts.shortfalls.includes('from-the-middle')) return false;
  if (facts.protocol !== null) return !expected.includes(facts.protocol);
  if (!facts.unrecognised || facts.shortfalls.includes('gap') || facts.shortfalls.includes('snap-length')) return false;
  if (facts.shortfalls.includes('one-sided') && expected.some((protocol) => SERVER_FIRST.has(protocol))) return false;
  if (proto === UDP) return expected.every((protocol) => ports.includes(KNOWN_ON_PORT[protocol] ?? -1));
  return proto === TCP && expected.every((protocol) => protocol === 'quic' || ALWAYS_KNOWN.has(protocol));
}
