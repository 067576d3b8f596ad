import type { Nanoseconds } from '../../base/time.js';

/** One stretch of wire in an evidence file. */
export interface EvidenceInterface {
  /** name of the capture point; null: the unnamed one */
  readonly point: string | null;
  readonly linkType: number;
  readonly fcsLength: number;
}

export interface EvidencePacket {
  /** index into the interfaces */
  readonly interface: number;
  readonly time: Nanoseconds;
  readonly bytes: Uint8Array;
  readonly originalLength: number;
  /** what the packet proves; already free of control characters */
  readonly comment: string;
}

const BLOCK = { section: 0x0a0d0d0a, interface: 1, enhancedPacket: 6 } as const;
const OPTION = { end: 0, comment: 1, application: 4, name: 2, resolution: 9, fcsLength: 13 } as const;
const NANOSECONDS = 9;
const MOST_TIME = (1n << 64n) - 1n;
/** the length of an option is 16 bits */
const OPTION_BYTES = 65_535;

/**
 * One section in nanoseconds, little-endian (draft-ietf-opsawg-pcapng sections 3 and 4): what Wireshark opens.
 * @param about comment of the section
 */
export function writePcapng(
  interfaces: readonly EvidenceInterface[],
  packets: readonly EvidencePacket[],
  about: { readonly application: string; readonly comment: string },
): Uint8Array {
  const blocks: Uint8Array[] = [
    block(BLOCK.section, [
      words(0x1a2b3c4d, 1, 0xffff_ffff, 0xffff_ffff),
      option(OPTION.comment, text(about.comment)),
      option(OPTION.application, text(about.application)),
      option(OPTION.end, new Uint8Array(0)),
    ]),
  ];
  for (const { point, linkType, fcsLength } of interfaces) {
    blocks.push(
      block(BLOCK.interface, [
        words(linkType & 0xffff, 0),
        ...(point === null ? [] : [option(OPTION.name, text(point))]),
        option(OPTION.resolution, Uint8Array.of(NANOSECONDS)),
        ...(fcsLength === 0 ? [] : [option(OPTION.fcsLength, Uint8Array.of(fcsLength & 0xff))]),
        option(OPTION.end, new Uint8Array(0)),
      ]),
    );
  }
  for (const packet of packets) {
    const time = packet.time < 0n ? 0n : packet.time > MOST_TIME ? MOST_TIME : packet.time;
    const [high, low] = [Number(time >> 32n), Number(time & 0xffff_ffffn)];
    const original = Math.max(packet.originalLength, packet.bytes.length);
    blocks.push(
      block(BLOCK.enhancedPacket, [
        words(packet.interface, high, low, packet.bytes.length, original),
        padded(packet.bytes),
        option(OPTION.comment, text(packet.comment)),
        option(OPTION.end, new Uint8Array(0)),
      ]),
    );
  }
  return join(blocks);
}

function block(type: number, parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 12);
  return join([words(type, length), ...parts, words(length)]);
}

function option(code: number, value: Uint8Array): Uint8Array {
  const head = new Uint8Array(4);
  const view = new DataView(head.buffer);
  view.setUint16(0, code, true);
  view.setUint16(2, value.length, true);
  return join([head, padded(value)]);
}

function padded(bytes: Uint8Array): Uint8Array {
  return (bytes.length & 3) === 0 ? bytes : join([bytes, new Uint8Array(-bytes.length & 3)]);
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value >>> 0, true);
  return bytes;
}

/** UTF-8, cut between characters where it would not fit an option. */
function text(value: string): Uint8Array {
  const bytes = new Uint8Array(OPTION_BYTES);
  return bytes.slice(0, new TextEncoder().encodeInto(value, bytes).written);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
