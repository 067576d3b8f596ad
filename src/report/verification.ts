import type { Language, Text } from '../base/text.js';
import type { RejudgeObstacle } from '../model/evidence-manifest.js';
import type { EvidenceVerification, VerifiedFinding } from '../model/evidence-verification.js';
import { escapeTerminal } from './escape.js';
import { formatJson } from './json-document.js';
import { WORDS } from './words/words.js';

const OBSTACLES: Readonly<Record<RejudgeObstacle, Text>> = {
  'payload-cut': {
    ja: '根拠であるペイロードを収めていない',
    en: 'its proof is payload, which was cut off',
  },
  'whole-run': {
    ja: '観測全体（使われなかったこと等）についての検出事項である',
    en: 'it speaks of the whole run (what was never used or seen)',
  },
  'many-flows': {
    ja: '収めた数より多いフローの集計に基づく',
    en: 'it counts over more flows than are kept',
  },
  correlation: {
    ja: 'フロー同士、または時間の経過の比較に基づく',
    en: 'it compares flows with each other, or over time',
  },
  'input-not-kept': {
    ja: 'キャプチャを再び読めなかったか、判定の間に変わった',
    en: 'a capture could not be read again, or changed meanwhile',
  },
  'not-tried': {
    ja: '指摘が多く、まだ再判定していない（次の証拠一式で行う）',
    en: 'there were many findings, and it was left for the next bundle of the run',
  },
  bound: { ja: '収めるパケット数の上限を超える', en: 'it needs more packets than may be kept' },
  context: { ja: '収めていない前後の通信にも基づく', en: 'other packets of the run had a part in it' },
};

const WORDING = {
  holds: { ja: '証拠一式は保たれている', en: 'The evidence bundle holds' },
  'does-not-hold': { ja: '証拠一式に合わない点がある', en: 'The evidence bundle does not hold' },
  manifest: { ja: '目録 SHA-256', en: 'Manifest SHA-256' },
  previous: { ja: '前回の目録', en: 'Previous manifest' },
  first: { ja: 'なし（連鎖の最初）', en: 'none (the first of its chain)' },
  files: { ja: '照合したファイル', en: 'Files checked' },
  payload: { ja: 'ペイロード', en: 'Payload' },
  kept: { ja: '含む', en: 'kept' },
  cut: { ja: '含まない', en: 'cut off' },
  deviations: { ja: '合わない点', en: 'What does not hold' },
  rejudged: { ja: 'パケットだけから再判定した検出事項', en: 'Findings judged again from their packets alone' },
  same: { ja: '同じ', en: 'the same' },
  different: { ja: '再現しない', en: 'not the same' },
  unchecked: {
    ja: 'パケット、報告または構成定義が変わっているため再判定しなかった検出事項',
    en: 'Findings not judged again because packets, report or topology are not what they were',
  },
  none: { ja: '一式だけでは再判定できない検出事項', en: 'Findings that the bundle alone cannot give again' },
  notes: { ja: '注意', en: 'To know' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a verification found, for people. */
export function* writeVerification(verification: EvidenceVerification, language: Language): Generator<string> {
  const say = (text: Text): string => escapeTerminal(text[language]);
  const { result, directory, manifestSha256, previousSha256, files, fullPackets } = verification;
  const { deviations, findings, notes } = verification;
  yield `${say(WORDING[result])}: ${escapeTerminal(directory)}\n`;
  yield `  ${say(WORDING.manifest)}: ${manifestSha256}\n`;
  yield `  ${say(WORDING.previous)}: ${previousSha256 ?? say(WORDING.first)}\n`;
  yield `  ${say(WORDING.files)}: ${files}\n`;
  if (fullPackets !== null) yield `  ${say(WORDING.payload)}: ${say(fullPackets ? WORDING.kept : WORDING.cut)}\n`;
  if (deviations.length > 0) {
    yield `\n${say(WORDING.deviations)}: ${deviations.length}\n`;
    for (const { code, file, message } of deviations)
      yield `  [${code}] ${file === null ? '' : `${escapeTerminal(file)}: `}${say(message)}\n`;
  }
  const counted = (wanted: VerifiedFinding['result']): VerifiedFinding[] =>
    findings.filter((finding) => finding.result === wanted);
  const same = counted('same').length;
  const different = counted('different').length;
  yield `\n${say(WORDING.rejudged)}: ${same + different} (${say(WORDING.same)} ${same}, ${say(WORDING.different)} ${different})\n`;
  const unchecked = counted('not-checked').length;
  if (unchecked > 0) yield `${say(WORDING.unchecked)}: ${unchecked}\n`;
  const rest = counted('not-rejudgeable');
  if (rest.length > 0) {
    yield `${say(WORDING.none)}: ${rest.length}\n`;
    for (const { id, rule, verdict, why } of rest) {
      const name = WORDS.verdict[verdict][language];
      yield `  ${escapeTerminal(rule)} ${name} ${escapeTerminal(id)}: ${why === null ? '' : say(OBSTACLES[why])}\n`;
    }
  }
  if (notes.length === 0) return;
  yield `\n${say(WORDING.notes)}\n`;
  for (const note of notes) yield `  ${say(note)}\n`;
}

export function writeVerificationJson(verification: EvidenceVerification): string {
  return `${formatJson(verification)}\n`;
}
