import { parseTopology } from '../../src/topology/load.js';
import type { ExplainableTopology } from '../../src/topology/resolve/build-topology.js';
import type { ConduitQuery } from '../../src/model/topology.js';

/** A topology of one page that lints without errors; tests replace or add lines. */
export const SMALL_CITY = `version: 1
organization: 試験市
model: alpha
timezone: Asia/Tokyo
zones:
  mynumber:
    inventory: closed
    segments:
      - { vlan: 110, prefix: 10.10.16.0/22, name: 業務端末 }
      - { vlan: 121, prefix: 10.10.5.0/28 }
  lgwan:
    segments:
      - { vlan: 210, prefix: 10.20.16.0/21 }
      - { vlan: 221, prefix: 10.20.6.0/28 }
      - { vlan: 222, prefix: 10.20.7.0/29 }
  internet:
    segments:
      - { vlan: 310, prefix: 10.30.4.0/24, ipv6: "2001:db8:30::/64" }
      - { vlan: 330, prefix: 10.30.0.0/29 }
realms:
  lgwan-wan: { prefixes: [198.18.0.0/16] }
  govcloud: { prefixes: [10.64.16.0/20] }
  security-cloud: { prefixes: [10.200.0.0/24] }
  public: { prefixes: [203.0.113.0/24] }
  mgmt: { prefixes: [10.90.0.0/24], vlans: [900] }
otherMembers: [10.200.0.128/25]
hosts:
  - { name: eltax-gw, zone: mynumber, ip: [10.10.5.7], mac: ["00:00:5E:00:53:43"], roles: [server] }
  - { name: shomei, zone: mynumber, ip: 10.10.5.5, mac: 00-00-5e-00-53-41 }
gateways:
  - name: fw-mn
    roles: [boundary]
    legs:
      - { zone: mynumber, vlan: 110, ip: 10.10.16.1, mac: "00:00:5e:00:53:01" }
      - { zone: mynumber, vlan: 121, ip: 10.10.5.1, mac: "00:00:5e:00:53:01", virtualMacs: ["00:00:5e:00:01:0a"] }
      - { zone: lgwan, vlan: 222, ip: 10.20.7.2, mac: "00:00:5e:00:53:02" }
    nat: []
  - name: rt-lgwan
    roles: [lgwan-router]
    legs:
      - { zone: lgwan, vlan: 221, ip: 10.20.6.14, mac: "00:00:5e:00:53:06" }
    nat: [{ inside: 10.20.6.0/28, outside: 198.18.100.1 }]
  - name: rt-sc
    roles: [security-cloud-router]
    legs:
      - { zone: internet, vlan: 330, ip: 10.30.0.6, mac: "00:00:5e:00:53:09" }
    nat: []
conduits:
  - id: C-MN-02
    title: eLTAX
    kind: specified
    from: { hosts: [eltax-gw] }
    to: { prefixes: [198.18.20.10/32] }
    protocol: tcp
    ports: [443]
    initiator: from
    via: [rt-lgwan]
    approval: { number: 令8-1, by: CISO, date: 2026-04-01, validUntil: 2027-03-31 }
    basis: 国が認めた特定通信
  - id: C-LG-01
    kind: screenTransfer
    from: { prefixes: [10.20.16.0/21] }
    to: { prefixes: [10.30.4.0/24] }
    protocol: tcp
    ports: [3389, "5900-5910"]
    approval: { number: 2, by: CISO }
    basis: 無害化通信
capturePoints:
  - { name: CP-MN, vlans: [110, 121] }
  - { name: CP-LG, vlans: [210, 221, 222] }
`;

/** SMALL_CITY with changes: each pair is a text that must be there and what stands for it. */
export function smallCity(...changes: readonly (readonly [text: string, replacement: string])[]): ExplainableTopology {
  return parseTopology(changedCity(...changes), 'city.yaml').topology;
}

export function changedCity(...changes: readonly (readonly [text: string, replacement: string])[]): string {
  return changes.reduce((text, [old, replacement]) => {
    if (!text.includes(old)) throw new Error(`the small city has no line ${old}`);
    return text.replace(old, () => replacement);
  }, SMALL_CITY);
}

/** One more conduit, as lines of the file. */
export function conduitText(fields: Readonly<Record<string, string>>): string {
  const all = {
    id: 'C-XX',
    kind: 'specified',
    protocol: 'tcp',
    ports: '[443]',
    approval: '{ number: 9, by: CISO }',
    basis: 'test',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== '');
  return lines.map(([key, value], index) => `  ${index === 0 ? '-' : ' '} ${key}: ${value}\n`).join('');
}

export function withConduit(fields: Readonly<Record<string, string>>): readonly [string, string] {
  return ['capturePoints:\n', `${conduitText(fields)}capturePoints:\n`];
}

/** 2026-06-15 10:00 JST */
export const NOON_TIME = BigInt(Date.parse('2026-06-15T10:00:00+09:00')) * 1_000_000n;

/** A TCP flow whose opener is known; MACs and VLANs are not visible unless given. */
export function tcpQuery(
  initiator: string,
  responder: string,
  responderPort: number,
  more: Partial<ConduitQuery> = {},
): ConduitQuery {
  return {
    initiator,
    responder,
    directionKnown: true,
    proto: 6,
    responderPort,
    initiatorPort: 50_000,
    time: NOON_TIME,
    macs: [],
    vlans: [],
    ...more,
  };
}
