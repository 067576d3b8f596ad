import { parseAddress, type Prefix } from '../../base/address.js';
import type { ConduitEnd } from '../../model/topology.js';
import type { FieldPath } from '../read/field-path.js';
import { namesRemedy } from './names-remedy.js';
import type { ProblemLog } from '../read/problem-log.js';
import { normalizeMac, resolvePrefix } from './resolve-address.js';
import type { ResolvedHosts } from './resolve-hosts.js';
import { itemsOf, valuesOf, type ConduitEndEntry } from './topology-file.js';

/** One side: named hosts become their addresses. */
export function resolveConduitEnd(
  entry: ConduitEndEntry | undefined,
  path: FieldPath,
  known: ResolvedHosts,
  log: ProblemLog,
): ConduitEnd {
  const prefixes: Prefix[] = [];
  for (const [index, reference] of itemsOf(entry?.hosts)) {
    prefixes.push(...resolveHost(reference, [...path, 'hosts', index], known, log));
  }
  for (const [index, text] of itemsOf(entry?.prefixes)) {
    const prefix = resolvePrefix(text, [...path, 'prefixes', index], log);
    if (prefix !== undefined) prefixes.push(prefix);
  }
  if (entry?.zone !== undefined && entry.realm !== undefined) {
    log.add({
      path: [...path, 'realm'],
      message: { ja: 'zone と realm は同時に書けない', en: 'zone and realm cannot both be given' },
      remedy: { ja: 'どちらか一方にする', en: 'keep one of them' },
    });
  }
  return {
    prefixes,
    zone: entry?.zone ?? null,
    realm: entry?.realm ?? null,
    hosts: valuesOf(entry?.hosts),
    names: valuesOf(entry?.names),
    macs: valuesOf(entry?.macs).map(normalizeMac),
  };
}

/** `name` or `name/zone` as the addresses it stands for, /32 and /128. */
function resolveHost(reference: string, path: FieldPath, known: ResolvedHosts, log: ProblemLog): readonly Prefix[] {
  const [name = '', zone] = reference.split('/');
  const host = known.hosts.find((candidate) => candidate.name === name);
  const gateway = known.gateways.find((candidate) => candidate.name === name);
  const places: readonly { readonly zone: string; readonly ips: readonly string[] }[] =
    host !== undefined
      ? [{ zone: host.zone, ips: host.ip }]
      : (gateway?.legs ?? []).map((leg) => ({ zone: leg.zone, ips: [leg.ip, leg.ipv6].filter((ip) => ip !== null) }));
  if (host === undefined && gateway === undefined) {
    const names = [...known.hosts, ...known.gateways].map((candidate) => candidate.name);
    log.add({
      path,
      message: { ja: `機器 ${name} は定義されていない`, en: `the host ${name} is not defined` },
      remedy: namesRemedy(name, names),
    });
    return [];
  }
  const chosen = zone === undefined ? places : places.filter((place) => place.zone === zone);
  if (chosen.length === 0) {
    const zones = [...new Set(places.map((place) => place.zone))].join(', ');
    log.add({
      path,
      message: { ja: `${name} は領域 ${zone ?? ''} に脚を持たない`, en: `${name} has no leg in ${zone ?? ''}` },
      remedy: { ja: `脚のある領域: ${zones}`, en: `it has legs in: ${zones}` },
    });
    return [];
  }
  const ips = chosen.flatMap((place) => place.ips);
  if (ips.length === 0 && !known.unreadable.has(name)) {
    log.add({
      path,
      level: 'warning',
      message: {
        ja: `${reference} には ip がないので、どの通信にも当てはまらない`,
        en: `${reference} has no ip, so that it matches nothing`,
      },
      remedy: { ja: '機器に ip を書く', en: 'give the host an ip' },
    });
  }
  return ips.flatMap((ip) => {
    const address = parseAddress(ip);
    return address === undefined ? [] : [{ address, length: address.family === 4 ? 32 : 128 }];
  });
}
