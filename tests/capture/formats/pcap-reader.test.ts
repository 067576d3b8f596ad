import { describe, expect, test } from '@jest/globals';
import { pcapFile, sampleRecords } from '../../support/capture-bytes.js';
import { readStream } from '../read-back.js';

describe('the header of a pcap file', () => {
  test('gives the link type without the bits that tell the frame check sequence', async () => {
    const plain = await readStream(pcapFile([], { linkType: 1, snapLength: 96 }), 4096);
    expect(plain.reader?.interfaces).toMatchObject([{ linkType: 1, fcsLength: 0, snapLength: 96, name: null }]);
    // f bit, two 16-bit words
    const withFcs = await readStream(pcapFile([], { linkType: 0x2400_0001 }), 4096);
    expect(withFcs.reader?.interfaces).toMatchObject([{ linkType: 1, fcsLength: 4 }]);
    // words without the f bit mean nothing
    const without = await readStream(pcapFile([], { linkType: 0x2000_0071 }), 4096);
    expect(without.reader?.interfaces).toMatchObject([{ linkType: 113, fcsLength: 0 }]);
  });

  test('of an unknown version is read and named', async () => {
    const { records, reader, problems } = await readStream(pcapFile(sampleRecords(2), { version: [2, 9] }), 4096);
    expect(records).toHaveLength(2);
    expect(reader?.complete).toBe(true);
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-VERSION']);
  });

  test('of version 2.3 puts lengths in order that stand the wrong way round', async () => {
    const bytes = pcapFile([{ time: 0n, data: new Uint8Array(4), original: 60 }], { version: [2, 3] });
    const view = new DataView(bytes.buffer);
    view.setUint32(24 + 8, 60, true);
    view.setUint32(24 + 12, 4, true);
    const { records } = await readStream(bytes, 4096);
    expect(records).toMatchObject([{ original: 60, bytes: '00000000' }]);
  });
});

test('times after 2038 and fractions above a second are taken as they stand', async () => {
  const bytes = pcapFile([{ time: 4_000_000_000_000_000_000n, data: new Uint8Array(1) }]);
  new DataView(bytes.buffer).setUint32(24 + 4, 1_500_000, true);
  const { records } = await readStream(bytes, 4096);
  expect(records[0]?.time).toBe(4_000_000_001_500_000_000n);
});
