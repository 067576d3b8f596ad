import { describe, expect, test } from '@jest/globals';
import { ANOMALIES, ANOMALY } from '../../src/decode/anomaly.js';
import { LAYER } from '../../src/decode/layer.js';
import { NON_IP, NON_IP_NAMES } from '../../src/decode/non-ip.js';
import { META, TUNNELS } from '../../src/decode/packet-batch.js';
import { isTunnelPort } from '../../src/decode/tunnel/udp-port.js';
import { decode, ethernet, ipv4, udp } from './frame-bytes.js';

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('tables of names', () => {
  test('every anomaly has its name at its number', () => {
    const names = Object.entries(ANOMALY).map(([key, code]) => [code, kebab(key).replace('ieee80211', '802.11')]);
    expect(ANOMALIES.map((anomaly, code) => [code, anomaly.name])).toEqual(names);
  });

  test('every anomaly speaks both languages', () => {
    for (const { ja, en } of ANOMALIES) {
      expect(ja).toMatch(/[ぁ-ん]/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('every non-IP code has one name', () => {
    expect(Object.values(NON_IP)).toEqual(NON_IP_NAMES.map((_, code) => code));
    expect(new Set(NON_IP_NAMES).size).toBe(NON_IP_NAMES.length);
  });

  test('layer numbers are distinct and tunnel numbers fit their bits', () => {
    expect(new Set(Object.values(LAYER)).size).toBe(Object.values(LAYER).length);
    expect(TUNNELS.length).toBeLessThanOrEqual(META.tunnelMask + 1);
  });

  test('the straight line and the layers agree on which ports are tunnels', () => {
    const followed: number[] = [];
    const known: number[] = [];
    for (let port = 0; port < 65_536; port++) {
      if (isTunnelPort(port)) known.push(port);
    }
    for (const port of [...known, 53, 123, 443, 500, 4500, 33_434]) {
      // options keep the frame off the straight line; an impossible UDP length shows that a tunnel was looked for
      const packet = ipv4(17, udp(65_535, port, ''))
        .replace('45 00 001c', '46 00 0020')
        .replace('0a140407', '0a140407 01010101');
      const { anomalies } = decode(ethernet('0800') + packet.replace(/0008 0000\s*$/, '0001 0000'));
      if (anomalies['udp-length'] === 1) followed.push(port);
    }
    expect(followed).toEqual(known);
  });
});
