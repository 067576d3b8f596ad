import type { Problem } from '../../base/failure.js';
import { escapeTerminal } from '../../report/escape.js';
import type { ProblemAnswer } from '../api.js';

/** The server refused, with its reasons. */
export class Refused extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, problems: readonly Problem[]) {
    super(problems.map(({ message }) => message.en).join('\n'));
    this.status = status;
    this.problems = problems;
  }
}

const UNREACHABLE: Problem = {
  code: 'UNREACHABLE',
  level: 'error',
  message: { ja: 'サーバーに届かない', en: 'the server cannot be reached' },
};

/**
 * The one door through which text enters the page: whatever came from packets, file names or the topology is made
 * visible here (controls, bidi overrides, zero-width characters), so that no page can forget it. Markup stays text, as
 * everything on the page is a text node.
 */
export function readAnswer(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? escapeTerminal(value) : value));
}

export interface Sending {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly csrf?: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** @throws Refused */
export async function fetchAnswer<T>(path: string, { method, csrf, body, signal }: Sending = {}): Promise<T> {
  const response = await fetch(path, {
    method: method ?? 'GET',
    credentials: 'same-origin',
    headers: {
      ...(csrf === undefined ? {} : { 'x-sansou-csrf': csrf }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new Refused(0, [UNREACHABLE]);
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? null : readAnswer(text)) as T;
  throw new Refused(response.status, problemsOf(text));
}

export function problemsOf(text: string): readonly Problem[] {
  try {
    return (readAnswer(text) as ProblemAnswer).problems;
  } catch {
    return [UNREACHABLE];
  }
}
