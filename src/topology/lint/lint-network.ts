import { formatPrefix } from '../../base/address.js';
import { AREA_NAMES } from '../area-names.js';
import type { Gateway, Leg } from '../../model/topology.js';
import { isSecurityCloudRouter } from '../conduits/conduit-via.js';
import { PrefixIndex } from '../place/prefix-index.js';
import type { ProblemLog } from '../read/problem-log.js';
import type { DeclaredRange } from '../resolve/resolve-areas.js';
import type { Draft } from '../resolve/resolve-topology.js';
import type { FieldPath } from '../read/field-path.js';

/** CFG-02, 05, 06, 09, 10: segments, gateways and capture points. */
export function lintNetwork(draft: Draft, log: ProblemLog): void {
  refuseOverlaps(draft, log);
  requireSecurityCloud(draft, log);
  for (const gateway of draft.hosts.gateways) {
    const path = pathOfGateway(draft, gateway);
    lintSanitizer(gateway, path, log);
    lintBoundary(draft, gateway, path, log);
  }
}

function pathOfGateway(draft: Draft, gateway: Gateway): FieldPath {
  return ['gateways', draft.file.gateways?.findIndex((entry) => entry?.name === gateway.name) ?? 0];
}

/** CFG-02: an address in two zones has no place. */
function refuseOverlaps(draft: Draft, log: ProblemLog): void {
  const segments = draft.areas.ranges.filter((range) => range.segment !== null);
  const index = new PrefixIndex<DeclaredRange>();
  for (const range of segments) index.add(range.prefix, range);
  for (const range of segments) {
    for (const other of index.all(range.prefix.address)) {
      if (other.area === range.area || other.prefix.length > range.prefix.length) continue;
      // of two equal ones the later is named
      if (other.prefix.length === range.prefix.length && segments.indexOf(other) > segments.indexOf(range)) continue;
      const [inner, outer] = [formatPrefix(range.prefix), formatPrefix(other.prefix)];
      const [innerName, outerName] = [AREA_NAMES[range.area ?? 'unassigned'], AREA_NAMES[other.area ?? 'unassigned']];
      log.add({
        path: range.path,
        code: 'CFG-02',
        message: {
          ja: `${innerName.ja}の ${inner} が${outerName.ja}の ${outer} と重なっている`,
          en: `${inner} of the ${innerName.en} overlaps ${outer} of the ${outerName.en}`,
        },
        remedy: {
          ja: '一つのアドレスは一つの領域に置く。個人番号利用事務の機器があるならマイナンバー利用事務系とする',
          en: 'put every address into one zone; what serves My Number business belongs to the My Number zone',
        },
      });
    }
  }
}

/** CFG-05: a sanitizer that forwards, or that stands on one side only, sanitizes nothing. */
function lintSanitizer(gateway: Gateway, path: FieldPath, log: ProblemLog): void {
  if (!gateway.roles.includes('sanitizer')) return;
  if (gateway.legs.length < 2 && gateway.hostedIn === null) {
    log.add({
      path,
      code: 'CFG-05',
      message: {
        ja: `無害化装置 ${gateway.name} の脚が二つに満たない`,
        en: `the sanitizer ${gateway.name} has fewer than two legs`,
      },
      remedy: {
        ja: '内側と外側の脚を書く。セキュリティクラウドにあるなら hostedIn: security-cloud とする',
        en: 'write its inner and its outer leg, or hostedIn: security-cloud where it stands there',
      },
    });
  }
  if (gateway.mayForward === null || gateway.mayForward.length > 0) {
    log.add({
      path: gateway.mayForward === null ? path : [...path, 'mayForward'],
      code: 'CFG-05',
      message: {
        ja: `無害化装置 ${gateway.name} が中継を許されている`,
        en: `the sanitizer ${gateway.name} may forward packets`,
      },
      remedy: { ja: 'mayForward: none とする', en: 'write mayForward: none' },
    });
  }
}

/** CFG-06: without the registered way out, no other way out can be told apart. */
function requireSecurityCloud(draft: Draft, log: ProblemLog): void {
  const legs = draft.hosts.gateways.filter(isSecurityCloudRouter).flatMap((gateway) => gateway.legs);
  if (legs.some((leg) => (leg.ip !== null || leg.ipv6 !== null) && leg.mac !== null)) return;
  log.add({
    path: ['gateways'],
    code: 'CFG-06',
    message: {
      ja: 'セキュリティクラウドへのルーターの IP アドレスと MAC アドレスが登録されていない',
      en: 'no router to the security cloud is registered with its IP and MAC address',
    },
    remedy: {
      ja: 'roles: [security-cloud-router] のゲートウェイを、脚の ip と mac とともに書く',
      en: 'add a gateway with roles: [security-cloud-router], and ip and mac on its leg',
    },
  });
}

/** CFG-09 and CFG-10: gateways that join areas. */
function lintBoundary(draft: Draft, gateway: Gateway, path: FieldPath, log: ProblemLog): void {
  const areas = [...new Set(gateway.legs.map((leg) => leg.zone))];
  if (areas.length < 2) return;
  const names = {
    ja: areas.map((area) => AREA_NAMES[area].ja).join('・'),
    en: areas.map((area) => AREA_NAMES[area].en).join(', '),
  };
  if (!gateway.natStated) {
    log.add({
      path,
      code: 'CFG-10',
      level: 'warning',
      message: {
        ja: `${names.ja}をつなぐ ${gateway.name} に、アドレス変換の有無が書かれていない`,
        en: `${gateway.name} joins ${names.en} and says nothing of address translation`,
      },
      remedy: { ja: '変換しないなら nat: [] とする', en: 'write nat: [] where there is none' },
    });
  }
  const unseen = areas.filter((area) => !gateway.legs.some((leg) => leg.zone === area && isMirrored(draft, leg)));
  if (unseen.length === 0) return;
  const sides = {
    ja: unseen.map((area) => AREA_NAMES[area].ja).join('・'),
    en: unseen.map((area) => AREA_NAMES[area].en).join(', '),
  };
  const isBlind = unseen.length === areas.length;
  log.add({
    path,
    code: 'CFG-09',
    level: 'warning',
    message: isBlind
      ? {
          ja: `境界 ${gateway.name} のどちらの側にも採取点がない`,
          en: `no side of the boundary ${gateway.name} has a capture point`,
        }
      : {
          ja: `境界 ${gateway.name} の${sides.ja}側に採取点がない`,
          en: `the boundary ${gateway.name} has no capture point on the side of: ${sides.en}`,
        },
    remedy: {
      ja: 'その側の VLAN をミラーする採取点を加える。なければ、境界を越えたかどうかは判定不能となることがある',
      en: 'add a capture point that mirrors a VLAN of that side; without it, whether packets passed may stay undetermined',
    },
  });
}

function isMirrored(draft: Draft, leg: Leg): boolean {
  return leg.vlan !== null && draft.capturePoints.some((point) => point.vlans.includes(leg.vlan ?? 0));
}
