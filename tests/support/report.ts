import { fileURLToPath } from 'node:url';
import type { Text } from '../../src/base/text.js';
import type { Area, Clause } from '../../src/model/place.js';
import type {
  EvidenceFrame,
  Finding,
  FindingEnd,
  MatrixCell,
  QualityEntry,
  ScanReport,
} from '../../src/model/report.js';
import { auditIdentificationOf } from '../../src/topology/audit-identification-of.js';
import { loadTopology } from '../../src/topology/load.js';
import { networkPlanOf } from '../../src/topology/network-plan-of.js';

// A report as the sample city of domain.md 5 would get it: made up, but every part of the document is there.

const { topology } = loadTopology(fileURLToPath(new URL('../../topology/midorino-alpha.yaml', import.meta.url)));

const sha = (seed: string): string => seed.repeat(64).slice(0, 64);
const mac = (suffix: string): string => `00:00:5e:00:53:${suffix}`;
/** 2026-06-15 10:00:00 in Tokyo, plus seconds */
const at = (seconds: number): string => (1_781_485_200 + seconds).toFixed(3) + '000000';

const end = (zone: Area, address: string, host: string | null = null, macSuffix: string | null = null): FindingEnd => ({
  zone,
  address,
  host,
  mac: macSuffix === null ? null : mac(macSuffix),
});

interface Packet {
  readonly file: string;
  readonly point: string;
  readonly frame: number;
  readonly seconds: number;
  readonly vlan: string;
  readonly from: readonly [address: string, port: number, mac: string];
  readonly to: readonly [address: string, port: number, mac: string];
  readonly flags: string;
  readonly ttl: number;
  readonly role?: string;
}

const packet = (cited: Packet): EvidenceFrame => ({
  file: `captures/midorino-alpha/${cited.file}`,
  sha256: sha('ab12'),
  frame: cited.frame,
  time: at(cited.seconds),
  point: cited.point,
  role: cited.role ?? 'first-a-to-b',
  vlan: cited.vlan,
  sourceMac: mac(cited.from[2]),
  destinationMac: mac(cited.to[2]),
  source: cited.from[0],
  destination: cited.to[0],
  ttl: cited.ttl,
  proto: 6,
  sourcePort: cited.from[1],
  destinationPort: cited.to[1],
  tcpFlags: cited.flags,
  seq: 1000,
  ack: 0,
  length: 52,
});

const limitText: Text = {
  ja: '観測されたのは、ミラーした回線を通った通信だけである。',
  en: 'Only traffic that passed a mirrored link was observed.',
};

const finding = (
  fields: Pick<Finding, 'rule' | 'verdict' | 'severity' | 'title' | 'summary' | 'from' | 'to'> & Partial<Finding>,
): Finding => ({
  id: sha(fields.rule.slice(-2) + fields.rule.charCodeAt(5).toString(16)).slice(0, 16),
  clause: fields.rule.charAt(5) as Clause,
  outcome: 'established',
  service: null,
  first: at(0),
  last: at(2),
  flows: 1,
  packets: 12,
  bytes: 3456,
  conduit: null,
  evidence: [],
  reasons: [],
  related: [],
  limits: [limitText],
  remedy: {
    ja: '境界ファイアウォールの許可規則を見直し、業務に必要であれば許可通信として承認を得て構成定義ファイルに登録する。',
    en: 'Review the rules of the boundary firewall; where the business needs this, have it approved and register a conduit.',
  },
  ...fields,
});

