import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/model/flow.js';
import type { Observation } from '../../src/model/observation.js';
import type { Topology } from '../../src/model/topology.js';
import { judgeObservation } from '../../src/rules/judge.js';
import { ruleOf, RULES } from '../../src/rules/registry.js';
import { CONTENT_CASES } from './content-cases.js';
import { makeFacts } from '../support/facts.js';
import {
  makeConduit,
  makeConduitEnd,
  makeEnd,
  makeGateway,
  makeObservation,
  makeTopology,
  prefixOf,
  PROXY,
  SCREEN,
} from '../support/observation.js';

const ALPHA = makeTopology({ conduits: [SCREEN, PROXY] });
const ALPHA_DASH = makeTopology({ model: 'alpha-dash' });
const ELTAX = makeConduit({ id: 'C-MN-02', title: 'eLTAX' });
const INTAKE = makeConduit({ id: 'C-LG-04', kind: 'fileRebuild' });
const DESIGNATED = makeConduit({
  id: 'C-LG-30',
  kind: 'designatedCloud',
  from: makeConduitEnd({ prefixes: [prefixOf('10.20.16.0/21')] }),
  to: makeConduitEnd({ names: ['*.docs.cloud.example'] }),
});
const GOVCLOUD_ROUTER = makeGateway({
  name: 'rt-gc',
  roles: ['govcloud-router'],
  legs: [
    {
      zone: 'mynumber',
      vlan: 190,
      ip: '10.10.0.2',
      ipv6: null,
      mac: '00:00:5e:00:53:08',
      virtualMacs: [],
      egressSegment: false,
    },
  ],
});

const mynumber = makeEnd('mynumber');
const lgwan = (port = 443) => makeEnd('lgwan', { port });
const internet = (port = 443) => makeEnd('internet', { port });
const terminal = (port = 50_000) => makeEnd('lgwan', { address: '10.20.16.5', port });
const innerLeg = (port: number) =>
  makeEnd('lgwan', {
    address: '10.20.8.5',
    port,
    place: { host: 'san-file', roles: ['sanitizer'], isGatewayLeg: true },
  });
const browser = (port = 3389) => makeEnd('internet', { address: '10.30.4.11', port });
const cloud = (port = 443) => makeEnd('security-cloud', { port });
const outside = (port = 443) => makeEnd('public', { port });
const udp = { proto: 17 } as const;
const outcome = (value: Outcome) => ({ outcome: value });

const leg = (vlan: number, mac: string) => ({
  zone: 'internet' as const,
  vlan,
  ip: null,
  ipv6: null,
  mac,
  virtualMacs: [],
  egressSegment: false,
});
const FW_IN = makeGateway({ name: 'fw-in', roles: ['boundary'], legs: [leg(340, '00:00:5e:00:53:05')] });
const RT_SC = makeGateway({
  name: 'rt-sc',
  roles: ['security-cloud-router'],
  legs: [leg(330, '00:00:5e:00:53:09')],
});
const EXITS: Topology = {
  ...makeTopology({ gateways: [FW_IN, RT_SC] }),
  areaOfVlan: () => 'internet',
  gatewaysOfMac: (mac) => [FW_IN, RT_SC].filter(({ legs }) => legs.some((one) => one.mac === mac)),
};
const leaving = (vlan: string, destinationMac: string) => ({
  hops: [[{ point: null, vlan, sourceMac: '00:00:5e:00:53:98', destinationMac }], []] as const,
});

interface Case {
  readonly check: string;
  readonly says: string;
  readonly observation: Observation;
  readonly topology?: Topology;
  /** id, verdict, severity; `null`: this rule must be silent */
  readonly expect: readonly [string, string, string] | null;
}

