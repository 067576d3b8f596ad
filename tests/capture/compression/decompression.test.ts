import { describe, expect, test } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { pcapFile, sampleRecords } from '../../support/capture-bytes.js';
import { readStream } from '../read-back.js';

const RECORDS = sampleRecords(12);
const PLAIN = pcapFile(RECORDS);

/** `pcapFile(sampleRecords(12))` by the tools of Debian 12: `zstd -19`, `lz4 -9`, `lz4 -9 -B4 -BD -BX --content-size`. */
const PACKED = {
  zstd:
    'KLUv/WTvAE0IAKZQOS1QWWNoCmaGn7G2d65FhFEgMzN7zQllZwHkngS5J0HuSZB7EgzyMe6933HvvVMqAC4AMACv2/6X/Y/PcoA6b5RdAWqKnv9j/9mn' +
    'wZ3O+/wPu877/8+/2bx6VFg8JgOv/b8cHV503utEEoE8HA3Gf9p/yGMeROetLhQJxMFQIPyf/U/8NSp13ukghgWBrMM9ps7bXalSqJOpRPp/+1+6iyTq' +
    'vNuRKAT6eDqc/7b/nq8rn86b3WgymIulQvkD/3f/CW+XP503/F/33z1Ap9N5C173f+4/+pPY1HkHZrIY7OVqsf7j/gcLIHBCkg9m0NKmotAgwuAhTOVg' +
    'nBBz0Bigg5cO/fkTgAvDDA48',
  lz4:
    'BCJNGGRApz0BAACE1MOyoQIABAABAFD//wAAAQkANPFTZRQA8AI8AAAAAfFTZUeUAwAHAAAAPRAA8gcCAwQFBgcC8VNljigHAA4AAAA+AAAAFgD5CQgJ' +
    'CgsMDQ4PA/FTZdW8CgAVAAAAPwAAAB0A/wkQERITFBUWFwTxU2UcUQ4AHAAAAEAAAAAkAAH/CRgZGhscHR4fBvFTZSOjAgAjAAAAQQAAACsACP8JICEi' +
    'IyQlJicH8VNlajcGACoAAABCAAAAMgAP/wkoKSorLC0uLwjxU2WxywkAMQAAAEMAAAA5ABb/CTAxMjM0NTY3CfFTZfhfDQA4AAAARAAAAEAAHfUbODk6' +
    'Ozw9Pj8L8VNl/7EBAAIAAABFAAAACQoM8VNlRkYFAAkAAABGAAAAWAD3AQ3xU2WN2ggAEAAAAEcAAABwAFAWFxgZGgAAAADoJZNb',
  'lz4 with linked blocks, checksums and content size':
    'BCJNGHxA7wEAAAAAAABcPQEAAITUw7KhAgAEAAEAUP//AAABCQA08VNlFADwAjwAAAAB8VNlR5QDAAcAAAA9EADyBwIDBAUGBwLxU2WOKAcADgAAAD4A' +
    'AAAWAPkJCAkKCwwNDg8D8VNl1bwKABUAAAA/AAAAHQD/CRAREhMUFRYXBPFTZRxRDgAcAAAAQAAAACQAAf8JGBkaGxwdHh8G8VNlI6MCACMAAABBAAAA' +
    'KwAI/wkgISIjJCUmJwfxU2VqNwYAKgAAAEIAAAAyAA//CSgpKissLS4vCPFTZbHLCQAxAAAAQwAAADkAFv8JMDEyMzQ1NjcJ8VNl+F8NADgAAABEAAAA' +
    'QAAd9Rs4OTo7PD0+PwvxU2X/sQEAAgAAAEUAAAAJCgzxU2VGRgUACQAAAEYAAABYAPcBDfFTZY3aCAAQAAAARwAAAHAAUBYXGBkan9JZ6gAAAADoJZNb',
} as const;

const bytesOf = (name: keyof typeof PACKED): Uint8Array => Uint8Array.from(Buffer.from(PACKED[name], 'base64'));
const name: string = 'fzstd';
const hasZstd = await import(name).then(
  () => true,
  () => false,
);
const readable = (Object.keys(PACKED) as (keyof typeof PACKED)[]).filter((each) => each !== 'zstd' || hasZstd);

