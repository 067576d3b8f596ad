import { createHmac } from 'node:crypto';

/** What protects the Initial packets of one side (RFC 9001 section 5.2). */
export interface PacketKeys {
  readonly key: Buffer;
  readonly iv: Buffer;
  /** of the header protection */
  readonly hp: Buffer;
}

export interface QuicVersion {
  readonly salt: Buffer;
  readonly labelPrefix: string;
  /** types of long header packets */
  readonly initial: number;
  readonly handshake: number;
  readonly retry: number;
  /** type of the frame that carries the handshake */
  readonly crypto: number;
}

const VERSION_1: QuicVersion = {
  salt: Buffer.from('38762cf7f55934b34d179ae6a4c80cadccbb7f0a', 'hex'),
  labelPrefix: 'quic ',
  initial: 0,
  handshake: 2,
  retry: 3,
  crypto: 6,
};
/** draft-ietf-quic-tls-29 section 5.2, used until draft 32 */
const DRAFT_29: QuicVersion = { ...VERSION_1, salt: Buffer.from('afbfec289993d24c9e9786f19c6111e04390a899', 'hex') };
/** draft-ietf-quic-tls-23 section 5.2, used until draft 28 */
const DRAFT_23: QuicVersion = { ...VERSION_1, salt: Buffer.from('c3eef712c72ebb5a11a7d2432bb46365bef9f502', 'hex') };

/** draft-ietf-quic-tls-22 section 5.2 */
const DRAFT_22: QuicVersion = { ...VERSION_1, salt: Buffer.from('7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a', 'hex') };
/** Google's own, with TLS: its frames have other numbers, of which the one that carries the handshake matters */
const T050: QuicVersion = {
  ...VERSION_1,
  crypto: 8,
  salt: Buffer.from('7ff579e5acd072915580304c43a2367c60488310', 'hex'),
};
const T051: QuicVersion = { ...T050, salt: Buffer.from('7a4edef4e7ccee5fa4506c19124fc8ccda6e033d', 'hex') };

/** RFC 9000 and 9001 for version 1, RFC 9369 for version 2; the drafts that were deployed before them still occur */
export const QUIC_VERSIONS: Readonly<Record<number, QuicVersion>> = {
  0x00000001: VERSION_1,
  0xff000016: DRAFT_22,
  0xff000017: DRAFT_23,
  0xff000018: DRAFT_23,
  0xff000019: DRAFT_23,
  0xff00001a: DRAFT_23,
  0xff00001b: DRAFT_23,
  0xff00001c: DRAFT_23,
  0xff00001d: DRAFT_29,
  0xff00001e: DRAFT_29,
  0xff00001f: DRAFT_29,
  0xff000020: DRAFT_29,
  // Facebook's numbers for draft 22, draft 27, and trials on the ground of it
  0xfaceb001: DRAFT_22,
  0xfaceb002: DRAFT_23,
  0xfaceb00e: DRAFT_23,
  0x54303530: T050,
  0x54303531: T051,
  0x6b3343cf: {
    salt: Buffer.from('0dede3def700a6db819381be6e269dcbf9bd2ed9', 'hex'),
    labelPrefix: 'quicv2 ',
    initial: 1,
    handshake: 3,
    retry: 0,
    crypto: 6,
  },
};

/** @param connectionId destination of the client's first Initial packet, or of the first after a Retry */
export function deriveInitialKeys(
  { salt, labelPrefix }: QuicVersion,
  connectionId: Uint8Array,
): { client: PacketKeys; server: PacketKeys } {
  const initial = createHmac('sha256', salt).update(connectionId).digest();
  const keysOf = (side: string): PacketKeys => {
    const secret = expandLabel(initial, `${side} in`, 32);
    return {
      key: expandLabel(secret, `${labelPrefix}key`, 16),
      iv: expandLabel(secret, `${labelPrefix}iv`, 12),
      hp: expandLabel(secret, `${labelPrefix}hp`, 16),
    };
  };
  return { client: keysOf('client'), server: keysOf('server') };
}

/** HKDF-Expand-Label of RFC 8446 section 7.1 with an empty context; one block of SHA-256 is enough for all lengths here. */
function expandLabel(secret: Buffer, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0, 1])]);
  return createHmac('sha256', secret).update(info).digest().subarray(0, length);
}
