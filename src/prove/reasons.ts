import { formatPrefix } from '../base/address.js';
import type { Text } from '../base/text.js';
import type { ProofReason } from '../model/proof.js';
import type { Conduit, ConduitEnd } from '../model/topology.js';

export function nothingToPlant(ja: string, en: string): ProofReason {
  return { code: 'nothing-to-plant', subjects: [], text: { ja, en } };
}

export function notBuilt(awaits: Text): ProofReason {
  return { code: 'not-built', subjects: [], text: awaits };
}

export function conduitTooBroad(conduit: Conduit): ProofReason {
  const [from, to] = [describeEnd(conduit.from), describeEnd(conduit.to)];
  const ports = conduit.ports === null ? null : conduit.ports.map((range) => `${range.from}-${range.to}`).join(', ');
  return {
    code: 'conduit-too-broad',
    subjects: [conduit.id],
    text: {
      ja: `試したすべての通信を許可通信「${conduit.title}」（${conduit.id}：${from} → ${to}、${conduit.protocol}、ポート${ports ?? 'の限定なし'}）が許可するため、違反として現れない。両端とポートを限定する。`,
      en: `Conduit ${conduit.id} (${conduit.title}: ${from} to ${to}, ${conduit.protocol}, ${ports === null ? 'any port' : `port ${ports}`}) permits everything that was tried, so nothing shows as a violation. Narrow its ends and ports.`,
    },
  };
}

export function prefixTooBroad(ranges: readonly string[], ja: string, en: string): ProofReason {
  return {
    code: 'prefix-too-broad',
    subjects: ranges,
    text: { ja: `${ja}（${ranges.join('、')}）。`, en: `${en} (${ranges.join(', ')}).` },
  };
}

export function noCapturePoint(vlans: readonly number[]): ProofReason {
  const names = vlans.map((vlan) => `VLAN ${vlan}`);
  return {
    code: 'no-capture-point',
    subjects: names,
    text: {
      ja: `${names.join('、')} を採取する採取点がない。`,
      en: `No capture point hears ${names.join(', ')}.`,
    },
  };
}

export function noVlan(segments: readonly string[]): ProofReason {
  return {
    code: 'no-vlan',
    subjects: segments,
    text: {
      ja: `VLANの番号がないセグメント（${segments.join('、')}）では、フレームがどの領域の線にあったかを決められない。segments に vlan を書く。`,
      en: `Segments without a VLAN id (${segments.join(', ')}): nobody can say on whose wire a frame was. Write their vlan.`,
    },
  };
}

export function sharedCapturePoint(points: readonly string[]): ProofReason {
  return {
    code: 'shared-capture-point',
    subjects: points,
    text: {
      ja: `一つの採取点（${points.join('、')}）が両方の領域を採取しており、タグのないフレームがどちらのものか決められない。領域ごとに採取点を分ける。`,
      en: `One capture point (${points.join(', ')}) carries both sides, and untagged frames belong to neither. Give each area a point of its own.`,
    },
  };
}

export function oneSidedMirror(points: readonly string[]): ProofReason {
  return {
    code: 'one-sided-mirror',
    subjects: points,
    text: {
      ja: `採取点（${points.join('、')}）は片方向だけを採取する（mirror: rx または tx）。両方向を採取する。`,
      en: `The mirror of ${points.join(', ')} delivers one direction only (mirror: rx or tx). Mirror both.`,
    },
  };
}

/** The model lets such a conduit permit nothing (CFG-01, 07, 08). */
export function forbiddenConduit(conduit: Conduit): ProofReason {
  return {
    code: 'forbidden-conduit',
    subjects: [conduit.id],
    text: {
      ja: `許可通信「${conduit.title}」（${conduit.id}）は、このモデルではこの領域の間で何も許可できない（CFG-01、07、08）。登録どおりに使っても違反となる。sansou topology lint で確かめる。`,
      en: `In this model conduit ${conduit.id} (${conduit.title}) may permit nothing between its areas (CFG-01, 07, 08): using it as registered is a violation. See sansou topology lint.`,
    },
  };
}

export function encrypted(conduit: Conduit | null): ProofReason {
  const named = conduit === null ? [] : [conduit.id];
  return {
    code: 'encrypted',
    subjects: named,
    text: {
      ja: `許可通信${named.join('')}の内容は暗号化されるため、パケットからは判定できない（規則52）。装置の記録や設定で確認する。`,
      en: `The content of conduit ${named.join('')} is encrypted: packets cannot tell (rule 52). The device's log or settings would settle it.`,
    },
  };
}

export function noRegisteredWay(conduit: Conduit): ProofReason {
  return {
    code: 'no-registered-way',
    subjects: [conduit.id],
    text: {
      ja: `許可通信「${conduit.title}」（${conduit.id}）の両端をつなぐゲートウェイが登録されていない。両側を採取すると、中継する機器が未登録の経路（規則13）として現れる。`,
      en: `No registered gateway leads from one end of conduit ${conduit.id} (${conduit.title}) to the other. Where both sides are mirrored, the device between shows as an unregistered path (rule 13).`,
    },
  };
}

/** What the tool itself says that it cannot know. */
export function inDoubt(summary: Text): ProofReason {
  return { code: 'encrypted', subjects: [], text: summary };
}

export const UNEXPLAINED: ProofReason = {
  code: 'unexplained',
  subjects: [],
  text: {
    ja: '採取点には届いたが、検出されなかった。原因は分かっていない。sansou の不具合として報告してほしい。',
    en: 'The capture points heard it and nothing was found; the cause is not known. Please report it as a fault of sansou.',
  },
};

function describeEnd(end: ConduitEnd): string {
  const stated = end.hosts.length > 0 ? end.hosts : [...end.prefixes.map(formatPrefix), ...end.names];
  const area = end.zone ?? end.realm;
  const shown = stated.length > 0 ? stated : area === null ? [] : [area];
  return shown.slice(0, 3).join(', ') + (shown.length > 3 ? ', …' : '');
}
