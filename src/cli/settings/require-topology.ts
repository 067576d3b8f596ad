import { usageFailure } from '../usage.js';

/** The value of `-t`. @throws Failure with exit status 64 when it is missing */
export function requireTopology(file: string | undefined, example: string): string {
  if (file !== undefined) return file;
  throw usageFailure(
    { ja: '構成定義ファイルの指定（-t）がない', en: 'no topology file is given (-t)' },
    {
      ja: `例: ${example}。ひな形は sansou topology init で作れる`,
      en: `for example ${example}; sansou topology init writes one to start from`,
    },
  );
}
