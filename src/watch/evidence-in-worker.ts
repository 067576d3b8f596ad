import { Worker } from 'node:worker_threads';
import { LIMITS } from '../base/limits.js';
import type { EvidenceOutcome, EvidenceTask } from '../scan/evidence/evidence-task.js';

/** Beside the bundled command; from the sources too, once it has been built. */
const WORKER = new URL('../../dist/watch/evidence-worker.js', import.meta.url);

/** JavaScript objects of one bundle; the flow tables lie outside and have bounds of their own. */
const HEAP_MEGABYTES = 2048;

/** Makes a bundle in a thread of its own. A thread that breaks down, or takes too long, is a bundle that failed. */
export function evidenceInWorker(task: EvidenceTask, signal: AbortSignal): Promise<EvidenceOutcome> {
  const worker = new Worker(WORKER, {
    workerData: task,
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (outcome: EvidenceOutcome): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(limit);
      signal.removeEventListener('abort', stop);
      void worker.terminate().then(() => resolve(outcome));
    };
    const fail = (reason: string): void => settle({ kind: 'failed', reason });
    const stop = (): void => fail('the watch ended');
    const limit = setTimeout(() => fail('it took too long'), LIMITS.evidenceSeconds * 1000);
    signal.addEventListener('abort', stop);
    worker.once('message', (outcome: EvidenceOutcome) => settle(outcome));
    worker.once('error', (error: Error) => fail(error.message));
    worker.once('exit', () => fail('the thread ended without a word'));
    if (signal.aborted) stop();
  });
}
