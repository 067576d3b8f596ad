import { parseAddress, type Prefix } from '../base/address.js';
import type { Text } from '../base/text.js';
import { CONDUIT_KINDS } from '../model/topology.js';
import type { Conduit, ConduitEnd, PortRange } from '../model/topology.js';
import type { FieldPath } from './field-path.js';
import type { ProblemLog } from './problem-log.js';
import { normalizeMac, resolvePrefix } from './resolve-address.js';
import type { ResolvedHosts } from './resolve-hosts.js';
import { suggest } from './suggest.js';
import {
  itemsOf,
  valuesOf,
  type ConduitEndEntry,
  type ConduitEntry,
  type List,
  type TopologyFile,
} from './topology-file.js';

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
  const from = resolveEnd(entry.from, [...path, 'from'], known, log);
  const to = resolveEnd(entry.to, [...path, 'to'], known, log);
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
      level: 'warning',
      message: { ja: 'icmp にポートはない', en: 'icmp has no ports' },
      remedy: { ja: 'ports を取り除く', en: 'remove ports' },
    });
  }
  if (entry.id === undefined || entry.kind === undefined || entry.protocol === undefined) return undefined;
  if (!CONDUIT_KINDS.includes(entry.kind)) return undefined;
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

/** One side: named hosts become their addresses. */
function resolveEnd(
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

function resolvePorts(
  entry: List<number | string> | undefined,
  path: FieldPath,
  log: ProblemLog,
): readonly PortRange[] | null {
  if (entry === undefined) return null;
  const ranges: PortRange[] = [];
  for (const [index, item] of itemsOf(entry)) {
    const [first = 0, last = first] = typeof item === 'number' ? [item] : item.split('-').map(Number);
    if (first < 1 || last > 65535 || first > last) {
      log.add({
        path: [...path, index],
        message: { ja: `「${item}」はポートの範囲ではない`, en: `"${item}" is not a range of ports` },
        remedy: { ja: '1～65535 の小さい方を先に書く', en: 'write the lower one first, from 1 to 65535' },
      });
      continue;
    }
    ranges.push({ from: first, to: last });
  }
  return ranges;
}

/** The structure check has seen to the form `HH:MM-HH:MM`. */
function resolveHours(text: string | undefined, path: FieldPath, log: ProblemLog): Conduit['limits']['hours'] {
  if (text === undefined) return null;
  const [from = 0, to = 0] = text.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)));
  if (from === to) {
    log.add({
      path,
      message: { ja: `時間帯 ${text} は長さがない`, en: `the hours ${text} have no length` },
      remedy: { ja: '終日なら hours を書かない', en: 'leave hours out for the whole day' },
    });
    return null;
  }
  return { from, to };
}

function checkDates(entry: ConduitEntry, path: FieldPath, log: ProblemLog): void {
  const { date, validUntil } = entry.approval ?? {};
  const fields = { date, validUntil } as const;
  for (const field of ['date', 'validUntil'] as const) {
    const text = fields[field];
    if (text === undefined || isRealDate(text)) continue;
    log.add({
      path: [...path, 'approval', field],
      message: { ja: `${text} という日はない`, en: `there is no day ${text}` },
      remedy: { ja: '暦にある日を 2026-04-01 の形で書く', en: 'write a day of the calendar, 2026-04-01' },
    });
  }
  if (date === undefined || validUntil === undefined || date <= validUntil) return;
  log.add({
    path: [...path, 'approval', 'validUntil'],
    message: {
      ja: `期限 ${validUntil} が承認日 ${date} より前である`,
      en: `validUntil ${validUntil} is before date ${date}`,
    },
    remedy: { ja: '承認日以降の日にする', en: 'write a day on or after date' },
  });
}

function isRealDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
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

function namesRemedy(name: string, known: Iterable<string>): Text {
  const near = suggest(name, known);
  if (near !== undefined) return { ja: `${near} のことか`, en: `did you mean ${near}?` };
  return { ja: '定義してから使う', en: 'define it first' };
}
