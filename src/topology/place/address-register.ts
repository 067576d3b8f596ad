import { firstOfPrefix, formatAddress, lastOfPrefix, type Address } from '../../base/address.js';
import type { Realm, Zone } from '../../model/place.js';
import type { FieldPath } from '../read/field-path.js';
import { PrefixIndex } from './prefix-index.js';
import type { ProblemLog } from '../read/problem-log.js';
import type { DeclaredRange } from '../resolve/resolve-areas.js';
import { isNeverUnicast } from './special-ranges.js';

/** A named host or gateway leg that has an address. */
export interface RegisteredAddress {
  readonly address: Address;
  readonly area: Zone | Realm;
  readonly name: string;
  readonly roles: readonly string[];
  readonly macs: readonly string[];
  readonly isGatewayLeg: boolean;
}

/** Sees to it that an address is registered once, inside its zone, and can be a host's at all. */
export class AddressRegister {
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
