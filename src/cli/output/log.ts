import type { Logger } from 'pino';
import { escapeTerminal } from '../../report/escape.js';
import type { Screen } from '../surroundings.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Readonly<Record<string, unknown>>;

/** What happened, for operators: standard error, JSON lines unless it is a terminal. In English. */
export interface Log {
  write(level: Exclude<LogLevel, 'silent'>, event: string, fields?: LogFields): void;
  /** resolves when everything has been handed to the stream */
  flush(): Promise<void>;
}

/** `12:34:56 warn  capture is incomplete file=a.pcap` from one JSON line of pino. */
function prettyLine(json: string): string {
  const { time, level, msg, ...fields } = JSON.parse(json) as { time: string; level: string; msg: string };
  const words = Object.entries(fields as LogFields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${escapeTerminal([time.slice(11, 19), level.padEnd(5), msg, ...words].join(' '))}\n`;
}

/** pino is loaded when there is something to log, not before: most runs have nothing. */
export function createLog(level: LogLevel, stderr: Screen): Log {
  const threshold = LOG_LEVELS.indexOf(level);
  let logger: Promise<Logger> | undefined;
  let lastLine = Promise.resolve();

  async function load(): Promise<Logger> {
    const { default: pino } = await import('pino');
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    return pino(options, {
      write: (line: string) => {
        stderr.write(stderr.isTTY === true ? prettyLine(line) : line);
      },
    });
  }

  return {
    write(lineLevel, event, fields = {}) {
      if (LOG_LEVELS.indexOf(lineLevel) < threshold) return;
      logger ??= load();
      const loaded = logger;
      lastLine = lastLine.then(async () => {
        (await loaded)[lineLevel](fields, event);
      });
    },
    flush: () => lastLine,
  };
}
