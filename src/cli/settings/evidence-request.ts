import type { EvidenceRequest } from '../../evidence/bundle/evidence-bundle.js';
import type { CheckOptions } from './options.js';
import { usageFailure } from '../usage.js';

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
  if (options.redact === true)
    throw usageFailure(
      {
        ja: '証拠一式のパケットには実際のアドレスが残るため、--redact と --evidence は併用できない',
        en: 'packets in an evidence bundle keep their addresses: --redact cannot go with --evidence',
      },
      {
        ja: '証拠一式と、外部に渡す報告とを、別々に作る',
        en: 'make the bundle and the report for others in two runs',
      },
    );
  return {
    directory: evidence,
    fullPackets: fullPackets === true,
    ...(evidenceChain === undefined ? {} : { chain: evidenceChain }),
  };
}
