import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { EXIT, Failure, type Problem } from '../../base/failure.js';
import { LIMITS } from '../../base/limits.js';
import type { ScanReport } from '../../model/report.js';
import type { Text } from '../../base/text.js';
import type { Judge, JudgeControl } from './judge.js';
import type { JudgeMessage, JudgeTask } from './judge-message.js';

/** Beside the bundled command; from the sources too, once it has been built. */
const WORKER = new URL('../../dist/web/uploads/judge-worker.js', import.meta.url);
const WORKER_FROM_SOURCES = new URL('../../../dist/web/uploads/judge-worker.js', import.meta.url);

/** JavaScript objects of one judgement; the flow tables lie outside and have bounds of their own. */
const HEAP_MEGABYTES = 4096;

function fault(code: string, message: Text): Failure {
  const problem: Problem = { code, level: 'error', message };
  return new Failure(EXIT.unusable, [problem]);
}

const CRASHED = {
  ja: '判定が異常終了した。サーバーは動き続けている',
  en: 'the judging broke down; the server goes on',
};
const TOO_LONG = { ja: '判定が時間の上限に達した', en: 'the judging reached its time limit' };

/** @param topologySha256 of the topology that the server answers with */
export function judgeInWorker(topologyFile: string, topologySha256: string, onCrash: (error: Error) => void): Judge {
  return (captures, evidence, control) => {
    const task: JudgeTask = { captures, evidence, topologyFile, topologySha256 };
    return runWorker(task, control, onCrash);
  };
}

function runWorker(task: JudgeTask, control: JudgeControl, onCrash: (error: Error) => void): Promise<ScanReport> {
  const worker = new Worker(existsSync(WORKER) ? WORKER : WORKER_FROM_SOURCES, {
    workerData: task,
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  return new Promise<ScanReport>((resolve, reject) => {
    const limit = setTimeout(() => settle(() => reject(fault('UPLOAD-TIME', TOO_LONG))), LIMITS.uploadSeconds * 1000);
    const stop = (): void => settle(() => reject(control.signal.reason as Error));
    let settled = false;
    // the answer comes when the thread is gone: nothing of it writes or computes beside the next one
    const settle = (outcome: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(limit);
      control.signal.removeEventListener('abort', stop);
      void worker.terminate().then(outcome, outcome);
    };
    control.signal.addEventListener('abort', stop);
    worker.on('message', (message: JudgeMessage) => {
      if (message.kind === 'progress') control.onProgress(message.progress);
      else if (message.kind === 'report') settle(() => resolve(message.report));
      else settle(() => reject(new Failure(EXIT.unusable, message.problems)));
    });
    worker.on('error', (error: Error) => {
      onCrash(error);
      settle(() => reject(fault('UPLOAD-CRASH', CRASHED)));
    });
    worker.on('exit', () => settle(() => reject(fault('UPLOAD-CRASH', CRASHED))));
    if (control.signal.aborted) stop();
  });
}
