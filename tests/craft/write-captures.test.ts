import { describe, expect, test } from '@jest/globals';
import type { CapturedFrame } from '../../src/craft/scene.js';
import { writePcap } from '../../src/craft/write-pcap.js';
import { writePcapng } from '../../src/craft/write-pcapng.js';

const bytes = Uint8Array.from({ length: 61 }, (_, index) => index);
const frame: CapturedFrame = { time: 1_781_481_000_123_456_789n, bytes, length: 61 };
const view = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.length);

describe('capture files', () => {
  test.each([
    ['micro', 0xa1b2c3d4, 123_456],
    ['nano', 0xa1b23c4d, 123_456_789],
  ] as const)('pcap in %sseconds, in both byte orders', (resolution, magic, fraction) => {
    for (const order of ['little', 'big'] as const) {
      const file = view(writePcap([frame], { order, resolution, snapLength: 40 }));
      const little = order === 'little';
      const words = [0, 16, 20, 24, 28, 32, 36].map((at) => file.getUint32(at, little));
      expect(words).toEqual([magic, 40, 1, 1_781_481_000, fraction, 40, 61]);
      expect(file.byteLength).toBe(24 + 16 + 40);
    }
  });

  test.each(['little', 'big'] as const)('pcapng blocks say their length twice (%s endian)', (order) => {
    const file = view(writePcapng([frame, frame], { order, dropped: 3 }));
    const little = order === 'little';
    const types: number[] = [];
    for (let at = 0; at < file.byteLength;) {
      const length = file.getUint32(at + 4, little);
      expect(file.getUint32(at + length - 4, little)).toBe(length);
      expect(length % 4).toBe(0);
      types.push(file.getUint32(at, little));
      at += length;
    }
    expect(types).toEqual([0x0a0d0d0a, 1, 6, 6, 5]);
  });

  test('pcapng keeps nanoseconds and both lengths', () => {
    const file = Buffer.from(writePcapng([frame], { snapLength: 40 }));
    const packet = file.subarray(file.indexOf(Buffer.from([6, 0, 0, 0])));
    const time = (BigInt(packet.readUInt32LE(12)) << 32n) | BigInt(packet.readUInt32LE(16));
    expect([time, packet.readUInt32LE(20), packet.readUInt32LE(24)]).toEqual([frame.time, 40, 61]);
  });
});
