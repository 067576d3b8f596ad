import { formatIpv4, formatIpv6 } from '../base/address.js';
import type { Nanoseconds } from '../base/time.js';
import { TUNNELS } from '../decode/packet-batch.js';
import type { Flow, FrameReference, Outcome } from '../model/flow.js';
import type { Area } from '../model/place.js';
import type { FlowRows } from './flow-rows.js';
import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, KEY, PROTO, STATE } from './flow-row.js';
import { initiatorOf } from './opener.js';
import type { Opener } from './opener.js';

/** What the border needs to know of the run to give rows their names. */
export interface RunNames {
  /** by capture point number */
  readonly points: readonly (string | null)[];
  /** nanoseconds since 1970 of a packet time (float, since the origin) */
  toNanoseconds(time: number): Nanoseconds;
}

/** the columns that hold the ends of flows */
export type AddressedRows = Pick<FlowRows, 'words' | 'ipv6'>;

/** What was concluded about a row before it becomes a flow. */
export interface RowConclusion {
  readonly opener: Opener;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly mirrorTransport: boolean;
  readonly zones: readonly [Area, Area] | null;
}

const FLAG_LETTERS = 'FSRPAUEC';

/** THE border: a row, which is about to be used again, becomes a plain immutable value. */
export function toFlow(table: FlowRows, row: number, names: RunNames, conclusion: RowConclusion): Flow {
  const { words, doubles } = table;
  const base = row * FLOW_ROW_WORDS;
  const times = row * FLOW_ROW_DOUBLES;
  const word = (offset: number): number => words[base + offset] as number;
  const count = (offset: number): number => word(offset) >>> 0;
  const double = (offset: number): number => doubles[times + offset] as number;
  const key = word(I.key);
  const state = word(I.state);
  const flags = word(I.flagsAndTtl);
  const isTcp = (key & KEY.protoMask) === PROTO.tcp;
  const hopsAToB = table.stations.describe(word(I.sendersAToB), word(I.receiversAToB), names.points);
  const hopsBToA = table.stations.describe(word(I.sendersBToA), word(I.receiversBToA), names.points);
  const outer = table.rare.outerOf(row);
  return {
    id: table.numbers[row] as number,
    outer: outer < 0 ? null : outer,
    layer: (key >>> KEY.layerShift) & KEY.layerMask,
    tunnel: TUNNELS[(key >>> KEY.tunnelShift) & KEY.tunnelMask] ?? null,
    proto: key & KEY.protoMask,
    a: { address: addressOf(table, row, 0), port: word(I.ports) >>> 16 },
    b: { address: addressOf(table, row, 1), port: word(I.ports) & 0xffff },
    packets: [count(I.packetsAToB), count(I.packetsBToA)],
    bytes: [double(D.bytesAToB), double(D.bytesBToA)],
    payload: [(state & STATE.payloadAToB) !== 0, (state & STATE.payloadBToA) !== 0],
    first: names.toNanoseconds(double(D.first)),
    last: names.toNanoseconds(double(D.last)),
    initiator: initiatorOf(conclusion.opener.side),
    initiatorBasis: conclusion.opener.basis,
    outcome: conclusion.outcome,
    outcomeReasons: conclusion.reasons,
    vlans: [vlansOf(hopsAToB), vlansOf(hopsBToA)],
    tcp: isTcp
      ? {
          flags: [flagLetters(flags & 0xff), flagLetters((flags >>> 8) & 0xff)],
          retransmitted: [table.losses.repeatsOf(row, 0), table.losses.repeatsOf(row, 1)],
          gapBytes: table.losses.gapBytesOf(row),
        }
      : null,
    fragments: table.rare.fragmentsOf(row),
    duplicates: count(I.duplicates),
    routed: (state & STATE.routed) !== 0,
    errorsOnly: isErrorsOnly(words, row),
    ttls: [count(I.packetsAToB) === 0 ? null : (flags >>> 16) & 0xff, count(I.packetsBToA) === 0 ? null : flags >>> 24],
    hops: [hopsAToB, hopsBToA],
    frames: framesOf(words, base),
    mirrorTransport: conclusion.mirrorTransport,
    zones: conclusion.zones,
  };
}

/** ICMP errors that were attributed to the flows that they quote, and nothing else */
export function isErrorsOnly(words: Int32Array, row: number): boolean {
  const key = words[row * FLOW_ROW_WORDS + I.key] as number;
  const proto = key & KEY.protoMask;
  return (proto === PROTO.icmp || proto === PROTO.icmpv6) && (key & (KEY.notOnlyErrors | KEY.unmatchedError)) === 0;
}

/** text of end a (0) or b (1) */
export function addressOf(table: AddressedRows, row: number, side: 0 | 1): string {
  const base = row * FLOW_ROW_WORDS;
  const end = table.words[base + I.endA + side] as number;
  return endText(table, end, ((table.words[base + I.key] as number) & KEY.ipv6) !== 0);
}

/** text of an end as rows and rejections hold it: an IPv4 word, or a number of the IPv6 table */
export function endText(table: Pick<AddressedRows, 'ipv6'>, end: number, isIpv6: boolean): string {
  if (!isIpv6) return formatIpv4(end);
  const ipv6 = table.ipv6;
  return formatIpv6(ipv6.word(end, 0) >>> 0, ipv6.word(end, 1) >>> 0, ipv6.word(end, 2) >>> 0, ipv6.word(end, 3) >>> 0);
}

function vlansOf(hops: readonly { readonly vlan: string | null }[]): string[] {
  return [...new Set(hops.flatMap((hop) => (hop.vlan === null ? [] : [hop.vlan])))].sort();
}

function flagLetters(flags: number): string {
  let letters = '';
  for (let bit = 0; bit < 8; bit++) if ((flags & (1 << bit)) !== 0) letters += FLAG_LETTERS[bit] ?? '';
  return letters;
}

function framesOf(words: Int32Array, base: number): FrameReference[] {
  const frames: FrameReference[] = [];
  const files = words[base + I.files] as number;
  const aToB = words[base + I.frameAToB] as number;
  const bToA = words[base + I.frameBToA] as number;
  const deciding = words[base + I.frameDeciding] as number;
  if (aToB !== 0) frames.push({ file: files & 0xffff, frame: aToB >>> 0, role: 'first-a-to-b' });
  if (bToA !== 0) frames.push({ file: files >>> 16, frame: bToA >>> 0, role: 'first-b-to-a' });
  if (deciding !== 0)
    frames.push({ file: (words[base + I.state] as number) >>> 16, frame: deciding >>> 0, role: 'deciding' });
  return frames;
}
