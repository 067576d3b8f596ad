import { formatAddress } from '../../base/address.js';
import type { Gateway, Host, Leg } from '../../model/topology.js';
import { AddressRegister, type RegisteredAddress } from '../place/address-register.js';
import type { FieldPath } from '../read/field-path.js';
import type { ProblemLog } from '../read/problem-log.js';
import { normalizeMac, resolveAddress, resolvePrefix } from './resolve-address.js';
import type { DeclaredRange } from './resolve-areas.js';
import {
  itemsOf,
  valuesOf,
  type GatewayEntry,
  type HostEntry,
  type LegEntry,
  type List,
  type TopologyFile,
} from './topology-file.js';

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
  return new HostResolver(ranges, log).resolve(file);
}

class HostResolver {
  readonly #log: ProblemLog;
  readonly #register: AddressRegister;
  readonly #names = new Set<string>();
  readonly #unreadable = new Set<string>();

  constructor(ranges: readonly DeclaredRange[], log: ProblemLog) {
    this.#log = log;
    this.#register = new AddressRegister(ranges, log);
  }

  resolve(file: TopologyFile): ResolvedHosts {
    const hosts = [...itemsOf(file.hosts)].flatMap(([index, entry]) => this.#host(entry, ['hosts', index]) ?? []);
    const gateways = [...itemsOf(file.gateways)].flatMap(
      ([index, entry]) => this.#gateway(entry, ['gateways', index]) ?? [],
    );
    return { hosts, gateways, addresses: this.#register.addresses, unreadable: this.#unreadable };
  }

  #host(entry: HostEntry, path: FieldPath): Host | undefined {
    const { name, zone } = entry;
    this.#claimName(name, [...path, 'name']);
    const macs = listOf(entry.mac).map(([, mac]) => normalizeMac(mac));
    const roles = valuesOf(entry.roles);
    const ip = listOf(entry.ip).flatMap(([step, text]) => {
      const ipPath = [...path, 'ip', ...step];
      const address = resolveAddress(text, ipPath, this.#log);
      if (address === undefined) {
        if (name !== undefined) this.#unreadable.add(name);
        return [];
      }
      if (name !== undefined && zone !== undefined) {
        this.#register.claim({ address, area: zone, name, roles, macs, isGatewayLeg: false }, ipPath);
      }
      return [formatAddress(address)];
    });
    if (name === undefined || zone === undefined) return undefined;
    return { name, zone, ip, mac: macs, roles, ipv6: entry.ipv6 ?? null };
  }

  #gateway(entry: GatewayEntry, path: FieldPath): Gateway | undefined {
    const { name, mayForward } = entry;
    this.#claimName(name, [...path, 'name']);
    const roles = valuesOf(entry.roles);
    const legs = [...itemsOf(entry.legs)].flatMap(
      ([index, leg]) => this.#leg(leg, [...path, 'legs', index], { name, roles }) ?? [],
    );
    const nat = this.#nat(entry, [...path, 'nat']);
    if (name === undefined) return undefined;
    return {
      name,
      roles,
      legs,
      mayForward: mayForward === undefined ? null : mayForward === 'none' ? [] : valuesOf(mayForward),
      nat,
      natStated: entry.nat !== undefined,
      hostedIn: entry.hostedIn ?? null,
    };
  }

  #leg(
    leg: LegEntry,
    path: FieldPath,
    owner: { readonly name: string | undefined; readonly roles: readonly string[] },
  ): Leg | undefined {
    const mac = leg.mac === undefined ? null : normalizeMac(leg.mac);
    const virtualMacs = valuesOf(leg.virtualMacs).map(normalizeMac);
    const macs = mac === null ? virtualMacs : [mac, ...virtualMacs];
    const resolve = (field: 'ip' | 'ipv6'): string | null => {
      const address = resolveAddress(leg[field], [...path, field], this.#log);
      if (address === undefined) {
        if (leg[field] !== undefined && owner.name !== undefined) this.#unreadable.add(owner.name);
        return null;
      }
      if (owner.name !== undefined && leg.zone !== undefined) {
        const { name, roles } = owner;
        this.#register.claim({ address, area: leg.zone, name, roles, macs, isGatewayLeg: true }, [...path, field]);
      }
      return formatAddress(address);
    };
    const [ip, ipv6] = [resolve('ip'), resolve('ipv6')];
    if (leg.zone === undefined) return undefined;
    return {
      zone: leg.zone,
      vlan: leg.vlan ?? null,
      ip,
      ipv6,
      mac,
      virtualMacs,
      egressSegment: leg.egressSegment ?? false,
    };
  }

  #nat(entry: GatewayEntry, path: FieldPath): Gateway['nat'] {
    return [...itemsOf(entry.nat)].flatMap(([index, { inside, outside }]) => {
      const insidePrefix = resolvePrefix(inside, [...path, index, 'inside'], this.#log);
      const outsidePath = [...path, index, 'outside'];
      const outsideRange = outside?.includes('/')
        ? resolvePrefix(outside, outsidePath, this.#log)
        : resolveAddress(outside, outsidePath, this.#log);
      if (inside === undefined || outside === undefined || insidePrefix === undefined || outsideRange === undefined)
        return [];
      return [{ inside, outside }];
    });
  }

  #claimName(name: string | undefined, path: FieldPath): void {
    if (name === undefined) return;
    if (this.#names.has(name)) {
      this.#log.add({
        path,
        message: { ja: `名前 ${name} が二度使われている`, en: `the name ${name} is used twice` },
        remedy: { ja: '機器とゲートウェイの名前はすべて別にする', en: 'give every host and gateway its own name' },
      });
    }
    this.#names.add(name);
  }
}

/** One value or several: the values with the path step that leads to each. */
function listOf(value: string | List<string> | undefined): readonly (readonly [step: FieldPath, text: string])[] {
  if (typeof value === 'string') return [[[], value]];
  return [...itemsOf(value)].map(([index, text]) => [[index], text] as const);
}
