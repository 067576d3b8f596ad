import type { Facts, FileFact, MailFact, MailPart, NameFact, RdpFacts } from '../../src/model/facts.js';
import type { Flow } from '../../src/model/flow.js';
import type { Observation } from '../../src/model/observation.js';
import type { Topology } from '../../src/model/topology.js';
import type { FlowTrack } from '../../src/model/track.js';
import { makeFacts } from '../support/facts.js';
import {
  makeConduit,
  makeConduitEnd,
  makeEnd,
  makeObservation,
  makeTopology,
  prefixOf,
  SCREEN,
} from '../support/observation.js';

const MIB = 1024 * 1024;
/** a second, and the bytes in it each way */
type Course = readonly [second: number, forward: number, backward: number];

export function makeTrack(course: readonly Course[], isCut = false): FlowTrack {
  return {
    seconds: course.map(([second]) => second),
    bytes: [course.map(([, forward]) => forward), course.map(([, , backward]) => backward)],
    segments: [[], []],
    isCut,
  };
}

function session(flow: Partial<Flow>, track: FlowTrack | null = null): Observation {
  return makeObservation({ from: terminal, to: browser, flow, track, conduit: { permitted: SCREEN } });
}

/** What content makes of a flow: cases in the form of flow-rules.test.ts. */
export interface ContentCase {
  readonly check: string;
  readonly says: string;
  readonly observation: Observation;
  readonly topology?: Topology;
  readonly expect: readonly [string, string, string] | null;
}

const at = { file: 0, frame: 9 };
const terminal = makeEnd('lgwan', { address: '10.20.16.5', port: 50_000 });
const proxyEnd = makeEnd('security-cloud', { port: 8080 });
const webServer = (port = 443) => makeEnd('public', { port });
const browser = makeEnd('internet', { address: '10.30.4.11', port: 3389 });
const sanitizer = makeEnd('lgwan', {
  address: '10.20.8.4',
  port: 50_000,
  place: { roles: ['sanitizer'], host: 'san' },
});
const mailServer = makeEnd('lgwan', { address: '10.20.4.25', port: 25 });
const sanitizerWeb = makeEnd('lgwan', {
  address: '10.20.8.5',
  port: 443,
  place: { roles: ['sanitizer'], host: 'san' },
});

export const makeName = (fields: Partial<NameFact>): NameFact => ({
  source: 'connect',
  name: 'shop.example.com',
  port: 443,
  answer: 'accepted',
  status: 200,
  ech: false,
  at,
  ...fields,
});
const named = (fields: Partial<NameFact>): Facts => makeFacts({ protocol: 'http', names: [makeName(fields)] });
const sni = (name: string, fields: Partial<NameFact> = {}): Facts =>
  makeFacts({ protocol: 'tls', names: [makeName({ source: 'sni', name, port: null, status: null, ...fields })] });

const makeRdp = (fields: Partial<RdpFacts>): Facts =>
  makeFacts({
    protocol: 'rdp',
    rdp: {
      requestedProtocols: 0,
      selectedProtocol: 0,
      failure: null,
      channels: [],
      channelsKnown: true,
      at,
      ...fields,
    },
  });
const channel = (name: string, joined: boolean, used = false) => ({ name, id: 1004, joined, used });

export const makePart = (fields: Partial<MailPart>): MailPart => ({
  path: '1',
  type: 'text/plain',
  disposition: null,
  fileName: null,
  size: 100,
  sha256: null,
  kind: null,
  active: [],
  encodedText: false,
  ...fields,
});
export const makeMail = (parts: readonly MailPart[], fields: Partial<MailFact> = {}): Facts =>
  makeFacts({
    protocol: 'smtp',
    mails: [
      {
        transport: 'smtp',
        sender: 'client',
        messageId: null,
        parts,
        complete: true,
        accepted: true,
        report: false,
        at,
        ...fields,
      },
    ],
  });
export const makeFile = (fields: Partial<FileFact>): FileFact => ({
  transport: 'http',
  sender: 'server',
  name: 'a.docx',
  mediaType: null,
  size: 4096,
  sha256: 'ab'.repeat(32),
  kind: 'ooxml',
  active: [],
  complete: true,
  at,
  ...fields,
});

