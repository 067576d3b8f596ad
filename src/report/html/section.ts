import type { Text } from '../../base/text.js';
import { markup, type Markup } from './markup.js';
import type { Paper } from './paper.js';

/** The parts of the report, in the order of the municipal audit guideline: plan, execution, report, follow-up. */
export const SECTIONS = [
  ['outline', { ja: '監査の概要', en: 'Outline of the audit' }],
  ['scope', { ja: '監査の対象範囲', en: 'Scope' }],
  ['method', { ja: '監査の方法', en: 'Method' }],
  ['clauses', { ja: '条項ごとの結果', en: 'Result by clause' }],
  ['matrix', { ja: '領域間の通信', en: 'Communication between areas' }],
  ['timeline', { ja: '通信と検出事項の推移', en: 'Traffic and findings over time' }],
  ['findings', { ja: '検出事項', en: 'Findings' }],
  ['follow-up', { ja: '是正の管理', en: 'Follow-up' }],
  ['register', { ja: '許可通信の台帳と使用実績', en: 'Register of permitted communication, and its use' }],
  ['quality', { ja: '採取品質と観測範囲', en: 'Capture quality and coverage' }],
  ['limits', { ja: 'パケットでは確認できない事項', en: 'What packets cannot verify' }],
  ['statements', { ja: '本報告の前提', en: 'Premises of this report' }],
  ['evidence', { ja: '証拠目録', en: 'Evidence manifest' }],
  ['glossary', { ja: '用語集', en: 'Glossary' }],
] as const satisfies readonly (readonly [string, Text])[];
export type SectionId = (typeof SECTIONS)[number][0];

/** `s-findings`: anchors of sections never look like a finding's fingerprint. */
function anchorOf(id: SectionId): string {
  return `s-${id}`;
}

export function openSection(paper: Paper, id: SectionId): Markup {
  const index = SECTIONS.findIndex(([name]) => name === id);
  const title = SECTIONS[index]?.[1] ?? { ja: '', en: '' };
  return markup`
<section id="${anchorOf(id)}" aria-labelledby="h-${id}">
<h2 id="h-${id}"><span class="number">${index + 1}</span> ${paper.say(title)}</h2>
`;
}

export const CLOSE_SECTION = markup`</section>
`;

export function contents(paper: Paper): Markup {
  const items = SECTIONS.map(([id, title]) => markup`<li><a href="#${anchorOf(id)}">${paper.say(title)}</a></li>`);
  return markup`
<nav class="contents"${paper.attribute('aria-label', { ja: '目次', en: 'Contents' })}><ol>${items}</ol></nav>
`;
}

/** A heading inside a section. */
export function heading(paper: Paper, text: Text): Markup {
  return markup`<h3>${paper.say(text)}</h3>
`;
}

export function paragraph(paper: Paper, text: Text, style = ''): Markup {
  return markup`<p${style === '' ? markup`` : markup` class="${style}"`}>${paper.say(text)}</p>
`;
}

/** Pairs of a name and what it is; nothing for a value that is null. */
export function facts(paper: Paper, pairs: readonly (readonly [Text, Markup | string | null])[]): Markup {
  const rows = pairs.flatMap(([name, value]) => {
    const { mark, inner } = paper.put(name);
    return value === null ? [] : [markup`<div><dt${mark}>${inner}</dt><dd>${value}</dd></div>`];
  });
  return markup`<dl class="facts">${rows}</dl>
`;
}
