import type { Text } from '../../base/text.js';
import { LIMITS } from '../../base/limits.js';
import { FrameDecoder } from '../../decode/frame-decoder.js';
import { META, PacketBatch, ROW, ROW_STRIDE } from '../../decode/packet-batch.js';
import type { KeptPacket } from './kept-packet.js';

/** What a packet of a bundle proves. */
export const PACKET_ROLES = {
  handshake: { ja: '接続の確立', en: 'handshake' },
  request: { ja: '最初のパケット', en: 'first packet' },
  answer: { ja: '応答', en: 'answer' },
  'first-payload': { ja: '最初のデータ', en: 'first payload' },
  teardown: { ja: '接続の終了', en: 'teardown' },
  'icmp-answer': { ja: 'ICMPによる応答', en: 'ICMP answer' },
  'routed-copy': { ja: '転送後の同じパケット', en: 'the same datagram, routed' },
  copy: { ja: '同じフレームの写し', en: 'copy of the same frame' },
  frame: { ja: '該当のフレーム', en: 'cited frame' },
  context: { ja: '前後のパケット', en: 'context' },
} as const satisfies Readonly<Record<string, Text>>;
export type PacketRole = keyof typeof PACKET_ROLES;

const PROTO = { icmp: 1, tcp: 6, icmpv6: 58 } as const;
const FLAG = { fin: 1, syn: 2, rst: 4, ack: 16 } as const;
/** two copies of one datagram are no further apart, nanoseconds */
const COPY_WINDOW = 2_000_000_000n;

/** One for all tellers: its counters are larger than most files of a finding. */
const batch = new PacketBatch(LIMITS.ipLayers);
const decoder = new FrameDecoder(batch);

/** Tells the role of each packet of one finding, in the order of time. */
export class RoleTeller {
  /** by conversation and direction: what was met */
  readonly #met = new Set<string>();
  readonly #datagrams = new Map<string, { readonly time: bigint; readonly ttl: number }>();

  tell({ bytes, originalLength, linkType, fcsLength, time }: KeptPacket): PacketRole {
    batch.count = 0;
    decoder.decode(bytes, 0, bytes.length, originalLength, linkType, 0, fcsLength);
    const row = batch.count - 1;
    if (row < 0) return 'frame';
    const { rows } = batch;
    const word = (column: number): number => rows[row * ROW_STRIDE + column] as number;
    const meta = word(ROW.meta);
    if ((meta & META.icmpError) !== 0) return 'icmp-answer';
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isIpv6 = (meta & META.ipv6) !== 0;
    const hex = (at: number, size: number): string =>
      Buffer.from(view.buffer, view.byteOffset + at, size).toString('hex');
    const ip = word(ROW.ipAt);
    const [source, destination] = isIpv6 ? [hex(ip + 8, 16), hex(ip + 24, 16)] : [hex(ip + 12, 4), hex(ip + 16, 4)];
    const proto = meta & META.protoMask;
    const ports = word(ROW.ports);
    const way = `${proto} ${source}:${ports >>> 16} ${destination}:${ports & 0xffff}`;
    const back = `${proto} ${destination}:${ports & 0xffff} ${source}:${ports >>> 16}`;
    const facts = word(ROW.flags);
    const ttl = (facts >>> 8) & 0xff;
    const datagram = [way, word(ROW.ipId), word(ROW.seq), word(ROW.ack), word(ROW.length), facts & 0xff].join(' ');
    const earlier = this.#datagrams.get(datagram);
    this.#datagrams.set(datagram, { time, ttl });
    // without an identification, equal datagrams of the same length may well be different ones
    if (earlier !== undefined && time - earlier.time <= COPY_WINDOW && (word(ROW.ipId) !== 0 || proto === PROTO.tcp))
      return earlier.ttl === ttl ? 'copy' : 'routed-copy';
    const isNew = (what: string): boolean => {
      if (this.#met.has(`${what} ${way}`)) return false;
      this.#met.add(`${what} ${way}`);
      return true;
    };
    if (proto !== PROTO.tcp) {
      if (!isNew('packet')) return 'context';
      return this.#met.has(`packet ${back}`) ? 'answer' : 'request';
    }
    if ((facts & FLAG.syn) !== 0) return 'handshake';
    if (word(ROW.payload) > 0 && isNew('payload')) return 'first-payload';
    if ((facts & (FLAG.fin | FLAG.rst)) !== 0) return 'teardown';
    const isBeforeData = ![way, back].some((either) => this.#met.has(`payload ${either}`));
    return isBeforeData && isNew('acknowledgement') ? 'handshake' : 'context';
  }
}
