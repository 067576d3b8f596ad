/** What matters of an MCS domain message (T.125 section 7, packed encoding X.691). */
export interface McsMessage {
  readonly kind: 'joined' | 'data';
  readonly channelId: number;
}

/** the choice of the message stands in the upper six bits of its first byte */
const CHANNEL_JOIN_CONFIRM = 15;
const SEND_DATA_REQUEST = 25;
const SEND_DATA_INDICATION = 26;

/** @returns null: a message that says nothing about channels, or a join that was not granted */
export function readMcsMessage(mcs: Uint8Array): McsMessage | null {
  const choice = (mcs[0] ?? 0) >> 2;
  if (choice === CHANNEL_JOIN_CONFIRM) return readJoin(mcs);
  if (choice !== SEND_DATA_REQUEST && choice !== SEND_DATA_INDICATION) return null;
  // user who sends (2 bytes), channel
  return mcs.length < 5 ? null : { kind: 'data', channelId: readUint16(mcs, 3) };
}

/** ChannelJoinConfirm: a bit for the optional channel, four bits of result, the user, the channel asked, the channel */
function readJoin(mcs: Uint8Array): McsMessage | null {
  const first = mcs[0] ?? 0;
  const result = ((first & 1) << 3) | ((mcs[1] ?? 0) >> 5);
  const isGranted = (first & 2) !== 0 && result === 0 && mcs.length >= 8;
  return isGranted ? { kind: 'joined', channelId: readUint16(mcs, 6) } : null;
}

function readUint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
