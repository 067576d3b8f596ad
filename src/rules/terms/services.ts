import type { AppProtocol, Facts } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';

const TCP = 6;
const UDP = 17;

/** Port numbers by IANA registration or by the maker's default; a port is a hint of the service, never a proof. */
type PortTable = Readonly<Record<number, string>>;

const REMOTE: PortTable = {
  22: 'ssh',
  23: 'telnet',
  1494: 'ica',
  2598: 'cgp',
  3389: 'rdp',
  4172: 'pcoip',
  5900: 'vnc',
  5901: 'vnc',
  5902: 'vnc',
  5903: 'vnc',
  5938: 'teamviewer',
  5985: 'winrm',
  5986: 'winrm-tls',
  6568: 'anydesk',
  6783: 'splashtop',
  7070: 'anydesk',
  22443: 'blast',
};

const SHARED: PortTable = {
  88: 'kerberos',
  123: 'ntp',
  135: 'msrpc',
  137: 'netbios-ns',
  138: 'netbios-dgm',
  139: 'netbios-ssn',
  389: 'ldap',
  445: 'smb',
  464: 'kpasswd',
  515: 'lpd',
  631: 'ipp',
  636: 'ldaps',
  3268: 'gc',
  3269: 'gc-tls',
  8530: 'wsus',
  8531: 'wsus-tls',
  9100: 'jetdirect',
};

/** Protocols whose purpose is to hand files over between file systems. */
const FILE_SHARING: PortTable = {
  20: 'ftp-data',
  21: 'ftp',
  69: 'tftp',
  139: 'netbios-ssn',
  445: 'smb',
  873: 'rsync',
  989: 'ftps-data',
  990: 'ftps',
  2049: 'nfs',
};

/** What carries documents out of a zone (domain.md D-VOL): file sharing and printing. */
const FILE_MOVING: PortTable = { ...FILE_SHARING, 515: 'lpd', 631: 'ipp', 9100: 'jetdirect' };

const MAIL_TRANSFER: PortTable = { 25: 'smtp', 465: 'smtps', 587: 'submission' };
const MAIL_RETRIEVAL: PortTable = { 110: 'pop3', 143: 'imap', 993: 'imaps', 995: 'pop3s' };
const WEB: PortTable = { 80: 'http', 443: 'https', 8080: 'http-alt', 8443: 'https-alt' };
const NAME: PortTable = { 53: 'dns', 853: 'dns-over-tls' };

const TUNNEL_UDP: PortTable = {
  500: 'ike',
  1194: 'openvpn',
  1701: 'l2tp',
  2152: 'gtpu',
  3544: 'teredo',
  4500: 'ipsec-nat-t',
  4789: 'vxlan',
  6081: 'geneve',
  8472: 'vxlan',
  51820: 'wireguard',
};
const TUNNEL_TCP: PortTable = { 1194: 'openvpn', 1723: 'pptp' };
const TUNNEL_PROTOCOLS: PortTable = {
  4: 'ipip',
  41: '6in4',
  47: 'gre',
  50: 'esp',
  51: 'ah',
  94: 'ipip',
  97: 'etherip',
  115: 'l2tp',
};

export type ServiceGroup =
  'remote' | 'shared' | 'fileSharing' | 'fileMoving' | 'mailTransfer' | 'mailRetrieval' | 'web' | 'name';

const GROUPS: Readonly<Record<ServiceGroup, PortTable>> = {
  remote: REMOTE,
  shared: SHARED,
  fileSharing: FILE_SHARING,
  fileMoving: FILE_MOVING,
  mailTransfer: MAIL_TRANSFER,
  mailRetrieval: MAIL_RETRIEVAL,
  web: WEB,
  name: NAME,
};

/** Ports that may name the service: the responder's, or either while nobody knows who responded. */
export function servicePorts(observation: Observation): readonly number[] {
  return observation.directionKnown ? [observation.to.port] : [observation.to.port, observation.from.port];
}

