import type { Language, Text } from '../../base/text.js';
import type { Clause, Place, PlaceBasis } from '../../model/place.js';
import type { ConduitField } from '../../model/topology.js';
import { AREA_NAMES } from '../area-names.js';
import type { Disposition } from '../conduits/disposition.js';
import type { AddressExplanation, Conclusion, PairExplanation, Service } from './explain.js';

const BASES: Readonly<Record<PlaceBasis, Text>> = {
  host: { ja: '登録された機器のアドレス', en: 'it is the address of a registered host' },
  'gateway-leg': { ja: '登録されたゲートウェイの脚のアドレス', en: 'it is the address of a registered gateway leg' },
  segment: { ja: '宣言されたセグメントの範囲にある', en: 'it lies in a declared segment' },
  realm: { ja: '宣言された領域外（realms）の範囲にある', en: 'it lies in a declared range of realms' },
  'other-member': { ja: '他団体の範囲（otherMembers）にある', en: 'it lies in a range of another body (otherMembers)' },
  'special-range': { ja: '特殊用途アドレスの規則による', en: 'by the rules for special-purpose addresses' },
  global: { ja: '宣言のないグローバルアドレス', en: 'it is a global address that nothing declares' },
  undeclared: {
    ja: 'プライベートなどで、どこにも宣言されていない',
    en: 'it is private or reserved, and nothing declares it',
  },
};

const FIELDS: Readonly<Record<ConduitField, Text>> = {
  from: { ja: '発信元が違う', en: 'the source differs' },
  to: { ja: '宛先が違う', en: 'the destination differs' },
  protocol: { ja: 'プロトコルが違う', en: 'the protocol differs' },
  initiator: { ja: '通信を開始する側が違う', en: 'the other side must open it' },
  ports: { ja: 'ポートが違う', en: 'the port differs' },
  via: { ja: '経由する装置が違う', en: 'it passes another gateway' },
  validity: { ja: '承認の期間の外', en: 'outside the approved period' },
  hours: { ja: '時間帯の外', en: 'outside its hours' },
  names: { ja: '宛先の名前が違う', en: 'the name of the destination differs' },
};

const CLAUSES: Readonly<Record<Clause, Text>> = {
  A: { ja: '第8条第3号ア', en: 'article 8(3) ア' },
  I: { ja: '第8条第3号イ', en: 'article 8(3) イ' },
  U: { ja: '第8条第3号ウ', en: 'article 8(3) ウ' },
};

const DISPOSITIONS: Readonly<Record<Disposition, Text>> = {
  ok: { ja: '許可通信の登録なしでよい組合せ', en: 'this pair of areas needs no conduit' },
  conduit: { ja: '登録された許可通信に限る組合せ', en: 'this pair of areas needs a registered conduit' },
  never: { ja: '許可通信を登録できない組合せ', en: 'no conduit may be registered for this pair of areas' },
  outside: { ja: 'どちらも団体の外', en: 'both ends are outside the municipality' },
  none: { ja: '機器でないアドレスを含む', en: 'one end is no host' },
};

const CONCLUSIONS: Readonly<Record<Conclusion, Text>> = {
  permitted: {
    ja: '成立しても、登録された許可通信の範囲内である',
    en: 'if established, it is within a registered conduit',
  },
  within: { ja: '成立しても、領域間の違反ではない', en: 'if established, it is no crossing that is forbidden' },
  violation: { ja: '成立すれば違反である', en: 'if established, it is a violation' },
  outside: { ja: '団体の領域に関わらない', en: 'it does not concern the zones' },
  'no-crossing': {
    ja: 'それだけでは領域をまたぐ通信の証拠にならない',
    en: 'by itself it is no evidence of a crossing',
  },
};

/** An explanation as lines of text for a terminal. */
export function renderExplanation(explanation: AddressExplanation | PairExplanation, language: Language): string {
  const lines = 'place' in explanation ? addressLines(explanation, language, true) : pairLines(explanation, language);
  return `${lines.join('\n')}\n`;
}

