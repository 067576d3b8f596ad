import { ANOMALY } from '../anomaly.js';
import type { Frame } from '../frame.js';
import { LAYER } from '../layer.js';
import { NON_IP } from '../non-ip.js';

/** Tunnels whose header is a few bytes of little interest. */

/** RFC 3378: version and reserved bits */
const ETHERIP_BYTES = 2;
/** RFC 9300 section 5.3: flags, nonce, instance id or locator status */
const LISP_BYTES = 8;
/** HP's remote mirroring */
const HP_ERM_BYTES = 12;
/** draft-massar-v6ops-ayiya section 3: lengths of identity and signature in the first nibbles */
const AYIYA = {
  identityLength: 0,
  signatureLength: 1,
  operation: 2,
  nextHeader: 3,
  headerBytes: 8,
  forward: 1,
} as const;

export function decodeEtherip(frame: Frame): number {
  if (frame.end - frame.pos < ETHERIP_BYTES) return frame.cut(ANOMALY.etheripCut, ETHERIP_BYTES);
  frame.pos += ETHERIP_BYTES;
  return LAYER.ethernet;
}

export function decodeLisp(frame: Frame): number {
  if (frame.end - frame.pos < LISP_BYTES + 1) return frame.cut(ANOMALY.lispCut, LISP_BYTES + 1);
  frame.pos += LISP_BYTES;
  const version = frame.view.getUint8(frame.pos) >>> 4;
  return version === 4 || version === 6 ? LAYER.ip : frame.endsIn(NON_IP.lisp);
}

export function decodeHpErm(frame: Frame): number {
  if (frame.end - frame.pos < HP_ERM_BYTES) return frame.cut(ANOMALY.hpErmCut, HP_ERM_BYTES);
  frame.pos += HP_ERM_BYTES;
  return LAYER.ethernet;
}

export function decodeAyiya(frame: Frame): number {
  const { view, pos } = frame;
  if (frame.end - pos < AYIYA.headerBytes) return frame.cut(ANOMALY.ayiyaCut, AYIYA.headerBytes);
  const identityBytes = 1 << (view.getUint8(pos + AYIYA.identityLength) >>> 4);
  const signatureBytes = (view.getUint8(pos + AYIYA.signatureLength) >>> 4) * 4;
  const operation = view.getUint8(pos + AYIYA.operation) & 0x0f;
  const nextHeader = view.getUint8(pos + AYIYA.nextHeader);
  if (operation !== AYIYA.forward || (nextHeader !== 41 && nextHeader !== 4)) return frame.endsIn(NON_IP.ayiya);
  frame.pos = pos + AYIYA.headerBytes + identityBytes + signatureBytes;
  return LAYER.ip;
}