const PORT_OF = { dns: 53, ntp: 123, syslog: 514 } as const;
const TLS_CONDUIT = makeConduit({ id: 'C-MN-02', appProtocol: 'tls' });
const MAIL_TEXT = makeConduit({ id: 'C-LG-02', kind: 'mailText' });
const MAIL_SANITIZED = makeConduit({ id: 'C-LG-02', kind: 'mailSanitized' });
const FILE_REBUILD = makeConduit({ id: 'C-LG-04', kind: 'fileRebuild' });
const DESIGNATED = makeConduit({
  id: 'C-LG-30',
  kind: 'designatedCloud',
  from: makeConduitEnd({ prefixes: [prefixOf('10.20.16.0/21')] }),
  to: makeConduitEnd({ names: ['*.docs.cloud.example'] }),
});
const ALPHA_DASH = makeTopology({ model: 'alpha-dash', conduits: [DESIGNATED] });
const elsewhere = makeEnd('lgwan', { address: '10.20.4.99', port: 50_000 });

const post = (kind: typeof MAIL_TEXT, facts: Facts) =>
  makeObservation({ from: sanitizer, to: mailServer, conduit: { permitted: kind }, facts });
const leg = (facts: Facts) =>
  makeObservation({ from: terminal, to: sanitizerWeb, conduit: { permitted: FILE_REBUILD }, facts });
const otherName = (facts: Facts, area: 'lgwan-wan' | 'govcloud' = 'lgwan-wan') =>
  makeObservation({
    from: makeEnd('mynumber'),
    to: makeEnd(area, { port: 443 }),
    conduit: { nearest: makeConduit({ to: makeConduitEnd({ names: ['shop.example.com'] }) }), failed: 'names' },
    facts,
  });
const screen = (facts: Facts) =>
  makeObservation({ from: terminal, to: browser, conduit: { permitted: SCREEN }, facts });
const designated = (facts: Facts | null) =>
  makeObservation({
    from: terminal,
    to: webServer(),
    conduit: { permitted: DESIGNATED },
    ...(facts === null ? {} : { facts }),
  });
const asked = (fields: object) =>
  makeFacts({
    protocol: 'dns',
    dns: [
      { name: 'www.example.com', type: 'A', rcode: 'NOERROR', addresses: ['203.0.113.9'], count: 1, at, ...fields },
    ],
  });
const resolver = makeEnd('internet', { address: '10.30.6.3', port: 53 });
const ownResolver = makeEnd('lgwan', { address: '10.20.6.3', port: 53 });
const udp = { proto: 17 } as const;

const client = makeEnd('internet', { address: '10.30.16.8', port: 50_000 });
const PROXY = makeConduit({ id: 'C-IN-01', kind: 'egress', appProtocol: 'http' });
const LOGIN = makeConduit({ id: 'C-IN-07', kind: 'egress', appProtocol: 'ssh' });
const EDR = makeConduit({
  id: 'C-IN-22',
  kind: 'egress',
  to: makeConduitEnd({ names: ['*.edr.example'] }),
});
const LISTED = makeTopology({ badList: ['*.bad.example', '203.0.113.192/28', 'worse.example'] });
const carrying = (protocol: Facts['inner'], fields: Partial<Facts> = {}): Facts =>
  makeFacts({ protocol: 'http', names: [makeName({})], carried: { protocol, at }, ...fields });
const byProxy = (facts: Facts, permitted = PROXY) =>
  makeObservation({ from: client, to: proxyEnd, facts, conduit: { permitted } });
/** @param up payload bytes, in packets of about a thousand, and as many bare acknowledgements the other way */
const login = (up: number, down: number, seconds: number) =>
  makeObservation({
    from: client,
    to: makeEnd('security-cloud', { port: 22 }),
    facts: makeFacts({ protocol: 'ssh' }),
    conduit: { permitted: LOGIN },
    flow: {
      packets: [Math.ceil((up + down) / 1000), Math.ceil((up + down) / 1000)],
      bytes: [up + 40 * Math.ceil((up + down) / 1000), down + 40 * Math.ceil((up + down) / 1000)],
      first: 0n,
      last: BigInt(seconds) * 1_000_000_000n,
    },
  });

