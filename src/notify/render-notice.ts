import type { Language, Text } from '../base/text.js';
import { localTime } from '../base/time.js';
import type { FindingEnd } from '../model/report.js';
import { escapeTerminal } from '../report/escape.js';
import { formatService } from '../report/words/services.js';
import { WORDS, wordOf } from '../report/words/words.js';
import type { ChangeNotice, Digest, Notice, NoticedChange, NoticedFinding } from './notice.js';

/** A notice for people: one line that names it, and what it says. Every string of packets is visible characters. */
export interface RenderedNotice {
  readonly subject: string;
  readonly lines: readonly string[];
}

const CHANGE_WORDS: Readonly<Record<NoticedChange['change'], Text>> = {
  appeared: { ja: '新規', en: 'New' },
  worsened: { ja: '悪化', en: 'Worse' },
  gone: { ja: '解消', en: 'Gone' },
};

/** Characters of a subject; mail clients show some 60. */
const SUBJECT_LENGTH = 150;

export function renderNotice(notice: Notice, language: Language, timezone: string): RenderedNotice {
  const { subject, lines } = renderKind(notice, language, timezone);
  const site = notice.site === null ? '' : ` ${escapeTerminal(notice.site)}`;
  return { subject: `[sansou${site}] ${subject}`.slice(0, SUBJECT_LENGTH), lines };
}

function renderKind(notice: Notice, language: Language, timezone: string): RenderedNotice {
  switch (notice.kind) {
    case 'changes':
      return renderChanges(notice, language, timezone);
    case 'digest':
      return renderDigest(notice.digest, language);
    case 'test': {
      const words: Text = { ja: '通知の試験', en: 'Test of the notifications' };
      const line: Text = {
        ja: 'これは試験である。この通知が届けば、検出事項もここに届く。',
        en: 'This is a test. Where it arrives, findings will arrive too.',
      };
      return { subject: words[language], lines: [line[language]] };
    }
  }
}

function renderChanges({ changes, omitted }: ChangeNotice, language: Language, timezone: string): RenderedNotice {
  const [first] = changes;
  const others = changes.length - 1 + omitted;
  const head = first === undefined ? '' : headOf(first, language);
  const more: Text = { ja: `（ほか${others}件）`, en: ` (and ${others} more)` };
  const left: Text = {
    ja: `ほか${omitted}件は sansou history list --findings で確認する。`,
    en: `${omitted} more: see sansou history list --findings.`,
  };
  return {
    subject: `${head}${others > 0 ? more[language] : ''}`,
    lines: [
      ...changes.flatMap((change) => [...linesOf(change, language, timezone), '']),
      ...(omitted > 0 ? [left[language]] : []),
    ],
  };
}

/** `新規 違反（重大） A8-3-A-24 共用サービスの越境` */
export function headOf({ change, finding }: NoticedChange, language: Language): string {
  const { rule, verdict, severity, title } = finding;
  const grade = `${WORDS.verdict[verdict][language]}${language === 'ja' ? '（' : ' ('}${WORDS.severity[severity][language]}${language === 'ja' ? '）' : ')'}`;
  return escapeTerminal(`${CHANGE_WORDS[change][language]} ${grade} ${rule} ${title[language]}`);
}

function linesOf(change: NoticedChange, language: Language, timezone: string): readonly string[] {
  const { finding } = change;
  const label = (ja: string, en: string, text: string): string =>
    escapeTerminal(`  ${language === 'ja' ? `${ja}: ` : `${en}: `}${text}`);
  return [
    headOf(change, language),
    escapeTerminal(`  ${finding.summary[language]}`),
    label('通信', 'Traffic', trafficOf(finding, language)),
    ...(finding.first === null ? [] : [label('時刻', 'Time', `${timeOf(finding.first, timezone)} (${timezone})`)]),
    label('識別子', 'Id', finding.id),
  ];
}

export function trafficOf({ from, to, service }: NoticedFinding, language: Language): string {
  const port = service === null ? '' : ` ${formatService(service.proto, service.port)}`;
  return `${endOf(from, language)} → ${endOf(to, language)}${port}`;
}

function endOf({ zone, address, host, mac }: FindingEnd, language: Language): string {
  const name = [host, address ?? mac].filter((part) => part !== null).join(' ');
  const place = zone === null ? '' : wordOf(WORDS.area, zone, language);
  return name === '' ? place || '–' : place === '' ? name : `${name} (${place})`;
}

function timeOf(epoch: string, timezone: string): string {
  const seconds = Math.floor(Number(epoch));
  if (!Number.isFinite(seconds)) return epoch;
  const { date, clock } = localTime(BigInt(seconds) * 1_000_000_000n, timezone);
  return `${date} ${clock}`;
}

function renderDigest(digest: Digest, language: Language): RenderedNotice {
  const { day, runs, result, doubts, open, appeared, worsened, gone, unobserved, accepted } = digest;
  const verdicts = Object.entries(open).map(
    ([verdict, count]) => `${wordOf(WORDS.verdict, verdict, language)} ${count}`,
  );
  const nothing: Text = { ja: 'なし', en: 'none' };
  const standing: Text =
    result === null
      ? { ja: 'この一日、実行がない（採取されていない）', en: 'no run in this day: nothing was looked at' }
      : WORDS.result[result];
  const ja = [
    `最新の結果: ${standing.ja}`,
    `実行: ${runs}回、最新の実行で判定を妨げた採取品質の問題: ${doubts}件`,
    `継続中の検出事項: ${verdicts.join('、') || nothing.ja}`,
    `この一日: 新規 ${appeared}件、悪化 ${worsened}件、解消 ${gone}件`,
    `未確認（最新の採取では見ていない）: ${unobserved}件、受容済み: ${accepted}件`,
  ];
  const en = [
    `Last result: ${standing.en}`,
    `Runs: ${runs}; quality problems of the last one that kept something from being judged: ${doubts}`,
    `Open findings: ${verdicts.join(', ') || nothing.en}`,
    `In this day: ${appeared} new, ${worsened} worse, ${gone} gone`,
    `Not looked at any more: ${unobserved}; accepted: ${accepted}`,
  ];
  const subject: Text = { ja: `日次報告 ${day} ${standing.ja}`, en: `Daily digest ${day}: ${standing.en}` };
  return { subject: subject[language], lines: language === 'ja' ? ja : en };
}