const findings: Finding[] = [
  finding({
    rule: 'A8-3-A-24',
    verdict: 'violation',
    severity: 'critical',
    outcome: 'data',
    title: { ja: '共用サービスの越境', en: 'Shared service crossing' },
    summary: {
      ja: 'マイナンバー利用事務系の端末 10.10.16.55 が、LGWAN接続系の文書管理サーバ 10.20.4.10 とファイル共有（SMB）でデータをやり取りした。この通信を許可する定義はない。',
      en: 'Terminal 10.10.16.55 of the My Number zone exchanged data with document server 10.20.4.10 of the LGWAN zone over file sharing (SMB). No conduit permits it.',
    },
    from: end('mynumber', '10.10.16.55', null, '50'),
    to: end('lgwan', '10.20.4.10', 'bunsho-lg', '03'),
    service: { proto: 6, port: 445, name: 'SMB' },
    packets: 41,
    bytes: 18_220,
    conduit: { nearest: 'C-MN-07', failed: 'from' },
    evidence: [
      packet({
        file: 'mn-core.pcapng',
        point: 'CP-MN',
        frame: 17,
        seconds: 0.07,
        vlan: '110',
        from: ['10.10.16.55', 51234, '50'],
        to: ['10.20.4.10', 445, '01'],
        flags: 'S',
        ttl: 128,
      }),
      packet({
        file: 'mn-core.pcapng',
        point: 'CP-MN',
        frame: 18,
        seconds: 0.071,
        vlan: '110',
        from: ['10.20.4.10', 445, '01'],
        to: ['10.10.16.55', 51234, '50'],
        flags: 'SA',
        ttl: 62,
        role: 'first-b-to-a',
      }),
      packet({
        file: 'lg-core.pcapng',
        point: 'CP-LG',
        frame: 9,
        seconds: 0.0702,
        vlan: '220',
        from: ['10.10.16.55', 51234, '03'],
        to: ['10.20.4.10', 445, '3a'],
        flags: 'S',
        ttl: 126,
        role: 'deciding',
      }),
      packet({
        file: 'lg-core.pcapng',
        point: 'CP-LG',
        frame: 10,
        seconds: 0.0706,
        vlan: '220',
        from: ['10.20.4.10', 445, '3a'],
        to: ['10.10.16.55', 51234, '03'],
        flags: 'SA',
        ttl: 64,
      }),
    ],
    reasons: ['handshake-complete', 'payload-both-ways', 'no-conduit'],
    related: ['A8-3-A-01'],
  }),
  finding({
    rule: 'A8-3-I-30',
    verdict: 'violation',
    severity: 'critical',
    title: { ja: '画面転送の方向違反', en: 'Screen-transfer direction wrong for the model' },
    summary: {
      ja: 'αモデルではLGWAN接続系から開くべき画面転送を、インターネット接続系の仮想ブラウザ 10.30.4.11 がLGWAN接続系の端末 10.20.16.5 に向けて開いた。',
      en: 'In model α the LGWAN side opens screen transfers; here virtual browser 10.30.4.11 of the Internet zone opened one toward terminal 10.20.16.5 of the LGWAN zone.',
    },
    from: end('internet', '10.30.4.11', 'vbr-01', '20'),
    to: end('lgwan', '10.20.16.5', null, '04'),
    service: { proto: 6, port: 3389, name: 'RDP' },
    conduit: { nearest: 'C-LG-01', failed: 'initiator' },
    indicators: [{ field: 'http-connect', value: 'shop.example.com:443' }],
    evidence: [
      packet({
        file: 'in-core.pcapng',
        point: 'CP-IN',
        frame: 112,
        seconds: 61.2,
        vlan: '310',
        from: ['10.30.4.11', 49152, '20'],
        to: ['10.20.16.5', 3389, '05'],
        flags: 'S',
        ttl: 128,
      }),
    ],
    reasons: ['syn-sender'],
    related: ['A8-3-I-23'],
    first: at(61.2),
    last: at(75.9),
  }),
  finding({
    rule: 'A8-3-A-07',
    verdict: 'attempt',
    severity: 'high',
    outcome: 'noAnswer',
    title: { ja: 'インターネットとの直接通信', en: 'Direct Internet communication' },
    summary: {
      ja: 'マイナンバー利用事務系の端末 10.10.16.60 が、インターネットの 203.0.113.9 に接続を試みた（再送を含め3回）。応答は観測されなかった。',
      en: 'Terminal 10.10.16.60 of the My Number zone tried to reach 203.0.113.9 on the Internet (three times, retries included). No answer was observed.',
    },
    from: end('mynumber', '10.10.16.60', null, '51'),
    to: end('public', '203.0.113.9'),
    service: { proto: 6, port: 443, name: 'HTTPS' },
    packets: 3,
    bytes: 156,
    evidence: [
      packet({
        file: 'mn-core.pcapng',
        point: 'CP-MN',
        frame: 61,
        seconds: 120,
        vlan: '110',
        from: ['10.10.16.60', 50000, '51'],
        to: ['203.0.113.9', 443, '01'],
        flags: 'S',
        ttl: 128,
      }),
    ],
    reasons: ['syn-retransmitted', 'not-seen-on-far-side'],
    first: at(120),
    last: at(129),
  }),
  finding({
    rule: 'A8-3-A-01',
    verdict: 'violation',
    severity: 'high',
    outcome: 'reachable',
    title: { ja: '他領域との通信の成立', en: 'Cross-zone communication established' },
    summary: {
      ja: '端末 10.10.16.61 のTCP接続要求がLGWAN接続系の 10.20.4.10 に届き、相手自身が拒否した。サービスは動いていないが、境界は通している。',
      en: 'The request of terminal 10.10.16.61 reached 10.20.4.10 in the LGWAN zone, which refused it itself: no service answered, but the boundary let it through.',
    },
    from: end('mynumber', '10.10.16.61', null, '52'),
    to: end('lgwan', '10.20.4.10', 'bunsho-lg'),
    service: { proto: 6, port: 80 },
    packets: 2,
    bytes: 92,
    evidence: [
      packet({
        file: 'lg-core.pcapng',
        point: 'CP-LG',
        frame: 33,
        seconds: 180.4,
        vlan: '220',
        from: ['10.20.4.10', 80, '3a'],
        to: ['10.10.16.61', 50001, '03'],
        flags: 'RA',
        ttl: 64,
        role: 'deciding',
      }),
    ],
    reasons: ['rst-ttl-equals-host', 'seen-on-far-side'],
    first: at(180.4),
    last: at(180.4),
  }),
  finding({
    rule: 'A8-3-A-04',
    verdict: 'violation',
    severity: 'high',
    title: { ja: '特定通信の条件逸脱', en: 'Specified communication out of its terms' },
    summary: {
      ja: 'eLTAX連携サーバ（eltax-gw）が、登録された相手 198.18.20.10 に、登録されていないポート tcp/22 で接続した。登録は tcp/443 のみである。',
      en: 'The eLTAX server (eltax-gw) connected to its registered counterpart 198.18.20.10 on tcp/22, which is not registered: only tcp/443 is.',
    },
    from: end('mynumber', '10.10.5.7', 'eltax-gw', '43'),
    to: end('lgwan-wan', '198.18.20.10'),
    service: { proto: 6, port: 22, name: 'SSH' },
    conduit: { nearest: 'C-MN-02', failed: 'ports' },
    evidence: [
      packet({
        file: 'mn-core.pcapng',
        point: 'CP-MN',
        frame: 140,
        seconds: 240.01,
        vlan: '121',
        from: ['10.10.5.7', 40022, '43'],
        to: ['198.18.20.10', 22, '01'],
        flags: 'S',
        ttl: 64,
      }),
    ],
    reasons: ['conduit-ports-differ'],
    related: ['A8-3-A-23'],
    first: at(240.01),
    last: at(243.5),
  }),
  finding({
    rule: 'A8-3-U-63',
    verdict: 'violation',
    severity: 'high',
    outcome: 'data',
    title: { ja: '外部への直接メール送信', en: 'Direct SMTP to the outside' },
    summary: {
      ja: '直結端末 10.30.16.8 が、自治体情報セキュリティクラウドのメール中継を通らずに 198.51.100.25 へメールを送信した。',
      en: 'Terminal 10.30.16.8 sent mail to 198.51.100.25 without the mail relay of the security cloud.',
    },
    from: end('internet', '10.30.16.8', null, '71'),
    to: end('public', '198.51.100.25'),
    service: { proto: 6, port: 25 },
    evidence: [
      packet({
        file: 'in-core.pcapng',
        point: 'CP-IN',
        frame: 301,
        seconds: 300.5,
        vlan: '340',
        from: ['10.30.16.8', 52000, '71'],
        to: ['198.51.100.25', 25, '05'],
        flags: 'S',
        ttl: 128,
      }),
    ],
    reasons: ['handshake-complete', 'no-conduit'],
    first: at(300.5),
    last: at(301.9),
  }),
  finding({
    rule: 'A8-3-I-02',
    verdict: 'suspected',
    severity: 'medium',
    outcome: 'rejectedUnknown',
    title: { ja: '通信試行', en: 'Attempt' },
    summary: {
      ja: '業務端末 10.20.16.77 から仮想ブラウザ基盤 10.30.4.13 の tcp/8081 への接続が拒否された。拒否したのが相手か境界装置かは、パケットからは分からない。',
      en: 'A connection from 10.20.16.77 to tcp/8081 of 10.30.4.13 was rejected. Whether the responder or the boundary did so cannot be told.',
    },
    from: end('lgwan', '10.20.16.77', null, '81'),
    to: end('internet', '10.30.4.13', 'vbr-03', '22'),
    service: { proto: 6, port: 8081 },
    packets: 2,
    bytes: 92,
    reasons: ['rst-unattributed'],
    evidence: [
      packet({
        file: 'lg-core.pcapng',
        point: 'CP-LG',
        frame: 410,
        seconds: 333,
        vlan: '210',
        from: ['10.30.4.13', 8081, '03'],
        to: ['10.20.16.77', 50099, '81'],
        flags: 'RA',
        ttl: 63,
        role: 'deciding',
      }),
    ],
    first: at(333),
    last: at(333.001),
  }),
  finding({
    rule: 'A8-3-A-50',
    verdict: 'violation',
    severity: 'medium',
    outcome: null,
    title: { ja: '未登録機器', en: 'Unassigned host in the My Number zone' },
    summary: {
      ja: 'VLAN 110 で、構成定義ファイルに登録のない機器 10.10.16.250 が通信している。',
      en: 'A host that the topology file does not list, 10.10.16.250, is active on VLAN 110.',
    },
    from: end('mynumber', '10.10.16.250', null, 'aa'),
    to: { zone: null, address: null, host: null, mac: null },
    flows: 4,
    packets: 16,
    bytes: 2048,
    first: at(10),
    last: at(900),
  }),
  finding({
    rule: 'A8-3-A-09',
    verdict: 'undetermined',
    severity: 'medium',
    outcome: 'midstream',
    title: { ja: '領域外からの接続開始', en: 'Connection opened from outside the zone' },
    summary: {
      ja: '証明発行サーバ（shomei）と 198.18.40.11 の間に、採取開始前から続く通信がある。どちらが開いたか分からないため判定できない。',
      en: 'A connection between shomei and 198.18.40.11 was open before the capture began. Who opened it is not known, so nothing can be judged.',
    },
    from: end('lgwan-wan', '198.18.40.11'),
    to: end('mynumber', '10.10.5.5', 'shomei', '41'),
    service: { proto: 6, port: 443 },
    conduit: { nearest: 'C-MN-04', failed: 'from' },
    packets: 30,
    bytes: 20_120,
    evidence: [
      packet({
        file: 'mn-core.pcapng',
        point: 'CP-MN',
        frame: 1,
        seconds: 0,
        vlan: '121',
        from: ['198.18.40.11', 41000, '01'],
        to: ['10.10.5.5', 443, '41'],
        flags: 'A',
        ttl: 60,
      }),
    ],
    reasons: ['no-handshake', 'initiator-unknown'],
    first: at(0),
    last: at(1100),
  }),
  finding({
    rule: 'A8-3-A-03',
    verdict: 'blocked',
    severity: 'info',
    outcome: 'blocked',
    title: { ja: '境界での遮断確認', en: 'Blocked at the boundary' },
    summary: {
      ja: '端末 10.10.16.62 から 10.30.6.25（mail-in）への接続を境界ファイアウォール fw-mn が遮断した（ICMP 3/13）。',
      en: 'Boundary firewall fw-mn blocked 10.10.16.62 from reaching 10.30.6.25 (mail-in) with ICMP 3/13.',
    },
    from: end('mynumber', '10.10.16.62', null, '53'),
    to: end('internet', '10.30.6.25', 'mail-in'),
    service: { proto: 6, port: 25 },
    flows: 3,
    packets: 6,
    bytes: 420,
  }),
  finding({
    rule: 'A8-3-A-51',
    verdict: 'observation',
    severity: 'info',
    outcome: null,
    title: { ja: '使用実績のない特定通信', en: 'Registered but unused' },
    summary: {
      ja: '特定通信 C-MN-05（住基ネット）は採取期間中に一度も使われなかった。月次・年次の処理でないか確認する。',
      en: 'Conduit C-MN-05 (Juki-net) was never used in the period. Check whether it serves a monthly or yearly job.',
    },
    from: { zone: 'mynumber', address: null, host: 'juki-cs', mac: null },
    to: end('juki-net', '198.19.0.10'),
    flows: 0,
    packets: 0,
    bytes: 0,
    first: null,
    last: null,
    conduit: { nearest: 'C-MN-05', failed: null },
  }),
];