const CASES: readonly Case[] = [
  {
    check: '01',
    says: 'fires on data from the My Number to the LGWAN zone',
    observation: makeObservation({ from: mynumber, to: lgwan(80) }),
    expect: ['A8-3-A-01', 'violation', 'critical'],
  },
  {
    check: '01',
    says: 'is high where the path was only reached',
    observation: makeObservation({ from: mynumber, to: lgwan(80), flow: outcome('reachable') }),
    expect: ['A8-3-A-01', 'violation', 'high'],
  },
  {
    check: '01',
    says: 'fires for イ on LGWAN to the Internet zone',
    observation: makeObservation({ from: lgwan(), to: internet() }),
    expect: ['A8-3-I-01', 'violation', 'critical'],
  },
  {
    check: '01',
    says: 'counts an undeclared address as outside',
    observation: makeObservation({ from: mynumber, to: makeEnd('unassigned', { port: 80 }) }),
    expect: ['A8-3-A-01', 'violation', 'critical'],
  },
  {
    check: '01',
    says: 'is silent within one zone',
    observation: makeObservation({ from: mynumber, to: makeEnd('mynumber', { address: '10.10.4.20' }) }),
    expect: null,
  },
  {
    check: '01',
    says: 'is silent where a conduit permits',
    observation: makeObservation({ from: mynumber, to: lgwan(), conduit: { permitted: ELTAX } }),
    expect: null,
  },
  {
    check: '01',
    says: 'is silent on multicast',
    observation: makeObservation({ from: mynumber, to: makeEnd('special', { port: 5353 }) }),
    expect: null,
  },
  {
    check: '01',
    says: "is silent on the broadcast address of another zone's segment",
    observation: makeObservation({ from: mynumber, to: makeEnd('lgwan', { place: { isBroadcast: true } }) }),
    expect: null,
  },
  {
    check: '01',
    says: "is silent on the mirror's own transport",
    observation: makeObservation({ from: mynumber, to: lgwan(), flow: { mirrorTransport: true } }),
    expect: null,
  },
  {
    check: '01',
    says: 'is silent on a flow of ICMP errors only',
    observation: makeObservation({ from: mynumber, to: lgwan(), flow: { errorsOnly: true } }),
    expect: null,
  },
  {
    check: '01',
    says: 'fires on a conduit of a kind that does not count there',
    observation: makeObservation({ from: lgwan(), to: internet(), conduit: { nearest: ELTAX, failed: null } }),
    expect: ['A8-3-I-01', 'violation', 'critical'],
  },
  {
    check: '01',
    says: 'is silent on the registered link to the Government Cloud',
    topology: makeTopology({ gateways: [GOVCLOUD_ROUTER] }),
    observation: makeObservation({
      from: mynumber,
      to: makeEnd('govcloud', { port: 22 }),
      flow: {
        hops: [
          [{ point: 'CP-MN', vlan: '190', sourceMac: '00:00:5e:00:53:01', destinationMac: '00:00:5e:00:53:08' }],
          [],
        ],
      },
    }),
    expect: null,
  },
  {
    check: '01',
    says: 'fires on the Government Cloud by another way',
    topology: makeTopology({ gateways: [GOVCLOUD_ROUTER] }),
    observation: makeObservation({ from: mynumber, to: makeEnd('govcloud', { port: 22 }) }),
    expect: ['A8-3-A-01', 'violation', 'critical'],
  },
  {
    check: '02',
    says: 'is an attempt where nobody answered',
    observation: makeObservation({ from: mynumber, to: lgwan(80), flow: outcome('noAnswer') }),
    expect: ['A8-3-A-02', 'attempt', 'medium'],
  },
  {
    check: '02',
    says: 'is a suspicion where somebody unknown refused',
    observation: makeObservation({ from: lgwan(), to: internet(), flow: outcome('rejectedUnknown') }),
    expect: ['A8-3-I-02', 'suspected', 'medium'],
  },
  {
    check: '02',
    says: 'is undetermined where the capture ended',
    observation: makeObservation({ from: mynumber, to: internet(), flow: outcome('cut') }),
    expect: ['A8-3-A-02', 'undetermined', 'medium'],
  },
  {
    check: '02',
    says: 'leaves what took place to 01',
    observation: makeObservation({ from: mynumber, to: lgwan(80) }),
    expect: null,
  },
  {
    check: '03',
    says: 'is positive evidence',
    observation: makeObservation({ from: mynumber, to: internet(25), flow: outcome('blocked') }),
    expect: ['A8-3-A-03', 'blocked', 'info'],
  },
  {
    check: '03',
    says: 'fires for ウ toward the Internet',
    observation: makeObservation({ from: internet(), to: outside(), flow: outcome('blocked') }),
    expect: ['A8-3-U-03', 'blocked', 'info'],
  },
  {
    check: '03',
    says: 'is silent on what comes from the Internet',
    observation: makeObservation({ from: outside(), to: internet(), flow: outcome('blocked') }),
    expect: null,
  },
  {
    check: '03',
    says: 'is silent where nothing was blocked',
    observation: makeObservation({ from: mynumber, to: internet(), flow: outcome('noAnswer') }),
    expect: null,
  },
  {
    check: '04',
    says: 'names the term that differs',
    observation: makeObservation({
      from: mynumber,
      to: makeEnd('lgwan-wan', { port: 22 }),
      conduit: { nearest: ELTAX, failed: 'ports' },
    }),
    expect: ['A8-3-A-04', 'violation', 'high'],
  },
  {
    check: '04',
    says: 'asks the terms of the inner leg of a sanitizer, although nobody looked into the flow and it stays in the zone',
    observation: makeObservation({
      from: terminal(),
      to: innerLeg(8443),
      conduit: { nearest: INTAKE, failed: 'ports' },
    }),
    expect: ['A8-3-I-04', 'violation', 'high'],
  },
  {
    check: '04',
    says: 'is silent about an open path to the inner leg: inside a zone it says nothing',
    observation: makeObservation({
      from: terminal(),
      to: innerLeg(8443),
      flow: outcome('reachable'),
      conduit: { nearest: INTAKE, failed: 'ports' },
    }),
    expect: null,
  },
  {
    check: '04',
    says: 'is silent between hosts of the zone that are no leg of a sanitizer',
    observation: makeObservation({ from: terminal(), to: lgwan(8443), conduit: { nearest: INTAKE, failed: 'ports' } }),
    expect: null,
  },
  {
    check: '04',
    says: 'is silent where an end differs',
    observation: makeObservation({
      from: mynumber,
      to: makeEnd('lgwan-wan'),
      conduit: { nearest: ELTAX, failed: 'to' },
    }),
    expect: null,
  },
  {
    check: '04',
    says: 'leaves closed networks of イ to 25',
    observation: makeObservation({
      from: lgwan(),
      to: makeEnd('lgwan-wan'),
      conduit: { nearest: ELTAX, failed: 'ports' },
    }),
    expect: null,
  },
  {
    check: '04',
    says: 'is what is left for ウ',
    observation: makeObservation({ from: internet(), to: cloud(9999) }),
    expect: ['A8-3-U-04', 'violation', 'medium'],
  },
  {
    check: '04',
    says: 'takes egress to a public address that no other rule names',
    observation: makeObservation({ from: internet(), to: outside(9999) }),
    expect: ['A8-3-U-04', 'violation', 'medium'],
  },
  {
    check: '04',
    says: 'leaves remote control to outside to 23',
    observation: makeObservation({ from: internet(), to: outside(5938) }),
    expect: null,
  },
  {
    check: '04',
    says: 'is undetermined on a permitted flow of which nobody knows the opener',
    observation: makeObservation({ from: mynumber, to: lgwan(), directionKnown: false, conduit: { permitted: ELTAX } }),
    expect: ['A8-3-A-04', 'undetermined', 'medium'],
  },
  {
    check: '04',
    says: 'does not mind the opener of a conduit that either side may open',
    observation: makeObservation({
      from: mynumber,
      to: lgwan(),
      directionKnown: false,
      conduit: { permitted: { ...ELTAX, initiator: 'either' } },
    }),
    expect: null,
  },
  {
    check: '07',
    says: 'fires on any contact of the My Number zone with the Internet',
    observation: makeObservation({ from: mynumber, to: outside(), flow: outcome('reachable') }),
    expect: ['A8-3-A-07', 'violation', 'critical'],
  },
  {
    check: '07',
    says: 'is high for a mere attempt of the My Number zone',
    observation: makeObservation({ from: mynumber, to: outside(), flow: outcome('noAnswer') }),
    expect: ['A8-3-A-07', 'attempt', 'high'],
  },
  {
    check: '07',
    says: 'is medium for an attempt of the LGWAN zone',
    observation: makeObservation({ from: lgwan(), to: outside(), flow: outcome('noAnswer') }),
    expect: ['A8-3-I-07', 'attempt', 'medium'],
  },
  {
    check: '07',
    says: 'is silent on a permitted designated cloud',
    topology: ALPHA_DASH,
    observation: makeObservation({ from: terminal(), to: outside(), conduit: { permitted: DESIGNATED } }),
    expect: null,
  },
  {
    check: '07',
    says: 'is silent on the Internet zone',
    observation: makeObservation({ from: internet(), to: outside() }),
    expect: null,
  },
  {
    check: '09',
    says: 'fires on what the LGWAN zone opens into the My Number zone',
    observation: makeObservation({ from: lgwan(), to: makeEnd('mynumber', { port: 9000 }) }),
    expect: ['A8-3-A-09', 'violation', 'critical'],
  },
  {
    check: '09',
    says: 'fires on what LGWAN opens into the LGWAN zone',
    observation: makeObservation({ from: makeEnd('lgwan-wan'), to: lgwan() }),
    expect: ['A8-3-I-09', 'violation', 'critical'],
  },
  {
    check: '09',
    says: 'fires on what the Internet opens into the Internet zone',
    observation: makeObservation({ from: outside(), to: internet(9000) }),
    expect: ['A8-3-U-09', 'violation', 'critical'],
  },
  {
    check: '09',
    says: 'is silent on what is opened from inside',
    observation: makeObservation({ from: mynumber, to: lgwan() }),
    expect: null,
  },
  {
    check: '09',
    says: 'is silent on a registered inbound conduit',
    observation: makeObservation({ from: makeEnd('lgwan-wan'), to: mynumber, conduit: { permitted: ELTAX } }),
    expect: null,
  },
  {
    check: '09',
    says: 'is undetermined where nobody knows the opener',
    observation: makeObservation({ from: mynumber, to: lgwan(), directionKnown: false }),
    expect: ['A8-3-A-09', 'undetermined', 'medium'],
  },
  {
    check: '17',
    says: 'fires where LGWAN meets the Internet zone',
    observation: makeObservation({ from: makeEnd('lgwan-wan'), to: internet() }),
    expect: ['A8-3-I-17', 'violation', 'critical'],
  },
  {
    check: '17',
    says: 'fires where LGWAN meets the Internet',
    observation: makeObservation({ from: outside(), to: makeEnd('lgwan-wan'), flow: outcome('noAnswer') }),
    expect: ['A8-3-I-17', 'attempt', 'critical'],
  },
  {
    check: '17',
    says: 'is silent on the LGWAN zone',
    observation: makeObservation({ from: lgwan(), to: makeEnd('lgwan-wan') }),
    expect: null,
  },
  {
    check: '18',
    says: 'is undetermined where only the name could tell',
    topology: ALPHA_DASH,
    observation: makeObservation({ from: terminal(), to: outside(), conduit: { permitted: DESIGNATED } }),
    expect: ['A8-3-I-18', 'undetermined', 'medium'],
  },
  {
    check: '18',
    says: 'is silent under another model',
    observation: makeObservation({ from: terminal(), to: outside(), conduit: { permitted: DESIGNATED } }),
    expect: null,
  },
  {
    check: '18',
    says: 'is silent where no names are registered: addresses decide',
    topology: ALPHA_DASH,
    observation: makeObservation({
      from: terminal(),
      to: outside(),
      conduit: {
        permitted: { ...DESIGNATED, to: makeConduitEnd({ prefixes: [prefixOf('203.0.113.0/24')] }) },
      },
    }),
    expect: null,
  },
  {
    check: '19',
    says: 'fires on a designated cloud by another way out',
    topology: ALPHA_DASH,
    observation: makeObservation({ from: terminal(), to: outside(), conduit: { nearest: DESIGNATED, failed: 'via' } }),
    expect: ['A8-3-I-19', 'violation', 'high'],
  },
  {
    check: '19',
    says: 'is silent on another term',
    topology: ALPHA_DASH,
    observation: makeObservation({
      from: terminal(),
      to: outside(80),
      conduit: { nearest: DESIGNATED, failed: 'ports' },
    }),
    expect: null,
  },
  {
    check: '20',
    says: 'fires on a tunnel that was opened',
    observation: makeObservation({
      from: makeEnd('lgwan', { port: 0 }),
      to: makeEnd('public', { port: 0 }),
      flow: { proto: 41, tunnel: '6in4' },
    }),
    expect: ['A8-3-I-20', 'violation', 'critical'],
  },
  {
    check: '20',
    says: 'fires on a tunnel port',
    observation: makeObservation({ from: internet(), to: outside(51_820), flow: udp }),
    expect: ['A8-3-U-20', 'violation', 'high'],
  },
  {
    check: '20',
    says: 'is silent on a tunnel within one zone',
    observation: makeObservation({
      from: makeEnd('internet', { port: 0 }),
      to: makeEnd('internet', { address: '10.9.0.2', port: 0 }),
      flow: { proto: 47, tunnel: 'gre' },
    }),
    expect: null,
  },
  {
    check: '20',
    says: 'is silent on a registered VPN',
    observation: makeObservation({ from: internet(), to: cloud(4500), flow: udp, conduit: { permitted: PROXY } }),
    expect: null,
  },
  {
    check: '20',
    says: 'does not take an initiator port for a tunnel',
    observation: makeObservation({ from: internet(4500), to: outside(443), flow: udp }),
    expect: null,
  },
  {
    check: '23',
    says: 'fires on remote control across the boundary',
    observation: makeObservation({ from: mynumber, to: lgwan(22) }),
    expect: ['A8-3-A-23', 'violation', 'critical'],
  },
  {
    check: '23',
    says: 'fires for ウ on a public relay',
    observation: makeObservation({ from: internet(), to: outside(5938) }),
    expect: ['A8-3-U-23', 'violation', 'high'],
  },
  {
    check: '23',
    says: 'is silent on UDP-less protocols with such a number',
    observation: makeObservation({ from: mynumber, to: makeEnd('lgwan', { port: 22 }), flow: { proto: 132 } }),
    expect: null,
  },
  {
    check: '23',
    says: 'leaves closed networks to 25',
    observation: makeObservation({ from: lgwan(), to: makeEnd('lgwan-wan', { port: 22 }) }),
    expect: null,
  },
  {
    check: '24',
    says: 'fires on SMB between zones',
    observation: makeObservation({ from: mynumber, to: lgwan(445) }),
    expect: ['A8-3-A-24', 'violation', 'critical'],
  },
  {
    check: '24',
    says: 'is silent on other ports',
    observation: makeObservation({ from: mynumber, to: lgwan(8080) }),
    expect: null,
  },
  {
    check: '24',
    says: 'is silent on registered time',
    observation: makeObservation({ from: mynumber, to: lgwan(123), flow: udp, conduit: { permitted: ELTAX } }),
    expect: null,
  },
  {
    check: '25',
    says: 'is an observation',
    observation: makeObservation({ from: lgwan(), to: makeEnd('lgwan-wan') }),
    expect: ['A8-3-I-25', 'observation', 'medium'],
  },
  {
    check: '25',
    says: 'is silent on the My Number zone',
    observation: makeObservation({ from: mynumber, to: makeEnd('juki-net') }),
    expect: null,
  },
  {
    check: '30',
    says: 'fires on the wrong opener',
    observation: makeObservation({
      from: browser(50_000),
      to: terminal(3389),
      conduit: { nearest: SCREEN, failed: 'initiator', reversedScreen: SCREEN },
    }),
    expect: ['A8-3-I-30', 'violation', 'critical'],
  },
  {
    check: '30',
    says: 'is silent on the right opener',
    observation: makeObservation({ from: terminal(), to: browser(), conduit: { permitted: SCREEN } }),
    expect: null,
  },
  {
    check: '30',
    says: 'is undetermined where nobody knows the opener',
    observation: makeObservation({
      from: terminal(),
      to: browser(),
      directionKnown: false,
      conduit: { permitted: SCREEN },
    }),
    expect: ['A8-3-I-30', 'undetermined', 'medium'],
  },
  {
    check: '31',
    says: 'fires on another port of the pair',
    observation: makeObservation({ from: terminal(), to: browser(80) }),
    expect: ['A8-3-I-31', 'violation', 'high'],
  },
  {
    check: '31',
    says: 'is low for a ping',
    observation: makeObservation({ from: terminal(0), to: browser(0), flow: { proto: 1, outcome: 'reachable' } }),
    expect: ['A8-3-I-31', 'observation', 'low'],
  },
  {
    check: '31',
    says: 'leaves the screen protocol out of hours to 04',
    observation: makeObservation({
      from: terminal(),
      to: browser(3389),
      conduit: { nearest: SCREEN, failed: 'hours' },
    }),
    expect: null,
  },
  {
    check: '31',
    says: 'takes the same port over UDP for the screen protocol',
    observation: makeObservation({
      from: terminal(),
      to: browser(3389),
      flow: udp,
      conduit: { nearest: SCREEN, failed: 'protocol' },
    }),
    expect: null,
  },
  {
    check: '31',
    says: 'is silent on a host outside the pair',
    observation: makeObservation({ from: terminal(), to: makeEnd('internet', { address: '10.30.6.25', port: 80 }) }),
    expect: null,
  },
  {
    check: '36',
    says: 'fires on SMTP into the LGWAN zone',
    observation: makeObservation({ from: internet(50_000), to: lgwan(25) }),
    expect: ['A8-3-I-36', 'violation', 'critical'],
  },
  {
    check: '36',
    says: 'fires on POP3 from the LGWAN zone',
    observation: makeObservation({ from: lgwan(50_000), to: internet(110) }),
    expect: ['A8-3-I-36', 'violation', 'critical'],
  },
  {
    check: '36',
    says: 'fires on webmail',
    observation: makeObservation({
      from: lgwan(50_000),
      to: makeEnd('internet', { port: 443, place: { host: 'mail-in', roles: ['mail'] } }),
    }),
    expect: ['A8-3-I-36', 'violation', 'critical'],
  },
  {
    check: '36',
    says: 'is silent on the web of another server',
    observation: makeObservation({ from: lgwan(50_000), to: internet(443) }),
    expect: null,
  },
  {
    check: '36',
    says: 'is silent on the sanitizer',
    observation: makeObservation({
      from: internet(50_000),
      to: lgwan(25),
      conduit: { permitted: makeConduit({ kind: 'mailText' }) },
    }),
    expect: null,
  },
  {
    check: '39',
    says: 'fires on SMB between LGWAN and Internet zone',
    observation: makeObservation({ from: lgwan(50_000), to: internet(445) }),
    expect: ['A8-3-I-39', 'violation', 'high'],
  },
  {
    check: '39',
    says: "fires on the sanitizer's inner leg opened from the Internet zone",
    observation: makeObservation({
      from: internet(50_000),
      to: makeEnd('lgwan', { port: 8443, place: { isGatewayLeg: true, roles: ['sanitizer'] } }),
    }),
    expect: ['A8-3-I-39', 'violation', 'high'],
  },
  {
    check: '39',
    says: 'is silent on the inner leg opened from inside',
    observation: makeObservation({
      from: makeEnd('lgwan', { place: { isGatewayLeg: true, roles: ['sanitizer'] } }),
      to: internet(8443),
    }),
    expect: null,
  },
  {
    check: '39',
    says: 'is silent on the My Number zone',
    observation: makeObservation({ from: mynumber, to: internet(445) }),
    expect: null,
  },
  {
    check: '41',
    says: 'suspects files moved outside any conduit',
    observation: makeObservation({ from: mynumber, to: lgwan(445) }),
    expect: ['A8-3-A-41', 'suspected', 'high'],
  },
  {
    check: '41',
    says: 'is silent where no data passed',
    observation: makeObservation({ from: mynumber, to: lgwan(445), flow: outcome('established') }),
    expect: null,
  },
  {
    check: '41',
    says: 'fires on a session over the limit',
    observation: makeObservation({
      from: mynumber,
      to: lgwan(),
      conduit: { permitted: { ...ELTAX, limits: { maxBytesPerDay: null, maxBytesPerSession: 2_999, hours: null } } },
    }),
    expect: ['A8-3-A-41', 'violation', 'medium'],
  },
  {
    check: '41',
    says: 'is silent on a session at the limit',
    observation: makeObservation({
      from: mynumber,
      to: lgwan(),
      conduit: { permitted: { ...ELTAX, limits: { maxBytesPerDay: null, maxBytesPerSession: 3_000, hours: null } } },
    }),
    expect: null,
  },
  {
    check: '42',
    says: 'fires on another body',
    observation: makeObservation({
      from: internet(),
      to: makeEnd('unassigned', { place: { otherMember: '10.210.0.0/16' } }),
    }),
    expect: ['A8-3-U-42', 'violation', 'high'],
  },
  {
    check: '42',
    says: 'is silent on an ordinary undeclared address',
    observation: makeObservation({ from: internet(), to: makeEnd('unassigned') }),
    expect: null,
  },
  {
    check: '62',
    says: 'is high when external DNS answered',
    observation: makeObservation({ from: internet(), to: outside(53), flow: udp }),
    expect: ['A8-3-U-62', 'violation', 'high'],
  },
  {
    check: '62',
    says: 'is medium for DNS over TLS',
    observation: makeObservation({ from: internet(), to: outside(853) }),
    expect: ['A8-3-U-62', 'violation', 'medium'],
  },
  {
    check: '62',
    says: "is silent on the security cloud's DNS",
    observation: makeObservation({ from: internet(), to: cloud(53), flow: udp }),
    expect: null,
  },
  {
    check: '63',
    says: 'fires on direct mail',
    observation: makeObservation({ from: internet(), to: outside(587), flow: outcome('noAnswer') }),
    expect: ['A8-3-U-63', 'attempt', 'high'],
  },
  {
    check: '63',
    says: 'is silent on mail from outside',
    observation: makeObservation({ from: outside(), to: internet(25) }),
    expect: null,
  },
  {
    check: '64',
    says: 'fires past a registered explicit proxy',
    observation: makeObservation({ from: internet(), to: outside(443), flow: udp }),
    expect: ['A8-3-U-64', 'violation', 'high'],
  },
  {
    check: '64',
    says: 'is silent where the design is transparent',
    topology: makeTopology({ conduits: [{ ...PROXY, proxyMode: 'transparent' }] }),
    observation: makeObservation({ from: internet(), to: outside(443) }),
    expect: null,
  },
  {
    check: '64',
    says: 'is silent on a source without a registered proxy',
    observation: makeObservation({ from: makeEnd('internet', { address: '10.30.6.3' }), to: outside(443) }),
    expect: null,
  },
  {
    check: '60',
    says: 'fires on a next hop that is no registered gateway',
    topology: EXITS,
    observation: makeObservation({ from: internet(), to: outside(443), flow: leaving('340', '00:00:5e:00:53:e0') }),
    expect: ['A8-3-U-60', 'violation', 'critical'],
  },
  {
    check: '60',
    says: 'fires beside the registered router on the egress segment, even where a conduit covers the flow',
    topology: EXITS,
    observation: makeObservation({
      from: internet(),
      to: outside(443),
      flow: leaving('330', '00:00:5e:00:53:e0'),
      conduit: { permitted: ELTAX },
    }),
    expect: ['A8-3-U-60', 'violation', 'critical'],
  },
  {
    check: '60',
    says: 'is silent on the registered gateway of the zone',
    topology: EXITS,
    observation: makeObservation({ from: internet(), to: outside(443), flow: leaving('340', '00:00:5e:00:53:05') }),
    expect: null,
  },
  {
    check: '60',
    says: 'is silent where the file registers no card on the VLAN',
    topology: EXITS,
    observation: makeObservation({ from: internet(), to: outside(443), flow: leaving('320', '00:00:5e:00:53:e0') }),
    expect: null,
  },
  {
    check: '21',
    says: 'fires on IPv6 to the Internet while the cloud is registered for IPv4 alone',
    observation: makeObservation({
      from: makeEnd('internet', { address: '2001:db8:30::8' }),
      to: makeEnd('public', { address: '2606:4700::1111', port: 443 }),
    }),
    expect: ['A8-3-U-21', 'violation', 'high'],
  },
  {
    check: '21',
    says: 'is silent where the cloud has IPv6 prefixes of its own',
    topology: makeTopology({
      realms: [{ realm: 'security-cloud', prefixes: [prefixOf('2001:db8:200::/64')], vlans: [] }],
    }),
    observation: makeObservation({
      from: makeEnd('internet', { address: '2001:db8:30::8' }),
      to: makeEnd('public', { address: '2606:4700::1111', port: 443 }),
    }),
    expect: null,
  },
  {
    check: '21',
    says: 'is silent on IPv4 to the Internet',
    observation: makeObservation({ from: internet(), to: outside(443) }),
    expect: null,
  },
  {
    check: '41',
    says: 'suspects an upload of more than a megabyte',
    observation: makeObservation({
      from: mynumber,
      to: lgwan(80),
      flow: { bytes: [1_200_000, 3_000] },
      facts: makeFacts({ protocol: 'http' }),
    }),
    expect: ['A8-3-A-41', 'suspected', 'high'],
  },
  {
    check: '41',
    says: 'is silent on a large page that comes in',
    observation: makeObservation({
      from: mynumber,
      to: lgwan(80),
      flow: { bytes: [3_000, 1_200_000] },
      facts: makeFacts({ protocol: 'http' }),
    }),
    expect: null,
  },
  {
    check: '41',
    says: 'is silent on a print job into the zone',
    observation: makeObservation({ from: internet(), to: lgwan(9100) }),
    expect: null,
  },
  {
    check: '65',
    says: 'fires on an in-house web server',
    observation: makeObservation({ from: outside(), to: internet(443) }),
    expect: ['A8-3-U-65', 'violation', 'high'],
  },
  {
    check: '65',
    says: 'is information where the exception is registered',
    observation: makeObservation({ from: outside(), to: internet(443), conduit: { permitted: ELTAX } }),
    expect: ['A8-3-U-65', 'observation', 'info'],
  },
  {
    check: '65',
    says: 'is silent where nothing answered',
    observation: makeObservation({ from: outside(), to: internet(443), flow: outcome('noAnswer') }),
    expect: null,
  },
  ...CONTENT_CASES,
];

