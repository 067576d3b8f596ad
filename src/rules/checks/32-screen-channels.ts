import type { Rule } from '../../model/rule.js';
import { AWAITS } from '../shared-texts.js';

export const screenChannels: Rule = {
  check: '32',
  titles: {
    A: { ja: '画面転送の付随チャネル', en: 'Redirection channels' },
    I: { ja: 'クリップボード・ドライブ等の付随チャネル', en: 'Clipboard, drive or printer redirection' },
  },
  trigger: {
    ja: 'RDPの接続交渉で、クリップボード（cliprdr）やドライブ・プリンター（rdpdr）などのチャネルが要求され、または参加が確認された。',
    en: 'In the RDP negotiation channels such as cliprdr or rdpdr are requested, or their joining is confirmed.',
  },
  severities: { A: 'high joined / medium requested', I: 'high joined / medium requested' },
  traps: [{ ja: '通常はTLSの内側にあり見えない（規則52）。', en: 'Normally inside TLS and invisible (rule 52).' }],
  limits: [{ ja: '要求されただけでは使われたことを示さない。', en: 'A request does not show use.' }],
  remedy: { ja: 'グループポリシーでリダイレクトを無効にする。', en: 'Disable redirection by group policy.' },
  basis: 'flow',
  awaits: AWAITS.content,
};
