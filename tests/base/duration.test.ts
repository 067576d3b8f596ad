import { expect, test } from '@jest/globals';
import { describeDuration } from '../../src/base/duration.js';

test.each([
  [0, '0秒', '0 s'],
  [0.000105, '0.105ミリ秒', '0.105 ms'],
  [-0.000225, '-0.225ミリ秒', '-0.225 ms'],
  [0.9999, '1秒', '1 s'],
  [1.4, '1秒', '1 s'],
  [59.6, '1分', '1 min'],
  [1785, '29分45秒', '29 min 45 s'],
  [3599.7, '1時間', '1 h'],
  [3600, '1時間', '1 h'],
  [86_399, '24時間', '24 h'],
  [86_400, '1日', '1 d'],
  [14 * 86_400 + 7300, '14日2時間', '14 d 2 h'],
  [-90, '-1分30秒', '-1 min 30 s'],
])('%d seconds are written in the units that fit', (seconds, ja, en) => {
  expect(describeDuration(seconds)).toEqual({ ja, en });
});