describe.each(readable)('%s', (format) => {
  test.each([1, 50, 4096])('is read in chunks of %i bytes, one frame or two', async (size) => {
    const { records: expected } = await readStream(PLAIN, 4096);
    const { records, reader } = await readStream(bytesOf(format), size, { hash: true });
    expect(records).toEqual(expected);
    expect(reader?.complete).toBe(true);
    // a skippable frame between two: the second gives a second file behind the first
    const twice = Buffer.concat([bytesOf(format), Buffer.from('502a4d1803000000aabbcc', 'hex'), bytesOf(format)]);
    const { reader: second } = await readStream(twice, size);
    expect(second?.problems[0]?.message.en).toContain(`byte ${PLAIN.length} after decompression: another pcap file`);
  });

  test('cut anywhere gives what came before and says so', async () => {
    const packed = bytesOf(format);
    const { records: expected } = await readStream(PLAIN, 4096);
    for (let length = 4; length < packed.length; length += 3) {
      const { records, problems } = await readStream(packed.subarray(0, length), 4096);
      expect(records).toEqual(expected.slice(0, records.length));
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message.en).toContain(`${format.split(' ')[0] ?? ''} data are cut`);
    }
  });

  test('damaged anywhere is read to an end', async () => {
    const packed = bytesOf(format);
    for (let at = 4; at < packed.length; at++) {
      const damaged = Uint8Array.from(packed);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const { records } = await readStream(damaged, 4096);
      expect(records.length).toBeLessThan(100);
    }
  });
});

describe('zstd', () => {
  test('with a window beyond the limit is refused before any memory is taken', async () => {
    // window descriptor 0xa8: 2^31 bytes
    const bomb = Buffer.from('28b52ffd00a8010000', 'hex');
    const { reader, problems } = await readStream(bomb, 4096);
    expect(reader).toBeNull();
    if (hasZstd) expect(problems[0]?.message.en).toContain('the zstd window of 2147483648 bytes is above the limit');
    else expect(problems[0]?.message.en).toContain('fzstd');
  });
});

describe('gzip', () => {
  test('of several members is one capture', async () => {
    const halves = Buffer.concat([gzipSync(PLAIN.subarray(0, 100)), gzipSync(PLAIN.subarray(100)), gzipSync('')]);
    const { records, reader } = await readStream(halves, 10);
    expect(records).toHaveLength(RECORDS.length);
    expect(reader?.complete).toBe(true);
  });

  test('with name, comment, extra field and header checksum is read', async () => {
    const header = Buffer.from([0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 0x61, 0, 0x62, 0, 1, 2]);
    const packed = Buffer.concat([header, deflateRawSync(PLAIN), gzipSync(PLAIN).subarray(-8)]);
    const { records, reader } = await readStream(packed, 3);
    expect(records).toHaveLength(RECORDS.length);
    expect(reader?.complete).toBe(true);
  });

  test('cut in the middle gives the records before the cut', async () => {
    const long = pcapFile(sampleRecords(2000));
    const packed = gzipSync(long);
    const { records: expected } = await readStream(long, 65_536);
    const { records, reader, problems } = await readStream(packed.subarray(0, packed.length / 2), 512);
    expect(records.length).toBeGreaterThan(100);
    expect(records).toEqual(expected.slice(0, records.length));
    expect(reader?.complete).toBe(false);
    expect(problems.map(({ code }) => code)).toEqual(['CAPTURE-DAMAGED']);
    expect(problems[0]?.message.en).toContain('after decompression: the gzip data are cut');
  });

  test('with other bytes behind it loses nothing and says so; zeros behind it are padding', async () => {
    const followed = await readStream(Buffer.concat([gzipSync(PLAIN), Buffer.from('garbage')]), 4096);
    expect(followed.records).toHaveLength(RECORDS.length);
    expect(followed.problems[0]?.message.en).toContain('bytes that are not gzip');
    const padded = await readStream(Buffer.concat([gzipSync(PLAIN), Buffer.alloc(1000)]), 4096);
    expect(padded.records).toHaveLength(RECORDS.length);
    expect(padded.reader?.complete).toBe(true);
  });

  test('whose checksum does not match is no whole capture', async () => {
    const packed = gzipSync(PLAIN);
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1;
    const { reader, problems } = await readStream(packed, 4096);
    expect(reader?.complete).toBe(false);
    expect(problems[0]?.message.en).toContain('checksum');
  });

  test('that expands a thousandfold is streamed', async () => {
    // one record header again and again: zeros
    const bomb = gzipSync(Buffer.concat([pcapFile([]), Buffer.alloc(64 * 1024 * 1024)]), { level: 9 });
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const { openReader } = await import('../../../src/capture/open-reader.js');
    const { RecordBatch } = await import('../../../src/capture/record-batch.js');
    const { RunClock } = await import('../../../src/capture/run-clock.js');
    const input = (async function* () {
      yield await Promise.resolve(bomb);
    })();
    const opened = await openReader('-', { clock: new RunClock(), hash: false, input });
    if ('code' in opened) throw new Error(opened.message.en);
    const batch = new RecordBatch();
    let count = 0;
    for (let got = await opened.reader.fill(batch); got > 0; got = await opened.reader.fill(batch)) {
      count += got;
      if (count % 524_288 !== 0) continue;
      // what is garbage by now does not count: when it is swept is the engine's affair
      collectGarbage();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    opened.reader.close();
    expect(count).toBe(4 * 1024 * 1024);
    // one step of the decompressor may give 16 MiB, and the next one is under way: never the whole 64 MiB
    expect(most).toBeLessThan(40 * 1024 * 1024);
  });
});
