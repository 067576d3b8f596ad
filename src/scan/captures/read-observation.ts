import { BATCH_RECORDS } from '../../base/batch.js';
import { LIMITS } from '../../base/limits.js';
import type { Slice } from '../../capture/merge.js';
import type { RecordBatch } from '../../capture/record-batch.js';
import type { Observation as CaptureObservation } from '../../capture/open.js';
import { FrameDecoder } from '../../decode/frame-decoder.js';
import { PacketBatch, ROW_STRIDE } from '../../decode/packet-batch.js';
import type { FlowTable } from '../../flow/flow-table.js';
import { isNetworkTalk } from '../../sighting/network-talk.js';
import type { FrameListener } from '../../sighting/frame-listener.js';
import type { HeardFrame } from '../../sighting/heard-frame.js';
import type { Progress } from '../options.js';
import { PointMeter } from '../quality/point-meter.js';

/** slices between two looks at the clock: progress and aborts */
const SLICES_PER_TURN = 64;

/** All capture points of a run: their names by number, and what each carried. */
export class PointRegister {
  readonly names: (string | null)[] = [];
  readonly meters: PointMeter[] = [];
  readonly #numbers = new Map<string | null, number>();
  readonly #prepare: (meter: PointMeter) => void;

  /** @param prepare is shown the meter of each point before its first packet */
  constructor(prepare: (meter: PointMeter) => void = () => undefined) {
    this.#prepare = prepare;
  }

  numberOf(name: string | null): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.#numbers.set(name, number);
      this.names.push(name);
      const meter = new PointMeter(name);
      this.#prepare(meter);
      this.meters.push(meter);
    }
    return number;
  }
}

/** How one file's interfaces read: link type, FCS and capture point by interface number. */
interface FileInterfaces {
  linkTypes: Int32Array;
  fcsLengths: Int32Array;
  points: Int32Array;
  count: number;
  file: number;
  framesBefore: number;
}

export interface Reading {
  readonly packets: number;
  readonly interrupted: boolean;
  readonly decoder: FrameDecoder;
}

export interface ReadingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** of a run that goes on over several observations; its own when left out */
  readonly stage?: DecodeStage;
  /** how frames of a file are referred to; by the file's number when left out */
  readonly referenceOf?: (fileIndex: number) => FileReference;
}

/** The decoder and the rows that it fills: one pair for a whole run. */
export interface DecodeStage {
  readonly packets: PacketBatch;
  readonly decoder: FrameDecoder;
}

export function createDecodeStage(): DecodeStage {
  const packets = new PacketBatch(BATCH_RECORDS * 2 + LIMITS.ipLayers);
  return { packets, decoder: new FrameDecoder(packets) };
}

/** Number under which flows remember a file, and the number of frames that came before it under the same number. */
export interface FileReference {
  readonly file: number;
  readonly framesBefore: number;
}

const ABORTED = Symbol('aborted');

/** Waits for a slice or the abort. One listener for the run: a race against one long promise would keep every loser. */
class AbortGate {
  #wake: () => void = () => undefined;

