/**
 * Addresses that no packet on a wire may come from: this network but the unspecified address, loopback, multicast,
 * reserved and broadcast (RFC 1122 section 3.2.1.3, RFC 6890).
 * @param word the IPv4 address, signed or unsigned
 */
export function isImpossibleIpv4Source(word: number): boolean {
  const first = word >>> 24;
  return (first === 0 && word !== 0) || first === 127 || first >= 224;
}

/** The same of IPv6: loopback, multicast, IPv4-mapped (RFC 4291 section 2.5, RFC 6890). @param w0 most significant word */
export function isImpossibleIpv6Source(w0: number, w1: number, w2: number, w3: number): boolean {
  if (w0 >>> 24 === 0xff) return true;
  return w0 === 0 && w1 === 0 && ((w2 === 0 && w3 === 1) || w2 >>> 0 === 0xffff);
}
