import type { Language } from '../base/text.js';

/** How a report is to be written. Nothing here changes what it says. */
export interface ReportOptions {
  readonly lang: Language;
  /** ANSI colours (text only) */
  readonly color: boolean;
  /** width of the page in terminal cells (text only); 60…400 */
  readonly columns: number;
  /** show long lists whole (text only) */
  readonly full: boolean;
  /** the terminal draws East Asian ambiguous characters (─ · α) two cells wide (text only) */
  readonly ambiguousWide: boolean;
  /** begin with a UTF-8 byte order mark, as Excel wants it (csv only) */
  readonly bom: boolean;
}

export const DEFAULT_REPORT_OPTIONS: ReportOptions = {
  lang: 'ja',
  color: false,
  columns: 100,
  full: false,
  ambiguousWide: false,
  bom: false,
};