  constructor(signal: AbortSignal | undefined) {
    signal?.addEventListener('abort', () => this.#wake(), { once: true });
  }

  wait<T>(answer: Promise<T>): Promise<T | typeof ABORTED> {
    return new Promise((resolve, reject) => {
      this.#wake = () => resolve(ABORTED);
      answer.then(resolve, reject);
    });
  }
}

/** Records → rows → flows, until the captures end or the run is aborted. Flows that are still open stay in the table. */
export async function readObservation(
  observation: CaptureObservation,
  table: FlowTable,
  register: PointRegister,
  options: ReadingOptions,
  listener: FrameListener | null = null,
): Promise<Reading> {
  const { packets, decoder } = options.stage ?? createDecodeStage();
  const referenceOf = options.referenceOf ?? ((file: number): FileReference => ({ file, framesBefore: 0 }));
  const files: (FileInterfaces | undefined)[] = [];
  let total = 0;
  let interrupted = false;
  const gate = new AbortGate(options.signal);
  for (let slices = 0; ; slices++) {
    if (slices % SLICES_PER_TURN === 0 || options.signal?.aborted === true) {
      if (options.onProgress !== undefined)
        options.onProgress({
          bytesRead: observation.bytesRead(),
          bytesTotal: observation.bytesTotal,
          packets: total,
          flows: table.live,
        });
      // lets signals in: reading plain files never waits
      if (slices % (SLICES_PER_TURN * 16) === 0) await new Promise((resolve) => setImmediate(resolve));
      if (options.signal?.aborted === true) {
        interrupted = true;
        break;
      }
    }
    const answer = observation.next();
    // standard input may stay silent for ever: an abort must not wait for its next byte
    const slice = answer instanceof Promise ? await gate.wait(answer) : answer;
    if (slice === ABORTED) continue;
    if (slice === null) break;
    const { fileIndex } = slice;
    let interfaces = files[fileIndex];
    if (interfaces === undefined || interfaces.count < slice.reader.interfaces.length) {
      interfaces = readInterfaces(observation, fileIndex, slice.reader.interfaces, register, referenceOf);
      files[fileIndex] = interfaces;
    }
    total += slice.to - slice.from;
    countSlice(slice, interfaces, packets, decoder, table, register.meters, listener);
  }
  return { packets: total, interrupted, decoder };
}

/** One slice through decoder and flow table: the loop that runs once for every packet. */
function countSlice(
  slice: Slice,
  interfaces: FileInterfaces,
  packets: PacketBatch,
  decoder: FrameDecoder,
  table: FlowTable,
  meters: readonly PointMeter[],
  listener: FrameListener | null,
): void {
  const { batch } = slice;
  const { linkTypes, fcsLengths, points, file, framesBefore } = interfaces;
  // what flows remember of a frame is its number under the file's reference
  batch.firstFrame += framesBefore;
  const { bytes, at, captured: lengths, original: originals, time: times } = batch;
  const anomalyLog = decoder.anomalyLog;
  const unknownLinkTypes = decoder.nonIpTally.unknownLinkTypes;
  for (let record = slice.from; record < slice.to; record++) {
    const number = batch.interface[record] as number;
    const captured = lengths[record] as number;
    const original = originals[record] as number;
    const linkType = linkTypes[number] as number;
    const meter = meters[points[number] as number] as PointMeter;
    meter.tick(times[record] as number, captured, original);
    const before = packets.count;
    const faults = anomalyLog.total;
    decoder.decode(bytes, at[record] as number, captured, original, linkType, record, fcsLengths[number] as number);
    if (packets.count > before) {
      meter.countIp(packets.rows, before, packets.count);
      // a frame with a tunnel has several rows: what a mirror wrapped is heard, too
      for (let row = before; listener !== null && row < packets.count; row++)
        if (isNetworkTalk(packets.rows, row * ROW_STRIDE, bytes))
          listener.hearPacket(
            packets.rows,
            row * ROW_STRIDE,
            bytes,
            heardFrame(batch, file, record, points[number] as number),
          );
    } else if (unknownLinkTypes[linkType & 0xffff] !== 0) meter.unknownLinkTypePackets++;
    else {
      const start = at[record] as number;
      meter.countOther(bytes, start, captured, linkType === 1);
      if (listener !== null && linkType === 1)
        listener.hear(
          bytes.subarray(start, start + captured),
          heardFrame(batch, file, record, points[number] as number),
        );
    }
    if (anomalyLog.total !== faults) meter.malformed++;
    if (packets.count > packets.capacity - LIMITS.ipLayers) {
      table.apply(packets, batch, file, points);
      packets.count = 0;
    }
  }
  table.apply(packets, batch, file, points);
  packets.count = 0;
  batch.firstFrame -= framesBefore;
}

/** For the rare frames that speak about the network itself. */
function heardFrame(batch: RecordBatch, file: number, record: number, point: number): HeardFrame {
  return { point, time: batch.time[record] as number, file, frame: batch.firstFrame + record };
}

function readInterfaces(
  observation: CaptureObservation,
  fileIndex: number,
  interfaces: readonly { readonly linkType: number; readonly fcsLength: number }[],
  register: PointRegister,
  referenceOf: (fileIndex: number) => FileReference,
): FileInterfaces {
  return {
    linkTypes: Int32Array.from(interfaces, ({ linkType }) => linkType),
    fcsLengths: Int32Array.from(interfaces, ({ fcsLength }) => fcsLength),
    points: Int32Array.from(interfaces, (_, number) => register.numberOf(observation.pointOf(fileIndex, number))),
    count: interfaces.length,
    ...referenceOf(fileIndex),
  };
}
