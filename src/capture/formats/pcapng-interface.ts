import { LIMITS } from '../../base/limits.js';
import { OPTION, walkOptions } from './pcapng-blocks.js';
import type { CaptureInterface } from '../reader.js';
import { timeUnitOf, type TimeUnit } from './time-unit.js';

const utf8 = new TextDecoder('utf-8');

export interface DescribedInterface {
  readonly link: CaptureInterface;
  readonly unit: TimeUnit;
  /** false when the option list was broken: what stood before the break counts */
  readonly optionsIntact: boolean;
}

/**
 * Reads an interface description block.
 * @param at of the block's type field
 * @param length of the whole block, at least 20
 */
export function parseInterface(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  length: number,
  littleEndian: boolean,
): DescribedInterface {
  const texts: { name?: string; description?: string; filter?: string } = {};
  let fcsLength = 0;
  let resolution = 6;
  let offsetSeconds = 0n;
  const { interface: option } = OPTION;
  const text = (from: number, size: number): string =>
    utf8
      .decode(bytes.subarray(from, from + Math.min(size, 4 * LIMITS.interfaceTextLength)))
      .slice(0, LIMITS.interfaceTextLength);
  const optionsIntact = walkOptions(view, at + 16, at + length - 4, littleEndian, (code, valueAt, size) => {
    if (code === option.name) texts.name = text(valueAt, size);
    else if (code === option.description) texts.description = text(valueAt, size);
    else if (code === option.timeResolution && size >= 1) resolution = view.getUint8(valueAt);
    else if (code === option.fcsLength && size >= 1) fcsLength = fcsBytes(view.getUint8(valueAt));
    else if (code === option.timeOffset && size === 8) offsetSeconds = view.getBigInt64(valueAt, littleEndian);
    else if (code === option.filter && size >= 1) {
      texts.filter = view.getUint8(valueAt) === 0 ? text(valueAt + 1, size - 1) : `BPF (${size - 1} bytes)`;
    }
  });
  return {
    link: {
      linkType: view.getUint16(at + 8, littleEndian),
      snapLength: view.getUint32(at + 12, littleEndian),
      name: texts.name ?? texts.description ?? null,
      filter: texts.filter ?? null,
      fcsLength,
      received: null,
      dropped: null,
    },
    unit: timeUnitOf(resolution, offsetSeconds),
    optionsIntact,
  };
}

/** The standard says bits, its example and common writers say bytes; no check sequence has 8 bytes or more. */
function fcsBytes(value: number): number {
  return value >= 8 ? value >>> 3 : value;
}
