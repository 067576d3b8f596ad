import type { Rule } from '../../model/rule.js';

/** Judged at the end of the run, from all flows of the sensors (monitoring-flows.ts). */
export const monitoringPresent: Rule = {
  check: '68',
  titles: { U: { ja: '監視用通信の実在', en: 'Monitoring telemetry present' } },
  trigger: {
    ja: '登録された監視機器（sensors）から収集先（collectors）への通信（syslog、NetFlow・IPFIX・sFlow、SNMPトラップなど）、または許可通信に登録された名前（EDRの接続先など）への通信の有無。',
    en: 'Presence of traffic from declared sensors to declared collectors (syslog, NetFlow, IPFIX, sFlow, SNMP traps …), or to a name that a conduit registers (EDR).',
  },
  severities: { U: 'info present / low absent' },
  traps: [
    {
      ja: '収集先までの経路が通るVLANを採取している場合にだけ、ないことを所見とする。足が複数あるゲートウェイでは、すべての収集先の側のVLANが採取されている必要がある。',
      en: 'Absence counts only where a VLAN through which the traffic should pass was captured; for a gateway with several legs, one at every collector.',
    },
    {
      ja: '応答のないTCP接続の試みは、通信があったことに数えない。',
      en: 'A TCP connection that nobody answered does not count as present.',
    },
  ],
  limits: [
    { ja: '通信があることは、監視が有効であることを示さない。', en: 'Presence is not effectiveness.' },
    {
      ja: '短い採取では、間隔の長い通知は現れない。収集先から取りに行く方式の監視は数えない。',
      en: 'In a short capture rare messages do not show. Monitoring in which the collector asks the sensor does not count.',
    },
  ],
  remedy: { ja: '監視の報告書と契約で確認する。', en: 'Confirm with monitoring reports and contracts.' },
  basis: 'coverage',
};
