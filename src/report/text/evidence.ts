import type { EvidenceFrame, Finding } from '../../model/report.js';
import { formatCount } from '../words/numbers.js';
import { protocolName } from '../words/services.js';
import { WORDS } from '../words/words.js';
import { renderMore, type Sheet } from './sheet.js';

const FRAMES_SHOWN = 3;

function formatEnd(address: string | undefined, port: number | undefined): string {
  if (port === undefined || port === 0) return address ?? '?';
  return address?.includes(':') === true ? `[${address}]:${port}` : `${address ?? '?'}:${port}`;
}

/** Where the frame is: file, frame number, local time, capture point, VLAN. */
function formatPlace(sheet: Sheet, frame: EvidenceFrame): string {
  const { page, clock } = sheet;
  return [
    `${page.show(frame.file)} #${frame.frame}`,
    frame.time === null ? '' : page.show(clock.clock(frame.time)),
    sheet.point(frame.point),
    frame.vlan === undefined ? '' : `VLAN ${frame.vlan === null ? '-' : page.show(frame.vlan)}`,
    frame.role === undefined || frame.role.startsWith('first-') ? '' : sheet.word(WORDS.frameRole, frame.role),
  ]
    .filter((part) => part !== '')
    .join('  ');
}

/** What the packet says: addresses, flags, TTL, length. */
function formatPacket(sheet: Sheet, frame: EvidenceFrame): string {
  const { page, labels } = sheet;
  if (frame.source === undefined && frame.destination === undefined) return '';
  const ends = `${formatEnd(frame.source, frame.sourcePort)} ${labels.arrow} ${formatEnd(frame.destination, frame.destinationPort)}`;
  return [
    page.show(ends),
    frame.proto === undefined || frame.tcpFlags !== undefined ? '' : protocolName(frame.proto),
    frame.tcpFlags === undefined ? '' : `[${page.show(frame.tcpFlags)}]`,
    frame.ttl === undefined ? '' : `TTL ${frame.ttl}`,
    frame.length === undefined ? '' : `${formatCount(frame.length)} B`,
  ]
    .filter((part) => part !== '')
    .join('  ');
}

function formatMacs(sheet: Sheet, frame: EvidenceFrame): string {
  const { sourceMac, destinationMac } = frame;
  if ((sourceMac ?? null) === null && (destinationMac ?? null) === null) return '';
  return sheet.page.show(`MAC ${sourceMac ?? '?'} ${sheet.labels.arrow} ${destinationMac ?? '?'}`);
}

/** The cited frames; each one takes a line for its place and a line or two for its contents. */
export function* renderEvidence(sheet: Sheet, finding: Finding, indent: number, labelWidth: number): Generator<string> {
  const { page, labels } = sheet;
  const left = indent + labelWidth;
  const frames = page.full ? finding.evidence : finding.evidence.slice(0, FRAMES_SHOWN);
  const label = ' '.repeat(indent) + page.padEnd(page.paint(labels.evidence, 'faint'), labelWidth);
  let head = label;
  for (const frame of frames) {
    for (const line of page.wrap(formatPlace(sheet, frame), page.columns - left)) {
      yield head + line;
      head = ' '.repeat(left);
    }
    const packet = formatPacket(sheet, frame);
    const macs = formatMacs(sheet, frame);
    const together = packet === '' || macs === '' ? packet + macs : `${packet}  ${macs}`;
    const fits = page.width(together) <= page.columns - left - 2;
    for (const text of fits ? [together] : [packet, macs]) {
      if (text === '') continue;
      for (const line of page.wrap(text, page.columns - left - 2)) yield `${head}  ${page.paint(line, 'faint')}`;
    }
  }
  yield* renderMore(sheet, finding.evidence.length - frames.length, left);
}
