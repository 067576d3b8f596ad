import { formatPrefix, lastOfPrefix, type Prefix } from '../base/address.js';
import type { Area } from '../model/place.js';
import type { Conduit, ConduitEnd } from '../model/topology.js';
import { AREA_NAMES } from './area-names.js';
import { mayPermit, termsOf } from './disposition.js';
import type { FieldPath } from './field-path.js';
import type { LintOptions } from './lint.js';
import { isSecurityCloudRouter } from './match-conduits.js';
import type { Placement } from './place.js';
import type { ProblemLog } from './problem-log.js';
import type { Draft } from './resolve-topology.js';

interface Subject {
  readonly conduit: Conduit;
  readonly path: FieldPath;
  /** areas that each end reaches, without what is undeclared */
  readonly fromAreas: ReadonlySet<Area>;
  readonly toAreas: ReadonlySet<Area>;
}

/** CFG-01, 03, 04, 07, 08: every conduit. */
export function lintConduits(draft: Draft, placement: Placement, log: ProblemLog, options: LintOptions): void {
  const reach = new EndReach(placement);
  for (const { conduit, path } of draft.conduits) {
    const subject: Subject = {
      conduit,
      path,
      fromAreas: reach.areasOf(conduit.from, conduit),
      toAreas: reach.areasOf(conduit.to, conduit),
    };
    lintCell(draft, subject, log);
    lintMyNumberEnds(subject, placement, log);
    lintApproval(subject, log, options);
  }
}

/** CFG-01, 07, 08: a conduit in a cell of the matrix where none may stand. */
function lintCell(draft: Draft, subject: Subject, log: ProblemLog): void {
  const { conduit, path, fromAreas, toAreas } = subject;
  const { model } = draft;
  if (conduit.kind === 'designatedCloud' && model !== 'alpha-dash') {
    log.add({
      path: [...path, 'kind'],
      code: 'CFG-08',
      message: {
        ja: `${conduit.id}: 指定クラウドへの直接通信は α′モデルに限る（model: ${model}）`,
        en: `${conduit.id}: designated clouds exist in model alpha-dash only (model: ${model})`,
      },
      remedy: { ja: 'この通信を取り除くか、model を確かめる', en: 'remove the conduit, or check model' },
    });
    return;
  }
  for (const [side, areas] of [
    ['from', fromAreas],
    ['to', toAreas],
  ] as const) {
    if (areas.size > 0 || !namesAddresses(conduit[side])) continue;
    log.add({
      path: [...path, side],
      code: 'CFG-01',
      message: {
        ja: `${conduit.id}: ${side} のアドレスはどの領域にも宣言されていない`,
        en: `${conduit.id}: the addresses of ${side} are declared in no zone or realm`,
      },
      remedy: { ja: 'zones か realms に範囲を書く', en: 'declare their range in zones or realms' },
    });
  }
  const terms = termsOf(
    conduit,
    new Set(draft.hosts.gateways.filter(isSecurityCloudRouter).map((gateway) => gateway.name)),
  );
  const refused = openings(subject).find(([opener, responder]) => !mayPermit(terms, opener, responder, model));
  if (refused === undefined) return;
  const [opener, responder] = refused;
  const names = [AREA_NAMES[opener], AREA_NAMES[responder]] as const;
  if (conduit.kind === 'screenTransfer' && mayPermit(terms, responder, opener, model)) {
    log.add({
      path: [...path, 'kind'],
      code: 'CFG-07',
      message: {
        ja: `${conduit.id}: ${model} の画面転送は${names[1].ja}から開始するが、${names[0].ja}から開始することになっている`,
        en: `${conduit.id}: in model ${model} screen transfer is opened from the ${names[1].en}, but here from the ${names[0].en}`,
      },
      remedy: { ja: 'from と to、initiator、model を確かめる', en: 'check from and to, initiator and model' },
    });
    return;
  }
  log.add({
    path: [...path, 'id'],
    code: 'CFG-01',
    message: {
      ja: `${conduit.id}: ${names[0].ja}から${names[1].ja}への通信は、この種別（${conduit.kind}）では許可できない`,
      en: `${conduit.id}: nothing of this kind (${conduit.kind}) may be permitted from the ${names[0].en} to the ${names[1].en}`,
    },
    remedy: {
      ja: '通信をやめるか、無害化装置・セキュリティクラウドなど認められた経路にする',
      en: 'remove it, or lead it over a recognised path (sanitizer, security cloud)',
    },
  });
}

/** The pairs of areas, opener first, that a conduit claims to permit. */
function openings({ conduit, fromAreas, toAreas }: Subject): readonly (readonly [opener: Area, responder: Area])[] {
  const pairs = [...fromAreas].flatMap((from) => [...toAreas].map((to) => [from, to] as const));
  const reversed = pairs.map(([from, to]) => [to, from] as const);
  if (conduit.initiator === 'from') return pairs;
  return conduit.initiator === 'to' ? reversed : [...pairs, ...reversed];
}

