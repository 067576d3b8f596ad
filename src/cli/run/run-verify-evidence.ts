import { EXIT } from '../../base/failure.js';
import { writeVerification, writeVerificationJson } from '../../report/verification.js';
import { verifyEvidenceBundle } from '../../scan/evidence/verify-evidence-bundle.js';
import type { VerifyOptions } from '../settings/options.js';
import type { Session } from '../session.js';
import { requireChoice, usageFailure } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou verify-evidence`: 0 where all holds, 1 where something does not. */
export async function runVerifyEvidence(session: Session, directory: string, options: VerifyOptions): Promise<void> {
  const format = requireChoice('--format', options.format, ['text', 'json']);
  const { evidenceChain: chain, manifestSha256, output: path } = options;
  if (manifestSha256 !== undefined && !/^[0-9a-f]{64}$/i.test(manifestSha256))
    throw usageFailure(
      {
        ja: '--manifest-sha256 は64桁の16進数で指定する',
        en: '--manifest-sha256 takes 64 hexadecimal digits',
      },
      { ja: '作成時に表示された値を写す', en: 'copy what was shown when the bundle was made' },
    );
  const inputs = chain === undefined ? [] : [chain];
  await withOutput(session, path, inputs, async (output) => {
    const verification = await verifyEvidenceBundle(directory, { chain, manifestSha256 });
    session.status = verification.result === 'holds' ? EXIT.clean : EXIT.violation;
    if (format === 'json') output.write(writeVerificationJson(verification));
    else for (const piece of writeVerification(verification, session.language)) output.write(piece);
  });
}