export const CONTENT_CASES: readonly ContentCase[] = [
  {
    check: '20',
    says: 'fires where a login passes by CONNECT through a permitted proxy',
    observation: byProxy(carrying('ssh')),
    expect: ['A8-3-U-20', 'violation', 'high'],
  },
  {
    check: '20',
    says: 'fires where a tunnel is set up on the port of another service',
    observation: makeObservation({
      from: makeEnd('internet'),
      to: webServer(443),
      flow: udp,
      facts: makeFacts({ protocol: 'wireguard' }),
    }),
    expect: ['A8-3-U-20', 'violation', 'high'],
  },
  {
    check: '20',
    says: 'is silent about QUIC on that port',
    observation: makeObservation({
      from: makeEnd('internet'),
      to: webServer(443),
      flow: udp,
      facts: makeFacts({ protocol: 'quic' }),
    }),
    expect: null,
  },
  {
    check: '20',
    says: 'suspects what is like no known protocol inside CONNECT',
    observation: byProxy(carrying(null)),
    expect: ['A8-3-U-20', 'suspected', 'medium'],
  },
  {
    check: '20',
    says: 'suspects a page in the clear inside CONNECT',
    observation: byProxy(carrying('http')),
    expect: ['A8-3-U-20', 'suspected', 'medium'],
  },
  {
    check: '20',
    says: 'is silent about TLS inside CONNECT, whatever TLS was begun with later',
    observation: byProxy(carrying('tls')),
    expect: null,
  },
  {
    check: '20',
    says: 'is silent about unknown bytes behind a hole',
    observation: byProxy(carrying(null, { shortfalls: ['gap'] })),
    expect: null,
  },
  {
    check: '20',
    says: 'is silent where the proxy refused',
    observation: byProxy(carrying('ssh', { names: [makeName({ answer: 'refused', status: 403 })] })),
    expect: null,
  },
  {
    check: '20',
    says: 'is silent about what an opaque conduit carries',
    observation: byProxy(carrying(null), makeConduit({ id: 'C-IN-08', kind: 'egress', appProtocol: 'opaque' })),
    expect: null,
  },
  {
    check: '20',
    says: 'is certain where no conduit permits the proxy',
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: carrying(null) }),
    expect: ['A8-3-I-20', 'violation', 'critical'],
  },
  {
    check: '20',
    says: 'suspects a permitted login that carries much both ways',
    observation: login(6 * MIB, 8 * MIB, 90),
    expect: ['A8-3-U-20', 'suspected', 'medium'],
  },
  {
    check: '20',
    says: 'is silent about a large file inside a permitted login',
    observation: login(60 * MIB, 1 * MIB, 90),
    expect: null,
  },
  {
    check: '20',
    says: 'is silent about a permitted login that is over soon',
    observation: login(6 * MIB, 8 * MIB, 20),
    expect: null,
  },
  {
    check: '04',
    says: 'is undetermined where a conduit permits by name and none could be read',
    observation: makeObservation({
      from: client,
      to: proxyEnd,
      facts: makeFacts({ protocol: 'tls' }),
      conduit: { permitted: EDR, isNameUnseen: true },
    }),
    expect: ['A8-3-U-04', 'undetermined', 'low'],
  },
  {
    check: '04',
    says: 'names the destination that the conduit does not register',
    observation: makeObservation({
      from: client,
      to: proxyEnd,
      facts: named({ name: 'www.shop.example' }),
      conduit: { nearest: EDR, failed: 'names' },
    }),
    expect: ['A8-3-U-04', 'violation', 'medium'],
  },
  {
    check: '67',
    says: 'suspects who names what stands on the bad list, through whatever proxy',
    observation: byProxy(named({ name: 'stage.bad.example' })),
    topology: LISTED,
    expect: ['A8-3-U-67', 'suspected', 'medium'],
  },
  {
    check: '67',
    says: 'suspects a question for a listed name',
    observation: makeObservation({
      from: client,
      to: makeEnd('security-cloud', { port: 53 }),
      facts: makeFacts({
        protocol: 'dns',
        dns: [{ name: 'worse.example', type: 'A', rcode: 'NOERROR', addresses: [], count: 1, at }],
      }),
    }),
    topology: LISTED,
    expect: ['A8-3-U-67', 'suspected', 'medium'],
  },
  {
    check: '67',
    says: 'suspects a call to an address in a listed range',
    observation: makeObservation({ from: client, to: makeEnd('public', { address: '203.0.113.200' }) }),
    topology: LISTED,
    expect: ['A8-3-U-67', 'suspected', 'medium'],
  },
  {
    check: '67',
    says: 'is silent about names that are like listed ones, and addresses beside',
    observation: makeObservation({
      from: client,
      to: makeEnd('public', { address: '203.0.113.9' }),
      facts: named({ name: 'notbad.example' }),
    }),
    topology: LISTED,
    expect: null,
  },
  {
    check: '06',
    says: 'fires where SSH runs on a conduit for TLS',
    observation: makeObservation({
      from: terminal,
      to: browser,
      conduit: { permitted: TLS_CONDUIT },
      facts: makeFacts({ protocol: 'ssh' }),
    }),
    expect: ['A8-3-I-06', 'violation', 'high'],
  },
  {
    check: '06',
    says: 'fires where the first bytes are those of nothing that begins like TLS',
    observation: makeObservation({
      from: terminal,
      to: browser,
      conduit: { permitted: TLS_CONDUIT },
      facts: makeFacts({ unrecognised: true }),
    }),
    expect: ['A8-3-I-06', 'violation', 'high'],
  },
  {
    check: '06',
    says: 'is silent about the words of a mail client whose server was not captured: nobody knows them all',
    observation: makeObservation({
      from: terminal,
      to: mailServer,
      conduit: { permitted: makeConduit({ appProtocol: 'pop3' }) },
      facts: makeFacts({ unrecognised: true, shortfalls: ['one-sided'] }),
    }),
    expect: null,
  },
  {
    check: '06',
    says: 'fires on one direction of TLS: either side begins with bytes that are known',
    observation: makeObservation({
      from: terminal,
      to: browser,
      conduit: { permitted: TLS_CONDUIT },
      facts: makeFacts({ unrecognised: true, shortfalls: ['one-sided'] }),
    }),
    expect: ['A8-3-I-06', 'violation', 'high'],
  },
  ...(['dns', 'ntp', 'syslog'] as const).map((appProtocol) => ({
    check: '06',
    says: `fires where no datagram on the port of ${appProtocol} has its form`,
    observation: makeObservation({
      from: terminal,
      to: makeEnd('internet', { port: PORT_OF[appProtocol] }),
      flow: udp,
      conduit: { permitted: makeConduit({ appProtocol }) },
      facts: makeFacts({ unrecognised: true }),
    }),
    expect: ['A8-3-I-06', 'violation', 'high'] as const,
  })),
  {
    check: '06',
    says: 'is silent about datagrams on a port on which nobody knows the form of all',
    observation: makeObservation({
      from: terminal,
      to: makeEnd('internet', { port: 5140 }),
      flow: udp,
      conduit: { permitted: makeConduit({ appProtocol: 'syslog' }) },
      facts: makeFacts({ unrecognised: true }),
    }),
    expect: null,
  },
  {
    check: '06',
    says: 'is silent where the protocol is the registered one',
    observation: makeObservation({
      from: terminal,
      to: browser,
      conduit: { permitted: TLS_CONDUIT },
      facts: makeFacts({ protocol: 'tls' }),
    }),
    expect: null,
  },
  {
    check: '06',
    says: 'is silent about a flow seen from the middle',
    observation: makeObservation({
      from: terminal,
      to: browser,
      conduit: { permitted: TLS_CONDUIT },
      facts: makeFacts({ protocol: 'http', shortfalls: ['from-the-middle'] }),
    }),
    expect: null,
  },
  {
    check: '06',
    says: 'is silent where the conduit is registered as opaque',
    observation: makeObservation({
      from: terminal,
      to: browser,
      conduit: { permitted: makeConduit({ appProtocol: 'opaque' }) },
      facts: makeFacts({ protocol: 'ssh' }),
    }),
    expect: null,
  },
  {
    check: '08',
    says: 'tells of a registered counterpart without names that is called by a name of the Internet',
    observation: makeObservation({
      from: makeEnd('mynumber'),
      to: makeEnd('lgwan-wan', { port: 443 }),
      conduit: { permitted: TLS_CONDUIT },
      facts: sni('shop.example.com'),
    }),
    expect: ['A8-3-A-08', 'observation', 'low'],
  },
  {
    check: '08',
    says: 'is silent where the conduit has names, and this is one of them',
    observation: makeObservation({
      from: makeEnd('mynumber'),
      to: makeEnd('lgwan-wan', { port: 443 }),
      conduit: { permitted: makeConduit({ to: makeConduitEnd({ names: ['shop.example.com'] }) }) },
      facts: sni('shop.example.com'),
    }),
    expect: null,
  },
  {
    check: '08',
    says: 'is critical where a counterpart limited by names is called by another name of the Internet, and answers',
    observation: otherName(sni('www.example.com')),
    expect: ['A8-3-A-08', 'violation', 'critical'],
  },
  {
    check: '08',
    says: 'is high where such a counterpart does not answer',
    observation: otherName(sni('www.example.com', { answer: 'none' })),
    expect: ['A8-3-A-08', 'violation', 'high'],
  },
  {
    check: '08',
    says: 'leaves to rule 04 what is called by another name of the closed network',
    observation: otherName(sni('x.asp.lgwan.jp')),
    expect: null,
  },
  {
    check: '08',
    says: 'leaves to rule 04 a certificate with another name: it is no word of the client',
    observation: otherName(sni('www.example.com', { source: 'certificate' })),
    expect: null,
  },
  {
    check: '08',
    says: 'leaves to rule 04 another name towards the government cloud, which is the zone itself',
    observation: otherName(sni('www.example.com'), 'govcloud'),
    expect: null,
  },
  {
    check: '08',
    says: 'is critical where the proxy connected',
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: named({}) }),
    expect: ['A8-3-I-08', 'violation', 'critical'],
  },
  {
    check: '08',
    says: 'is high where the answer was not seen',
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: named({ answer: 'none', status: null }) }),
    expect: ['A8-3-I-08', 'violation', 'high'],
  },
  {
    check: '08',
    says: 'is an attempt where the proxy refused: the path is open, the control behind it worked',
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: named({ answer: 'refused', status: 403 }) }),
    expect: ['A8-3-I-08', 'attempt', 'medium'],
  },
  {
    check: '08',
    says: "fires through a proxy of the zone's own, too",
    observation: makeObservation({
      from: makeEnd('mynumber'),
      to: makeEnd('mynumber', { port: 8080 }),
      facts: named({}),
    }),
    expect: ['A8-3-A-08', 'violation', 'critical'],
  },
  {
    check: '08',
    says: 'fires on an Internet name as SNI towards the security cloud',
    observation: makeObservation({
      from: terminal,
      to: makeEnd('security-cloud', { port: 443 }),
      facts: sni('www.example.com'),
    }),
    expect: ['A8-3-I-08', 'violation', 'critical'],
  },
  {
    check: '08',
    says: 'is silent about an internal name',
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: named({ name: 'bunsho.naibu.local' }) }),
    expect: null,
  },
  {
    check: '08',
    says: 'is silent about a name of the closed network',
    observation: makeObservation({
      from: terminal,
      to: makeEnd('lgwan-wan', { port: 443 }),
      facts: named({ name: 'x.asp.lgwan.jp' }),
    }),
    expect: null,
  },
  {
    check: '08',
    says: 'is silent about a registered name',
    topology: makeTopology({ conduits: [DESIGNATED] }),
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: named({ name: 'a.docs.cloud.example' }) }),
    expect: null,
  },
  {
    check: '08',
    says: "is silent about hosts of the Internet zone: that is their proxy's purpose",
    observation: makeObservation({ from: makeEnd('internet'), to: proxyEnd, facts: named({}) }),
    expect: null,
  },
  {
    check: '08',
    says: 'counts lg.jp as a name of the Internet',
    observation: makeObservation({ from: terminal, to: proxyEnd, facts: named({ name: 'www.city.example.lg.jp' }) }),
    expect: ['A8-3-I-08', 'violation', 'critical'],
  },
  {
    check: '18',
    says: 'fires on a name that is not designated',
    topology: ALPHA_DASH,
    observation: designated(sni('files.other.example')),
    expect: ['A8-3-I-18', 'violation', 'high'],
  },
  {
    check: '18',
    says: 'is silent about a designated name',
    topology: ALPHA_DASH,
    observation: designated(sni('a.docs.cloud.example')),
    expect: null,
  },
  {
    check: '18',
    says: 'is undetermined with Encrypted Client Hello, whatever the public name',
    topology: ALPHA_DASH,
    observation: designated(sni('a.docs.cloud.example', { ech: true })),
    expect: ['A8-3-I-18', 'undetermined', 'medium'],
  },
  {
    check: '18',
    says: 'is undetermined without any name',
    topology: ALPHA_DASH,
    observation: designated(makeFacts({ protocol: 'tls' })),
    expect: ['A8-3-I-18', 'undetermined', 'medium'],
  },
  {
    check: '19',
    says: 'fires on a designated cloud called by a host that is not listed',
    topology: ALPHA_DASH,
    observation: makeObservation({ from: elsewhere, to: webServer(), facts: sni('a.docs.cloud.example') }),
    expect: ['A8-3-I-19', 'violation', 'high'],
  },
  {
    check: '19',
    says: 'is silent about another name: that is direct Internet (07)',
    topology: ALPHA_DASH,
    observation: makeObservation({ from: elsewhere, to: webServer(), facts: sni('files.other.example') }),
    expect: null,
  },
  {
    check: '22',
    says: "fires where another zone's resolver answered",
    observation: makeObservation({ from: terminal, to: resolver, flow: udp, facts: asked({}) }),
    expect: ['A8-3-I-22', 'violation', 'high'],
  },
  {
    check: '22',
    says: 'is low where only habits leaked',
    observation: makeObservation({
      from: terminal,
      to: resolver,
      flow: udp,
      facts: asked({ name: 'wpad.midorino', rcode: 'NXDOMAIN', addresses: [] }),
    }),
    expect: ['A8-3-I-22', 'violation', 'low'],
  },
  {
    check: '22',
    says: 'suspects a registered name server upstream that knows the Internet',
    observation: makeObservation({
      from: terminal,
      to: makeEnd('lgwan-wan', { port: 53 }),
      flow: udp,
      conduit: { permitted: makeConduit({ appProtocol: 'dns' }) },
      facts: asked({}),
    }),
    expect: ['A8-3-I-22', 'suspected', 'medium'],
  },
  {
    check: '22',
    says: 'is silent about a registered name server upstream and names of the closed network',
    observation: makeObservation({
      from: terminal,
      to: makeEnd('lgwan-wan', { port: 53 }),
      flow: udp,
      conduit: { permitted: makeConduit({ appProtocol: 'dns' }) },
      facts: asked({ name: 'portal.asp.lgwan.jp' }),
    }),
    expect: null,
  },
  {
    check: '22',
    says: 'suspects the own resolver that knows the Internet',
    observation: makeObservation({ from: terminal, to: ownResolver, flow: udp, facts: asked({}) }),
    expect: ['A8-3-I-22', 'suspected', 'medium'],
  },
  {
    check: '22',
    says: 'is silent about the own resolver and names that do not exist',
    observation: makeObservation({
      from: terminal,
      to: ownResolver,
      flow: udp,
      facts: asked({ rcode: 'NXDOMAIN', addresses: [] }),
    }),
    expect: null,
  },
  {
    check: '22',
    says: 'is silent about a registered question to a resolver elsewhere',
    observation: makeObservation({
      from: terminal,
      to: resolver,
      flow: udp,
      facts: asked({ addresses: ['10.20.4.25'] }),
      conduit: { permitted: TLS_CONDUIT },
    }),
    expect: null,
  },
  {
    check: '23',
    says: 'suspects a relay of remote control that was called by name and answered',
    observation: makeObservation({
      from: makeEnd('internet'),
      to: proxyEnd,
      facts: named({ name: 'relay-1a2b.net.anydesk.com' }),
      conduit: { permitted: TLS_CONDUIT },
    }),
    expect: ['A8-3-U-23', 'suspected', 'high'],
  },
  {
    check: '23',
    says: 'knows remote control by its first bytes on any port',
    observation: makeObservation({
      from: makeEnd('internet'),
      to: makeEnd('lgwan', { port: 9443 }),
      facts: makeFacts({ protocol: 'vnc' }),
    }),
    expect: ['A8-3-I-23', 'violation', 'critical'],
  },
  {
    check: '23',
    says: "is silent about the maker's page",
    observation: makeObservation({
      from: makeEnd('internet'),
      to: proxyEnd,
      facts: named({ name: 'www.anydesk.com' }),
      conduit: { permitted: TLS_CONDUIT },
    }),
    expect: null,
  },
  {
    check: '32',
    says: 'fires where the clipboard was joined',
    observation: screen(makeRdp({ channels: [channel('cliprdr', true), channel('rdpsnd', true)] })),
    expect: ['A8-3-I-32', 'violation', 'high'],
  },
  {
    check: '32',
    says: 'suspects where drives were only requested',
    observation: screen(makeRdp({ channels: [channel('rdpdr', false)] })),
    expect: ['A8-3-I-32', 'suspected', 'medium'],
  },
  {
    check: '32',
    says: 'observes standard RDP security without any of them',
    observation: screen(makeRdp({ channels: [channel('rdpsnd', true)] })),
    expect: ['A8-3-I-32', 'observation', 'low'],
  },
  {
    check: '32',
    says: 'is silent where the channels are inside TLS',
    observation: screen(makeRdp({ selectedProtocol: 2, channelsKnown: false })),
    expect: null,
  },
  {
    check: '33',
    says: 'suspects a session in which the terminal sent more than input explains',
    observation: session({ bytes: [6 * MIB, 40 * MIB] }),
    expect: ['A8-3-I-33', 'suspected', 'medium'],
  },
  {
    check: '33',
    says: 'suspects ten seconds of steady sending',
    observation: session({}, makeTrack(Array.from({ length: 12 }, (_, second) => [second, 70_000, 500]))),
    expect: ['A8-3-I-33', 'suspected', 'medium'],
  },
  {
    check: '33',
    says: 'suspects much that came without input before the end',
    observation: session(
      {},
      makeTrack([[0, 300, 300], ...Array.from({ length: 70 }, (_, second): Course => [second + 1, 0, 100_000])]),
    ),
    expect: ['A8-3-I-33', 'suspected', 'medium'],
  },
  {
    check: '33',
    says: 'is silent about a long day of pictures',
    observation: session(
      { bytes: [4 * MIB, 900 * MIB] },
      makeTrack(Array.from({ length: 900 }, (_, second): Course => [second, 3000, 200_000])),
    ),
    expect: null,
  },
  {
    check: '33',
    says: 'is silent about nine seconds of a large paste',
    observation: session(
      {},
      makeTrack(Array.from({ length: 19 }, (_, second): Course => [second, second === 9 ? 10 : 70_000, 500])),
    ),
    expect: null,
  },
  {
    check: '34',
    says: 'fires on an HTML alternative behind the sanitizer',
    observation: post(MAIL_TEXT, makeMail([makePart({ path: '1.1' }), makePart({ path: '1.2', type: 'text/html' })])),
    expect: ['A8-3-I-34', 'violation', 'high'],
  },
  {
    check: '34',
    says: 'is silent about plain text',
    observation: post(MAIL_TEXT, makeMail([makePart({})])),
    expect: null,
  },
  {
    check: '34',
    says: 'is silent about mail on its way into the sanitizer',
    observation: makeObservation({
      from: mailServer,
      to: sanitizer,
      conduit: { permitted: MAIL_TEXT },
      facts: makeMail([makePart({ type: 'text/html' })]),
    }),
    expect: null,
  },
  {
    check: '34',
    says: 'is silent about mail that the receiver refused',
    observation: post(MAIL_TEXT, makeMail([makePart({ type: 'text/html' })], { accepted: false })),
    expect: null,
  },
  {
    check: '35',
    says: 'fires on a named part',
    observation: post(
      MAIL_TEXT,
      makeMail([makePart({}), makePart({ path: '2', type: 'application/octet-stream', fileName: 'a.xlsm' })]),
    ),
    expect: ['A8-3-I-35', 'violation', 'high'],
  },
  {
    check: '35',
    says: 'fires on data hidden in the text',
    observation: post(MAIL_TEXT, makeMail([makePart({ encodedText: true })])),
    expect: ['A8-3-I-35', 'violation', 'high'],
  },
  {
    check: '35',
    says: 'is silent about a delivery report',
    observation: post(
      MAIL_TEXT,
      makeMail(
        [
          makePart({}),
          makePart({ path: '2', type: 'message/delivery-status' }),
          makePart({ path: '3', type: 'text/rfc822-headers' }),
        ],
        { report: true },
      ),
    ),
    expect: null,
  },
  {
    check: '35',
    says: 'is silent about a rebuilt attachment where the sanitizer rebuilds',
    observation: post(
      MAIL_SANITIZED,
      makeMail([makePart({ path: '2', type: 'application/pdf', fileName: 'a.pdf', kind: 'pdf' })]),
    ),
    expect: null,
  },
  {
    check: '35',
    says: 'fires on a macro where the sanitizer rebuilds',
    observation: post(MAIL_SANITIZED, makeMail([makePart({ path: '2', fileName: 'a.xlsm', active: ['macro'] })])),
    expect: ['A8-3-I-35', 'violation', 'high'],
  },
  {
    check: '37',
    says: 'is critical about an executable from the sanitizer',
    observation: leg(makeFacts({ protocol: 'http', files: [makeFile({ kind: 'pe', active: ['executable'] })] })),
    expect: ['A8-3-I-37', 'violation', 'critical'],
  },
  {
    check: '37',
    says: 'is high about a macro',
    observation: leg(makeFacts({ protocol: 'http', files: [makeFile({ active: ['macro'] })] })),
    expect: ['A8-3-I-37', 'violation', 'high'],
  },
  {
    check: '37',
    says: 'is silent about a file sent into the sanitizer',
    observation: leg(makeFacts({ protocol: 'http', files: [makeFile({ sender: 'client', active: ['macro'] })] })),
    expect: null,
  },
  {
    check: '37',
    says: 'is silent about a file that holds nothing to act',
    observation: leg(makeFacts({ protocol: 'http', files: [makeFile({})] })),
    expect: null,
  },
  {
    check: '62',
    says: 'fires on a public resolver called by name past the cloud',
    observation: makeObservation({ from: makeEnd('internet'), to: webServer(), facts: sni('dns.google') }),
    expect: ['A8-3-U-62', 'violation', 'medium'],
  },
  {
    check: '62',
    says: 'suspects where the name was seen through the registered proxy',
    observation: makeObservation({
      from: makeEnd('internet'),
      to: proxyEnd,
      facts: named({ name: 'cloudflare-dns.com' }),
      conduit: { permitted: TLS_CONDUIT },
    }),
    expect: ['A8-3-U-62', 'suspected', 'medium'],
  },
  {
    check: '62',
    says: 'is silent about other names',
    observation: makeObservation({
      from: makeEnd('internet'),
      to: proxyEnd,
      facts: named({}),
      conduit: { permitted: TLS_CONDUIT },
    }),
    expect: null,
  },
];
