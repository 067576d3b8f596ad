import { performance } from 'node:perf_hooks';
import type { Language } from '../base/text.js';
import { formatBytes, formatCount, formatDuration } from './words/numbers.js';

/** How far the reading has come; the shape of `Progress` in scan/options.ts. */
export interface ReadingProgress {
  readonly bytesRead: number;
  /** 0 when unknown (standard input) */
  readonly bytesTotal: number;
  readonly packets: number;
  /** live flows */
  readonly flows: number;
}

/** A terminal's side of `NodeJS.WriteStream`. */
export interface TerminalStream {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressLine {
  readonly show: (progress: ReadingProgress) => void;
  /** removes the line; a later `show` draws it again */
  readonly clear: () => void;
}

const MILLISECONDS_BETWEEN_UPDATES = 100;
const BAR_CELLS = 20;
/** Carriage return, erase the line (ECMA-48, EL 2): nothing else moves, so nothing else needs to be restored. */
const ERASE_LINE = '\r\u001b[2K';

const WORDS = {
  ja: { left: '残り', flows: 'フロー', perSecond: 'パケット/秒' },
  en: { left: 'left', flows: 'flows', perSecond: 'packets/s' },
} as const satisfies Record<Language, unknown>;

/** Parts in the order of their worth: those that do not fit the line are left out. */
function formatParts(progress: ReadingProgress, elapsedSeconds: number, lang: Language): string[] {
  const { bytesRead, bytesTotal, packets, flows } = progress;
  const words = WORDS[lang];
  const share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null;
  const rate = elapsedSeconds > 0 ? formatCount(Math.round(packets / elapsedSeconds)) : '-';
  const parts: string[] = [];
  if (share === null) {
    parts.push(formatBytes(bytesRead));
  } else {
    const filled = Math.round(share * BAR_CELLS);
    parts.push(
      `[${'#'.repeat(filled)}${'-'.repeat(BAR_CELLS - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %`,
    );
    parts.push(`${formatBytes(bytesRead)} / ${formatBytes(bytesTotal)}`);
  }
  parts.push(`${rate} ${words.perSecond}`);
  if (share !== null && share > 0) {
    parts.push(`${words.left} ${formatDuration((elapsedSeconds * (1 - share)) / share)}`);
  }
  parts.push(`${words.flows} ${formatCount(flows)}`);
  return parts;
}

/** Japanese words take two cells a character; everything else on the line is ASCII. */
function cells(text: string): number {
  let count = 0;
  for (const character of text) count += character > '\u00ff' ? 2 : 1;
  return count;
}

/**
 * One line at the bottom of a terminal, rewritten at most ten times a second. For a terminal only: the caller asks
 * `isTTY`. It holds no timer and no handler; `clear` leaves the terminal as it was.
 * @param now milliseconds of a clock that never runs backwards
 */
export function createProgressLine(
  stream: TerminalStream,
  lang: Language,
  now: () => number = () => performance.now(),
): ProgressLine {
  const start = now();
  let lastUpdate = -Infinity;
  let drawn = false;
  return {
    show: (progress) => {
      const time = now();
      if (time - lastUpdate < MILLISECONDS_BETWEEN_UPDATES) return;
      lastUpdate = time;
      // the last cell stays free: a terminal would wrap there
      const room = (stream.columns ?? 80) - 1;
      let line = '';
      for (const part of formatParts(progress, (time - start) / 1000, lang)) {
        const longer = line === '' ? part : `${line}  ${part}`;
        if (cells(longer) <= room) line = longer;
      }
      stream.write(ERASE_LINE + line);
      drawn = true;
    },
    clear: () => {
      if (drawn) stream.write(ERASE_LINE);
      drawn = false;
      lastUpdate = -Infinity;
    },
  };
}
