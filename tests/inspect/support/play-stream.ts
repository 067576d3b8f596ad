import { createHash } from 'node:crypto';
import type { ContentProbe } from '../../../src/inspect/content/content-probe.js';
import { FlowNotes, type Carrier } from '../../../src/inspect/flow-notes.js';
import type { Role, StreamInspectorFactory } from '../../../src/inspect/inspector.js';
import type { AppProtocol, Facts } from '../../../src/model/facts.js';

/** Who says what; a number is a hole of that many bytes. */
export type Line = readonly [Role, string | Uint8Array | number];

export interface Played {
  readonly facts: Facts;
  readonly handedOver: { expected: AppProtocol | null; clientRest: string; serverRest: string } | null;
}

/** For inspectors that are played alone: nobody does what they ask for. */
export const NOBODY: Carrier = { handOver: () => undefined, announce: () => undefined };

/** Plays a dialogue to an inspector in chunks of the sizes given (in a circle; empty: line by line). */
export function playStream(
  make: StreamInspectorFactory,
  lines: readonly Line[],
  { sizes = [], depth = 'content' }: { sizes?: readonly number[]; depth?: 'names' | 'content' } = {},
): Played {
  const flowNotes = new FlowNotes();
  let handedOver: Played['handedOver'] = null;
  const text = (bytes?: Uint8Array): string => Buffer.from(bytes ?? []).toString('latin1');
  const notes = flowNotes.bind({
    ...NOBODY,
    handOver: (expected, clientRest, serverRest) => {
      handedOver = { expected, clientRest: text(clientRest), serverRest: text(serverRest) };
    },
  });
  const inspector = make({ notes, depth, serverPort: 0, now: () => 0 });
  let turn = 0;
  for (const [role, said] of lines) {
    if (inspector.isDone) break;
    if (typeof said === 'number') inspector.skip(role, said);
    else {
      const bytes = typeof said === 'string' ? Buffer.from(said, 'latin1') : said;
      for (let at = 0; at < bytes.length && !inspector.isDone;) {
        const size = sizes.length === 0 ? bytes.length : (sizes[turn++ % sizes.length] as number);
        // the array is reused by its owner: what an inspector keeps without a copy is overwritten
        const reused = Uint8Array.from(bytes.subarray(at, at + size));
        inspector.feed(role, reused);
        reused.fill(0x2e);
        at += size;
      }
    }
  }
  inspector.end();
  return { facts: flowNotes.toFacts(), handedOver };
}

/** Size and digest alone. */
export function createPlainProbe(): ContentProbe {
  const hash = createHash('sha256');
  let size = 0;
  let isWhole = true;
  return {
    feed(bytes) {
      hash.update(bytes);
      size += bytes.length;
    },
    skip() {
      isWhole = false;
    },
    finish: () => ({ size, sha256: isWhole ? hash.digest('hex') : null, kind: null, active: [], complete: isWhole }),
  };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256')
    .update(typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
    .digest('hex');
}
