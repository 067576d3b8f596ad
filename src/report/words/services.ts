/** Protocols over IP that people know by name (IANA protocol numbers). */
const protocols: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [2, 'igmp'],
  [4, 'ipip'],
  [6, 'tcp'],
  [17, 'udp'],
  [33, 'dccp'],
  [41, '6in4'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'icmpv6'],
  [89, 'ospf'],
  [94, 'ipip'],
  [97, 'etherip'],
  [112, 'vrrp'],
  [115, 'l2tp'],
  [132, 'sctp'],
  [136, 'udplite'],
]);

/** Responder ports whose service an auditor would ask for first (IANA service names; vendors' defaults). */
const services: ReadonlyMap<number, string> = new Map([
  [20, 'FTP-data'],
  [21, 'FTP'],
  [22, 'SSH'],
  [23, 'Telnet'],
  [25, 'SMTP'],
  [53, 'DNS'],
  [67, 'DHCP'],
  [68, 'DHCP'],
  [69, 'TFTP'],
  [80, 'HTTP'],
  [88, 'Kerberos'],
  [110, 'POP3'],
  [111, 'RPC'],
  [123, 'NTP'],
  [135, 'MS-RPC'],
  [137, 'NetBIOS-NS'],
  [138, 'NetBIOS-DGM'],
  [139, 'NetBIOS-SSN'],
  [143, 'IMAP'],
  [161, 'SNMP'],
  [162, 'SNMP-trap'],
  [389, 'LDAP'],
  [443, 'HTTPS'],
  [445, 'SMB'],
  [464, 'Kerberos-pw'],
  [465, 'SMTPS'],
  [500, 'IKE'],
  [514, 'syslog'],
  [515, 'LPD'],
  [546, 'DHCPv6'],
  [547, 'DHCPv6'],
  [587, 'submission'],
  [631, 'IPP'],
  [636, 'LDAPS'],
  [853, 'DNS/TLS'],
  [993, 'IMAPS'],
  [995, 'POP3S'],
  [1194, 'OpenVPN'],
  [1433, 'MSSQL'],
  [1494, 'ICA'],
  [1521, 'Oracle'],
  [1701, 'L2TP'],
  [1723, 'PPTP'],
  [1812, 'RADIUS'],
  [1813, 'RADIUS-acct'],
  [1900, 'SSDP'],
  [2049, 'NFS'],
  [2152, 'GTP-U'],
  [2598, 'ICA-CGP'],
  [3128, 'proxy'],
  [3268, 'LDAP-GC'],
  [3306, 'MySQL'],
  [3389, 'RDP'],
  [3544, 'Teredo'],
  [4172, 'PCoIP'],
  [4500, 'IPsec-NAT-T'],
  [4789, 'VXLAN'],
  [5353, 'mDNS'],
  [5355, 'LLMNR'],
  [5432, 'PostgreSQL'],
  [5900, 'VNC'],
  [5938, 'TeamViewer'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
  [6081, 'Geneve'],
  [6514, 'syslog/TLS'],
  [8080, 'proxy'],
  [8443, 'HTTPS-alt'],
  [8530, 'WSUS'],
  [8531, 'WSUS'],
  [9100, 'JetDirect'],
  [51820, 'WireGuard'],
]);

const protocolsWithPorts: ReadonlySet<number> = new Set([6, 17, 33, 132, 136]);

export function protocolName(proto: number): string {
  return protocols.get(proto) ?? `ip-proto-${proto}`;
}

/** The usual service of a responder's port; empty where there is no port or no usual service. */
export function serviceName(proto: number, port: number): string {
  return protocolsWithPorts.has(proto) ? (services.get(port) ?? '') : '';
}

/** `tcp/445`, `icmp`. */
export function formatService(proto: number, port: number): string {
  return protocolsWithPorts.has(proto) && port !== 0 ? `${protocolName(proto)}/${port}` : protocolName(proto);
}
