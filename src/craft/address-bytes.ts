import { parseAddress } from '../base/address.js';
import { join, u32 } from './field.js';

function parseAddressBytes(address: string): Uint8Array {
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new RangeError(`not an IP address: ${address}`);
  const { family, w0, w1, w2, w3 } = parsed;
  return family === 4 ? u32(w0) : join(u32(w0), u32(w1), u32(w2), u32(w3));
}

function parseMacBytes(mac: string): Uint8Array {
  if (!/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(mac)) throw new RangeError(`not a MAC address: ${mac}`);
  return Uint8Array.from(mac.split(':'), (pair) => Number.parseInt(pair, 16));
}

/** Every packet asks for the same few addresses: parsing them is the costly part of writing one. */
function remembering(parse: (text: string) => Uint8Array): (text: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (text) => {
    const bytes = known.get(text) ?? parse(text);
    if (known.size < KNOWN_AT_MOST) known.set(text, bytes);
    return bytes;
  };
}
const KNOWN_AT_MOST = 10_000;

/** Four or sixteen bytes of an address text, not to be changed. @throws RangeError when it is none. */
export const addressBytes = remembering(parseAddressBytes);

/** Six bytes of `00:00:5e:00:53:01`, not to be changed. @throws RangeError when it is no MAC address. */
export const macBytes = remembering(parseMacBytes);

/** Text of six bytes, lower case with colons. */
export function macText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}

/** A locally administered address (IEEE 802, bit 0x02) made of the last four address bytes: nobody's real card. */
export function inventMac(address: string): string {
  return macText(join(Uint8Array.of(0x02, 0), addressBytes(address).subarray(-4)));
}
