import type { Area } from '../../model/place.js';
import type { Observation } from '../../model/observation.js';
import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing, type Crossing } from '../terms/crossing.js';
import { grade, gradeWithoutDirection } from '../findings/grade.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

const INTERNET_SIDE: ReadonlySet<Area> = new Set(['internet', 'security-cloud']);

/** Article 8(3)イ, mail text-ization: mail that reaches the LGWAN zone without the sanitizer. */
export const mailBypass: Rule = {
  check: '36',
  titles: { I: { ja: 'メール無害化の迂回', en: 'Mail bypasses the sanitizer' } },
  trigger: {
    ja: 'LGWAN接続系とインターネット側（インターネット接続系、自治体情報セキュリティクラウド）との間の、許可のないメール通信：SMTP、LGWAN側からのPOP3・IMAP、LGWAN側からメールサーバーへのWeb。',
    en: 'Mail between the LGWAN zone and the Internet side (Internet zone, security cloud) that no conduit permits: SMTP, POP3 or IMAP opened from the LGWAN side, web to a mail server.',
  },
  severities: { I: 'critical / high / medium' },
  traps: [
    {
      ja: '無害化装置の内側の足からの配送は許可通信として登録する。画面転送の中でのWebメールは見えず、問題もない。',
      en: "Delivery from the sanitizer's inner leg is registered as a conduit. Webmail inside screen transfer is invisible and fine.",
    },
  ],
  limits: [LIMIT.ports, LIMIT.direction],
  remedy: {
    ja: 'メールの経路を無害化装置経由に限り、直接の配送と閲覧を境界機器で拒否する。',
    en: 'Route mail through the sanitizer only; deny direct delivery and retrieval at the boundary.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.clause !== 'I' || !INTERNET_SIDE.has(crossing.outside.place.area)) return null;
    const service = mailService(observation, crossing);
    if (service === null) return null;
    const what = describeFlow(observation);
    if (!observation.directionKnown) {
      return gradeWithoutDirection('I', {
        ja: `許可のない${what.ja}がメールのポートを使った。`,
        en: `There was ${what.en} on a mail port that no conduit permits.`,
      });
    }
    return grade(observation, {
      clause: 'I',
      lead: {
        ja: `無害化装置を経ない${what.ja}がメールのサービス（${service}）を使った。`,
        en: `There was ${what.en} with a mail service (${service}), not by way of the sanitizer.`,
      },
      scale: ['critical', 'high', 'medium'],
      reasons: [`service-${service}-by-${serviceBasis(observation)}`],
    });
  },
};

function mailService(observation: Observation, crossing: Crossing): string | null {
  const transfer = serviceIn('mailTransfer', observation);
  if (transfer !== null) return transfer;
  if (observation.directionKnown && !crossing.outward) return null;
  const retrieval = serviceIn('mailRetrieval', observation);
  if (retrieval !== null) return retrieval;
  const isMailServer = observation.directionKnown && observation.to.place.roles.includes('mail');
  return isMailServer && serviceIn('web', observation) !== null ? 'webmail' : null;
}
