import type { Frame } from '../frame.js';

/** RFC 791 section 3.1, options: a type alone, or type, length and contents. */
const OPTION = { type: 0, length: 1, pointer: 2, minimumBytes: 2 } as const;
const TYPE = { end: 0, noOperation: 1, looseSourceRoute: 131, strictSourceRoute: 137 } as const;
/** type, length, pointer and one address */
const SMALLEST_ROUTE = 7;
const ADDRESS_BYTES = 4;

/**
 * Where a source-routed packet is really going: offset of the last address of the route while the route is not used up
 * (the header's destination is then only the next stop), else `destinationAt`.
 */
export function finalDestinationAt(frame: Frame, optionsAt: number, optionsEnd: number, destinationAt: number): number {
  const { view } = frame;
  const end = Math.min(optionsEnd, frame.end);
  let at = optionsAt;
  while (end - at >= OPTION.minimumBytes) {
    const type = view.getUint8(at + OPTION.type);
    if (type === TYPE.end) break;
    if (type === TYPE.noOperation) {
      at += 1;
      continue;
    }
    const length = view.getUint8(at + OPTION.length);
    if (length < OPTION.minimumBytes || length > end - at) break;
    if ((type === TYPE.looseSourceRoute || type === TYPE.strictSourceRoute) && length >= SMALLEST_ROUTE) {
      const usedUp = view.getUint8(at + OPTION.pointer) > length;
      return usedUp ? destinationAt : at + length - ADDRESS_BYTES;
    }
    at += length;
  }
  return destinationAt;
}
