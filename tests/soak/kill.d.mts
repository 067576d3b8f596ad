export function killAgainAndAgain(options: {
  folder: string;
  kills: number;
  period?: number;
  random?: () => number;
}): Promise<{ kills: number; given: string[]; known: string[]; integrity: string; runs: number; halfMade: string[] }>;
