import type { Language } from '../../../base/text.js';
import { SEVERITIES, VERDICTS } from '../../../model/report.js';
import type { FindingRow } from '../../api.js';

export const SORTS = ['weight', 'last', 'first', 'flows'] as const;
export type SortName = (typeof SORTS)[number];

/** What somebody wants to see; an empty field: everything. */
export interface FindingChoice {
  /** statuses with commas between them, or `all` */
  readonly status: string;
  readonly verdict: string;
  readonly severity: string;
  readonly clause: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly sort: SortName;
}

function textOf({ id, rule, title, from, to, service }: FindingRow, language: Language): string {
  const ends = [from, to].flatMap(({ address, host, mac }) => [address, host, mac]);
  const port = service === null ? '' : `${service.name ?? ''} ${service.port}`;
  return [id, rule, title[language], ...ends, port].join(' ').toLowerCase();
}

const latest = (x: string, y: string): number => (x < y ? 1 : x > y ? -1 : 0);

const ORDERS: Readonly<Record<SortName, (x: FindingRow, y: FindingRow) => number>> = {
  weight: (x, y) =>
    VERDICTS.indexOf(x.verdict) - VERDICTS.indexOf(y.verdict) ||
    SEVERITIES.indexOf(x.severity) - SEVERITIES.indexOf(y.severity) ||
    latest(x.lastSeen, y.lastSeen),
  last: (x, y) => latest(x.lastSeen, y.lastSeen),
  first: (x, y) => latest(x.firstSeen, y.firstSeen),
  flows: (x, y) => y.flows - x.flows,
};

/** Every word of the search must occur somewhere. */
export function chooseFindings(
  findings: readonly FindingRow[],
  choice: FindingChoice,
  language: Language,
): readonly FindingRow[] {
  const words = choice.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (wanted: string, value: string | null): boolean => wanted === '' || wanted === value;
  return findings
    .filter((row) => choice.status === 'all' || choice.status.split(',').includes(row.status))
    .filter((row) => fits(choice.verdict, row.verdict) && fits(choice.severity, row.severity))
    .filter(
      (row) => fits(choice.clause, row.clause) && fits(choice.from, row.from.zone) && fits(choice.to, row.to.zone),
    )
    .filter((row) => {
      const text = words.length === 0 ? '' : textOf(row, language);
      return words.every((word) => text.includes(word));
    })
    .toSorted(ORDERS[choice.sort]);
}
