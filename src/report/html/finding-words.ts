import type { Text } from '../../base/text.js';
import type { EvidenceFrame, Finding, FindingEnd } from '../../model/report.js';
import { formatService, protocolName, serviceName } from '../words/services.js';
import { WORDS } from '../words/words.js';
import { both, textOf } from './paper.js';

/** `LGWAN接続系 10.20.4.10（mail-lg）` */
export function endText(end: FindingEnd): Text {
  const address = end.address ?? (end.mac === null ? null : `MAC ${end.mac}`);
  return both((lang) => {
    const zone = end.zone === null ? '' : textOf(WORDS.area, end.zone)[lang];
    const host = end.host === null ? '' : lang === 'ja' ? `（${end.host}）` : ` (${end.host})`;
    return `${zone} ${address ?? ''}${host}`.trim();
  });
}

/** `10.20.4.10 mail-lg`, for the narrow cells of the list */
export function shortEnd(end: FindingEnd): string {
  return [end.address ?? end.mac ?? '', end.host ?? ''].filter((part) => part !== '').join(' ');
}

/** `tcp/445 SMB` */
export function serviceText({ service }: Pick<Finding, 'service'>): string {
  if (service === null) return '';
  const name = service.name ?? serviceName(service.proto, service.port);
  return `${formatService(service.proto, service.port)}${name === '' ? '' : ` ${name}`}`;
}

function portText(address: string | undefined, port: number | undefined): string {
  if (address === undefined) return '';
  if (port === undefined || port === 0) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** What the packet says of itself: addresses, protocol, flags, TTL, sequence numbers, length. */
export function packetText(frame: EvidenceFrame): string {
  if (frame.source === undefined && frame.destination === undefined) return '';
  const ends = `${portText(frame.source, frame.sourcePort)} → ${portText(frame.destination, frame.destinationPort)}`;
  return [ends, frame.proto === undefined ? '' : protocolName(frame.proto)].filter((part) => part !== '').join(' ');
}

export function detailText(frame: EvidenceFrame): string {
  return [
    frame.tcpFlags === undefined ? '' : `[${frame.tcpFlags}]`,
    frame.seq === undefined ? '' : `seq ${frame.seq}`,
    frame.ack === undefined ? '' : `ack ${frame.ack}`,
    frame.ttl === undefined ? '' : `TTL ${frame.ttl}`,
    frame.length === undefined ? '' : `${frame.length} B`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function macText(frame: EvidenceFrame): string {
  const { sourceMac, destinationMac } = frame;
  return (sourceMac ?? null) === null && (destinationMac ?? null) === null
    ? ''
    : `${sourceMac ?? '?'} → ${destinationMac ?? '?'}`;
}

export function conduitText(conduit: NonNullable<Finding['conduit']>, title: string | null): Text {
  const name = title === null ? conduit.nearest : `${conduit.nearest} ${title}`;
  const { failed } = conduit;
  if (failed === null) return { ja: `関係する定義 ${name}`, en: `concerns ${name}` };
  return {
    ja: `最も近い定義 ${name}（一致しない項目：${textOf(WORDS.conduitField, failed).ja}）`,
    en: `nearest is ${name}; field that failed: ${textOf(WORDS.conduitField, failed).en}`,
  };
}

export const STATUS_WORDS: Readonly<Record<NonNullable<Finding['status']>, Text>> = {
  new: { ja: '新規', en: 'new' },
  ongoing: { ja: '継続', en: 'still there' },
  gone: { ja: '解消', en: 'gone' },
  'gone-unobserved': { ja: '解消（未観測のため不明）', en: 'gone, but not looked at' },
};