const cell = (from: Area, to: Area, verdicts: MatrixCell['verdicts']): MatrixCell => {
  const flows = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  return { from, to, flows, packets: flows * 14, bytes: flows * 5120, verdicts };
};

const matrix: MatrixCell[] = [
  cell('mynumber', 'mynumber', { permitted: 412 }),
  cell('mynumber', 'lgwan', { permitted: 10, violation: 2 }),
  cell('mynumber', 'internet', { blocked: 3 }),
  cell('mynumber', 'lgwan-wan', { permitted: 38, violation: 1 }),
  cell('mynumber', 'govcloud', { permitted: 96 }),
  cell('mynumber', 'public', { attempt: 1 }),
  cell('lgwan', 'lgwan', { permitted: 1204 }),
  cell('lgwan', 'internet', { permitted: 77, suspected: 1 }),
  cell('lgwan', 'lgwan-wan', { permitted: 51 }),
  cell('lgwan', 'security-cloud', { permitted: 4 }),
  cell('internet', 'lgwan', { violation: 1 }),
  cell('internet', 'internet', { permitted: 340 }),
  cell('internet', 'security-cloud', { permitted: 1022 }),
  cell('internet', 'public', { violation: 1 }),
  cell('lgwan-wan', 'mynumber', { permitted: 6, undetermined: 1 }),
];

