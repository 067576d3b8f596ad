import type { Text } from '../../base/text.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { AppProtocol, Facts } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Clause } from '../../model/place.js';
import type { FindingEnd } from '../../model/report.js';
import type { Conduit, ConduitKind } from '../../model/topology.js';
import { WHY_UNREAD, type WhyUnread } from '../../model/why-unread.js';
import { Exemplars } from '../findings/exemplars.js';
import { fingerprint, NO_END, type FindingDraft } from '../findings/finding-draft.js';
import { isReadInPart } from '../terms/read-in-part.js';
import { isProtocolCutOff } from '../terms/registered-protocol.js';
import { ruleIdOf, ruleOf } from '../registry.js';

/** What settles it where packets cannot (domain.md 4). */
const OTHER_EVIDENCE: Partial<Record<ConduitKind, Text>> = {
  screenTransfer: {
    ja: 'リダイレクト（クリップボード、ドライブ、プリンター、USB）を禁止するグループポリシーまたは画面転送製品の設定の写しで確認できる。',
    en: 'A copy of the group policy, or of the settings of the screen-transfer product, that forbids redirection (clipboard, drives, printers, USB) would settle it.',
  },
  mailText: {
    ja: '無害化装置の処理記録と設定の写しで確認できる。',
    en: "The sanitizer's log and a copy of its settings would settle it.",
  },
  mailSanitized: {
    ja: '無害化装置の処理記録と設定の写しで確認できる。',
    en: "The sanitizer's log and a copy of its settings would settle it.",
  },
  fileRebuild: {
    ja: '無害化装置の処理記録（再構築の結果）と設定の写しで確認できる。',
    en: "The sanitizer's log of rebuilt files and a copy of its settings would settle it.",
  },
  fileVerify: {
    ja: '無害化装置の検査記録と設定の写しで確認できる。',
    en: "The sanitizer's log of verified files and a copy of its settings would settle it.",
  },
};

/** What settles which protocol was spoken. */
const WHOLE_PACKETS: Text = {
  ja: 'スナップ長を制限せずに採取すれば確認できる。',
  en: 'A capture without a limit of the snapshot length would settle it.',
};
const PROTOCOL_CUT_OFF: readonly WhyUnread[] = ['snap-length'];

interface Leg {
  readonly conduit: Conduit;
  readonly clause: Clause;
  readonly reasons: Set<WhyUnread>;
  readonly exemplars: Exemplars;
  flows: number;
  packets: number;
  bytes: number;
  first: Nanoseconds;
  last: Nanoseconds;
}

/**
 * Rule 52, once per conduit: its condition is about content, and the content could not be read, or only in part; or its
 * application protocol is registered, and the snapshot length cut off what would tell it (CAP-05). Never a pass.
 */
export class UninspectedLegs {
  readonly #legs = new Map<string, Leg>();

  add(observation: Observation): void {
    const conduit = observation.conduit.permitted;
    const { facts, flow, clause } = observation;
    if (conduit === null || facts === null || !this.watches(observation)) return;
    const reasons = isAboutContent(conduit) ? whyUnread(conduit.kind, facts, observation) : PROTOCOL_CUT_OFF;
    if (reasons.length === 0) return;
    const key = `${clause} ${conduit.id}`;
    let leg = this.#legs.get(key);
    if (leg === undefined) {
      leg = {
        conduit,
        clause,
        reasons: new Set(),
        exemplars: new Exemplars(),
        flows: 0,
        packets: 0,
        bytes: 0,
        first: flow.first,
        last: flow.last,
      };
      this.#legs.set(key, leg);
    }
    for (const reason of reasons) leg.reasons.add(reason);
    leg.flows++;
    leg.packets += flow.packets[0] + flow.packets[1];
    leg.bytes += flow.bytes[0] + flow.bytes[1];
    if (flow.first < leg.first) leg.first = flow.first;
    if (flow.last > leg.last) leg.last = flow.last;
    leg.exemplars.add(
      flow,
      facts.firstBytes.filter((frame) => frame !== null),
    );
  }

