import type { Area } from '../../model/place.js';
import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing, type Crossing } from '../terms/crossing.js';
import { grade, gradeWithoutDirection } from '../findings/grade.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { flat } from '../findings/severity.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

const INTERNET_SIDE: ReadonlySet<Area> = new Set(['internet', 'security-cloud']);

/** Files pass between the LGWAN and the Internet zone through the sanitizer or the hand-over server, never directly. */
export const fileHandover: Rule = {
  check: '39',
  titles: {
    I: { ja: 'ファイル受渡しの方向・方式', en: 'File hand-over opened from the wrong side or by the wrong protocol' },
  },
  trigger: {
    ja: 'LGWAN接続系とインターネット側との間の、許可のないファイル共有・転送（SMB、NFS、FTP、TFTP、rsync）。または、無害化・受渡し装置の内側の足へ、インターネット側から開始された許可のない接続。',
    en: 'File sharing or transfer (SMB, NFS, FTP, TFTP, rsync) between the LGWAN zone and the Internet side that no conduit permits; or a connection from the Internet side to the inner leg of a sanitizer or hand-over server.',
  },
  severities: { I: 'high' },
  traps: [
    {
      ja: '無害化装置が送り込む方式は許可通信として登録する。',
      en: 'A sanitizer that pushes is registered as a conduit.',
    },
  ],
  limits: [LIMIT.ports, LIMIT.direction],
  remedy: {
    ja: 'ファイルの受渡しを無害化・受渡し装置に限り、直接の共有を廃止する。',
    en: 'Hand files over through the sanitizer or hand-over server only; abolish direct shares.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.clause !== 'I' || !INTERNET_SIDE.has(crossing.outside.place.area)) return null;
    const what = describeFlow(observation);
    const service = serviceIn('fileSharing', observation);
    if (service !== null) {
      return grade(observation, {
        clause: 'I',
        lead: {
          ja: `許可のない${what.ja}がファイル共有・転送（${service}）を使った。`,
          en: `There was ${what.en} by file sharing or transfer (${service}) that no conduit permits.`,
        },
        scale: flat('high'),
        reasons: [`service-${service}-by-${serviceBasis(observation)}`],
      });
    }
    if (!isInnerLeg(crossing)) return null;
    const lead = {
      ja: `無害化・受渡し装置の内側の足と、${what.ja}があった。`,
      en: `The inner leg of a sanitizer or hand-over server took part in ${what.en}.`,
    };
    if (!observation.directionKnown) return gradeWithoutDirection('I', lead);
    if (crossing.outward) return null;
    return grade(observation, { clause: 'I', lead, scale: flat('high'), reasons: ['inner-leg-opened-from-outside'] });
  },
};

function isInnerLeg(crossing: Crossing): boolean {
  const { isGatewayLeg, roles } = crossing.inside.place;
  return isGatewayLeg && (roles.includes('sanitizer') || roles.includes('handover'));
}
