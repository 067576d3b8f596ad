import { describe, expect, test } from '@jest/globals';
import { join, zeros } from '../../../src/craft/field.js';
import { redirectIpv6, vrrpAdvertisement } from '../../../src/craft/noise-messages.js';
import { readHsrpOrGlbp, readVrrp } from '../../../src/sighting/readers/read-gateway-hello.js';
import { readRedirect } from '../../../src/sighting/readers/read-redirect.js';

const HSRP_1 = join(Uint8Array.of(0, 0, 16, 3, 10, 100, 1, 0), zeros(12));
const HSRP_2 = join(Uint8Array.of(1, 40, 2, 0, 6, 4), zeros(36));
const GLBP = join(Uint8Array.of(1, 0, 0, 1), zeros(40));

describe('Routers that are one to their hosts', () => {
  test('are known by VRRP with a hop limit of 255', () => {
    expect(readVrrp(vrrpAdvertisement('10.0.0.1'), 255)).toBe('vrrp');
    expect(readVrrp(vrrpAdvertisement('10.0.0.1'), 254)).toBeNull();
    expect(readVrrp(Uint8Array.of(0x22, 1, 100, 1, 0, 1, 0, 0), 255)).toBeNull();
    expect(readVrrp(vrrpAdvertisement('10.0.0.1').subarray(0, 7), 255)).toBeNull();
  });

  test('are known by HSRP of both versions, and by GLBP, on their own ports', () => {
    expect([readHsrpOrGlbp(HSRP_1, 1985), readHsrpOrGlbp(HSRP_2, 1985), readHsrpOrGlbp(HSRP_2, 2029)]).toEqual([
      'hsrp',
      'hsrp',
      'hsrp',
    ]);
    expect(readHsrpOrGlbp(GLBP, 3222)).toBe('glbp');
    expect([readHsrpOrGlbp(HSRP_1, 3222), readHsrpOrGlbp(GLBP, 1985), readHsrpOrGlbp(HSRP_1, 53)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('An ICMPv6 redirect', () => {
  const message = redirectIpv6('fe80::99', '00:00:5e:00:53:ee').payload;

  test('names another router, and its card', () => {
    expect(readRedirect(message, 255)).toEqual({ targetAt: 8, cardAt: 42 });
    expect(readRedirect(message.subarray(0, 40), 255)).toEqual({ targetAt: 8, cardAt: null });
  });

  test('is none from beyond a router, to the destination itself, or cut', () => {
    const toItself = message.slice();
    toItself.copyWithin(24, 8, 24);
    const broken = message.slice();
    broken[41] = 0;
    expect([
      readRedirect(message, 64),
      readRedirect(toItself, 255),
      readRedirect(message.subarray(0, 39), 255),
      readRedirect(broken, 255),
    ]).toEqual([null, null, null, null]);
  });
});
