import { parseAddress } from '../../base/address.js';
import { matchesName } from '../../base/name-pattern.js';
import type { Facts, NameFact } from '../../model/facts.js';
import type { Indicator, IndicatorField } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';

/**
 * What a destination's name says about where it lies (domain.md D-NAME). `lg.jp` is a name of the Internet
 * (domain.md 1.4); `lgwan.jp` is the closed network's.
 */
export type NameClass = 'internal' | 'lgwan' | 'registered' | 'probe' | 'internet';

/** RFC 6762, RFC 6761, RFC 8375, ICANN's `internal`, and what private networks use by habit */
const INTERNAL_SUFFIXES = [
  'local',
  'localhost',
  'localdomain',
  'internal',
  'home.arpa',
  'lan',
  'intra',
  'intranet',
  'corp',
  'private',
  'test',
  'invalid',
];
const LGWAN_SUFFIX = 'lgwan.jp';
/** with these, operating systems try whether they are connected: a sign of the host's settings, not of its user */
const CONNECTIVITY_PROBES = [
  'msftconnecttest.com',
  'msftncsi.com',
  'connectivitycheck.gstatic.com',
  'captive.apple.com',
  'detectportal.firefox.com',
];

/** questions that leak out by habit: names without a host behind them (domain.md D-DNS) */
const ASKED_BY_HABIT = /^(wpad|isatap)(\.|$)|\.(in-addr|ip6)\.arpa$/;

const FIELD: Readonly<Record<NameFact['source'], IndicatorField>> = {
  connect: 'http-connect',
  'absolute-uri': 'http-target',
  host: 'http-host',
  http2: 'http-host',
  sni: 'tls-sni',
  'quic-sni': 'quic-sni',
  certificate: 'tls-certificate',
  socks: 'socks-destination',
};

/** The client asks somebody else to go on to the name: a proxy. */
const PROXIED: ReadonlySet<NameFact['source']> = new Set(['connect', 'absolute-uri', 'socks']);

export function isProxied({ source }: NameFact): boolean {
  return PROXIED.has(source);
}

export function classifyName(name: string, topology: Topology): NameClass {
  const address = parseAddress(name);
  if (address !== undefined) return topology.place(name).area === 'public' ? 'internet' : 'internal';
  if (!name.includes('.') || INTERNAL_SUFFIXES.some((suffix) => isUnder(name, suffix))) return 'internal';
  if (isUnder(name, LGWAN_SUFFIX)) return 'lgwan';
  if (topology.domains.some((domain) => isUnder(name, domain))) return 'internal';
  if (topology.conduits.some(({ to, from }) => [...to.names, ...from.names].some((entry) => matchesName(name, entry))))
    return 'registered';
  if (CONNECTIVITY_PROBES.some((probe) => isUnder(name, probe))) return 'probe';
  return 'internet';
}

export function isAskedByHabit(name: string): boolean {
  return ASKED_BY_HABIT.test(name);
}

const DOT = 0x2e;

/** `name` is `suffix` or lies below it. */
export function isUnder(name: string, suffix: string): boolean {
  // without a text made for the question: every name is held against dozens of suffixes
  const dot = name.length - suffix.length - 1;
  return name.endsWith(suffix) && (dot === -1 || name.charCodeAt(dot) === DOT);
}

/** The names by which the client called the other side itself, not through a proxy. */
export function directNames(facts: Facts): readonly NameFact[] {
  return facts.names.filter((fact) => !isProxied(fact));
}

/** The names that were said of the destination on the way there; those of a certificate are the other side's answer. */
export function statedNames(facts: Facts): readonly NameFact[] {
  return facts.names.filter(({ source }) => source !== 'certificate');
}

/** `example.com:443`, for the finding. */
export function indicatorOf({ source, name, port }: NameFact): Indicator {
  return { field: FIELD[source], value: port === null ? name : `${name}:${port}` };
}
