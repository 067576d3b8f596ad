import type { EvidenceCaptures, EvidenceFile } from './evidence-captures.js';
import { openReader } from '../../capture/open-reader.js';
import { RecordBatch } from '../../capture/record-batch.js';
import type { InputState } from '../../model/evidence-manifest.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';
import { CitedConversations } from './cited-conversations.js';
import type { KeptPacket } from './kept-packet.js';
import { PacketSelection } from './packet-selection.js';

/** batches between two turns of other work */
const BATCHES_PER_TURN = 64;

/** What became of one capture file when it was read a second time. */
export interface SecondReading {
  readonly sha256: string | null;
  readonly state: InputState;
}

export interface SelectedPackets {
  /** in the order of time */
  packetsOf(draft: FindingDraft): readonly KeptPacket[];
  /** packets of the finding's conversations that were left out because of a bound */
  omittedOf(draft: FindingDraft): number;
  /** by the number of the capture file */
  readonly files: ReadonlyMap<number, SecondReading>;
}

export interface SelectOptions {
  readonly fullPackets: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the captures a second time and takes out the packets of the conversations that findings cite: their beginning and
 * their end, at every capture point, ICMP errors about them, and a packet that shows the usual TTL of a host whose reset
 * was attributed by it. Every file is read to its end, for its digest: one that changed since proves nothing.
 */
export async function selectPackets(
  drafts: readonly FindingDraft[],
  captures: EvidenceCaptures,
  options: SelectOptions,
): Promise<SelectedPackets> {
  const conversations = new CitedConversations(options.fullPackets);
  await conversations.learn(drafts, captures);
  const selection = new PacketSelection(conversations, drafts, captures, options.fullPackets);
  const files = new Map<number, SecondReading>();
  for (const file of captures.evidenceFiles()) {
    const reading = await readAgain(file, captures, selection, options.signal);
    if (reading.state !== 'unchanged') selection.drop(file.number);
    files.set(file.number, reading);
  }
  return {
    packetsOf: (draft) => selection.packetsOf(draft),
    omittedOf: (draft) => selection.omittedOf(draft),
    files,
  };
}

async function readAgain(
  file: EvidenceFile,
  captures: EvidenceCaptures,
  selection: PacketSelection,
  signal: AbortSignal | undefined,
): Promise<SecondReading> {
  // standard input and pipes: there is nothing left to read
  if (file.size === 0 || file.path === '-') return { sha256: null, state: 'not-readable-again' };
  const opened = await openReader(file.path, { clock: captures.clock, hash: true });
  if ('code' in opened) return { sha256: null, state: 'changed' };
  const { reader } = opened;
  try {
    const batch = new RecordBatch();
    for (let batches = 1; (await reader.fill(batch)) > 0; batches++) {
      selection.take(file.number, batch, reader.interfaces);
      if (batches % BATCHES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) return { sha256: null, state: 'not-read' };
    }
    const sha256 = reader.sha256;
    // a reading that was interrupted has no digest to compare with
    if (file.sha256 === null || sha256 === null)
      return { sha256, state: file.sha256 === sha256 ? 'not-read' : 'changed' };
    return { sha256, state: file.sha256 === sha256 ? 'unchanged' : 'changed' };
  } finally {
    reader.close();
  }
}
