import { formatEpoch } from '../base/time.js';
import type { CitedRecord } from '../capture/lookup.js';
import type { FrameReference } from '../model/flow.js';
import type { EvidenceFrame, Finding } from '../model/report.js';
import type { FindingDraft } from '../rules/findings/finding-draft.js';
import { RecordDescriber } from './describe-record.js';

/** The captures of a run, as far as citing them goes; files by the numbers in the drafts. */
export interface CitedCaptures {
  file(number: number):
    | {
        readonly path: string;
        readonly sha256: string | null;
        readonly interfaces: readonly { readonly name: string | null }[];
      }
    | undefined;
  pointOf(file: number, interfaceIndex: number): string | null;
  /** Reads single records a second time. @param frames ascending; those that cannot be had are left out */
  lookup(file: number, frames: readonly number[]): Promise<CitedRecord[]>;
}

/**
 * Findings with their evidence: every cited record is read a second time, each file once, and described by its headers.
 * What cannot be read again (standard input, a file that changed) keeps its file and frame number.
 */
export async function citeFrames(drafts: readonly FindingDraft[], captures: CitedCaptures): Promise<Finding[]> {
  const records = await readCited(drafts, captures);
  const describer = new RecordDescriber();
  return drafts.map(({ frames, ...finding }) => ({
    ...finding,
    evidence: [...frames]
      .sort(compareReferences)
      .map((reference) => cite(reference, finding, records, captures, describer)),
  }));
}

function cite(
  reference: FrameReference,
  finding: Omit<FindingDraft, 'frames'>,
  records: ReadonlyMap<string, CitedRecord>,
  captures: CitedCaptures,
  describer: RecordDescriber,
): EvidenceFrame {
  const file = captures.file(reference.file);
  const record = records.get(nameOf(reference));
  const cited = {
    file: file?.path ?? '',
    sha256: file?.sha256 ?? null,
    frame: reference.frame,
    time: record === undefined ? null : formatEpoch(record.time),
    point: captures.pointOf(reference.file, record === undefined ? 0 : interfaceOf(record, file?.interfaces ?? [])),
    role: reference.role,
  };
  if (record === undefined) return cited;
  return { ...cited, ...describer.describe(record, { a: finding.from.address ?? '', b: finding.to.address ?? '' }) };
}

function interfaceOf(record: CitedRecord, interfaces: readonly { readonly name: string | null }[]): number {
  return Math.max(
    0,
    interfaces.findIndex(({ name }) => name === record.interfaceName),
  );
}

async function readCited(drafts: readonly FindingDraft[], captures: CitedCaptures): Promise<Map<string, CitedRecord>> {
  const framesByFile = new Map<number, Set<number>>();
  for (const { frames } of drafts)
    for (const { file, frame } of frames) {
      const known = framesByFile.get(file);
      if (known === undefined) framesByFile.set(file, new Set([frame]));
      else known.add(frame);
    }
  const records = new Map<string, CitedRecord>();
  for (const [file, frames] of framesByFile) {
    const found = await captures.lookup(
      file,
      [...frames].sort((x, y) => x - y),
    );
    for (const record of found) records.set(nameOf({ file, frame: record.frame }), record);
  }
  return records;
}

function nameOf({ file, frame }: { readonly file: number; readonly frame: number }): string {
  return `${file}:${frame}`;
}

export function compareReferences(x: FrameReference, y: FrameReference): number {
  return x.file - y.file || x.frame - y.frame;
}
