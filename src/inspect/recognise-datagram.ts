import type { AppProtocol } from '../model/facts.js';
import type { Datagram, RecogniseDatagram } from './datagram/datagram.js';
import { recogniseKerberos, recogniseLdap, recogniseSnmp } from './datagram/recognise-directory.js';
import { recogniseDns } from './datagram/recognise-dns.js';
import { recogniseNetbios } from './datagram/recognise-netbios.js';
import { recogniseQuic } from './datagram/recognise-quic.js';
import { recogniseDhcp, recogniseNtp, recogniseSyslog } from './datagram/recognise-service.js';
import { recogniseIke, recogniseOpenvpn, recogniseWireguard } from './datagram/recognise-vpn.js';
import type { Role } from './inspector.js';

/** In order of certainty: formats with a magic number or a fixed shape before those with a plausible header. */
const RECOGNISERS: readonly (readonly [AppProtocol, RecogniseDatagram])[] = [
  ['dhcp', recogniseDhcp],
  ['kerberos', recogniseKerberos],
  ['snmp', recogniseSnmp],
  ['ldap', recogniseLdap],
  ['syslog', recogniseSyslog],
  ['wireguard', recogniseWireguard],
  ['ike', recogniseIke],
  ['openvpn', recogniseOpenvpn],
  ['quic', recogniseQuic],
  ['netbios', recogniseNetbios],
  ['ntp', recogniseNtp],
  ['dns', recogniseDns],
];

/**
 * Tells the protocol of a UDP flow by one datagram of it, of either direction, and who speaks in that datagram.
 * Rather says nothing than something wrong.
 * @param bytes payload as captured
 * @returns null: not sure
 */
export function recogniseDatagram(
  bytes: Uint8Array,
  serverPort: number,
  clientPort: number,
): { protocol: AppProtocol; role: Role } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const datagram: Datagram = { bytes, view, ports: [serverPort, clientPort] };
  for (const [protocol, recognise] of RECOGNISERS) {
    const role = recognise(datagram);
    if (role !== null) return { protocol, role };
  }
  return null;
}