/** CFG-03: the My Number end of a crossing is limited to hosts, MAC addresses and single ports (G-MN-2). */
function lintMyNumberEnds(subject: Subject, placement: Placement, log: ProblemLog): void {
  const { conduit, path } = subject;
  for (const side of ['from', 'to'] as const) {
    const [own, other] = side === 'from' ? [subject.fromAreas, subject.toAreas] : [subject.toAreas, subject.fromAreas];
    if (!own.has('mynumber') || [...other].every((area) => area === 'mynumber')) continue;
    const end = conduit[side];
    const isClient = conduit.kind === 'screenTransfer' && conduit.initiator === side;
    const isExempt = isClient || [...other].every((area) => area === 'govcloud' || area === 'mynumber');
    const hosts = end.prefixes.filter(isOneAddress);
    if (!isExempt && (hosts.length < end.prefixes.length || !namesAddresses(end))) {
      log.add({
        path: [...path, side],
        code: 'CFG-03',
        message: {
          ja: `${conduit.id}: マイナンバー利用事務系の側（${side}）が機器単位に限定されていない`,
          en: `${conduit.id}: its My Number side (${side}) is not limited to single hosts`,
        },
        remedy: { ja: 'hosts に機器名を書く', en: 'name the hosts under hosts' },
      });
    } else if (
      !isExempt &&
      end.macs.length === 0 &&
      hosts.some((prefix) => placement.of(addressOf(prefix)).macs.length === 0)
    ) {
      log.add({
        path: [...path, side],
        code: 'CFG-03',
        level: 'warning',
        message: {
          ja: `${conduit.id}: マイナンバー利用事務系の側（${side}）に MAC アドレスが登録されていない`,
          en: `${conduit.id}: its My Number side (${side}) has no registered MAC address`,
        },
        remedy: { ja: '機器に mac を書くか、macs を書く', en: 'give the hosts a mac, or write macs' },
      });
    }
    lintPorts(conduit, path, log);
    return;
  }
}

function lintPorts(conduit: Conduit, path: FieldPath, log: ProblemLog): void {
  if (conduit.protocol === 'icmp') return;
  const isOpen = conduit.protocol === 'any' || conduit.ports === null;
  if (!isOpen && conduit.ports?.every((range) => range.from === range.to)) return;
  log.add({
    path: [...path, conduit.protocol === 'any' ? 'protocol' : 'ports'],
    code: 'CFG-03',
    message: {
      ja: `${conduit.id}: マイナンバー利用事務系との通信のポートが個別に限定されていない`,
      en: `${conduit.id}: the ports of a crossing of the My Number zone are not single ones`,
    },
    remedy: {
      ja: 'protocol を tcp か udp とし、ports に一つずつ書く',
      en: 'write protocol tcp or udp, and single ports',
    },
  });
}

/** CFG-04: exceptions need an approval and a basis that hold. */
function lintApproval({ conduit, path }: Subject, log: ProblemLog, { today }: LintOptions): void {
  const warn = (field: FieldPath, ja: string, en: string, remedy: { ja: string; en: string }): void =>
    log.add({
      path: field,
      code: 'CFG-04',
      level: 'warning',
      message: { ja: `${conduit.id}: ${ja}`, en: `${conduit.id}: ${en}` },
      remedy,
    });
  if (conduit.approval === null) {
    warn([...path, 'id'], '承認の記録がない', 'there is no approval', {
      ja: 'approval に番号、承認者、日付、期限を書く',
      en: 'write number, by, date and validUntil under approval',
    });
  }
  if (conduit.basis === null) {
    warn([...path, 'id'], '根拠がない', 'there is no basis', { ja: 'basis に根拠を書く', en: 'write its basis' });
  }
  const validUntil = conduit.approval?.validUntil ?? null;
  if (today !== undefined && validUntil !== null && validUntil < today) {
    warn(
      [...path, 'approval', 'validUntil'],
      `承認の期限 ${validUntil} が過ぎている`,
      `its approval ended on ${validUntil}`,
      {
        ja: '更新するか、通信を止めて取り除く',
        en: 'renew it, or stop the traffic and remove it',
      },
    );
  }
}

function namesAddresses(end: ConduitEnd): boolean {
  return end.prefixes.length > 0 || end.hosts.length > 0;
}

function isOneAddress({ address, length }: Prefix): boolean {
  return length === (address.family === 4 ? 32 : 128);
}

function addressOf(prefix: Prefix): string {
  return formatPrefix(prefix).replace(/\/.*/, '');
}

/** Works out the areas that an end of a conduit reaches; remembers prefixes, which conduits share. */
class EndReach {
  readonly #placement: Placement;
  readonly #remembered = new Map<string, readonly Area[]>();

  constructor(placement: Placement) {
    this.#placement = placement;
  }

  areasOf(end: ConduitEnd, conduit: Conduit): ReadonlySet<Area> {
    const limit = end.zone ?? end.realm;
    if (namesAddresses(end)) {
      const areas = end.prefixes.flatMap((prefix) => this.#areasOfPrefix(prefix));
      return new Set(areas.filter((area) => limit === null || area === limit));
    }
    if (limit !== null) return new Set([limit]);
    return new Set(conduit.kind === 'designatedCloud' && end.names.length > 0 ? ['public'] : []);
  }

  #areasOfPrefix(prefix: Prefix): readonly Area[] {
    const text = formatPrefix(prefix);
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const areas = new Set<Area>();
    const { cells } = this.#placement;
    const last = cells.of(lastOfPrefix(prefix));
    for (let cell = cells.of(prefix.address); cell <= last; cell++) areas.add(this.#placement.ofCell(cell).area);
    // the gaps between declared ranges permit nothing
    areas.delete('unassigned');
    areas.delete('special');
    const found = [...areas];
    this.#remembered.set(text, found);
    return found;
  }
}
