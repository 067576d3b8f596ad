import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { PacketKeys } from './initial-keys.js';

const SAMPLE_BYTES = 16;
const TAG_BYTES = 16;

/**
 * Removes the header protection and decrypts one Initial packet (RFC 9001 sections 5.3 and 5.4).
 * @param packet from its first byte to its end
 * @param numberAt offset of the packet number
 * @returns the frames, or null when the keys do not fit
 */
export function openPacket(packet: Uint8Array, numberAt: number, keys: PacketKeys): Buffer | null {
  const sample = packet.subarray(numberAt + 4, numberAt + 4 + SAMPLE_BYTES);
  if (sample.length < SAMPLE_BYTES) return null;
  const mask = createCipheriv('aes-128-ecb', keys.hp, null).update(sample);
  const first = (packet[0] as number) ^ ((mask[0] as number) & 0x0f);
  const numberBytes = (first & 3) + 1;
  const header = Buffer.from(packet.subarray(0, numberAt + numberBytes));
  header[0] = first;
  let number = 0;
  for (let i = 0; i < numberBytes; i++) {
    const byte = (packet[numberAt + i] as number) ^ (mask[1 + i] as number);
    header[numberAt + i] = byte;
    number = number * 256 + byte;
  }
  const sealed = packet.subarray(numberAt + numberBytes);
  if (sealed.length < TAG_BYTES) return null;
  const nonce = Buffer.from(keys.iv);
  nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ number) >>> 0, 8);
  const decipher = createDecipheriv('aes-128-gcm', keys.key, nonce);
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const frames = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return frames;
  } catch {
    return null; // not protected by these keys, or damaged
  }
}
