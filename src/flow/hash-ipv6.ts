/** A number for an IPv6 address that lasts for the run, whichever row of the table the address stands in. */
export function hashIpv6(w0: number, w1: number, w2: number, w3: number): number {
  return Math.imul(w0 ^ 0x5bd1e995, 31) ^ Math.imul(w1, 17) ^ Math.imul(w2, 7) ^ w3;
}
