import { KEY } from './flow-row.js';
import type { Ipv6Table } from './ipv6-table.js';

const SIGN = 0x8000_0000 | 0;

/** Whether a packet goes from side B to side A: its source is the higher end (address bytes, then port). */
export function isBackward(ipv6: Ipv6Table, source: number, destination: number, ports: number, key: number): boolean {
  if ((key & KEY.ipv6) === 0) {
    const lower = source ^ SIGN;
    const upper = destination ^ SIGN;
    return lower > upper || (lower === upper && ports >>> 16 > (ports & 0xffff));
  }
  for (let index = 0; index < 4; index++) {
    const lower = (ipv6.word(source, index) ^ SIGN) - (ipv6.word(destination, index) ^ SIGN);
    if (lower !== 0) return lower > 0;
  }
  return ports >>> 16 > (ports & 0xffff);
}