const quality: QualityEntry[] = [
  ...['CP-MN', 'CP-LG', 'CP-IN'].map((point, index): QualityEntry => ({
    check: 'CAP-01',
    point,
    value: index * 0.0004,
    effect: 'none',
    message: { ja: 'インターフェース統計による。', en: 'From the interface statistics.' },
  })),
  {
    check: 'CAP-02',
    point: 'CP-MN',
    value: 0.012,
    effect: 'none',
    message: { ja: '片方向だけ観測したTCPフローの割合。', en: 'Share of TCP flows seen in one direction only.' },
  },
  {
    check: 'CAP-02',
    point: 'CP-IN',
    value: 0.083,
    effect: 'note',
    message: {
      ja: '片方向だけ観測したTCPフローが5 %を超えた。接続を開始した側についての判定は弱くなる。',
      en: 'More than 5 % of the TCP flows were seen in one direction only: what is said of who opened them is weaker.',
    },
  },
  {
    check: 'CAP-03',
    point: 'CP-SC',
    value: 0,
    effect: 'undetermined',
    message: {
      ja: '採取点 CP-SC のパケットがない。この境界については何も言えない。',
      en: 'There are no packets from CP-SC: nothing can be said of this boundary.',
    },
  },
  {
    check: 'CAP-05',
    point: 'CP-LG',
    value: 0,
    effect: 'none',
    message: { ja: '切り詰められたパケットはない。', en: 'No packet was truncated.' },
  },
  {
    check: 'CAP-09',
    point: 'CP-MN',
    value: 0.01389,
    effect: 'note',
    message: {
      ja: '採取期間は20分。月末を含む14日以上を推奨する。',
      en: 'The capture covers 20 min. 14 days or more, with a month end, are recommended.',
    },
  },
  {
    check: 'CAP-09',
    point: 'CP-IN',
    value: 0.01389,
    effect: 'note',
    message: {
      ja: '採取期間は20分。月末を含む14日以上を推奨する。',
      en: 'The capture covers 20 min. 14 days or more, with a month end, are recommended.',
    },
  },
  {
    check: 'CAP-11',
    point: null,
    value: 0.75,
    effect: 'none',
    message: {
      ja: 'mynumber：登録12台のうち観測されたものは9台。',
      en: 'mynumber: 9 of 12 declared hosts were seen.',
    },
  },
  {
    check: 'RUN-CROSS-CHECK',
    point: null,
    value: 0,
    effect: 'none',
    message: { ja: '二つの読取り部の結果は一致した。', en: 'The two readers agree.' },
  },
];

