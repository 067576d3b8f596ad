import { createCipheriv } from 'node:crypto';

/** A block of addresses that keeps its place: its first `length` bits stay, and nothing from outside moves into it. */
export interface KeptBlock {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/**
 * A permutation of addresses that keeps prefixes: two addresses that share their first n bits share them afterwards
 * (Xu, Fan, Ammar, Moon: Prefix-Preserving IP Address Anonymization, ICNP 2002). Bit i is flipped or not by a keyed
 * function of the i bits before it: here the first bit of a CBC-MAC over i and those bits, so that no two bits of an
 * address depend on the same input. On the way to a kept block nothing is flipped: private addresses stay private, and
 * public ones public.
 */
export class PrefixPreserving {
  readonly #key: Buffer;
  /** the first block of every MAC, enciphered: it says which bit is asked for */
  readonly #positions: Buffer;
  readonly #kept: readonly KeptBlock[];

  /** @param key 32 bytes */
  constructor(key: Buffer, kept: readonly KeptBlock[]) {
    this.#key = key;
    this.#kept = kept;
    const positions = Buffer.alloc(128 * 16);
    for (let bit = 0; bit < 128; bit++) positions[bit * 16] = bit;
    this.#positions = this.#encipher(positions);
  }

  /** @param address 4 or 16 bytes, network order @param from bits before this one stay */
  permute(address: Uint8Array, from = 0): Uint8Array {
    const bits = address.length * 8;
    const stays = Math.max(from, ...this.#kept.map((block) => keptBits(address, block)));
    const blocks = Buffer.from(this.#positions.subarray(0, bits * 16));
    for (let bit = 0; bit < bits; bit++) addPrefix(blocks, bit, address);
    const stream = this.#encipher(blocks);
    const permuted = Uint8Array.from(address);
    for (let bit = stays; bit < bits; bit++) {
      const flip = (stream[bit * 16] ?? 0) >>> 7;
      const index = bit >>> 3;
      permuted[index] = (permuted[index] ?? 0) ^ (flip << (7 - (bit & 7)));
    }
    return permuted;
  }

  #encipher(blocks: Buffer): Buffer {
    return createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false).update(blocks);
  }
}

/** Adds the first `bit` bits of the address to the block of that bit. */
function addPrefix(blocks: Buffer, bit: number, address: Uint8Array): void {
  for (let index = 0; index * 8 < bit; index++) {
    const mask = (0xff00 >>> Math.min(8, bit - index * 8)) & 0xff;
    blocks[bit * 16 + index] = (blocks[bit * 16 + index] ?? 0) ^ ((address[index] ?? 0) & mask);
  }
}

/** How many leading bits of an address stay because of a block: all of the block's, or as far as both run together. */
function keptBits(address: Uint8Array, { bytes, length }: KeptBlock): number {
  let common = 0;
  const bitOf = (value: Uint8Array, bit: number): number => ((value[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1;
  while (common < length && bitOf(address, common) === bitOf(bytes, common)) common++;
  // the bit in which they part must not be flipped either: the block would move
  return common === length ? length : common + 1;
}
