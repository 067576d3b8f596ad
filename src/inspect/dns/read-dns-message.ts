import type { Answer, DecodedPacket } from 'dns-packet';
import packet from 'dns-packet';
import { formatAddress, parseAddress } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';

/** What one DNS message asks or answers. */
export interface DnsMessage {
  readonly id: number;
  readonly isResponse: boolean;
  /** of the first question, lower case, no trailing dot */
  readonly name: string;
  /** `A`, `TXT` … or `TYPE65280` */
  readonly type: string;
  /** `NOERROR`, `NXDOMAIN` …; null in a question */
  readonly rcode: string | null;
  /** A and AAAA */
  readonly addresses: readonly string[];
  /** the answers could be read to their end */
  readonly isWhole: boolean;
}

const HEADER_BYTES = 12;
const [ANSWERS_AT, AUTHORITIES_AT, ADDITIONALS_AT] = [6, 8, 10];
const UNKNOWN_TYPE = /^UNKNOWN_(\d+)$/;
const UNKNOWN_RCODE = /^RCODE_(\d+)$/;

/** RFC 1035 section 4.1. @returns null when there is no question that can be read */
export function readDnsMessage(bytes: Uint8Array): DnsMessage | null {
  if (bytes.length <= HEADER_BYTES) return null;
  const message = Buffer.from(bytes);
  const answers = message.readUInt16BE(ANSWERS_AT);
  // Only questions and some answers are decoded: what a packet can make the decoder do is bounded by this.
  const decoded = decode(message, Math.min(answers, LIMITS.dnsAnswersRead));
  // The decoder trusts the lengths of the last record: it may have read past the end.
  const isInside = decoded !== null && packet.decode.bytes <= message.length;
  const packetRead = decoded ?? decode(message, 0);
  const question = packetRead?.questions?.[0];
  if (packetRead === null || question === undefined) return null;
  const isResponse = packetRead.type === 'response';
  return {
    id: packetRead.id ?? 0,
    isResponse,
    name: question.name.toLowerCase().replace(/\.$/, ''),
    type: question.type.replace(UNKNOWN_TYPE, 'TYPE$1'),
    rcode: isResponse ? rcodeOf(packetRead) : null,
    addresses: isResponse ? addressesOf(packetRead.answers ?? []) : [],
    isWhole: isInside && answers <= LIMITS.dnsAnswersRead,
  };
}

function decode(message: Buffer, answers: number): DecodedPacket | null {
  message.writeUInt16BE(answers, ANSWERS_AT);
  message.writeUInt16BE(0, AUTHORITIES_AT);
  message.writeUInt16BE(0, ADDITIONALS_AT);
  try {
    return packet.decode(message);
  } catch {
    return null; // cut off, or not a message
  }
}

function addressesOf(answers: readonly Answer[]): string[] {
  return answers
    .flatMap((answer) => (answer.type === 'A' || answer.type === 'AAAA' ? (parseAddress(answer.data) ?? []) : []))
    .map(formatAddress)
    .slice(0, LIMITS.dnsAddressesKept);
}

/** dns-packet knows the rcode and its type declaration does not. */
function rcodeOf(decoded: DecodedPacket): string {
  const { rcode } = decoded as { rcode?: string };
  return (rcode ?? 'NOERROR').replace(UNKNOWN_RCODE, 'RCODE$1');
}
