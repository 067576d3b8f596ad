import type { Problem } from '../base/failure.js';
import type { CaptureEnd } from './capture-run.js';
import { listInterfaces } from './link-state.js';

/** Why a port cannot be captured from, and what would be right. */
export function portFailure(port: { readonly point: string; readonly interface: string }, end: CaptureEnd): Problem {
  const name = port.interface;
  switch (end.cause) {
    case 'permission':
      return {
        code: 'CAPTURE-PERMISSION',
        level: 'error',
        message: {
          ja: `インターフェース「${name}」から採取する権限がない`,
          en: `there is no permission to capture from the interface "${name}"`,
        },
        remedy: {
          ja: 'この利用者を wireshark グループに加えるか、採取プログラムに cap_net_raw,cap_net_admin を与える（docs/watch.md「Privileges」）。sansou 自身に管理者権限は要らない',
          en: 'add this user to the group wireshark, or give cap_net_raw,cap_net_admin to the capture program (docs/watch.md, Privileges); sansou itself needs no root',
        },
      };
    case 'interface-gone':
      return unknownInterface(name);
    default:
      return {
        code: 'CAPTURE-PROGRAM-FAILED',
        level: 'error',
        message: {
          ja: `インターフェース「${name}」の採取プログラムを起動できない: ${end.words}`,
          en: `the capture program for "${name}" could not be started: ${end.words}`,
        },
      };
  }
}

export function unknownInterface(name: string, known: readonly string[] = listInterfaces()): Problem {
  return {
    code: 'CAPTURE-INTERFACE-UNKNOWN',
    level: 'error',
    message: {
      ja: `インターフェース「${name}」はこの機器にない`,
      en: `this machine has no interface "${name}"`,
    },
    remedy: { ja: `あるもの: ${known.join('、')}`, en: `it has: ${known.join(', ')}` },
  };
}