function addressLines(explanation: AddressExplanation, language: Language, inFull: boolean): readonly string[] {
  const { address, place } = explanation;
  const say = (text: Text): string => text[language];
  const lines = [
    `${address}  ${say(AREA_NAMES[place.area])} (${place.area})`,
    `  ${say({ ja: '理由', en: 'why' })}: ${say(BASES[place.basis])}`,
  ];
  const add = (label: Text, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') lines.push(`  ${say(label)}: ${value}`);
  };
  add({ ja: '機器', en: 'host' }, place.host);
  add({ ja: '役割', en: 'roles' }, place.roles.join(', '));
  add({ ja: 'MAC', en: 'MAC' }, place.macs.join(', '));
  add({ ja: 'セグメント', en: 'segment' }, segmentText(place));
  add({ ja: '他団体の範囲', en: 'range of another body' }, place.otherMember);
  if (place.isBroadcast)
    lines.push(`  ${say({ ja: 'ブロードキャストアドレスである', en: 'it is a broadcast address' })}`);
  if (place.unlisted) {
    lines.push(
      `  ${say({ ja: '台帳を閉じた領域（inventory: closed）にあるが、登録されていない', en: 'its zone has a closed inventory, and it is not listed' })}`,
    );
  }
  if (!inFull) return lines;
  add({ ja: '採取点', en: 'capture points' }, explanation.capturePoints.join(', ') || say({ ja: 'なし', en: 'none' }));
  for (const { conduit, side } of explanation.conduits) {
    lines.push(`  ${say({ ja: '許可通信', en: 'conduit' })}: ${conduit.id} ${conduit.title} (${side})`);
  }
  return lines;
}

function segmentText(place: Place): string | null {
  const { segment } = place;
  if (segment === null) return null;
  const vlan = segment.vlan === null ? '' : ` VLAN ${segment.vlan}`;
  return `${segment.prefix}${vlan}${segment.name === null ? '' : ` ${segment.name}`}`;
}

function pairLines(explanation: PairExplanation, language: Language): readonly string[] {
  const say = (text: Text): string => text[language];
  const { initiator, responder } = explanation;
  const lines = [
    ...addressLines(initiator, language, false),
    ...addressLines(responder, language, false),
    `${initiator.address} -> ${responder.address} ${serviceText(explanation.service)}`.trimEnd(),
    `  ${say({ ja: '条項', en: 'clause' })}: ${say(CLAUSES[explanation.clause])}`,
    `  ${say({ ja: '組合せ', en: 'areas' })}: ${initiator.place.area} -> ${responder.place.area}: ${say(DISPOSITIONS[explanation.disposition])}`,
  ];
  for (const { conduit, failed, cellAllows } of explanation.considered) {
    const why =
      failed !== null
        ? say(FIELDS[failed])
        : cellAllows
          ? say({ ja: '当てはまる', en: 'matches' })
          : say({
              ja: '当てはまるが、この組合せでは許可にならない',
              en: 'matches, but may permit nothing between these areas',
            });
    lines.push(`  ${conduit.id} ${conduit.title}: ${why}${failed === null ? '' : ` (${failed})`}`);
  }
  if (explanation.considered.length === 0) {
    lines.push(`  ${say({ ja: 'どちらかの端を含む許可通信はない', en: 'no conduit names either end' })}`);
  }
  lines.push(`  ${say({ ja: '結論', en: 'conclusion' })}: ${say(CONCLUSIONS[explanation.conclusion])}`);
  return lines;
}

function serviceText(service: Service | null): string {
  if (service === null) return '';
  if (service.proto === 1 || service.proto === 58) return 'icmp';
  const name = service.proto === 6 ? 'tcp' : service.proto === 17 ? 'udp' : String(service.proto);
  return `${name}/${service.port}`;
}
