/** RFC 9568 section 5.1.1.3 and 5.2: hop limit 255, version 2 or 3, type 1 */
const VRRP = { hopLimit: 255, advertisement: 1, versions: [2, 3], bytes: 8 } as const;
/** RFC 2281 section 5.1: version 0, hello 0 / coup 1 / resign 2; version 2 begins with a field of type 1 and length 40 */
const HSRP = { port: 1985, portIpv6: 2029, bytes: 20, lastOperation: 2, state: { type: 1, bytes: 40 } } as const;
/** Cisco's: version 1, an unused byte, the group */
const GLBP = { port: 3222, version: 1, bytes: 12 } as const;

export function isGatewayHelloPort(port: number): boolean {
  return port === HSRP.port || port === HSRP.portIpv6 || port === GLBP.port;
}

/** A router that shares its address with others says so by VRRP (also CARP, which has its protocol number). */
export function readVrrp(body: Uint8Array, hopLimit: number): string | null {
  if (body.length < VRRP.bytes || hopLimit !== VRRP.hopLimit) return null;
  const [version, type] = [(body[0] as number) >>> 4, (body[0] as number) & 0xf];
  return type === VRRP.advertisement && VRRP.versions.some((known) => known === version) ? 'vrrp' : null;
}

/** The same by HSRP or GLBP. @param body of the datagram @param port to which it was sent */
export function readHsrpOrGlbp(body: Uint8Array, port: number): string | null {
  if (port === GLBP.port) return body.length >= GLBP.bytes && body[0] === GLBP.version ? 'glbp' : null;
  if (!isGatewayHelloPort(port) || body.length < HSRP.bytes) return null;
  const isFirst = body[0] === 0 && (body[1] as number) <= HSRP.lastOperation;
  const isSecond = body[0] === HSRP.state.type && body[1] === HSRP.state.bytes;
  return isFirst || isSecond ? 'hsrp' : null;
}
