import type { Role, StreamInspector } from '../inspector.js';

/**
 * An inspector that looks at the first bytes of each direction only.
 * @param mostBytes kept of a direction
 * @param look is called whenever there are more of them, with what is there; true: there is nothing more to learn
 */
export function inspectFirstBytes(
  mostBytes: number,
  look: (role: Role, first: Uint8Array) => boolean,
): StreamInspector {
  const first: Record<Role, Uint8Array> = { client: new Uint8Array(0), server: new Uint8Array(0) };
  let isDone = false;
  return {
    feed(role, bytes) {
      const known = first[role];
      const taken = bytes.subarray(0, mostBytes - known.length);
      if (isDone || taken.length === 0) return;
      const joined = new Uint8Array(known.length + taken.length);
      joined.set(known);
      joined.set(taken, known.length);
      first[role] = joined;
      isDone = look(role, joined);
    },
    /** first bytes with a hole in them say nothing */
    skip() {
      isDone = true;
    },
    end() {
      isDone = true;
    },
    get isDone() {
      return isDone;
    },
  };
}
