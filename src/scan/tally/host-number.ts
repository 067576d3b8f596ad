import { parseAddress } from '../../base/address.js';
import { hashIpv6 } from '../../flow/hash-ipv6.js';

/** The number that the flow table gives a host (FlowRows.hostNumber), by its address as text. */
export function hostNumber(text: string): number {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`no address: ${text}`);
  const { family, w0, w1, w2, w3 } = address;
  return family === 4 ? w0 | 0 : hashIpv6(w0, w1, w2, w3);
}
