import { attachProof } from './attach-proof.js';
import { EXIT } from '../../base/failure.js';
import { REPORTERS } from '../../report/registry.js';
import { exitStatusOf } from '../../rules/result.js';
import type { CommittedBundle } from '../../evidence/bundle/evidence-bundle.js';
import { check } from '../../scan/check.js';
import { writeEvidenceBundle } from '../../scan/evidence/write-evidence-bundle.js';
import { loadTopology } from '../../topology/load.js';
import { parseCaptureArguments, requireKnownPoints } from '../settings/capture-arguments.js';
import { readCheckSettings } from '../settings/check-settings.js';
import type { CheckOptions } from '../settings/options.js';
import { finishReport, readFinishInputs } from './finish-report.js';
import { withInterrupt } from '../interrupt.js';
import { openKeptFlows } from './keep-flows.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import { proveInterruptibly } from './prove-interruptibly.js';
import type { Session } from '../session.js';
import { withOutput } from '../output/with-output.js';
import { withProgress } from '../output/with-progress.js';

/** `sansou check`: sets `session.status` to the verdict. */
export async function runCheck(session: Session, texts: readonly string[], options: CheckOptions): Promise<void> {
  const settings = readCheckSettings(session, options);
  const captures = parseCaptureArguments(texts);
  const { topology, warnings } = loadTopology(settings.topologyFile);
  requireKnownPoints(captures, topology);
  const finishInputs = readFinishInputs(session, settings.finish);
  if (options.store !== undefined) {
    const { requireStorePlace } = await import('../../store/open-store.js');
    requireStorePlace(options.store);
  }
  logTopologyWarnings(session, warnings);

  // pcap-parser, the second reader, calls `Buffer()`: its warning means nothing to who runs a check
  if (options.crossCheck === true) process.noDeprecation = true;

  const { baselineFile, acceptFile, saltFile } = settings.finish;
  const beside = [settings.topologyFile, baselineFile, acceptFile, saltFile].filter((file) => file !== undefined);
  const startedAt = new Date().toISOString();
  const inputs = [...beside, ...captures.map(({ path }) => path)];
  await withOutput(session, options.output, inputs, async (output) => {
    const kept = options.keepFlows === undefined ? null : openKeptFlows(options.keepFlows, inputs);
    const judged = await withInterrupt(
      session,
      () => {
        output.discard();
        kept?.discard();
      },
      ({ signal }) =>
        withProgress(session, options, false, async (progress) => {
          const run = {
            captures,
            topology,
            topologyWarnings: warnings,
            dedup: options.dedup,
            hash: options.hash,
            crossCheck: options.crossCheck === true,
            ...(kept === null ? {} : { keeper: kept.keeper }),
            signal,
            ...progress,
          };
          if (settings.evidence === undefined) return check(run);
          const written = await writeEvidenceBundle(run, settings.evidence);
          tellBundle(session, written.bundle);
          return written.report;
        }),
    ).catch((error: unknown) => {
      kept?.discard();
      throw error;
    });
    await kept?.commit();
    const proof = options.prove === true ? await proveInterruptibly(session, output, topology) : undefined;
    const whole = proof === undefined ? judged : attachProof(judged, proof, topology);
    const report = finishReport(whole, finishInputs, topology);
    if (options.store !== undefined) {
      const { saveCheck } = await import('./save-check.js');
      saveCheck(options.store, startedAt, whole, finishInputs.accepted, topology, options.evidence ?? null);
    }
    const { packets, flows, interrupted } = report.statistics;
    session.log.write('info', 'judged', { result: report.result, packets, flows, interrupted });
    const status = exitStatusOf(report);
    session.status = interrupted && status === EXIT.clean ? EXIT.undetermined : status;
    for (const piece of REPORTERS[settings.format].write(report, settings.report)) {
      if (output.closed) break;
      output.write(piece);
    }
  });
}

/** The digest of the manifest is what somebody outside can write down: it vouches for everything in the bundle. */
function tellBundle(session: Session, { directory, sha256, earlier, manifest }: CommittedBundle): void {
  const notProven = manifest.findings.filter(({ rejudged }) => rejudged !== 'same').length;
  session.log.write('info', 'evidence', { directory, manifest: sha256, findings: manifest.findings.length, notProven });
  if (earlier !== null)
    session.log.write('warn', 'the earlier evidence bundle was renamed', { directory, to: earlier });
}
