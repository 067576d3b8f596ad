import { LIMITS } from '../../base/limits.js';
import type { Role, StreamInspectorFactory } from '../inspector.js';
import { inspectFirstBytes } from './inspect-first-bytes.js';

const BANNER = 'SSH-';
const LINE_FEED = 0x0a;

/**
 * SSH (RFC 4253 section 4.2): once both ends have sent their identification, keys are exchanged and everything else is
 * encrypted. The software that they name is not kept.
 */
export const inspectSsh: StreamInspectorFactory = ({ notes }) => {
  const hasBanner: Record<Role, boolean> = { client: false, server: false };
  return inspectFirstBytes(LIMITS.remoteFirstBytes, (role, first) => {
    hasBanner[role] ||= isBanner(first);
    if (!hasBanner.client || !hasBanner.server) return false;
    notes.opaque('ssh');
    return true;
  });
};

/** A server may send other lines before (RFC 4253 section 4.2). */
function isBanner(first: Uint8Array): boolean {
  const text = Buffer.from(first.buffer, first.byteOffset, first.length).toString('latin1');
  return (text.startsWith(BANNER) || text.includes(`\n${BANNER}`)) && first.includes(LINE_FEED, text.indexOf(BANNER));
}
