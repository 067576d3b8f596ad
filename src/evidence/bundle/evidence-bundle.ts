import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Failure } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { EvidenceCaptures } from './evidence-captures.js';
import type { EvidenceManifest, ManifestCapture, ManifestFinding } from '../../model/evidence-manifest.js';
import type { EvidenceBundleNote, Finding, ScanReport } from '../../model/report.js';
import { writeJson } from '../../report/json.js';
import { formatJson } from '../../report/json-document.js';
import type { FindingDraft } from '../../rules/findings/finding-draft.js';
import { appendLink, readChain } from './chain-file.js';
import { openEarlierBundle, type EarlierBundle } from './earlier-bundle.js';
import { makeFindingFile } from './finding-file.js';
import { digestLine, MANIFEST, MANIFEST_DIGEST, PACKETS, PREVIOUS, REPORT, topologyName } from './layout.js';
import { obstacleOf } from './rejudge-obstacle.js';
import { selectPackets } from './select-packets.js';
import { StagingFolder, type WriteBytes } from './staging-folder.js';

export interface EvidenceRequest {
  /** where the bundle goes: free, empty, or an earlier bundle, which is then renamed */
  readonly directory: string;
  /** keep payload, too (default false) */
  readonly fullPackets?: boolean;
  /** file that links bundles of several runs */
  readonly chain?: string;
  /**
   * The earlier bundle of this name is of the same run: what it holds of a finding, and the captures no longer do, is taken
   * over, so that nothing is lost when it is replaced
   */
  readonly continues?: boolean;
  /** the topology file as it was loaded, where the run outlives changes of it */
  readonly topologyBytes?: Uint8Array;
  /** for tests */
  readonly now?: () => Date;
  readonly write?: WriteBytes;
}

/** A finding's file, until the bundle is in its place. */
export interface StagedFinding {
  readonly finding: Finding;
  /** relative to the bundle; null: no packet could be kept */
  readonly file: string | null;
  /** where it can be read now */
  readonly path: string | null;
  readonly sha256: string | null;
  readonly packets: number;
  readonly omitted: number;
  readonly inputMissing: boolean;
}

/** What the bundle holds, once the packets are in it. */
export interface CollectedEvidence {
  readonly captures: readonly ManifestCapture[];
  /** findings whose packets were not written because there are too many */
  readonly withoutFile: number;
}

export interface CommittedBundle {
  readonly directory: string;
  readonly manifest: EvidenceManifest;
  /** SHA-256 of the manifest: who knows it can tell whether the bundle is still what it was */
  readonly sha256: string;
  /** where the earlier bundle that had this name is now */
  readonly earlier: string | null;
}

/** An evidence bundle while it is being made: open it before the captures are read, then `collect`, then `commit`. */
export class EvidenceBundle {
  readonly directory: string;
  readonly fullPackets: boolean;
  staged: readonly StagedFinding[] = [];
  readonly #request: EvidenceRequest;
  readonly #folder: StagingFolder;
  readonly #topology: { readonly file: string; readonly sha256: string; readonly bytes: Uint8Array };
  readonly #previous: EvidenceManifest['previous'];
  readonly #earlier: EarlierBundle | null;
  #captures: readonly ManifestCapture[] = [];
  #takenFrom: readonly ManifestCapture[] = [];

  /**
   * @param topology by which the captures are judged; its file is copied
   * @throws Failure (exit 3) where the directory or the chain cannot be used
   */
  constructor(request: EvidenceRequest, topology: { readonly file: string; readonly sha256: string }) {
    this.directory = request.directory;
    this.fullPackets = request.fullPackets === true;
    this.#request = request;
    const bytes = request.topologyBytes ?? readTopology(topology);
    const links = request.chain === undefined ? [] : readChain(request.chain);
    this.#folder = new StagingFolder(request.directory, request.write);
    this.#topology = { ...topology, bytes };
    this.#earlier = request.continues === true ? openEarlierBundle(this.#folder.target) : null;
    this.#previous = this.#findPrevious(links.at(-1)?.manifest ?? null);
  }

