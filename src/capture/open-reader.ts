import { closeSync, fstatSync, openSync, type Stats } from 'node:fs';
import type { Problem } from '../base/failure.js';
import type { BlockReader, ReaderSetting } from './block-reader.js';
import type { ByteSource } from './bytes/byte-source.js';
import { ByteWindow } from './bytes/byte-window.js';
import type { Checkpoint } from './checkpoint.js';
import { compressionOf, type Compression } from './compression/decompressor.js';
import { captureProblem, systemCode, systemReason } from './fault.js';
import { fileChunks } from './bytes/file-chunks.js';
import { FileSource } from './bytes/file-source.js';
import { foreignProblem } from './formats/foreign.js';
import type { InterfaceTable } from './formats/interface-table.js';
import { isPcapMagic, parsePcapHeader, PCAP_HEADER_BYTES, type PcapHeader } from './formats/pcap-header.js';
import { PcapReader } from './formats/pcap-reader.js';
import { BLOCK, BYTE_ORDER_MAGIC } from './formats/pcapng-blocks.js';
import { PcapngReader } from './formats/pcapng-reader.js';
import { prepend } from './bytes/prepend.js';
import type { RunClock } from './run-clock.js';
import { StreamSource } from './bytes/stream-source.js';

/** Fits the second-level cache; larger ones measured no faster. */
const WINDOW_BYTES = 256 * 1024;
const SMALLEST_WINDOW_BYTES = 4096;
const HEAD_BYTES = 24;

export interface OpenOptions {
  readonly clock: RunClock;
  readonly hash: boolean;
  /** standard input, for `-` */
  readonly input?: AsyncIterable<Uint8Array>;
  readonly windowBytes?: number;
  /** makes another reader than the usual one from the same bytes; undefined where it cannot read them */
  readonly makePcap?: (setting: ReaderSetting, header: PcapHeader) => BlockReader | undefined;
}

/** A capture that can be read. */
export interface OpenedCapture {
  readonly reader: BlockReader;
  /** what is needed to read it again from a checkpoint; null for streams and compressed captures */
  readonly resume: ResumePoint | null;
  readonly compression: Compression | null;
  /** size in bytes, 0 when unknown */
  readonly size: number;
}

/** Format and identity of a plain file. */
export interface ResumePoint {
  readonly header: PcapHeader | null;
  readonly table: InterfaceTable | null;
  readonly size: number;
  readonly modified: number;
}

/** Opens a capture by its first bytes. Answers a problem for what is none; throws nothing that a file can cause. */
export async function openReader(path: string, options: OpenOptions): Promise<OpenedCapture | Problem> {
  if (path === '-') return openStream(path, options.input ?? process.stdin, options, () => undefined);
  let descriptor: number;
  let stats: Stats;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    return unreadable(path, error);
  }
  try {
    stats = fstatSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    return unreadable(path, error);
  }
  if (stats.isDirectory()) {
    closeSync(descriptor);
    return unreadable(path, Object.assign(new Error('directory'), { code: 'EISDIR' }));
  }
  if (!stats.isFile()) return openStream(path, fileChunks(descriptor), options, () => closeSync(descriptor));
  return openFile(path, descriptor, stats, options);
}

async function openFile(
  path: string,
  descriptor: number,
  stats: Stats,
  options: OpenOptions,
): Promise<OpenedCapture | Problem> {
  const probe = new FileSource(descriptor, { hash: false, position: 0 });
  const head = new Uint8Array(HEAD_BYTES);
  const got = probe.read(head, 0);
  if (probe.fault !== null) {
    closeSync(descriptor);
    return captureProblem('CAPTURE-UNREADABLE', path, 'error', probe.fault);
  }
  const compression = compressionOf(head.subarray(0, got));
  const close = (): void => closeSync(descriptor);
  const source: ByteSource =
    compression === null
      ? new FileSource(descriptor, { hash: options.hash, position: 0 })
      : new StreamSource(fileChunks(descriptor), { hash: options.hash, compression, close });
  const capacity = options.windowBytes ?? WINDOW_BYTES;
  const fitting = compression === null ? Math.min(capacity, Math.max(stats.size, SMALLEST_WINDOW_BYTES)) : capacity;
  return makeReader(path, source, new ByteWindow(source, fitting), options, compression, stats);
}

