import type { Rule } from '../../model/rule.js';

/** Judged at the end of the run from the use of each conduit (conduit-findings.ts). */
export const unusedConduit: Rule = {
  check: '51',
  titles: {
    A: { ja: '使用実績のない特定通信', en: 'Registered but unused' },
    I: { ja: '使用実績のない許可通信', en: 'Unused conduit' },
  },
  trigger: {
    ja: '登録された許可通信に一致する通信が、採取期間に一つも観測されなかった。',
    en: 'In the period no flow matched a registered conduit.',
  },
  severities: { A: 'info', I: 'info' },
  traps: [
    {
      ja: '月次・年次の処理がある。採取点がその経路を通らないこともある。',
      en: 'Monthly and annual jobs exist; the path may pass no capture point.',
    },
  ],
  limits: [{ ja: '不要であることの証明ではない。', en: 'No proof that it is not needed.' }],
  remedy: {
    ja: '必要性を見直し、不要なら登録と境界機器の規則を削除する。',
    en: 'Review the need; remove register entry and firewall rule if there is none.',
  },
  basis: 'coverage',
};