  /** Reads the captures again and writes the packets of every finding. */
  async collect(
    run: {
      readonly drafts: readonly FindingDraft[];
      /** the same, with their evidence, in the same order */
      readonly findings: readonly Finding[];
      readonly captures: EvidenceCaptures;
    },
    signal?: AbortSignal,
  ): Promise<CollectedEvidence> {
    const { drafts, findings, captures } = run;
    const selected = await selectPackets(drafts.slice(0, LIMITS.evidenceFindings), captures, {
      fullPackets: this.fullPackets,
      signal,
    });
    const files = captures.evidenceFiles();
    this.#captures = files.map((file) => ({
      file: file.path,
      point: file.point,
      bytes: file.size,
      sha256: file.sha256,
      sha256AtEnd: selected.files.get(file.number)?.sha256 ?? null,
      state: selected.files.get(file.number)?.state ?? 'not-read',
    }));
    const nameOfFile = (number: number): string => captures.file(number)?.path ?? '';
    const isThere = (number: number): boolean => selected.files.get(number)?.state === 'unchanged';
    const used = new Set<string>();
    const staged: StagedFinding[] = [];
    let isTakenOver = false;
    for (const [index, finding] of findings.entries()) {
      const draft = drafts[index];
      const packets = draft === undefined || index >= LIMITS.evidenceFindings ? [] : selected.packetsOf(draft);
      const inputMissing = draft?.frames.some(({ file }) => !isThere(file)) === true;
      const omitted = draft === undefined || index >= LIMITS.evidenceFindings ? 0 : selected.omittedOf(draft);
      const before = this.#earlier?.packetsOf(finding, used) ?? null;
      if (before !== null && before.packets > packets.length) {
        const { sha256 } = this.#folder.put(before.file, before.bytes);
        used.add(before.file);
        const path = join(this.#folder.path, before.file);
        const { file, packets: count, omitted } = before;
        staged.push({ finding, file, path, sha256, packets: count, omitted, inputMissing: false });
        isTakenOver = true;
        continue;
      }
      if (packets.length === 0) {
        staged.push({ finding, file: null, path: null, sha256: null, packets: 0, omitted, inputMissing });
        continue;
      }
      const file = nameOf(finding.id, used);
      const { sha256 } = this.#folder.put(file, makeFindingFile(finding, packets, nameOfFile, this.fullPackets));
      const path = join(this.#folder.path, file);
      staged.push({ finding, file, path, sha256, packets: packets.length, omitted, inputMissing });
      // signals get their turn
      if (index % 256 === 255) await new Promise((resolve) => setImmediate(resolve));
    }
    this.staged = staged;
    if (isTakenOver) this.#takenFrom = this.#earlierCaptures(files);
    return {
      captures: this.#captures,
      withoutFile: Math.max(0, findings.length - LIMITS.evidenceFindings),
    };
  }

  /**
   * Writes report, topology and manifest, and gives the folder its name.
   * @param cameOut by finding: the packets alone gave the same; null: nobody has tried
   * @throws Failure (exit 3) where writing fails; nothing half-made stays behind
   */
  commit(
    report: ScanReport,
    parameters: { readonly dedup: boolean },
    cameOut: (staged: StagedFinding) => boolean | null,
  ): CommittedBundle {
    try {
      return this.#commit(report, parameters, cameOut);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** What the report says of it. */
  get note(): EvidenceBundleNote {
    return {
      directory: this.directory,
      fullPackets: this.fullPackets,
      files: this.staged.filter(({ file }) => file !== null).length,
      packets: this.staged.reduce((sum, { packets }) => sum + packets, 0),
    };
  }

  discard(): void {
    this.#folder.discard();
  }

  #commit(
    report: ScanReport,
    { dedup }: { readonly dedup: boolean },
    cameOut: (staged: StagedFinding) => boolean | null,
  ): CommittedBundle {
    const { fullPackets } = this;
    const copy = topologyName(this.#topology.file);
    this.#folder.put(REPORT, writeJson(report));
    this.#folder.put(copy, this.#topology.bytes);
    const findings = this.staged.map((staged): ManifestFinding => {
      const { finding, file, packets, omitted, inputMissing } = staged;
      const isSame = cameOut(staged);
      const rejudged =
        isSame === null && file !== null
          ? 'not-tried'
          : isSame === true
            ? 'same'
            : obstacleOf(finding, { fullPackets, inputMissing, omitted });
      return { id: finding.id, rule: finding.rule, verdict: finding.verdict, file, packets, omitted, rejudged };
    });
    const created = (this.#request.now ?? (() => new Date()))().toISOString();
    const manifest: EvidenceManifest = {
      schema: 'sansou/evidence/1',
      tool: report.tool,
      created,
      parameters: { fullPackets, dedup },
      previous: this.#previous,
      inputs: {
        captures: [...this.#captures, ...this.#takenFrom.filter(({ sha256 }) => isListed(report, sha256))],
        topology: { file: this.#topology.file, sha256: this.#topology.sha256, copy },
      },
      outputs: [...this.#folder.files].sort((x, y) => (x.file < y.file ? -1 : 1)),
      findings,
    };
    const { sha256 } = this.#folder.put(MANIFEST, renderManifest(manifest));
    this.#folder.put(MANIFEST_DIGEST, digestLine(sha256));
    const earlier = this.#folder.commit();
    const { chain, directory } = this.#request;
    const previous = this.#previous?.sha256 ?? null;
    if (chain !== undefined) appendLink(chain, { manifest: sha256, previous, created, directory });
    return { directory, manifest, sha256, earlier };
  }

  /** What packets that were taken over come from, and is not read any more. */
  #earlierCaptures(files: readonly { readonly path: string }[]): readonly ManifestCapture[] {
    const known = new Set(files.map(({ path }) => path));
    return this.#earlier?.captures.filter(({ file }) => !known.has(file)) ?? [];
  }

  /** The last link of the chain, else the bundle that has the name now; its manifest is kept where it is at hand. */
  #findPrevious(ofChain: string | null): EvidenceManifest['previous'] {
    const path = join(this.#folder.target, MANIFEST);
    const bytes = existsSync(path) ? readFileSync(path) : null;
    const sha256 = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
    if (this.#request.chain !== undefined && sha256 !== ofChain)
      return ofChain === null ? null : { sha256: ofChain, copy: null };
    if (bytes === null || sha256 === null) return null;
    this.#folder.put(PREVIOUS, bytes);
    return { sha256, copy: PREVIOUS };
  }
}

/** A report of a run without end lists together what it does not cite any more. */
function isListed({ inputs }: ScanReport, digest: string | null): boolean {
  return inputs.captures.some(({ sha256 }) => sha256 === digest);
}

/** The bytes of a manifest: the same manifest, the same bytes. */
function renderManifest(manifest: EvidenceManifest): string {
  return `${formatJson(manifest)}\n`;
}

function nameOf(id: string, used: Set<string>): string {
  let name = `${PACKETS}/${id}.pcapng`;
  for (let number = 2; used.has(name); number++) name = `${PACKETS}/${id}-${number}.pcapng`;
  used.add(name);
  return name;
}

function readTopology({ file, sha256 }: { readonly file: string; readonly sha256: string }): Uint8Array {
  let bytes: Uint8Array | null = null;
  try {
    bytes = readFileSync(file);
  } catch {
    // told below
  }
  if (bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new Failure(EXIT.unusable, [
    {
      code: 'EVIDENCE-TOPOLOGY',
      level: 'error',
      file,
      message: {
        ja: '判定に使う構成定義ファイルを証拠一式に写せない（読めないか、読み込んだ後に変わった）',
        en: 'the topology file cannot be copied into the evidence bundle: it cannot be read, or changed after it was loaded',
      },
      remedy: { ja: 'もう一度実行する', en: 'run it again' },
    },
  ]);
}
