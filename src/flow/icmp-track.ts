import { LIMITS } from '../base/limits.js';
import { META, ROW } from '../decode/packet-batch.js';
import { FLOW_ROW_WORDS, I, ICMP_SEEN, KEY } from './flow-row.js';
import type { FlowRows } from './flow-rows.js';
import { isBackward } from './is-backward.js';
import { findQuoted, type QuotedFlow } from './quoted-packet.js';

/** reused: there is one for each error, and none outlives it */
const QUOTED: QuotedFlow = { source: 0, destination: 0, ports: 0, key: 0, ipv6At: 0 };

/** What a packet of ICMP is, noted in its own row; an error also in that of the flow that it is about. @param base of the row @param sender its host's number or address, as in rows */
export function trackIcmp(
  table: FlowRows,
  rows: Int32Array,
  at: number,
  view: DataView,
  base: number,
  backward: number,
  frame: number,
  file: number,
  sender: number,
): void {
  const facts = rows[at + ROW.flags] as number;
  const meta = rows[at + ROW.meta] as number;
  const type = (facts >>> 16) & 0xff;
  const isIpv6 = (meta & META.ipv6) !== 0;
  const words = table.words;
  let seen: number = ICMP_SEEN.other;
  if ((meta & META.icmpError) !== 0) seen = ICMP_SEEN.error;
  else if (type === (isIpv6 ? 128 : 8)) seen = ICMP_SEEN.request;
  else if (type === (isIpv6 ? 129 : 0)) seen = ICMP_SEEN.reply;
  words[base + I.flagsAndTtl] = (words[base + I.flagsAndTtl] as number) | (seen << (8 * backward));
  if (seen !== ICMP_SEEN.error) {
    words[base + I.key] = (words[base + I.key] as number) | KEY.notOnlyErrors;
    return;
  }
  const about = rowOfQuoted(table, rows, at, view);
  if (about < 0) {
    words[base + I.key] = (words[base + I.key] as number) | KEY.unmatchedError;
    return;
  }
  const target = about * FLOW_ROW_WORDS;
  if (table.rejections.has(about) || table.rejections.size >= LIMITS.pendingFlows) return;
  // eslint-disable-next-line no-restricted-syntax -- once per rejected flow, bounded
  table.rejections.set(about, { sender, ipv6: isIpv6, type, code: facts >>> 24 });
  if (isIpv6) table.ipv6.retain(sender);
  words[target + I.key] = (words[target + I.key] as number) | KEY.rejected;
  words[target + I.frameDeciding] = frame | 0;
  words[target + I.state] = ((words[target + I.state] as number) & 0xffff) | (file << 16);
}

/** The flow that an ICMP error quotes (RFC 792, RFC 4443 2.4), or -1. */
function rowOfQuoted(table: FlowRows, rows: Int32Array, at: number, view: DataView): number {
  const quoted = QUOTED;
  if (!findQuoted(rows, at, view, quoted)) return -1;
  if ((quoted.key & KEY.ipv6) !== 0) {
    const ip = quoted.ipv6At;
    quoted.source = table.ipv6.find(
      view.getInt32(ip + 8),
      view.getInt32(ip + 12),
      view.getInt32(ip + 16),
      view.getInt32(ip + 20),
    );
    quoted.destination = table.ipv6.find(
      view.getInt32(ip + 24),
      view.getInt32(ip + 28),
      view.getInt32(ip + 32),
      view.getInt32(ip + 36),
    );
    if (quoted.source < 0 || quoted.destination < 0) return -1;
  }
  const { source, destination, ports, key } = quoted;
  const backward = isBackward(table.ipv6, source, destination, ports, key);
  const endA = backward ? destination : source;
  const endB = backward ? source : destination;
  const flowPorts = backward ? (ports << 16) | (ports >>> 16) : ports;
  return table.find(table.hash(endA, endB, flowPorts, key), endA, endB, flowPorts, key, -1, -1);
}
