import type { Role, StreamInspector } from '../inspector.js';

const NO_BYTES = new Uint8Array(0);

/**
 * An inspector that looks at the first bytes of each direction only.
 * @param mostBytes kept of a direction
 * @param look is called whenever there are more of them, with what is there; true: there is nothing more to learn
 */
export function inspectFirstBytes(
  mostBytes: number,
  look: (role: Role, first: Uint8Array) => boolean,
): StreamInspector {
  const first: Record<Role, Uint8Array> = { client: NO_BYTES, server: NO_BYTES };
  /** what `first` lies in: it doubles, so that small pieces are not copied again and again */
  const room: Record<Role, Uint8Array> = { client: NO_BYTES, server: NO_BYTES };
  let isDone = false;
  return {
    feed(role, bytes) {
      const known = first[role];
      const taken = bytes.subarray(0, mostBytes - known.length);
      if (isDone || taken.length === 0) return;
      const length = known.length + taken.length;
      if (length > room[role].length) {
        room[role] = new Uint8Array(Math.min(mostBytes, Math.max(length, 2 * room[role].length)));
        room[role].set(known);
      }
      room[role].set(taken, known.length);
      first[role] = room[role].subarray(0, length);
      isDone = look(role, first[role]);
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