const laterIssue: Text = {
  ja: '内容（メール・ファイル・画面転送のチャネル）の検査は次の版で加わる。',
  en: 'Checks of contents (mail, files, screen channels) come with a later version.',
};
const layerTwo: Text = {
  ja: '第2層と経路の検査は次の版で加わる。',
  en: 'Checks of layer 2 and of paths come with a later version.',
};
const waiting = (rule: string, ja: string, english: string, why: Text) => ({ rule, title: { ja, en: english }, why });

export const SAMPLE_REPORT: ScanReport = {
  schema: 'sansou/report/1',
  result: 'violation',
  clauses: {
    A: {
      result: 'violation',
      reasons: [
        {
          ja: '違反 4 件（最も重いもの: A8-3-A-24 共用サービスの越境）',
          en: '4 violations (gravest: A8-3-A-24 Shared service crossing)',
        },
        {
          ja: '採取開始前からの通信が 1 件あり、開始側が分からない。',
          en: 'One connection was open before the capture; who opened it is not known.',
        },
      ],
    },
    I: {
      result: 'violation',
      reasons: [
        {
          ja: '違反 1 件、違反の疑い 1 件（A8-3-I-30 画面転送の方向違反）',
          en: '1 violation, 1 suspected (A8-3-I-30 Screen-transfer direction)',
        },
      ],
    },
    U: {
      result: 'violation',
      reasons: [
        {
          ja: '違反 1 件（A8-3-U-63 外部への直接メール送信）',
          en: '1 violation (A8-3-U-63 Direct SMTP to the outside)',
        },
      ],
    },
  },
  matrix,
  findings,
  quality,
  coverage: {
    points: [
      {
        point: 'CP-MN',
        declared: true,
        files: 1,
        packets: 8412,
        first: at(0),
        last: at(1198),
        vlans: ['110', '120', '121', '123', '190'],
      },
      {
        point: 'CP-LG',
        declared: true,
        files: 1,
        packets: 20_377,
        first: at(0.5),
        last: at(1199),
        vlans: ['210', '220', '221', '225'],
      },
      {
        point: 'CP-IN',
        declared: true,
        files: 1,
        packets: 31_090,
        first: at(0.2),
        last: at(1199.5),
        vlans: ['310', '320', '325', '340'],
      },
      { point: 'CP-SC', declared: true, files: 0, packets: 0, first: null, last: null, vlans: [] },
      { point: null, declared: false, files: 1, packets: 12, first: at(30), last: at(31), vlans: ['-'] },
    ],
    zones: [
      { zone: 'mynumber', hostsDeclared: 12, hostsSeen: 9, hostsUnseen: 3 },
      { zone: 'lgwan', hostsDeclared: 10, hostsSeen: 8, hostsUnseen: 2 },
      { zone: 'internet', hostsDeclared: 14, hostsSeen: 14, hostsUnseen: 0 },
    ],
    conduits: [
      { conduit: 'C-MN-02', title: 'eLTAX', flows: 12, bytes: 88_100, first: at(3), last: at(1100) },
      { conduit: 'C-MN-05', title: '住基ネット', flows: 0, bytes: 0, first: null, last: null },
      { conduit: 'C-LG-01', title: '画面転送', flows: 76, bytes: 90_122_000, first: at(1), last: at(1199) },
      { conduit: 'C-IN-06', title: 'ログ', flows: 0, bytes: 0, first: null, last: null },
    ],
    boundaries: [
      {
        boundary: 'fw-mn: mynumber|lgwan',
        gateway: 'fw-mn',
        sides: [
          { zone: 'mynumber', points: ['CP-MN'], packets: 8412 },
          { zone: 'lgwan', points: ['CP-LG'], packets: 20_377 },
        ],
        result: 'observed',
      },
      {
        boundary: 'fw-in: internet|security-cloud',
        gateway: 'fw-in',
        sides: [
          { zone: 'internet', points: ['CP-IN'], packets: 31_090 },
          { zone: 'security-cloud', points: ['CP-SC'], packets: 0 },
        ],
        result: 'one-side',
      },
    ],
    notVerifiable: [
      {
        clause: 'A',
        words: { ja: '端末への多要素認証の導入', en: 'multi-factor authentication at terminals' },
        otherEvidence: {
          ja: '認証基盤のログ、ICカード台帳、画面での確認',
          en: 'logs of the authentication system, card ledger, inspection at the screen',
        },
      },
      {
        clause: 'I',
        words: { ja: '無害化通信の実施（無害化の効果）', en: 'sanitized communication (its effect)' },
        otherEvidence: {
          ja: '無害化装置の設定とログ、試験用のメールとファイルによる確認',
          en: 'settings and logs of the sanitizer, a run with test mail and test files',
        },
      },
      {
        clause: 'U',
        words: { ja: '不正通信の監視機能の強化', en: 'stronger monitoring of improper traffic' },
        otherEvidence: {
          ja: 'セキュリティクラウドの月次報告、契約、訓練の記録',
          en: 'monthly reports of the security cloud, contract, records of drills',
        },
      },
    ],
    notChecked: [
      waiting('A8-3-A-10', '同一セグメントの共有（L2）', 'Shared layer-2 domain', layerTwo),
      waiting('A8-3-A-11', '二領域にまたがるMAC', 'MAC present in two zones', layerTwo),
      waiting('A8-3-A-13', '領域間の経路の存在', 'Routed path between zones', layerTwo),
      waiting('A8-3-A-32', '画面転送の付随チャネル', 'Redirection channels', laterIssue),
      waiting('A8-3-I-34', '無害化後メールのHTML', 'HTML on the post-sanitizer mail leg', laterIssue),
      waiting('A8-3-I-38', 'ファイルの素通し', 'File unchanged across the sanitizer', laterIssue),
    ],
  },
  plan: networkPlanOf(topology),
  audit: auditIdentificationOf(topology),
  statements: [
    {
      ja: '本結果は採取期間・採取点で観測されたパケットに限る。通信が観測されないことは、通信できないことの証明ではない。',
      en: 'This result is about the packets observed at the capture points in the period. That no traffic was observed does not prove that none is possible.',
    },
    { ja: '暗号化された通信の内容は検査していない。', en: 'The contents of encrypted traffic were not inspected.' },
    {
      ja: '電磁的記録媒体、多要素認証、物理的対策は対象外である。',
      en: 'Removable media, multi-factor authentication and physical measures are out of scope.',
    },
  ],
  statistics: {
    packets: 59_891,
    bytes: 41_203_118,
    flows: 3271,
    first: at(0),
    last: at(1199.5),
    nonIp: { ARP: 211, LLDP: 40, '0x8899': 3 },
    anomalies: { 'ipv4-header-cut': 2 },
    limitsReached: {},
    duplicates: 1830,
    interrupted: false,
  },
  inputs: {
    captures: [
      {
        file: 'captures/midorino-alpha/mn-core.pcapng',
        point: 'CP-MN',
        sha256: sha('ab12'),
        bytes: 6_120_332,
        packets: 8412,
        first: at(0),
        last: at(1198),
        complete: true,
        format: 'pcapng',
        linkTypes: ['ethernet'],
        problems: [],
      },
      {
        file: 'captures/midorino-alpha/lg-core.pcapng',
        point: 'CP-LG',
        sha256: sha('cd34'),
        bytes: 14_551_090,
        packets: 20_377,
        first: at(0.5),
        last: at(1199),
        complete: true,
        format: 'pcapng',
        linkTypes: ['ethernet'],
        problems: [],
      },
      {
        file: 'captures/midorino-alpha/in-core.pcapng',
        point: 'CP-IN',
        sha256: sha('ef56'),
        bytes: 21_093_440,
        packets: 31_090,
        first: at(0.2),
        last: at(1199.5),
        complete: false,
        format: 'pcapng',
        linkTypes: ['ethernet'],
        problems: [
          {
            code: 'CAPTURE-CUT',
            file: 'captures/midorino-alpha/in-core.pcapng',
            level: 'warning',
            message: {
              ja: '21,093,402 バイト目からのブロックが途中で切れている。そこまでは読んだ。',
              en: 'The block at byte 21,093,402 is cut. Everything before it was read.',
            },
            remedy: { ja: '採取を止めてからファイルを複写する。', en: 'Stop the capture before copying the file.' },
          },
        ],
      },
    ],
    topology: {
      file: 'topology/midorino-alpha.yaml',
      sha256: sha('90fe'),
      organization: 'みどり野市',
      model: 'alpha',
      timezone: 'Asia/Tokyo',
      warnings: [
        {
          code: 'CFG-04',
          line: 142,
          column: 7,
          field: 'conduits[9].approval',
          level: 'warning',
          message: { ja: '許可 C-IN-06 に承認の記載がない。', en: 'Conduit C-IN-06 carries no approval.' },
          remedy: { ja: '承認番号と日付を記載する。', en: 'Add the number and date of the approval.' },
        },
      ],
    },
  },
  tool: { name: 'sansou', version: '0.1.0', rules: sha('7b') },
};
