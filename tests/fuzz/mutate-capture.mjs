import { deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import { findFields } from './capture-fields.mjs';

const EXTREMES = [
  0, 1, 2, 3, 4, 7, 8, 12, 16, 20, 28, 31, 32, 40, 63, 64, 127, 128, 255, 256, 1023, 4096, 65_535, 65_536, 262_144,
];
const EXTREMES_32 = [0x00ff_ffff, 0x0100_0000, 0x0200_0001, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff];
/** EtherTypes and protocol numbers that lead elsewhere: tags, labels, tunnels */
const TYPES = [0x0800, 0x86dd, 0x0806, 0x8100, 0x88a8, 0x9100, 0x8847, 0x8864, 0x88e5, 0x6558, 0x22eb, 0x88be, 0x894f];
const PROTOCOLS = [
  0, 1, 2, 4, 6, 17, 33, 41, 43, 44, 47, 50, 51, 58, 59, 60, 89, 97, 112, 115, 132, 135, 136, 137, 139, 140, 253,
];

/**
 * A capture, damaged one to six times.
 * @param {Uint8Array} original
 * @param {import('./random.mjs').Random} random
 * @param {() => Uint8Array} donor another capture, for splices
 * @returns {{ bytes: Uint8Array, steps: string[] }} at most about twice as long as the original and the donor
 */
export function mutateCapture(original, random, donor) {
  const steps = [];
  let bytes = original;
  let packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (packed && random.chance(0.8)) {
    bytes = unpack(bytes);
    packed = false;
    steps.push('unpacked');
  }
  for (let count = 1 + random.below(random.chance(0.5) ? 2 : 6); count > 0; count--) {
    const mutation = random.pick(MUTATIONS);
    bytes = mutation(bytes, random, donor);
    steps.push(mutation.name);
  }
  if (!packed && random.chance(0.08)) {
    bytes = random.chance(0.5) ? gzipSync(bytes, { level: 1 }) : gzipOfPieces(bytes, random);
    steps.push('packed');
    if (random.chance(0.4)) {
      bytes = flipBits(bytes, random);
      steps.push('flipBits');
    }
  }
  return { bytes, steps };
}

function unpack(bytes) {
  try {
    return gunzipSync(bytes, { maxOutputLength: 4 << 20 });
  } catch {
    return bytes;
  }
}

/** several members, one of them perhaps empty or without its trailer */
function gzipOfPieces(bytes, random) {
  const cut = random.below(bytes.length);
  const pieces = [gzipSync(bytes.subarray(0, cut), { level: 1 }), gzipSync(bytes.subarray(cut), { level: 1 })];
  if (random.chance(0.3)) pieces.splice(1, 0, gzipSync(Buffer.alloc(0)));
  if (random.chance(0.3)) pieces.push(deflateRawSync(bytes.subarray(0, 64)));
  return Buffer.concat(pieces);
}

function copy(bytes) {
  return new Uint8Array(bytes);
}

/** a place and a length; the beginning, where the headers are, comes up more often */
function stretch(bytes, random) {
  const from = random.chance(0.3) ? random.below(Math.min(bytes.length, 200)) : random.below(bytes.length);
  return { from, to: Math.min(bytes.length, from + random.small(bytes.length - from)) };
}

function splice(bytes, from, to, insert) {
  const out = new Uint8Array(bytes.length - (to - from) + insert.length);
  out.set(bytes.subarray(0, from));
  out.set(insert, from);
  out.set(bytes.subarray(to), from + insert.length);
  return out;
}

function flipBits(bytes, random) {
  const out = copy(bytes);
  const { from } = stretch(bytes, random);
  const reach = random.chance(0.5) ? 64 : out.length;
  for (let count = 1 + random.below(8); count > 0 && out.length > 0; count--) {
    const at = (from + random.below(reach)) % out.length;
    out[at] ^= 1 << random.below(8);
  }
  return out;
}

function setBytes(bytes, random) {
  const out = copy(bytes);
  for (let count = 1 + random.below(16); count > 0 && out.length > 0; count--)
    out[random.below(out.length)] = random.chance(0.3) ? 255 : random.below(256);
  return out;
}

function zeroRange(bytes, random) {
  const { from, to } = stretch(bytes, random);
  return copy(bytes).fill(random.chance(0.7) ? 0 : random.below(256), from, to);
}

function cutRange(bytes, random) {
  const { from, to } = stretch(bytes, random);
  return splice(bytes, from, to, new Uint8Array(0));
}

function cutTail(bytes, random) {
  return bytes.slice(0, random.chance(0.3) ? random.below(100) : random.below(bytes.length + 1));
}

function doubleRange(bytes, random) {
  const { from, to } = stretch(bytes, random);
  return splice(bytes, to, to, bytes.subarray(from, to));
}

/** A length or type field becomes another number: extreme, a little off, or many times as large. */
function changeField(bytes, random) {
  const { fields } = findFields(bytes);
  if (fields.length === 0) return flipBits(bytes, random);
  const out = copy(bytes);
  const view = new DataView(out.buffer);
  for (let count = 1 + random.below(3); count > 0; count--) {
    const field = random.chance(0.3) ? fields[random.below(Math.min(fields.length, 24))] : random.pick(fields);
    if (field.at + field.size > out.length) continue;
    if (field.size === 1) out[field.at] = random.chance(0.5) ? random.pick(PROTOCOLS) : random.below(256);
    else if (field.size === 2) {
      const old = view.getUint16(field.at, field.little);
      view.setUint16(
        field.at,
        random.pick([random.pick(EXTREMES), random.pick(TYPES), old + 1, old - 1, old * 2, random.below(65_536)]),
        field.little,
      );
    } else {
      const old = view.getUint32(field.at, field.little);
      const value = random.pick([
        random.pick(EXTREMES),
        random.pick(EXTREMES_32),
        old + 1,
        old - 1,
        old + 4,
        old * 16,
        old - 4,
        random.next(),
      ]);
      view.setUint32(field.at, value >>> 0, field.little);
    }
  }
  return out;
}

/** A block's two lengths grow together, so that the block stays whole on paper. */
function inflateBlock(bytes, random) {
  const { fields, parts } = findFields(bytes);
  const part = parts.length === 0 ? undefined : random.pick(parts);
  const field = part && fields.find(({ at }) => at === part.from + 4);
  if (part === undefined || field === undefined || bytes[0] !== 0x0a) return changeField(bytes, random);
  const more = 4 * (1 + random.small(2000));
  const out = splice(bytes, part.to - 4, part.to - 4, new Uint8Array(more));
  const view = new DataView(out.buffer);
  const length = part.to - part.from + more;
  view.setUint32(part.from + 4, length, field.little);
  view.setUint32(part.from + length - 4, length, field.little);
  return out;
}

/** Records or blocks change places, are left out, or come many times. */
function shuffleParts(bytes, random) {
  const { parts } = findFields(bytes);
  if (parts.length < 2) return doubleRange(bytes, random);
  const one = random.pick(parts);
  const other = random.pick(parts);
  const piece = bytes.slice(other.from, other.to);
  if (random.chance(0.4)) return splice(bytes, one.from, one.to, piece);
  if (random.chance(0.5)) return splice(bytes, one.from, one.to, new Uint8Array(0));
  const times = 1 + random.small(50);
  const many = new Uint8Array(piece.length * times);
  for (let time = 0; time < times; time++) many.set(piece, time * piece.length);
  return splice(bytes, one.from, one.from, many);
}

/** A piece of another capture: its header, some records, or any bytes. */
function splicePiece(bytes, random, donor) {
  const other = donor();
  const { parts } = findFields(other);
  let piece;
  if (random.chance(0.3)) piece = other.subarray(0, Math.min(other.length, 24 + random.below(200)));
  else if (parts.length > 0) {
    const part = random.below(parts.length);
    piece = other.subarray(parts[part].from, parts[Math.min(parts.length - 1, part + random.below(20))].to);
  } else piece = other.subarray(0, random.small(other.length));
  const { from, to } = stretch(bytes, random);
  return splice(bytes, from, random.chance(0.5) ? from : to, piece);
}

/** One frame's payload inside another's: headers where none are expected. */
function overlayHeaders(bytes, random) {
  const { parts } = findFields(bytes);
  if (parts.length < 1) return setBytes(bytes, random);
  const out = copy(bytes);
  const from = random.pick(parts);
  const to = random.pick(parts);
  const source = from.from + 16 + random.below(60);
  const target = to.from + 16 + random.below(100);
  const length = Math.min(random.below(80), out.length - source, out.length - target);
  if (length > 0) out.copyWithin(target, source, source + length);
  return out;
}

const MUTATIONS = [
  flipBits,
  flipBits,
  setBytes,
  zeroRange,
  cutRange,
  cutTail,
  doubleRange,
  changeField,
  changeField,
  changeField,
  changeField,
  inflateBlock,
  shuffleParts,
  splicePiece,
  overlayHeaders,
];
