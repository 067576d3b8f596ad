import { firstOfPrefix, formatAddress, lastOfPrefix, type Address } from '../base/address.js';
import type { Realm, Zone } from '../model/place.js';
import type { Gateway, Host, Leg } from '../model/topology.js';
import type { FieldPath } from './field-path.js';
import type { ProblemLog } from './problem-log.js';
import { normalizeMac, resolveAddress, resolvePrefix } from './resolve-address.js';
import type { DeclaredRange } from './resolve-areas.js';
import { isNeverUnicast } from './special-ranges.js';
import { itemsOf, valuesOf, type List, type TopologyFile } from './topology-file.js';
import { PrefixIndex } from './prefix-index.js';

/** A named host or gateway leg that has an address. */
export interface RegisteredAddress {
  readonly address: Address;
  readonly area: Zone | Realm;
  readonly name: string;
  readonly roles: readonly string[];
  readonly macs: readonly string[];
  readonly isGatewayLeg: boolean;
}

export interface ResolvedHosts {
  readonly hosts: readonly Host[];
  readonly gateways: readonly Gateway[];
  /** by formatted address */
  readonly addresses: ReadonlyMap<string, RegisteredAddress>;
  /** names for which an address was written that could not be read: no further complaint about them */
  readonly unreadable: ReadonlySet<string>;
}

/** Hosts and gateways: names, addresses and MACs. */
export function resolveHosts(file: TopologyFile, ranges: readonly DeclaredRange[], log: ProblemLog): ResolvedHosts {
  const register = new AddressRegister(ranges, log);
  const names = new Set<string>();
  const unreadable = new Set<string>();
  const claimName = (name: string, path: FieldPath): void => {
    if (names.has(name)) {
      log.add({
        path,
        message: { ja: `名前 ${name} が二度使われている`, en: `the name ${name} is used twice` },
        remedy: { ja: '機器とゲートウェイの名前はすべて別にする', en: 'give every host and gateway its own name' },
      });
    }
    names.add(name);
  };

  const hosts: Host[] = [];
  for (const [index, entry] of itemsOf(file.hosts)) {
    const path = ['hosts', index];
    const { name, zone } = entry;
    const macs = listOf(entry.mac).map(([, mac]) => normalizeMac(mac));
    const roles = valuesOf(entry.roles);
    if (name !== undefined) claimName(name, [...path, 'name']);
    const ip: string[] = [];
    for (const [step, text] of listOf(entry.ip)) {
      const ipPath = [...path, 'ip', ...step];
      const address = resolveAddress(text, ipPath, log);
      if (address === undefined) {
        if (name !== undefined) unreadable.add(name);
        continue;
      }
      ip.push(formatAddress(address));
      if (name === undefined || zone === undefined) continue;
      register.claim({ address, area: zone, name, roles, macs, isGatewayLeg: false }, ipPath);
    }
    if (name !== undefined && zone !== undefined)
      hosts.push({ name, zone, ip, mac: macs, roles, ipv6: entry.ipv6 ?? null });
  }

  const gateways: Gateway[] = [];
  for (const [index, entry] of itemsOf(file.gateways)) {
    const path = ['gateways', index];
    const { name } = entry;
    const roles = valuesOf(entry.roles);
    if (name !== undefined) claimName(name, [...path, 'name']);
    const legs: Leg[] = [];
    for (const [legIndex, leg] of itemsOf(entry.legs)) {
      const legPath = [...path, 'legs', legIndex];
      const mac = leg.mac === undefined ? null : normalizeMac(leg.mac);
      const virtualMacs = valuesOf(leg.virtualMacs).map(normalizeMac);
      const macs = mac === null ? virtualMacs : [mac, ...virtualMacs];
      const ip = resolveAddress(leg.ip, [...legPath, 'ip'], log);
      const ipv6 = resolveAddress(leg.ipv6, [...legPath, 'ipv6'], log);
      if (name !== undefined && (leg.ip !== undefined) !== (ip !== undefined)) unreadable.add(name);
      if (leg.zone === undefined) continue;
      for (const [field, address] of [
        ['ip', ip],
        ['ipv6', ipv6],
      ] as const) {
        if (address === undefined || name === undefined) continue;
        register.claim({ address, area: leg.zone, name, roles, macs, isGatewayLeg: true }, [...legPath, field]);
      }
      legs.push({
        zone: leg.zone,
        vlan: leg.vlan ?? null,
        ip: ip === undefined ? null : formatAddress(ip),
        ipv6: ipv6 === undefined ? null : formatAddress(ipv6),
        mac,
        virtualMacs,
        egressSegment: leg.egressSegment ?? false,
      });
    }
    const nat: { inside: string; outside: string }[] = [];
    for (const [natIndex, rule] of itemsOf(entry.nat)) {
      const natPath = [...path, 'nat', natIndex];
      const inside = resolvePrefix(rule.inside, [...natPath, 'inside'], log);
      const outsidePath = [...natPath, 'outside'];
      const outside = rule.outside?.includes('/')
        ? resolvePrefix(rule.outside, outsidePath, log)
        : resolveAddress(rule.outside, outsidePath, log);
      if (inside !== undefined && outside !== undefined)
        nat.push({ inside: rule.inside ?? '', outside: rule.outside ?? '' });
    }
    if (name === undefined) continue;
    gateways.push({
      name,
      roles,
      legs,
      mayForward: entry.mayForward === undefined ? null : entry.mayForward === 'none' ? [] : valuesOf(entry.mayForward),
      nat,
      natStated: entry.nat !== undefined,
      hostedIn: entry.hostedIn ?? null,
    });
  }
  return { hosts, gateways, addresses: register.addresses, unreadable };
}

