import { join, le16, le32, text, u24, u8, zeros } from '../field.js';
import type { Random } from '../random.js';
import { answers, asks, type Dialogue } from './turn.js';

const NEGOTIATE = 0;
const RESPONSE_FLAG = 1;
const DIALECT_3_0_2 = 0x0302;

/** The four bytes that SMB keeps of NetBIOS over TCP. */
const framed = (message: Uint8Array): Uint8Array => join(u8(0), u24(message.length), message);

/** MS-SMB2 2.2.1.2, 64 bytes */
function header(command: number, flags: number): Uint8Array {
  return join(u8(0xfe), text('SMB'), le16(64), le16(0), le32(0), le16(command), le16(1), le32(flags), zeros(44));
}

/** MS-SMB2 2.2.3 */
function negotiateRequest(random: Random): Uint8Array {
  return join(
    header(NEGOTIATE, 0),
    le16(36),
    le16(1),
    le16(1),
    le16(0),
    le32(0x40),
    random.bytes(16),
    zeros(8),
    le16(DIALECT_3_0_2),
  );
}

/** MS-SMB2 2.2.4, without a security token */
function negotiateResponse(random: Random): Uint8Array {
  const sizes = join(le32(0x10_0000), le32(0x10_0000), le32(0x10_0000));
  const security = join(le16(128), le16(0), le32(0));
  return join(
    header(NEGOTIATE, RESPONSE_FLAG),
    le16(65),
    le16(1),
    le16(DIALECT_3_0_2),
    le16(0),
    random.bytes(16),
    le32(0x40),
    sizes,
    zeros(16),
    security,
  );
}

/** MS-SMB2 2.2.41: an encrypted message */
function sealed(random: Random, bytes: number): Uint8Array {
  return join(
    u8(0xfd),
    text('SMB'),
    random.bytes(16),
    random.bytes(11),
    zeros(5),
    le32(bytes),
    le16(0),
    le16(1),
    le32(0x41),
    le32(0),
    random.bytes(bytes),
  );
}

/** A file share: negotiation in the clear, the files themselves encrypted as SMB 3 does. */
export const smb: Dialogue = ({ random, upBytes, downBytes }) => [
  asks(framed(negotiateRequest(random))),
  answers(framed(negotiateResponse(random))),
  asks(framed(sealed(random, upBytes))),
  answers(framed(sealed(random, downBytes))),
];