function ruling(check: string, observation: Observation, topology: Topology) {
  const judgement = ruleOf(check).judge?.(observation, topology) ?? null;
  return judgement === null ? null : [`A8-3-${judgement.clause}-${check}`, judgement.verdict, judgement.severity];
}

describe('a flow rule', () => {
  test.each(CASES.map((item) => [`${item.check} ${item.says}`, item] as const))('%s', (_, item) => {
    expect(ruling(item.check, item.observation, item.topology ?? ALPHA)).toEqual(item.expect);
  });

  test('has, whichever it is, a case that fires it and a near miss that does not', () => {
    for (const { check } of RULES.filter(({ judge }) => judge !== undefined)) {
      const answers = CASES.filter((item) => item.check === check).map((item) => item.expect !== null);
      expect([check, answers.includes(true), answers.includes(false)]).toEqual([check, true, true]);
    }
  });

  test('names no address and no port in its summary, so that it can speak for many flows', () => {
    for (const { observation, topology } of CASES) {
      const { primary, separate } = judgeObservation(observation, topology ?? ALPHA);
      for (const { judgement } of [...(primary === null ? [] : [primary]), ...separate]) {
        expect(judgement.summary.ja).not.toContain(observation.to.address);
        expect(judgement.summary.en).not.toContain(observation.to.address);
      }
    }
  });
});
