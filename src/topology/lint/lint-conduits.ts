import type { Area } from '../../model/place.js';
import { AREA_NAMES } from '../area-names.js';
import { mayPermit, termsOf } from '../conduits/disposition.js';
import { EndReach, namesAddresses } from './end-reach.js';
import type { FieldPath } from '../read/field-path.js';
import { lintMyNumberEnds, type LintSubject } from './lint-mynumber-ends.js';
import { isSecurityCloudRouter } from '../conduits/conduit-via.js';
import type { Placement } from '../place/place.js';
import type { ProblemLog } from '../read/problem-log.js';
import type { Draft } from '../resolve/resolve-topology.js';

export interface LintOptions {
  /** local date, `2026-04-01`, against which validity is held; left out: not checked, so that no clock enters a run */
  readonly today?: string;
}

/** CFG-01, 03, 04, 07, 08: every conduit. */
export function lintConduits(draft: Draft, placement: Placement, log: ProblemLog, options: LintOptions): void {
  const reach = new EndReach(placement);
  for (const { conduit, path } of draft.conduits) {
    const subject: LintSubject = {
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
function lintCell(draft: Draft, subject: LintSubject, log: ProblemLog): void {
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
function openings({ conduit, fromAreas, toAreas }: LintSubject): readonly (readonly [opener: Area, responder: Area])[] {
  const pairs = [...fromAreas].flatMap((from) => [...toAreas].map((to) => [from, to] as const));
  const reversed = pairs.map(([from, to]) => [to, from] as const);
  if (conduit.initiator === 'from') return pairs;
  return conduit.initiator === 'to' ? reversed : [...pairs, ...reversed];
}

/** CFG-04: exceptions need an approval and a basis that hold. */
function lintApproval({ conduit, path }: LintSubject, log: ProblemLog, { today }: LintOptions): void {
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
