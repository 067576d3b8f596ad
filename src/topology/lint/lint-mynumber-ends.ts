import { formatAddress, type Prefix } from '../../base/address.js';
import type { Area } from '../../model/place.js';
import type { Conduit } from '../../model/topology.js';
import { namesAddresses } from './end-reach.js';
import type { FieldPath } from '../read/field-path.js';
import type { Placement } from '../place/place.js';
import type { ProblemLog } from '../read/problem-log.js';

/** A conduit to be checked. */
export interface LintSubject {
  readonly conduit: Conduit;
  readonly path: FieldPath;
  /** areas that each end reaches, without what is undeclared */
  readonly fromAreas: ReadonlySet<Area>;
  readonly toAreas: ReadonlySet<Area>;
}

/** CFG-03: the My Number end of a crossing is limited to hosts, MAC addresses and single ports (G-MN-2). */
export function lintMyNumberEnds(subject: LintSubject, placement: Placement, log: ProblemLog): void {
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
      hosts.some((prefix) => placement.of(formatAddress(prefix.address)).macs.length === 0)
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
  const isSingle = conduit.ports?.every((range) => range.from === range.to) ?? false;
  if (conduit.protocol !== 'any' && isSingle) return;
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

function isOneAddress({ address, length }: Prefix): boolean {
  return length === (address.family === 4 ? 32 : 128);
}
