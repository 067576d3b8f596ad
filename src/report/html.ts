import type { ScanReport } from '../model/report.js';
import { clauses } from './html/clauses.js';
import { findings } from './html/findings.js';
import { followUp } from './html/follow-up.js';
import { glossary } from './html/glossary.js';
import { Markup, markup } from './html/markup.js';
import { cover, outline } from './html/outline.js';
import { createPaper, type Paper } from './html/paper.js';
import { evidence, limits, quality, statements } from './html/quality.js';
import { register } from './html/register.js';
import { method, scope } from './html/scope.js';
import { contents } from './html/section.js';
import { timelineSection } from './html/timeline-chart.js';
import { matrixSection } from './html/zone-matrix.js';
import { readPageAsset } from './page-assets.js';
import type { ReportOptions } from './report-options.js';

/** The report as one page that needs nothing but itself: no network, no font, no script to be read. */
export function* writeHtml(report: ScanReport, options: Pick<ReportOptions, 'lang'>): Generator<string> {
  const paper = createPaper(report, options);
  const style = readPageAsset('report.css');
  const script = readPageAsset('report.js');
  yield head(paper, report, style.source, script.source).source;
  yield `<style>${style.text}</style>\n</head>\n<body>\n`;
  yield toolbar(paper).source;
  yield markup`<main id="top">
${cover(paper, report)}${contents(paper)}${outline(paper, report)}`.source;
  for (const section of [scope, method, clauses, matrixSection, timelineSection]) yield section(paper, report).source;
  for (const piece of findings(paper, report)) yield piece.source;
  for (const section of [followUp, register, quality, limits, statements, evidence])
    yield section(paper, report).source;
  yield glossary(paper).source;
  yield '</main>\n';
  yield `<script type="application/json" id="texts">${embeddedJson(paper.otherLanguage())}</script>\n`;
  yield `<script>${script.text}</script>\n</body>\n</html>\n`;
}

function head(paper: Paper, report: ScanReport, style: string, script: string): Markup {
  const title = paper.put({
    ja: `三層分離 検証報告書 ${report.inputs.topology.organization}`,
    en: `Three-tier segregation: ${report.inputs.topology.organization}`,
  });
  return markup`<!doctype html>
<html lang="${paper.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${Markup.trust(style)}; script-src ${Markup.trust(script)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="generator" content="${report.tool.name} ${report.tool.version}">
<title${title.mark}>${title.inner}</title>
`;
}

/** What is there on a screen only, and only where a script runs. */
function toolbar(paper: Paper): Markup {
  const languages = (['ja', 'en'] as const).map(
    (lang) =>
      markup`<button type="button" data-lang="${lang}" lang="${lang}" aria-pressed="${String(lang === paper.lang)}">${lang === 'ja' ? '日本語' : 'English'}</button>`,
  );
  return markup`<a class="skip" href="#s-findings">${paper.say({ ja: '検出事項へ', en: 'To the findings' })}</a>
<div class="toolbar with-script" role="group"${paper.attribute('aria-label', { ja: '表示言語', en: 'Language' })}>${languages}</div>
`;
}

/** JSON inside a script element: nothing in it can end the element, begin a comment or break a line. */
function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
