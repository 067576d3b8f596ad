import { expect, test } from '@jest/globals';
import { FileReels } from '../../../src/scan/captures/file-reels.js';

test('files that are read together are on reels of their own, those that follow share one', () => {
  const reels = new FileReels();
  expect([reels.referenceOf(0), reels.referenceOf(1)]).toEqual([
    { file: 0, framesBefore: 0 },
    { file: 1, framesBefore: 0 },
  ]);
  reels.add([10, 5]);
  expect(reels.referenceOf(0)).toEqual({ file: 0, framesBefore: 10 });
  reels.add([3]);
  expect(reels.locate(0, 10)).toEqual({ file: 0, frame: 10 });
  expect(reels.locate(0, 11)).toEqual({ file: 2, frame: 1 });
  expect(reels.locate(1, 5)).toEqual({ file: 1, frame: 5 });
});

test('a file without records is passed over', () => {
  const reels = new FileReels();
  reels.referenceOf(0);
  reels.add([4]);
  reels.add([0]);
  reels.add([2]);
  expect(reels.locate(0, 5)).toEqual({ file: 2, frame: 1 });
});

test('a hundred thousand files need few of the 65,536 numbers', () => {
  const reels = new FileReels();
  for (let file = 0; file < 100_000; file++) {
    reels.referenceOf(0);
    reels.add([7]);
  }
  const { file: last } = reels.referenceOf(0);
  expect(last).toBeLessThan(30);
  expect(reels.locate(last, 1).file).toBe(last * 4096);
});
