import type { StreamInspectorFactory } from '../inspector.js';
import { inspectFirstBytes } from './inspect-first-bytes.js';

const VERSION_BYTES = 12;
/** security type of TLS (RFC 6143 section 8.1.2); VeNCrypt (19) may turn out to be plain and is not counted */
const TLS_TYPE = 18;

/**
 * VNC, that is RFB (RFC 6143 section 7.1): both ends name the version, the server offers types of security. Screen
 * content is not looked at. A server that offers nothing but TLS hides it.
 */
export const inspectVnc: StreamInspectorFactory = ({ notes }) =>
  inspectFirstBytes(VERSION_BYTES + 256, (role, first) => {
    if (role === 'client' || first.length <= VERSION_BYTES) return false;
    const types = first.subarray(VERSION_BYTES + 1, VERSION_BYTES + 1 + (first[VERSION_BYTES] ?? 0));
    if (types.length < (first[VERSION_BYTES] ?? 0)) return false;
    if (types.length > 0 && types.every((type) => type === TLS_TYPE)) notes.opaque('tls');
    return true;
  });
