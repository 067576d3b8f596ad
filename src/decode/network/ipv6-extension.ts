import { LIMITS } from '../../base/limits.js';
import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { META, ROW } from '../packet-batch.js';

/** Protocol numbers of headers that are looked through: what matters is behind them. */
const HEADER = { hopByHop: 0, routing: 43, fragment: 44, authentication: 51, destinationOptions: 60 } as const;
/** RFC 8200 sections 4.3, 4.4 and 4.6: next header, length in units of 8 bytes not counting the first. */
const EXTENSION = { nextHeader: 0, length: 1, minimumBytes: 8 } as const;
/** RFC 8200 section 4.5 */
const FRAGMENT = {
  nextHeader: 0,
  offsetAndMore: 2,
  identification: 4,
  headerBytes: 8,
  moreBit: 1,
  offsetMask: 0xfff8,
} as const;
/** RFC 4302 section 2: the length counts units of 4 bytes, less two */
const AUTHENTICATION = { nextHeader: 0, length: 1, minimumBytes: 12 } as const;

/** Follows the chain of extension headers; each is at least 8 bytes long, so the frame's length bounds it as well. */
export function decodeExtensions(frame: Frame): number {
  for (let count = 0; count < LIMITS.ipv6ExtensionHeaders; count++) {
    const layer = decodeExtension(frame);
    if (layer !== LAYER.protocol || !isExtension(frame.next)) return layer;
  }
  return frame.reject(ANOMALY.ipv6TooManyExtensions, 0, 0);
}

function isExtension(protocol: number): boolean {
  switch (protocol) {
    case HEADER.hopByHop:
    case HEADER.routing:
    case HEADER.fragment:
    case HEADER.authentication:
    case HEADER.destinationOptions:
      return true;
    default:
      return false;
  }
}

function decodeExtension(frame: Frame): number {
  if (frame.next === HEADER.fragment) return decodeFragmentHeader(frame);
  if (frame.next === HEADER.authentication) return decodeAuthenticationHeader(frame);
  const { view, pos } = frame;
  if (frame.end - pos < EXTENSION.minimumBytes) return frame.cut(ANOMALY.ipv6ExtensionCut, EXTENSION.minimumBytes);
  const headerBytes = (view.getUint8(pos + EXTENSION.length) + 1) << 3;
  return passHeader(frame, view.getUint8(pos + EXTENSION.nextHeader), headerBytes);
}

/** A later fragment has the upper layer's number but none of its header. */
function decodeFragmentHeader(frame: Frame): number {
  const { view, pos, rows, base } = frame;
  if (frame.end - pos < FRAGMENT.headerBytes) return frame.cut(ANOMALY.ipv6ExtensionCut, FRAGMENT.headerBytes);
  const offsetAndMore = view.getUint16(pos + FRAGMENT.offsetAndMore);
  const later = (offsetAndMore & FRAGMENT.offsetMask) !== 0;
  rows[base + ROW.ipId] = view.getInt32(pos + FRAGMENT.identification);
  let meta = rows[base + ROW.meta] as number;
  if (later) meta |= META.laterFragment;
  else if ((offsetAndMore & FRAGMENT.moreBit) !== 0) meta |= META.firstFragment;
  rows[base + ROW.meta] = meta;
  const layer = passHeader(frame, view.getUint8(pos + FRAGMENT.nextHeader), FRAGMENT.headerBytes);
  return later ? LAYER.done : layer;
}

/** AH, in IPv4 and IPv6: it authenticates and hides nothing. */
export function decodeAuthenticationHeader(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < AUTHENTICATION.minimumBytes) {
    return frame.cut(ANOMALY.authenticationHeaderCut, AUTHENTICATION.minimumBytes);
  }
  const headerBytes = (view.getUint8(pos + AUTHENTICATION.length) + 2) << 2;
  frame.behindAuthentication = true;
  return passHeader(frame, view.getUint8(pos + AUTHENTICATION.nextHeader), headerBytes);
}

/** The row's protocol becomes that of the next header, and its transport begins behind this one. */
function passHeader(frame: Frame, nextHeader: number, headerBytes: number): number {
  const { rows, base } = frame;
  rows[base + ROW.meta] = ((rows[base + ROW.meta] as number) & ~META.protoMask) | nextHeader;
  rows[base + ROW.payload] = Math.max((rows[base + ROW.payload] as number) - headerBytes, 0);
  frame.pos += headerBytes;
  rows[base + ROW.transportAt] = frame.pos;
  frame.next = nextHeader;
  return LAYER.protocol;
}
