import type { Result, Severity, Verdict } from '../../model/report.js';
import { WORDS } from '../words/words.js';
import { markup, type Markup } from './markup.js';
import type { Paper } from './paper.js';

/** Words with a colour beside them: the colour never says anything alone. */
export function verdictBadge(paper: Paper, verdict: Verdict): Markup {
  const { mark, inner } = paper.put(WORDS.verdict[verdict]);
  return markup`<span class="badge v-${verdict}"${mark}>${inner}</span>`;
}

export function severityBadge(paper: Paper, severity: Severity): Markup {
  const { mark, inner } = paper.put(WORDS.severity[severity]);
  return markup`<span class="badge s-${severity}"${mark}>${inner}</span>`;
}

export function resultBadge(paper: Paper, result: Result): Markup {
  return markup`<strong class="result r-${result}">${paper.say(WORDS.result[result])}</strong>`;
}