  /** one that goes on by itself */
  copy(): UninspectedLegs {
    const copy = new UninspectedLegs();
    for (const [key, leg] of this.#legs)
      copy.#legs.set(key, { ...leg, reasons: new Set(leg.reasons), exemplars: leg.exemplars.copy() });
    return copy;
  }

  /** True where every single flow has to be added. */
  watches(observation: Observation): boolean {
    const { conduit, facts, clause } = observation;
    if (conduit.permitted === null || facts === null || clause === 'U') return false;
    return isAboutContent(conduit.permitted) || isProtocolCutOff(observation);
  }

  *drafts(): Iterable<FindingDraft> {
    const definition = ruleOf('52');
    for (const leg of this.#legs.values()) {
      const { conduit, clause } = leg;
      const rule = ruleIdOf(definition, clause);
      const reasons = [...leg.reasons].sort();
      const other = OTHER_EVIDENCE[conduit.kind] ?? WHOLE_PACKETS;
      yield {
        id: fingerprint(rule, conduit.id),
        rule,
        clause,
        verdict: 'undetermined',
        severity: 'info',
        outcome: null,
        title: definition.titles[clause] ?? { ja: '', en: '' },
        summary: isAboutContent(conduit)
          ? {
              ja: `許可通信「${conduit.title}」（${conduit.id}）は内容が条件となるが、${leg.flows}件の通信の内容を検査できなかった（${reasons.map((reason) => WHY_UNREAD[reason].ja).join('、')}）。${other.ja}`,
              en: `Conduit ${conduit.id} (${conduit.title}) has a condition on content, and the content of ${leg.flows} flow(s) could not be inspected (${reasons.map((reason) => WHY_UNREAD[reason].en).join(', ')}). ${other.en}`,
            }
          : {
              ja: `許可通信「${conduit.title}」（${conduit.id}）はアプリケーションプロトコルが${conduit.appProtocol ?? '?'}と登録されているが、${leg.flows}件の通信は先頭バイトが切り詰めて採取されており、照合できなかった。${other.ja}`,
              en: `Conduit ${conduit.id} (${conduit.title}) is registered for ${conduit.appProtocol ?? '?'}, and of ${leg.flows} flow(s) the first bytes were cut off by the snapshot length: the application protocol could not be compared. ${other.en}`,
            },
        from: endOfConduit(conduit.from),
        to: endOfConduit(conduit.to),
        service: null,
        first: formatEpoch(leg.first),
        last: formatEpoch(leg.last),
        flows: leg.flows,
        packets: leg.packets,
        bytes: leg.bytes,
        conduit: { nearest: conduit.id, failed: null },
        indicators: reasons.map((reason) => ({ field: 'opaque', value: reason })),
        reasons: reasons.map((reason) => `content-${reason}`),
        related: [],
        limits: definition.limits,
        remedy: other,
        frames: leg.exemplars.frames(),
      };
    }
  }
}

function isAboutContent({ kind }: Conduit): boolean {
  return OTHER_EVIDENCE[kind] !== undefined;
}

/** What kept the condition from being checked; empty: it was checked, or there was nothing to check. */
function whyUnread(kind: ConduitKind, facts: Facts, observation: Observation): readonly WhyUnread[] {
  if (facts.opaque !== null) return [facts.opaque];
  const isReadable =
    kind === 'screenTransfer'
      ? facts.rdp?.selectedProtocol === 0 && facts.rdp.channelsKnown
      : facts.protocol !== null && READABLE[kind]?.has(facts.protocol) === true;
  // readable, and read: the rules about mail, files and channels have spoken
  if (isReadable) {
    if (kind === 'screenTransfer') return [];
    const { shortfalls } = facts;
    const missing = isMailSideRead(facts) ? shortfalls.filter((shortfall) => shortfall !== 'one-sided') : shortfalls;
    // what is missing of the flow is why its mail or file is not whole
    return missing.length === 0 && isReadInPart(observation) ? ['in-part'] : missing;
  }
  return facts.shortfalls.length > 0 ? facts.shortfalls : ['undecodable'];
}

/** Mail goes one way: SMTP brings it to the server, POP3 and IMAP to the client. The other way alone may be missing. */
function isMailSideRead({ protocol, client, firstBytes }: Facts): boolean {
  if (client === null || protocol === null || !MAIL.has(protocol)) return false;
  const isFromA = (protocol === 'smtp') === (client === 'a');
  return firstBytes[isFromA ? 0 : 1] !== null;
}

const MAIL: ReadonlySet<AppProtocol> = new Set(['smtp', 'pop3', 'imap']);
const FILES: ReadonlySet<AppProtocol> = new Set(['http', 'ftp', 'smb']);
/** protocols whose content is read, by what the conduit promises about it */
const READABLE: Partial<Record<ConduitKind, ReadonlySet<AppProtocol>>> = {
  mailText: MAIL,
  mailSanitized: MAIL,
  fileRebuild: FILES,
  fileVerify: FILES,
};

function endOfConduit({ zone, realm, hosts }: Conduit['from']): FindingEnd {
  return { ...NO_END, zone: zone ?? realm, host: hosts.length === 1 ? (hosts[0] ?? null) : null };
}
