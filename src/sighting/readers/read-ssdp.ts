import { LIMITS } from '../../base/limits.js';

/** `urn:schemas-upnp-org:device:InternetGatewayDevice:1`, and the services that only such a device has */
const GATEWAY = /^(?:NT|ST):[^\r\n]*:(?:InternetGatewayDevice|WANIPConnection|WANPPPConnection):/im;

/**
 * True where a device offers itself as a way to the Internet by UPnP: NOTIFY, or the answer to a search. A search for
 * one (M-SEARCH) is everybody's.
 */
export function offersInternetGateway(body: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(body.subarray(0, LIMITS.ssdpBytes));
  if (!text.startsWith('NOTIFY ') && !/^HTTP\/1\.\d 200/.test(text)) return false;
  return GATEWAY.test(text) && !/^NTS:\s*ssdp:byebye/im.test(text);
}