async function openStream(
  path: string,
  raw: AsyncIterable<Uint8Array>,
  options: OpenOptions,
  close: () => void,
): Promise<OpenedCapture | Problem> {
  // the compression is known only when the first bytes are there; they are put back in front
  const { head, all } = await prepend(raw, 4);
  const compression = compressionOf(head);
  const source = new StreamSource(all, { hash: options.hash, compression, close });
  return makeReader(
    path,
    source,
    new ByteWindow(source, options.windowBytes ?? WINDOW_BYTES),
    options,
    compression,
    null,
  );
}

async function makeReader(
  path: string,
  source: ByteSource,
  window: ByteWindow,
  options: OpenOptions,
  compression: Compression | null,
  stats: Stats | null,
): Promise<OpenedCapture | Problem> {
  const file = path === '-' ? 'stdin' : path;
  const suffix = compression === null ? '' : ` + ${compression}`;
  const setting: ReaderSetting = { file, source, window, clock: options.clock, suffix };
  const whole = await window.demand(PCAP_HEADER_BYTES);
  const refuse = (): Problem => {
    source.close();
    return foreignProblem(file, window.bytes.subarray(window.start, window.end), source.fault);
  };
  if (window.available < 12) return refuse();
  const magic = window.view.getUint32(window.start, false);
  let reader: BlockReader | undefined;
  let header: PcapHeader | null = null;
  let table: InterfaceTable | null = null;
  if (isPcapMagic(magic) && whole) {
    header =
      parsePcapHeader(new DataView(window.bytes.buffer, window.bytes.byteOffset + window.start, PCAP_HEADER_BYTES)) ??
      null;
    if (header !== null)
      reader = options.makePcap === undefined ? new PcapReader(setting, header) : options.makePcap(setting, header);
  } else if (magic === BLOCK.section && isSection(window) && options.makePcap === undefined) {
    const pcapng = new PcapngReader(setting);
    table = pcapng.interfaceTable;
    reader = pcapng;
  }
  if (reader === undefined) return refuse();
  const plain = compression === null && stats !== null;
  return {
    reader,
    compression,
    size: stats?.size ?? 0,
    resume: plain ? { header, table, size: stats.size, modified: stats.mtimeMs } : null,
  };
}

function isSection(window: ByteWindow): boolean {
  const at = window.start + 8;
  return window.view.getUint32(at, true) === BYTE_ORDER_MAGIC || window.view.getUint32(at, false) === BYTE_ORDER_MAGIC;
}

/** A second reader of a plain file, from a checkpoint; undefined when the file is no longer the one that was read. */
export function resumeReader(
  path: string,
  point: ResumePoint,
  at: Checkpoint | null,
  clock: RunClock,
): BlockReader | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return undefined;
  }
  const stats = fstatSync(descriptor);
  if (stats.size !== point.size || stats.mtimeMs !== point.modified) {
    closeSync(descriptor);
    return undefined;
  }
  const from = at?.offset ?? 0;
  const source = new FileSource(descriptor, { hash: false, position: from });
  const window = new ByteWindow(source, WINDOW_BYTES, from);
  const setting: ReaderSetting = { file: path, source, window, clock, suffix: '' };
  if (point.header !== null) {
    if (at === null) void window.demand(PCAP_HEADER_BYTES);
    return new PcapReader(setting, point.header, at ?? undefined);
  }
  if (point.table === null || at === null) return new PcapngReader(setting);
  return new PcapngReader(setting, { at, table: point.table });
}

function unreadable(path: string, error: unknown): Problem {
  const reason = systemReason(error);
  return captureProblem(systemCode(error) === 'ENOENT' ? 'CAPTURE-MISSING' : 'CAPTURE-UNREADABLE', path, 'error', {
    ja: `キャプチャを開けない: ${reason.ja}`,
    en: `the capture cannot be opened: ${reason.en}`,
  });
}
