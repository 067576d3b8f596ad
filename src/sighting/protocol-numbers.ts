/** Of the IP headers (IANA protocol numbers). */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17, gre: 47, icmpv6: 58, vrrp: 112 } as const;

/** RFC 792 */
export const ICMP_TYPE = { echoReply: 0, redirect: 5, echoRequest: 8 } as const;

/** RFC 4443 section 4, RFC 4861 section 4 */
export const ICMPV6_TYPE = { echoRequest: 128, echoReply: 129, routerAdvertisement: 134, redirect: 137 } as const;

export const PORT = {
  dns: 53,
  dhcpServer: 67,
  dhcpClient: 68,
  kerberos: 88,
  netbiosNames: 137,
  netbiosDatagrams: 138,
  smb: 445,
  dhcpv6Client: 546,
  dhcpv6Server: 547,
  ssdp: 1900,
  mdns: 5353,
  llmnr: 5355,
} as const;

/** of the header (RFC 768) */
export const UDP_BYTES = 8;
