import type { AppProtocol, Opaque, RdpFacts, Shortfall, SmbFacts } from '../../../src/model/facts.js';
import type { InspectionContext, Notes, Role, StreamInspector, Unplaced } from '../../../src/inspect/inspector.js';

/** Everything that an inspector said, the latest of what replaces earlier facts. */
export interface Said {
  rdp: Unplaced<RdpFacts> | null;
  smb: SmbFacts | null;
  files: Parameters<Notes['file']>[0][];
  opaque: Opaque[];
  shortfalls: Shortfall[];
  handOver: { expected: AppProtocol | null; clientRest: string; serverRest: string } | null;
}

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

function addOnce<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item);
}

/** A context whose notes remember what was said. */
export function recordingContext(depth: InspectionContext['depth'] = 'content'): {
  said: Said;
  context: InspectionContext;
} {
  const said: Said = { rdp: null, smb: null, files: [], opaque: [], shortfalls: [], handOver: null };
  const unexpected = (): never => {
    throw new Error('not a fact of this protocol');
  };
  const notes: Notes = {
    name: unexpected,
    tls: unexpected,
    mail: unexpected,
    dns: unexpected,
    rdp: (facts) => {
      said.rdp = facts;
    },
    smb: (facts) => {
      said.smb = facts;
    },
    file: (fact) => said.files.push(fact),
    opaque: (kind) => {
      addOnce(said.opaque, kind);
    },
    shortfall: (kind) => {
      addOnce(said.shortfalls, kind);
    },
    announce: () => undefined,
    handOver: (expected, clientRest, serverRest) => {
      said.handOver = { expected, clientRest: hex(clientRest), serverRest: hex(serverRest) };
    },
  };
  return { said, context: { notes, depth, serverPort: 0, now: () => 0 } };
}

/** One turn of a conversation: who speaks, and what. */
export type Turn = readonly [Role, Uint8Array];

/** Plays turns to an inspector, cut into chunks of the sizes given (in a circle), and ends. */
export function playTurns(inspector: StreamInspector, turns: readonly Turn[], sizes: readonly number[] = []): void {
  let chunk = 0;
  for (const [role, bytes] of turns) {
    for (let at = 0; at < bytes.length; chunk += 1) {
      const size = sizes[chunk % Math.max(1, sizes.length)] ?? bytes.length;
      // the contract says that the array is reused: a copy that is overwritten afterwards shows who kept it
      const lent = bytes.slice(at, at + size);
      if (!inspector.isDone) inspector.feed(role, lent);
      lent.fill(0xee);
      at += size;
    }
  }
  inspector.end();
}
