import type { Finding } from '../../model/report.js';
import { readVersion } from '../../base/version.js';
import type { KeptPacket } from './kept-packet.js';
import { PACKET_ROLES, RoleTeller } from './packet-role.js';
import { plainText } from './plain-text.js';
import { writePcapng, type EvidenceInterface } from './write-pcapng.js';

/**
 * The packets of one finding as a capture that Wireshark opens. Interfaces are the capture points; the comment of each
 * packet says what it proves and where it was found. Nothing in a comment comes from a packet.
 * @param nameOfFile of the run's captures, by number
 */
export function makeFindingFile(
  finding: Pick<Finding, 'id' | 'rule' | 'title'>,
  packets: readonly KeptPacket[],
  nameOfFile: (number: number) => string,
  fullPackets: boolean,
): Uint8Array {
  const interfaces: EvidenceInterface[] = [];
  const numbers = new Map<string, number>();
  const teller = new RoleTeller();
  const written = packets.map((packet) => {
    const { point, linkType, fcsLength, time, bytes, originalLength } = packet;
    const key = JSON.stringify([point, linkType, fcsLength]);
    let number = numbers.get(key);
    if (number === undefined) {
      number = interfaces.push({ point, linkType, fcsLength }) - 1;
      numbers.set(key, number);
    }
    const comment = commentOf(packet, teller, nameOfFile(packet.file));
    return { interface: number, time, bytes, originalLength, comment };
  });
  return writePcapng(interfaces, written, {
    application: `sansou ${readVersion()}`,
    comment: [
      `sansou evidence: ${finding.rule} ${finding.title.en} / ${finding.title.ja}`,
      `finding ${finding.id}`,
      fullPackets
        ? 'whole packets (--full-packets): may hold personal data'
        : 'cut behind the transport header: no payload',
    ].join('\n'),
  });
}

function commentOf(packet: KeptPacket, teller: RoleTeller, file: string): string {
  const role = PACKET_ROLES[teller.tell(packet)];
  const cut =
    packet.bytes.length < packet.capturedLength
      ? `; cut: ${packet.bytes.length} of ${packet.capturedLength} captured bytes`
      : '';
  return `${role.en} / ${role.ja}; frame ${packet.frame} of "${plainText(file)}"${cut}`;
}
