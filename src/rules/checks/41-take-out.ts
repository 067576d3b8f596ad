import type { AppProtocol } from '../../model/facts.js';
import type { Observation } from '../../model/observation.js';
import type { Judgement, Rule } from '../../model/rule.js';
import type { Topology } from '../../model/topology.js';
import { crossingOf, unpermittedCrossing, type Crossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { LIMIT } from '../shared-texts.js';
import { TAKE_OUT } from '../terms/thresholds.js';
import { describeFlow } from '../wording.js';

/**
 * Take-out over the network. Article 8(3)ア of the seed policy speaks of 電磁的記録媒体を利用しない方法での情報の
 * 持ち出し: read literally, a network route is the sanctioned way, so that every such route must be registered and
 * watched. The finding states both readings. It describes a path beside the flow's own finding, so it stands apart.
 */
export const takeOut: Rule = {
  check: '41',
  titles: {
    A: { ja: 'ネットワーク経由の持ち出し', en: 'Take-out over the network' },
    I: { ja: 'LGWAN系からの持ち出し', en: 'Take-out from the LGWAN zone' },
  },
  trigger: {
    ja: '許可通信の1日または1接続の通信量（双方向の合計）が登録された上限を超えた。または、許可のない通信で、ファイル転送・印刷のプロトコル（SMB、FTP、NFS、rsync、LPD、IPP、9100番など）により領域の外とデータが往復し、またはHTTPかSSHにより1MBを超えるデータが領域から出た。',
    en: 'The bytes of a conduit in one local day or one connection (both ways together) exceed its registered limit; or, with no conduit, data went both ways with the outside by a protocol that moves files or prints (SMB, FTP, NFS, rsync, LPD, IPP, 9100 …), or more than 1 MB left the zone over HTTP or SSH.',
  },
  severities: {
    A: 'high outside a conduit / medium over the limit',
    I: 'high outside a conduit / medium over the limit',
  },
  traps: [
    {
      ja: '夜間の一括処理は上限と時間帯を登録する。再送も通信量に含まれる。',
      en: 'Register limit and hours of nightly batches. Retransmissions count as volume.',
    },
    {
      ja: '領域の外から領域内のプリンターへの印刷は、持ち出しとみなさない（規則24）。',
      en: 'Printing from outside to a printer of the zone takes nothing out (rule 24).',
    },
  ],
  limits: [
    {
      ja: '第8条(3)アの「電磁的記録媒体を利用しない方法での情報の持ち出し」は、媒体によらない持ち出しを認める手段とも、防ぐべき持ち出しとも読める。どちらの読み方でも、ネットワーク経由の持ち出しは登録と監視を要する。',
      en: 'Article 8(3) clause A can be read as naming take-out without media as the sanctioned way, or as what must be prevented. Either way take-out over the network has to be registered and watched.',
    },
    { ja: '内容と承認の有無は分からない。', en: 'Content and approval are unknown.' },
    LIMIT.ports,
  ],
  remedy: {
    ja: '持ち出しの申請・承認の記録と突き合わせる。正当なら許可通信の上限を改め、そうでなければ経路を閉じる。',
    en: 'Compare with the requests and approvals: raise the limit of the conduit where it is legitimate, close the path where it is not.',
  },
  basis: 'coverage',
  judge(observation, topology) {
    return judgeSession(observation, topology) ?? judgeFileMoving(observation, topology);
  },
};

/** carry documents one way only: to the printer */
const PRINTING: ReadonlySet<string> = new Set(['lpd', 'ipp', 'jetdirect']);

/** HTTP by POST or PUT (WebDAV), SSH by SFTP or SCP */
const ALSO_MOVES_FILES: ReadonlySet<AppProtocol> = new Set(['http', 'http2', 'ssh']);

/** One connection over a permitted conduit that is larger than its register allows. */
function judgeSession(observation: Observation, topology: Topology): Judgement | null {
  const conduit = observation.conduit.permitted;
  const limit = conduit?.limits.maxBytesPerSession ?? null;
  const bytes = observation.forward.bytes + observation.backward.bytes;
  if (conduit === null || limit === null || bytes <= limit) return null;
  const crossing = crossingOf(observation, topology);
  if (crossing === null || crossing.clause === 'U') return null;
  return grade(observation, {
    clause: crossing.clause,
    verdict: 'violation',
    severity: 'medium',
    lead: {
      ja: `許可通信「${conduit.title}」（${conduit.id}）の1接続の通信量が、登録された上限${limit}バイトを超えた。`,
      en: `One connection of conduit ${conduit.id} (${conduit.title}) exceeded its registered limit of ${limit} bytes.`,
    },
    reasons: ['session-limit-exceeded'],
  });
}

/** A protocol that also moves files, when more left the zone than pages and key strokes explain (domain.md D-VOL). */
function bulkOut({ facts, forward, backward }: Observation, crossing: Crossing | null): string | null {
  const spoken = facts?.protocol ?? null;
  if (spoken === null || !ALSO_MOVES_FILES.has(spoken) || crossing === null) return null;
  return (crossing.outward ? forward : backward).bytes > TAKE_OUT.bulkBytes ? spoken : null;
}

function judgeFileMoving(observation: Observation, topology: Topology): Judgement | null {
  if (observation.flow.outcome !== 'data') return null;
  const crossing = unpermittedCrossing(observation, topology);
  const service = serviceIn('fileMoving', observation) ?? bulkOut(observation, crossing);
  if (
    service === null ||
    crossing === null ||
    crossing.clause === 'U' ||
    crossing.relation === 'wan' ||
    crossing.relation === 'closed'
  )
    return null;
  if (PRINTING.has(service) && observation.directionKnown && !crossing.outward) return null;
  const what = describeFlow(observation);
  return grade(observation, {
    clause: crossing.clause,
    verdict: 'suspected',
    severity: 'high',
    lead: {
      ja: `許可のない${what.ja}が、ファイルを運ぶプロトコル（${service}）を使った。情報が持ち出された疑いがある。`,
      en: `There was ${what.en} by a protocol that moves files (${service}) that no conduit permits; information may have been taken out.`,
    },
    reasons: [`service-${service}-by-${serviceBasis(observation)}`, 'content-not-read'],
  });
}
