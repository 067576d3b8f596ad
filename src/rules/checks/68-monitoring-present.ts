import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const monitoringPresent: Rule = {
  check: '68',
  titles: { U: { ja: '監視用通信の実在', en: 'Monitoring telemetry present' } },
  trigger: {
    ja: '登録された監視機器から収集先へのsyslog、NetFlow・IPFIX、EDRの通信の有無。',
    en: 'Presence of syslog, NetFlow, IPFIX or EDR traffic from declared sensors to declared collectors.',
  },
  severities: { U: 'info present / low absent' },
  traps: [
    {
      ja: '収集の経路が採取点を通る場合にだけ、ないことを所見とする。',
      en: 'Absence counts only where the traffic should pass a mirrored point.',
    },
  ],
  limits: [{ ja: '通信があることは、監視が有効であることを示さない。', en: 'Presence is not effectiveness.' }],
  remedy: { ja: '監視の報告書と契約で確認する。', en: 'Confirm with monitoring reports and contracts.' },
  basis: 'coverage',
  awaits: AWAITS.telemetry,
};
