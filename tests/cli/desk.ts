import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scene, type Path } from '../../src/craft/scene.js';
import { TcpConversation } from '../../src/craft/tcp-conversation.js';
import { writePcap } from '../../src/craft/write-pcap.js';

/** A small city: My Number terminals, LGWAN servers, one permitted crossing that runs out in 2027. */
export const TOPOLOGY = `version: 1
organization: 試験市
model: alpha
timezone: Asia/Tokyo
zones:
  mynumber: { segments: [{ vlan: 110, prefix: 10.10.16.0/22 }] }
  lgwan: { segments: [{ vlan: 210, prefix: 10.20.4.0/24 }] }
  internet: { segments: [{ vlan: 310, prefix: 10.30.4.0/24 }] }
realms:
  security-cloud: { prefixes: [10.200.0.0/24] }
hosts:
  - { name: wsus-mn, zone: mynumber, ip: [10.10.16.9], mac: ["00:00:5e:00:53:21"] }
gateways:
  - name: fw-mn
    roles: [boundary]
    nat: []
    legs:
      - { zone: mynumber, vlan: 110, ip: 10.10.16.1, mac: "00:00:5e:00:53:01" }
      - { zone: lgwan, vlan: 210, ip: 10.20.4.1, mac: "00:00:5e:00:53:02" }
  - name: rt-sc
    roles: [security-cloud-router]
    legs: [{ zone: internet, vlan: 310, ip: 10.30.4.1, mac: "00:00:5e:00:53:09" }]
conduits:
  - id: C-MN-07
    title: 更新配信
    kind: specified
    from: { hosts: [wsus-mn] }
    to: { prefixes: [10.20.4.20/32] }
    protocol: tcp
    ports: [8530]
    approval: { number: 令8-1, by: CISO, date: 2026-04-01, validUntil: 2027-03-31 }
    basis: 更新
capturePoints:
  - { name: CP-MN, vlans: [110], match: { file: "mn*.pcap*" } }
`;

const path: Path = [
  {
    points: ['CP-MN'],
    vlans: [110],
    sourceMac: '00:00:5e:00:53:21',
    destinationMac: '00:00:5e:00:53:01',
    routersPassed: 0,
    delayMicros: 20,
  },
];
const pathBack: Path = path.map((stretch) => ({
  ...stretch,
  sourceMac: stretch.destinationMac,
  destinationMac: stretch.sourceMac,
}));

/** A capture of whole TCP sessions, one a minute, as its bytes. */
export function capture(
  sessions: readonly { readonly from: string; readonly to: string; readonly port: number }[],
  start: string,
): Buffer {
  const origin = BigInt(Date.parse(start)) * 1_000_000n;
  const scene = new Scene({ seed: 7, start: origin, points: ['CP-MN'] });
  sessions.forEach(({ from, to, port }, minute) => {
    const carriage = (packet: Parameters<typeof scene.send>[0]) => [packet];
    const parties = {
      initiator: { address: from, port: 50_000 + minute, ttl: 128, path, carriage },
      responder: { address: to, port, ttl: 64, path: pathBack, carriage },
    };
    new TcpConversation(scene, parties, origin + BigInt(minute) * 60_000_000_000n)
      .syn()
      .accept()
      .acknowledge()
      .say('initiator', new Uint8Array(300).fill(65))
      .say('responder', new Uint8Array(900).fill(66))
      .close();
  });
  return Buffer.from(writePcap(scene.capture('CP-MN')));
}

export const permitted = { from: '10.10.16.9', to: '10.20.4.20', port: 8530 };
export const forbidden = { from: '10.10.16.55', to: '10.20.4.10', port: 445 };

/** A folder for one test file, with the topology in it. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'sansou-desk-'));
  readonly topology = this.put('city.yaml', TOPOLOGY);

  put(name: string, content: string | Uint8Array): string {
    const file = join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}
