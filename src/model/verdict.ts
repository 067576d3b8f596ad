export const VERDICTS = ['violation', 'suspected', 'attempt', 'blocked', 'observation', 'undetermined'] as const;
export type Verdict = (typeof VERDICTS)[number];
