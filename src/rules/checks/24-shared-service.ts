import type { Rule } from '../../model/rule.js';
import { unpermittedCrossing } from '../terms/crossing.js';
import { grade } from '../findings/grade.js';
import { serviceBasis, serviceIn } from '../terms/services.js';
import { DEFAULT_SEVERITIES, LIMIT } from '../shared-texts.js';
import { describeFlow } from '../wording.js';

/** Check 01 with a clearer name: a service that each zone should have of its own is shared across the boundary. */
export const sharedService: Rule = {
  check: '24',
  titles: {
    A: { ja: '共用サービスの越境', en: 'Shared service crossing' },
    I: { ja: '共用サービスの越境', en: 'Shared service crossing' },
  },
  trigger: {
    ja: '許可通信にない、領域をまたぐ通信のポートが、認証（Kerberos、LDAP、MSRPC）、ファイル共有（SMB、NetBIOS）、時刻（NTP）、更新配信（WSUS）または印刷（LPD、IPP、9100番）のものである。',
    en: 'A crossing that no conduit permits uses a port of directory services (Kerberos, LDAP, MSRPC), file sharing (SMB, NetBIOS), time (NTP), updates (WSUS) or printing (LPD, IPP, 9100).',
  },
  severities: { A: DEFAULT_SEVERITIES.A, I: DEFAULT_SEVERITIES.I },
  traps: [
    {
      ja: '更新配信や時刻同期のサーバー間の組は、許可通信として登録できる。',
      en: 'Server-to-server pairs for updates and time may be registered as conduits.',
    },
  ],
  limits: [LIMIT.ports, LIMIT.register],
  remedy: {
    ja: 'サービスを領域ごとに設け、共用を止める。やむを得ないものはサーバー間に限って登録する。',
    en: 'Give each zone its own service. Register only what cannot be avoided, between servers.',
  },
  basis: 'flow',
  judge(observation, topology) {
    const service = serviceIn('shared', observation);
    if (service === null) return null;
    const crossing = unpermittedCrossing(observation, topology);
    if (crossing?.relation !== 'open' || crossing.clause === 'U') return null;
    const what = describeFlow(observation);
    return grade(observation, {
      clause: crossing.clause,
      lead: {
        ja: `許可のない${what.ja}が共用サービスのポート（${service}）を使った。`,
        en: `There was ${what.en} on the port of a shared service (${service}) that no conduit permits.`,
      },
      reasons: [`service-${service}-by-${serviceBasis(observation)}`, 'no-conduit'],
    });
  },
};