/** Which group a protocol belongs to that was told by its first bytes, whatever its port. */
const BY_CONTENT: Partial<Record<AppProtocol, readonly ServiceGroup[]>> = {
  ssh: ['remote'],
  telnet: ['remote'],
  rdp: ['remote'],
  vnc: ['remote'],
  ica: ['remote'],
  smb: ['shared', 'fileSharing', 'fileMoving'],
  ldap: ['shared'],
  kerberos: ['shared'],
  ntp: ['shared'],
  netbios: ['shared'],
  ftp: ['fileSharing', 'fileMoving'],
  smtp: ['mailTransfer'],
  pop3: ['mailRetrieval'],
  imap: ['mailRetrieval'],
  dns: ['name'],
};

/** A protocol that speaks for itself outweighs its port; TLS may carry any service, so there the port still tells. */
const SPEAKS_FOR_ITSELF = (facts: Facts | null): AppProtocol | null =>
  facts === null || facts.protocol === 'tls' || facts.protocol === 'quic' ? null : facts.protocol;

/** How the service was told: for the reasons of a finding. */
export function serviceBasis(observation: Observation): 'content' | 'port' {
  const spoken = SPEAKS_FOR_ITSELF(observation.facts);
  return spoken !== null && BY_CONTENT[spoken] !== undefined ? 'content' : 'port';
}

/** Name of the service in the group that the flow's content shows or its port suggests, or `null`. TCP and UDP only. */
export function serviceIn(group: ServiceGroup, observation: Observation): string | null {
  if (observation.flow.proto !== TCP && observation.flow.proto !== UDP) return null;
  const spoken = SPEAKS_FOR_ITSELF(observation.facts);
  const groups = spoken === null ? undefined : BY_CONTENT[spoken];
  if (groups !== undefined) return groups.includes(group) ? spoken : null;
  return nameByPort(GROUPS[group], servicePorts(observation));
}

function nameByPort(table: PortTable, ports: readonly number[]): string | null {
  for (const port of ports) {
    const name = table[port];
    if (name !== undefined) return name;
  }
  return null;
}

/** tunnels that begin with messages of a known form, whatever their port */
const TUNNELS_BY_CONTENT: ReadonlySet<AppProtocol> = new Set(['ike', 'openvpn', 'wireguard']);

/** The first datagrams are those of a tunnel that is set up. */
export function isTunnelByContent({ facts }: Observation): boolean {
  const protocol = facts?.protocol ?? null;
  return protocol !== null && TUNNELS_BY_CONTENT.has(protocol);
}

/** What the packets show, or the port suggests, to be a tunnel (domain.md D-TUN), or `null`. The mirror's own never is. */
export function tunnelOf(observation: Observation): string | null {
  const { flow } = observation;
  if (flow.mirrorTransport) return null;
  if (flow.tunnel !== null) return flow.tunnel;
  if (isTunnelByContent(observation)) return observation.facts?.protocol ?? null;
  if (flow.proto === UDP) return nameByPort(TUNNEL_UDP, servicePorts(observation));
  if (flow.proto === TCP) return nameByPort(TUNNEL_TCP, servicePorts(observation));
  return TUNNEL_PROTOCOLS[flow.proto] ?? null;
}

const ALL: PortTable = {
  ...TUNNEL_TCP,
  ...TUNNEL_UDP,
  ...WEB,
  ...NAME,
  ...MAIL_RETRIEVAL,
  ...MAIL_TRANSFER,
  ...FILE_MOVING,
  ...SHARED,
  ...REMOTE,
};

/** The usual name of a service, for people; `undefined` when the port has none here. */
export function serviceName(proto: number, port: number): string | undefined {
  return proto === TCP || proto === UDP ? ALL[port] : TUNNEL_PROTOCOLS[proto];
}

export function isIcmp(observation: Observation): boolean {
  return observation.flow.proto === 1 || observation.flow.proto === 58;
}
