import { formatEpoch } from '../../base/time.js';
import type { Flow } from '../../model/flow.js';
import { escapeCsv } from '../escape.js';

const COLUMNS = [
  ...['layer', 'tunnel', 'proto', 'a_address', 'a_port', 'b_address', 'b_port', 'packets_a_to_b', 'packets_b_to_a'],
  ...['bytes_a_to_b', 'bytes_b_to_a', 'first', 'last', 'initiator', 'initiator_basis', 'outcome', 'vlans_a_to_b'],
  ...['vlans_b_to_a', 'tcp_flags_a_to_b', 'tcp_flags_b_to_a', 'retransmitted_a_to_b', 'retransmitted_b_to_a'],
  ...['gap_bytes', 'fragments', 'duplicates', 'zone_a', 'zone_b', 'id', 'outer', 'payload_a_to_b', 'payload_b_to_a'],
  ...['outcome_reasons', 'routed', 'errors_only', 'mirror_transport', 'first_file', 'first_frame'],
];

export const FLOW_CSV_HEADER = COLUMNS.join(',');

/** letters, digits, dots, colons: what addresses, VLAN ids and codes are made of */
const plain = /^[0-9A-Za-z][0-9A-Za-z.:/_-]*$/;

function cell(text: string | null): string {
  return text === null ? '' : plain.test(text) ? text : escapeCsv(text);
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '' : cell(texts.length === 1 ? (texts[0] ?? '') : texts.join(' '));
}

/** The flow record as one CSV row without its line end; lists inside a cell are separated by a space. */
export function formatFlowCsv(flow: Flow): string {
  const { a, b, tcp, zones } = flow;
  const frame = flow.frames[0];
  return (
    `${flow.layer},${cell(flow.tunnel)},${flow.proto},${cell(a.address)},${a.port},${cell(b.address)},${b.port}` +
    `,${flow.packets[0]},${flow.packets[1]},${flow.bytes[0]},${flow.bytes[1]}` +
    `,${formatEpoch(flow.first)},${formatEpoch(flow.last)},${flow.initiator},${flow.initiatorBasis},${flow.outcome}` +
    `,${list(flow.vlans[0])},${list(flow.vlans[1])}` +
    (tcp === null
      ? ',,,,,'
      : `,${cell(tcp.flags[0])},${cell(tcp.flags[1])},${tcp.retransmitted[0]},${tcp.retransmitted[1]},${tcp.gapBytes}`) +
    `,${flow.fragments},${flow.duplicates},${zones === null ? '' : zones[0]},${zones === null ? '' : zones[1]}` +
    `,${flow.id},${flow.outer ?? ''},${flow.payload[0]},${flow.payload[1]},${list(flow.outcomeReasons)}` +
    `,${flow.routed},${flow.errorsOnly},${flow.mirrorTransport},${frame?.file ?? ''},${frame?.frame ?? ''}`
  );
}