/** One value or several: the values with the path step that leads to each. */
function listOf(value: string | List<string> | undefined): readonly (readonly [step: FieldPath, text: string])[] {
  if (typeof value === 'string') return [[[], value]];
  return [...itemsOf(value)].map(([index, text]) => [[index], text] as const);
}

/** Sees to it that an address is registered once, inside its zone, and can be a host's at all. */
class AddressRegister {
  readonly addresses = new Map<string, RegisteredAddress>();
  readonly #log: ProblemLog;
  readonly #ranges = new PrefixIndex<DeclaredRange>();
  readonly #areasWithRanges: ReadonlySet<Zone | Realm | null>;

  constructor(ranges: readonly DeclaredRange[], log: ProblemLog) {
    this.#log = log;
    for (const range of ranges) this.#ranges.add(range.prefix, range);
    this.#areasWithRanges = new Set(ranges.map((range) => range.area));
  }

  claim(entry: RegisteredAddress, path: FieldPath): void {
    const text = formatAddress(entry.address);
    const other = this.addresses.get(text);
    if (other !== undefined) {
      const both = other.name === entry.name ? other.name : `${other.name}, ${entry.name}`;
      this.#log.add({
        path,
        message: {
          ja: `アドレス ${text} が二度登録されている（${both}）`,
          en: `the address ${text} is registered twice (${both})`,
        },
        remedy: { ja: '一つのアドレスは一つの機器に登録する', en: 'register an address for one host only' },
      });
      return;
    }
    this.addresses.set(text, entry);
    if (isNeverUnicast(entry.address)) {
      this.#log.add({
        path,
        message: {
          ja: `${text} は特殊用途（マルチキャスト、リンクローカル等）で、領域の判断に使えない`,
          en: `${text} is special-purpose (multicast, link-local …) and belongs to no zone`,
        },
        remedy: { ja: '機器のユニキャストアドレスを書く', en: "write the host's unicast address" },
      });
      return;
    }
    this.#checkRange(entry, text, path);
  }

  #checkRange(entry: RegisteredAddress, text: string, path: FieldPath): void {
    const range = this.#ranges.longest(entry.address);
    if (range?.area === entry.area) {
      const { prefix } = range;
      const isEdge =
        prefix.address.family === 4 &&
        prefix.length <= 30 &&
        (firstOfPrefix(prefix).w0 === entry.address.w0 || lastOfPrefix(prefix).w0 === entry.address.w0);
      if (isEdge && range.segment !== null) {
        this.#log.add({
          path,
          level: 'warning',
          message: {
            ja: `${text} はセグメントの先頭または末尾で、機器のアドレスになれない`,
            en: `${text} is the first or last address of its segment and cannot be a host's`,
          },
          remedy: { ja: 'その間のアドレスを書く', en: 'write an address between them' },
        });
      }
      return;
    }
    // a zone without ranges of that kind declares its hosts one by one
    if (range === undefined && !this.#areasWithRanges.has(entry.area)) return;
    this.#log.add({
      path,
      level: 'warning',
      message: {
        ja: `${text}（${entry.name}）は領域 ${entry.area} のどのセグメントにもない${range === undefined ? '' : `（${range.area ?? '他団体'} の範囲にある）`}`,
        en: `${text} (${entry.name}) is in no segment of ${entry.area}${range === undefined ? '' : ` but in a range of ${range.area ?? 'another body'}`}`,
      },
      remedy: { ja: 'zone か ip を直す', en: 'correct zone or ip' },
    });
  }
}
