import type { Conduit } from '../../model/topology.js';
import type { FieldPath } from '../read/field-path.js';
import { namesRemedy } from './names-remedy.js';
import type { ProblemLog } from '../read/problem-log.js';
import { resolveConduitEnd } from './resolve-conduit-end.js';
import { checkDates, resolveHours, resolvePorts } from './resolve-conduit-terms.js';
import type { ResolvedHosts } from './resolve-hosts.js';
import { itemsOf, valuesOf, type ConduitEndEntry, type ConduitEntry, type TopologyFile } from './topology-file.js';

/** A conduit with its place in the file. */
export interface ResolvedConduit {
  readonly conduit: Conduit;
  readonly path: FieldPath;
}

/** The register of permitted crossings. */
export function resolveConduits(file: TopologyFile, known: ResolvedHosts, log: ProblemLog): readonly ResolvedConduit[] {
  const ids = new Set<string>();
  const conduits: ResolvedConduit[] = [];
  for (const [index, entry] of itemsOf(file.conduits)) {
    const path = ['conduits', index];
    if (entry.id !== undefined) {
      if (ids.has(entry.id)) {
        log.add({
          path: [...path, 'id'],
          message: { ja: `id ${entry.id} が二度使われている`, en: `the id ${entry.id} is used twice` },
          remedy: { ja: '通信ごとに別の id にする', en: 'give every conduit its own id' },
        });
      }
      ids.add(entry.id);
    }
    const conduit = resolveConduit(entry, path, known, log);
    if (conduit !== undefined) conduits.push({ conduit, path });
  }
  checkForwardedIds(file, ids, log);
  return conduits;
}

function resolveConduit(
  entry: ConduitEntry,
  path: FieldPath,
  known: ResolvedHosts,
  log: ProblemLog,
): Conduit | undefined {
  const from = resolveConduitEnd(entry.from, [...path, 'from'], known, log);
  const to = resolveConduitEnd(entry.to, [...path, 'to'], known, log);
  const ports = resolvePorts(entry.ports, [...path, 'ports'], log);
  const hours = resolveHours(entry.limits?.hours, [...path, 'limits', 'hours'], log);
  checkDates(entry, path, log);
  const gatewayNames = known.gateways.map((gateway) => gateway.name);
  for (const [index, name] of itemsOf(entry.via)) {
    if (gatewayNames.includes(name)) continue;
    log.add({
      path: [...path, 'via', index],
      message: { ja: `ゲートウェイ ${name} は定義されていない`, en: `the gateway ${name} is not defined` },
      remedy: namesRemedy(name, gatewayNames),
    });
  }
  if (entry.protocol === 'icmp' && entry.ports !== undefined) {
    log.add({
      path: [...path, 'ports'],
      message: {
        ja: 'protocol: icmp の許可通信に ports が書かれている。ICMP にポートはない',
        en: 'this conduit has protocol: icmp and ports, but ICMP has no ports',
      },
      remedy: {
        ja: 'ICMP を許可するなら ports を取り除く。ポートを使う通信なら protocol: tcp か udp とする',
        en: 'remove ports where ICMP is meant; write protocol: tcp or udp where a service with ports is meant',
      },
    });
  }
  if (entry.id === undefined || entry.kind === undefined || entry.protocol === undefined) return undefined;
  if (entry.kind !== 'designatedCloud') warnOfNames({ from: entry.from, to: entry.to }, path, log);
  return {
    id: entry.id,
    title: entry.title ?? entry.id,
    kind: entry.kind,
    from,
    to,
    protocol: entry.protocol,
    ports: entry.protocol === 'icmp' ? null : ports,
    appProtocol: entry.appProtocol ?? null,
    initiator: entry.initiator ?? 'from',
    via: valuesOf(entry.via),
    proxyMode: entry.proxyMode ?? null,
    limits: {
      maxBytesPerDay: entry.limits?.maxBytesPerDay ?? null,
      maxBytesPerSession: entry.limits?.maxBytesPerSession ?? null,
      hours,
    },
    approval:
      entry.approval === undefined
        ? null
        : {
            number: entry.approval.number === undefined ? null : String(entry.approval.number),
            by: entry.approval.by ?? null,
            date: entry.approval.date ?? null,
            validUntil: entry.approval.validUntil ?? null,
          },
    basis: entry.basis ?? null,
  };
}

/** Names say nothing about an address: only the rule for designated clouds reads them. */
function warnOfNames(
  ends: { readonly from: ConduitEndEntry | undefined; readonly to: ConduitEndEntry | undefined },
  path: FieldPath,
  log: ProblemLog,
): void {
  for (const side of ['from', 'to'] as const) {
    const end = ends[side];
    if (end?.names === undefined) continue;
    if (end.hosts !== undefined || end.prefixes !== undefined || end.zone !== undefined || end.realm !== undefined)
      continue;
    log.add({
      path: [...path, side, 'names'],
      level: 'warning',
      message: {
        ja: 'names だけでは通信の相手が決まらず、どの通信にも当てはまらない',
        en: 'names alone match no traffic',
      },
      remedy: { ja: 'hosts、prefixes、zone、realm のいずれかを加える', en: 'add hosts, prefixes, zone or realm' },
    });
  }
}

function checkForwardedIds(file: TopologyFile, ids: ReadonlySet<string>, log: ProblemLog): void {
  for (const [index, gateway] of itemsOf(file.gateways)) {
    if (gateway.mayForward === undefined || gateway.mayForward === 'none') continue;
    for (const [position, id] of itemsOf(gateway.mayForward)) {
      if (ids.has(id)) continue;
      log.add({
        path: ['gateways', index, 'mayForward', position],
        message: { ja: `通信 ${id} は定義されていない`, en: `the conduit ${id} is not defined` },
        remedy: namesRemedy(id, ids),
      });
    }
  }
}
