import { formatEpoch } from '../../base/time.js';
import type { Flow, FlowTranslation, FrameReference, TcpFacts } from '../../model/flow.js';
import { quoteJson } from '../escape.js';

// Flow records are written by the million: the text is put together by hand, and every string is looked at once.

/** printable ASCII without `"` and `\`: needs no escape */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function quote(text: string): string {
  return plain.test(text) ? `"${text}"` : quoteJson(text);
}

function quoteOrNull(text: string | null): string {
  return text === null ? 'null' : quote(text);
}

function list(texts: readonly string[]): string {
  if (texts.length === 0) return '[]';
  let json = `[${quote(texts[0] ?? '')}`;
  for (let index = 1; index < texts.length; index++) json += `,${quote(texts[index] ?? '')}`;
  return `${json}]`;
}

function frames(references: readonly FrameReference[]): string {
  let json = '';
  for (let index = 0; index < references.length; index++) {
    const { file, frame, role } = references[index] as FrameReference;
    json += `${index === 0 ? '' : ','}{"file":${file},"frame":${frame},"role":"${role}"}`;
  }
  return json;
}

function tcpFacts(tcp: TcpFacts): string {
  const { flags, retransmitted, gapBytes } = tcp;
  return `{"flags":[${quote(flags[0])},${quote(flags[1])}],"retransmitted":[${retransmitted[0]},${retransmitted[1]}],"gapBytes":${gapBytes}}`;
}

function translationJson({ group, rank, reversed }: FlowTranslation): string {
  return `{"group":${group},"rank":${rank},"reversed":${reversed}}`;
}

/**
 * The flow record of the contract on one line, then fields of our own: `id` and `outer` (the flow that carried this
 * one), `payload` each way, `outcomeReasons`, `routed`, `errorsOnly`, `mirrorTransport`, `ttls` of the
 * first packet each way, `translation` where other flows are the same conversation, and `frames` (file index,
 * 1-based frame number, what the packet shows), with which everything else can be looked up: hops are left out, as
 * they would make up a third of the output. `zones` is there with a topology only.
 */
export function formatFlowJson(flow: Flow): string {
  const { a, b, packets, bytes, vlans, payload, tcp, zones, ttls, translation } = flow;
  return (
    `{"layer":${flow.layer},"tunnel":${quoteOrNull(flow.tunnel)},"proto":${flow.proto}` +
    `,"a":{"address":${quote(a.address)},"port":${a.port}},"b":{"address":${quote(b.address)},"port":${b.port}}` +
    `,"packets":[${packets[0]},${packets[1]}],"bytes":[${bytes[0]},${bytes[1]}]` +
    `,"first":"${formatEpoch(flow.first)}","last":"${formatEpoch(flow.last)}"` +
    `,"initiator":"${flow.initiator}","initiatorBasis":"${flow.initiatorBasis}","outcome":"${flow.outcome}"` +
    `,"vlans":[${list(vlans[0])},${list(vlans[1])}],"tcp":${tcp === null ? 'null' : tcpFacts(tcp)}` +
    `,"fragments":${flow.fragments},"duplicates":${flow.duplicates}` +
    (zones === null ? '' : `,"zones":["${zones[0]}","${zones[1]}"]`) +
    `,"id":${flow.id},"outer":${flow.outer},"payload":[${payload[0]},${payload[1]}]` +
    `,"outcomeReasons":${list(flow.outcomeReasons)},"routed":${flow.routed},"errorsOnly":${flow.errorsOnly}` +
    `,"mirrorTransport":${flow.mirrorTransport}` +
    (ttls === undefined ? '' : `,"ttls":[${ttls[0]},${ttls[1]}]`) +
    (translation === undefined ? '' : `,"translation":${translationJson(translation)}`) +
    `,"frames":[${frames(flow.frames)}]}`
  );
}
