import { LIMITS } from '../../base/limits.js';
import type { RdpChannel } from '../../model/facts.js';
import type { ConnectBlocks } from './connect-blocks.js';

const CLIENT_NETWORK = 0xc003;
const SERVER_NETWORK = 0x0c03;
/** CHANNEL_DEF: 8 characters, 4 bytes of options (MS-RDPBCGR 2.2.1.3.4.1) */
const DEFINITION_BYTES = 12;
const NAME_BYTES = 8;

/** The virtual channels of one connection: asked for by name, numbered by the server, joined and used by number. */
export class ChannelTable {
  #names: readonly string[] = [];
  #ids: readonly number[] = [];
  readonly #joined = new Set<number>();
  readonly #used = new Set<number>();
  /** the client's list was read to its end */
  isKnown = false;

  /** @returns the client asked for more than the protocol allows */
  requested({ blocks, whole }: ConnectBlocks): boolean {
    const network = blocks.find(({ type }) => type === CLIENT_NETWORK);
    if (network === undefined) {
      this.isKnown = whole;
      return false;
    }
    const count = readUint32(network.body, 0);
    const room = Math.floor(Math.max(0, network.body.length - 4) / DEFINITION_BYTES);
    const readable = Math.min(count, room, LIMITS.rdpChannels);
    this.#names = Array.from({ length: readable }, (_, index) =>
      readName(network.body.subarray(4 + index * DEFINITION_BYTES)),
    );
    this.isKnown = network.body.length >= 4 && readable === count;
    return count > LIMITS.rdpChannels;
  }

  /** TS_UD_SC_NET: the I/O channel, a count, then the numbers in the order of the request (MS-RDPBCGR 2.2.1.4.4) */
  numbered({ blocks }: ConnectBlocks): void {
    const network = blocks.find(({ type }) => type === SERVER_NETWORK);
    if (network === undefined) return;
    const { body } = network;
    const count = Math.min(readUint16(body, 2), Math.floor(Math.max(0, body.length - 4) / 2), LIMITS.rdpChannels);
    this.#ids = Array.from({ length: count }, (_, index) => readUint16(body, 4 + index * 2));
  }

  /** @returns the first time */
  join(id: number): boolean {
    return addOnce(this.#joined, id);
  }

  /** @returns the first time */
  use(id: number): boolean {
    return addOnce(this.#used, id);
  }

  list(): RdpChannel[] {
    return this.#names.map((name, index) => {
      const id = this.#ids[index] ?? null;
      return { name, id, joined: id !== null && this.#joined.has(id), used: id !== null && this.#used.has(id) };
    });
  }
}

/** Bounded by the 65,536 numbers there are. */
function addOnce(ids: Set<number>, id: number): boolean {
  const isNew = !ids.has(id);
  ids.add(id);
  return isNew;
}

function readName(definition: Uint8Array): string {
  const end = definition.subarray(0, NAME_BYTES).indexOf(0);
  return String.fromCharCode(...definition.subarray(0, end < 0 ? NAME_BYTES : end)).toLowerCase();
}

function readUint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function readUint32(bytes: Uint8Array, at: number): number {
  return readUint16(bytes, at) + readUint16(bytes, at + 2) * 65_536;
}
