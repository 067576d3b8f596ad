import { matchesName } from '../../base/name-pattern.js';
import type { Facts, NameFact } from '../../model/facts.js';
import { isUnder } from './destination-names.js';

/**
 * Public resolvers that answer over HTTPS (RFC 8484) or TLS (RFC 7858), by the names that their operators publish.
 * A list can only grow old: a resolver that is not on it does not show.
 */
const DOH_RESOLVERS = [
  'dns.google',
  'dns64.dns.google',
  'cloudflare-dns.com',
  'one.one.one.one',
  'dns.quad9.net',
  'doh.opendns.com',
  'doh.cleanbrowsing.org',
  'dns.adguard-dns.com',
  'dns.nextdns.io',
  'doh.dns.sb',
  'public.dns.iij.jp',
  'dns.controld.com',
  'doh.mullvad.net',
  'dns.mullvad.net',
] as const;

/** Relays through which remote-control products are reached from outside: the relay's names, not the maker's pages. */
const REMOTE_RELAYS: readonly (readonly [pattern: string, product: string])[] = [
  ['*.router.teamviewer.com', 'TeamViewer'],
  ['router*.teamviewer.com', 'TeamViewer'],
  ['master*.teamviewer.com', 'TeamViewer'],
  ['*.net.anydesk.com', 'AnyDesk'],
  ['remotedesktop-pa.googleapis.com', 'Chrome Remote Desktop'],
  ['remotedesktop.google.com', 'Chrome Remote Desktop'],
  ['*.relay.splashtop.com', 'Splashtop'],
  ['*.api.splashtop.com', 'Splashtop'],
  ['*.rustdesk.com', 'RustDesk'],
  ['*.logmein-gateway.com', 'LogMeIn'],
  ['*.tunnel.ngrok.com', 'ngrok'],
];

export function isResolver(name: string): boolean {
  return DOH_RESOLVERS.some((resolver) => isUnder(name, resolver));
}

/** The names of a flow that are public resolvers. */
export function resolversNamed(facts: Facts | null): readonly NameFact[] {
  return facts === null ? [] : facts.names.filter(({ name }) => isResolver(name));
}

/** The product of which this is a relay, or `null`. */
export function relayProduct(name: string): string | null {
  return REMOTE_RELAYS.find(([pattern]) => matchesRelay(name, pattern))?.[1] ?? null;
}

/** The names of a flow that are relays of remote control, each with its product. */
export function relaysNamed(facts: Facts | null): readonly { readonly fact: NameFact; readonly product: string }[] {
  if (facts === null) return [];
  return facts.names.flatMap((fact) => {
    const product = relayProduct(fact.name);
    return product === null ? [] : [{ fact, product }];
  });
}

/** `router*.example`: any ending of the first label. */
function matchesRelay(name: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star <= 0) return matchesName(name, pattern);
  const label = name.indexOf('.');
  return label > 0 && name.startsWith(pattern.slice(0, star)) && name.slice(label) === pattern.slice(star + 1);
}
