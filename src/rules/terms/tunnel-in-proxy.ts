import type { AppProtocol, FactFrame, NameFact, Shortfall } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Topology } from '../../model/topology.js';
import { crossingOf } from './crossing.js';
import { classifyName } from '../names/destination-names.js';

/** What passes through a proxy by CONNECT and is not TLS. */
export interface TunnelInProxy {
  /** null: like nothing that is known */
  readonly protocol: AppProtocol | null;
  /** where the proxy was asked to go */
  readonly name: NameFact;
  /**
   * it is certain that this is no use for which proxies are meant: plain HTTP (WebSocket without TLS goes this way) and
   * what nobody can name may have a harmless reason where the conduit permits the proxy
   */
  readonly isCertain: boolean;
  readonly at: FactFrame;
}

const READABLE: ReadonlySet<AppProtocol> = new Set(['http', 'http2']);
/** with these, bytes like nothing known may be the middle of TLS */
const DOUBTS: readonly Shortfall[] = ['gap', 'snap-length', 'from-the-middle'];

/** CONNECT is answered with 2xx and followed by something else than TLS (domain.md D-TUN); `null`: no such thing. */
export function tunnelInProxy(observation: Observation, topology: Topology): TunnelInProxy | null {
  const { facts, conduit } = observation;
  if (!facts?.carried || facts.carried.protocol === 'tls') return null;
  const name = facts.names.find(({ source, answer }) => source === 'connect' && answer === 'accepted');
  if (name === undefined || facts.protocol !== 'http') return null;
  const { protocol, at } = facts.carried;
  if (protocol === null && DOUBTS.some((doubt) => facts.shortfalls.includes(doubt))) return null;
  const registered = conduit.permitted?.appProtocol?.toLowerCase() ?? null;
  const isPlain = protocol === null || READABLE.has(protocol);
  // `http` is what one speaks with the proxy itself
  if (registered === 'opaque' || (!isPlain && registered === protocol)) return null;
  const crossing = crossingOf(observation, topology);
  const leadsOut = classifyName(name.name, topology) === 'internet';
  // a proxy of the zone itself: it is the destination that lies outside
  if (crossing === null && !leadsOut) return null;
  const isMeantForProxies = crossing?.permitted === true && (crossing.clause === 'U' || !leadsOut);
  return { protocol, name, isCertain: !isPlain || !isMeantForProxies, at };
}
