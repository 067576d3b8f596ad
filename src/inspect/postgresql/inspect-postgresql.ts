import { LIMITS } from '../../base/limits.js';
import type { Role, StreamInspectorFactory } from '../inspector.js';
import { HeldBytes } from '../held-bytes.js';

/** SSLRequest, as recognise-stream.ts knows it */
const REQUEST_BYTES = 8;
/** one byte of the server: `S`, go on in TLS */
const YES = 0x53;

/**
 * A client of PostgreSQL that asked for TLS: where the server agrees, what follows is TLS (the protocol's own STARTTLS);
 * else it goes on in the clear, and nobody reads it.
 */
export const inspectPostgresql: StreamInspectorFactory = ({ notes }) => {
  const held = new HeldBytes();
  let isDone = false;
  let left = REQUEST_BYTES;
  const answer = (bytes: Uint8Array): void => {
    isDone = true;
    if (bytes[0] !== YES) return;
    notes.opaque('starttls');
    notes.handOver('tls', held.hasHole ? new Uint8Array(0) : held.release(), bytes.slice(1));
  };
  return {
    feed(role: Role, bytes: Uint8Array) {
      if (isDone || bytes.length === 0) return;
      if (role === 'server') {
        answer(bytes);
        return;
      }
      const asked = Math.min(left, bytes.length);
      left -= asked;
      held.add(bytes.subarray(asked));
      // nobody goes on for so long without an answer: it was not captured
      if (held.length > LIMITS.tunnelHeldBytes) answer(Uint8Array.of(YES));
    },
    skip(role: Role) {
      if (role === 'client') held.hasHole = true;
      else isDone = true;
      notes.shortfall('gap');
    },
    end() {
      isDone = true;
    },
    get isDone() {
      return isDone;
    },
  };
};
