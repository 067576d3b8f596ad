import { describe, expect, test } from '@jest/globals';
import { routerAdvertisement } from '../../../src/craft/noise-messages.js';
import { readRouterLifetime } from '../../../src/sighting/readers/read-router-lifetime.js';

const message = routerAdvertisement('00:00:5e:00:53:84').payload;

describe('a router advertisement', () => {
  test('offers a default router, or says that its sender is none', () => {
    expect(readRouterLifetime(message, 255)).toBe('default-router');
    const without = Uint8Array.from(message);
    without.fill(0, 6, 8);
    expect(readRouterLifetime(without, 255)).toBe('no-default-router');
  });

  test('is nothing where hosts discard it: sent on by a router, with another code, or cut', () => {
    const otherCode = Uint8Array.from(message);
    otherCode[1] = 1;
    for (const hopLimit of [0, 64, 254]) expect(readRouterLifetime(message, hopLimit)).toBeNull();
    expect(readRouterLifetime(otherCode, 255)).toBeNull();
    expect(readRouterLifetime(message.subarray(0, 15), 255)).toBeNull();
  });
});
