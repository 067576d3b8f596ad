import type { EvidenceRequest } from '../evidence/bundle/evidence-bundle.js';
import type { CheckOptions } from './options.js';
import { usageFailure } from './usage.js';

/** `--evidence` and what goes with it. @throws Failure with exit status 64 */
export function readEvidenceRequest(options: CheckOptions): EvidenceRequest | undefined {
  const { evidence, evidenceChain, fullPackets } = options;
  if (evidence === undefined) {
    const alone =
      fullPackets === true ? '--full-packets' : evidenceChain === undefined ? undefined : '--evidence-chain';
    if (alone === undefined) return undefined;
    throw usageFailure(
      { ja: `${alone} は --evidence とともに指定する`, en: `${alone} means something only with --evidence` },
      { ja: '例: --evidence 証拠フォルダ', en: 'for example --evidence DIR' },
    );
  }
  if (!options.hash)
    throw usageFailure(
      {
        ja: '--evidence には SHA-256 が要るため、--no-hash と併用できない',
        en: '--evidence needs the SHA-256 of the captures: it cannot go with --no-hash',
      },
      { ja: '--no-hash を外す', en: 'leave out --no-hash' },
    );
  return {
    directory: evidence,
    fullPackets: fullPackets === true,
    ...(evidenceChain === undefined ? {} : { chain: evidenceChain }),
  };
}
