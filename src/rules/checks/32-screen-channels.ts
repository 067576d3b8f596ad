import type { RdpChannel, RdpFacts } from '../../model/facts.js';
import type { Rule } from '../../model/rule.js';
import { grade } from '../findings/grade.js';

/** MS-RDPBCGR 2.2.1.3.4.1 and the channel's own specifications: what takes data across, beside the picture */
const CARRIES: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  cliprdr: { ja: 'クリップボード', en: 'clipboard' },
  rdpdr: { ja: 'ドライブ・プリンター・ポート・スマートカード', en: 'drives, printers, ports, smart cards' },
};

/** Screen transfer is sanitized because only pixels cross; redirection takes files and text along. */
export const screenChannels: Rule = {
  check: '32',
  titles: {
    A: { ja: '画面転送の付随チャネル', en: 'Redirection channels' },
    I: { ja: 'クリップボード・ドライブ等の付随チャネル', en: 'Clipboard, drive or printer redirection' },
  },
  trigger: {
    ja: '画面転送のRDPの接続交渉が読め、クリップボード（cliprdr）またはドライブ・プリンター等（rdpdr）のチャネルが要求され、または参加の確認・データの送信が観測された。',
    en: 'The RDP negotiation of a screen transfer is readable, and the channels cliprdr or rdpdr are requested, joined or used.',
  },
  severities: { A: 'high joined / medium requested / low', I: 'high joined / medium requested / low' },
  traps: [
    { ja: '通常はTLSの内側にあり見えない（規則52）。', en: 'Normally inside TLS and invisible (rule 52).' },
    {
      ja: '音声（rdpsnd）と動的チャネル（drdynvc）は、それだけでは指摘しない。',
      en: 'Sound (rdpsnd) and dynamic channels (drdynvc) alone are no finding.',
    },
  ],
  limits: [
    { ja: '要求されただけでは使われたことを示さない。', en: 'A request does not show use.' },
    {
      ja: '動的チャネル（drdynvc）の中に隠れたUSB等のリダイレクトは分からない。',
      en: 'Redirection hidden in dynamic channels (drdynvc), such as USB, stays unknown.',
    },
  ],
  remedy: { ja: 'グループポリシーでリダイレクトを無効にする。', en: 'Disable redirection by group policy.' },
  basis: 'flow',
  judge(observation) {
    const { conduit, facts, clause } = observation;
    const rdp = facts?.rdp ?? null;
    if (conduit.permitted?.kind !== 'screenTransfer' || rdp?.selectedProtocol !== 0 || clause === 'U') return null;
    const carrying = rdp.channels.filter(({ name }) => CARRIES[name] !== undefined);
    const taken = carrying.filter(({ joined, used }) => joined || used);
    const frames = [rdp.at];
    const indicators = [
      { field: 'rdp-security' as const, value: 'standard RDP security' },
      ...rdp.channels.map(({ name }) => ({ field: 'rdp-channel' as const, value: name })),
    ];
    if (taken.length > 0)
      return {
        ...grade(observation, {
          clause,
          verdict: 'violation',
          severity: 'high',
          lead: {
            ja: `画面転送で、${listOf(taken, 'ja')}のチャネルが${taken.some(({ used }) => used) ? '使われた' : '参加を認められた'}。`,
            en: `In the screen transfer the channels for ${listOf(taken, 'en')} were ${taken.some(({ used }) => used) ? 'used' : 'joined'}.`,
          },
          reasons: taken.map(({ name, used }) => `rdp-channel-${name}-${used ? 'used' : 'joined'}`),
        }),
        indicators,
        frames,
      };
    if (carrying.length > 0)
      return {
        ...grade(observation, {
          clause,
          verdict: 'suspected',
          severity: 'medium',
          lead: {
            ja: `画面転送で、${listOf(carrying, 'ja')}のチャネルが要求されたが、参加は確認されなかった。`,
            en: `In the screen transfer the channels for ${listOf(carrying, 'en')} were requested; that they were joined was not seen.`,
          },
          reasons: carrying.map(({ name }) => `rdp-channel-${name}-requested`),
        }),
        indicators,
        frames,
      };
    return {
      ...grade(observation, {
        clause,
        verdict: 'observation',
        severity: 'low',
        lead: standardSecurity(rdp),
        reasons: ['rdp-standard-security'],
      }),
      indicators,
      frames,
    };
  },
};

function standardSecurity({ channelsKnown }: RdpFacts): { readonly ja: string; readonly en: string } {
  return {
    ja: `画面転送が旧来の保護方式（標準RDPセキュリティ）で行われている。${channelsKnown ? '付随チャネルの要求はなかった。' : 'チャネルの一覧は最後まで読めなかった。'}`,
    en: `The screen transfer uses standard RDP security, an outdated protection. ${channelsKnown ? 'No redirection was requested.' : 'The list of channels could not be read to its end.'}`,
  };
}

function listOf(channels: readonly RdpChannel[], lang: 'ja' | 'en'): string {
  return channels.map(({ name }) => `${CARRIES[name]?.[lang] ?? name} (${name})`).join(lang === 'ja' ? '、' : ', ');
}
