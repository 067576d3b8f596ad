/**
 * A number for an IPv6 address that lasts for the run, whichever row of the table the address stands in. Addresses of one
 * plan differ in few bits of few words: every word is mixed before the next one comes.
 */
export function hashIpv6(w0: number, w1: number, w2: number, w3: number): number {
  let h = Math.imul(w0 ^ 0x5bd1e995, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ w1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ w2, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ w3, 0x27d4eb2f);
  return h ^ (h >>> 15);
}
