import { META, ROW } from '../decode/packet-batch.js';
import { KEY, PROTO } from './flow-row.js';

/** The flow of the packet that an ICMP error quotes. IPv6 addresses are left in place, at `ipv6At` + 8 and + 24. */
export interface QuotedFlow {
  source: number;
  destination: number;
  /** source port << 16 | destination port */
  ports: number;
  key: number;
  ipv6At: number;
}

/**
 * Reads the quotation of an ICMP error (RFC 792: the IP header and 64 bits; RFC 4443: as much as fits) into `quoted`.
 * False when too little of it was captured.
 */
export function findQuoted(rows: Int32Array, at: number, view: DataView, quoted: QuotedFlow): boolean {
  const meta = rows[at + ROW.meta] as number;
  const ip = (rows[at + ROW.transportAt] as number) + 8;
  const end = rows[at + ROW.endAt] as number;
  const layer = meta & (KEY.layerMask << KEY.layerShift);
  let proto: number;
  let transport: number;
  if ((meta & META.ipv6) === 0) {
    if (ip + 20 > end) return false;
    const headerBytes = (view.getUint8(ip) & 15) * 4;
    if (view.getUint8(ip) >>> 4 !== 4 || headerBytes < 20) return false;
    proto = view.getUint8(ip + 9);
    quoted.source = view.getInt32(ip + 12);
    quoted.destination = view.getInt32(ip + 16);
    quoted.key = proto | layer;
    transport = ip + headerBytes;
    if ((view.getUint16(ip + 6) & 0x1fff) !== 0) return false;
  } else {
    if (ip + 40 > end || view.getUint8(ip) >>> 4 !== 6) return false;
    proto = view.getUint8(ip + 6);
    transport = ip + 40;
    // options, routing, destination options: length in units of 8 bytes after the first (RFC 8200 4)
    for (let headers = 0; headers < 8 && (proto === 0 || proto === 43 || proto === 60); headers++) {
      if (transport + 8 > end) return false;
      proto = view.getUint8(transport);
      transport += (view.getUint8(transport + 1) + 1) * 8;
    }
    quoted.key = proto | layer | KEY.ipv6;
    quoted.ipv6At = ip;
  }
  quoted.ports = 0;
  if (
    proto === PROTO.tcp ||
    proto === PROTO.udp ||
    proto === PROTO.sctp ||
    proto === PROTO.dccp ||
    proto === PROTO.udpLite
  ) {
    if (transport + 4 > end) return false;
    quoted.ports = view.getInt32(transport);
  }
  return true;
}
