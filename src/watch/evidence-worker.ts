import { parentPort, workerData } from 'node:worker_threads';
import type { EvidenceTask } from '../scan/evidence/evidence-task.js';
import { writeRunEvidence } from '../scan/evidence/write-run-evidence.js';

/** The thread in which one bundle is made: files are judged meanwhile as they come. */
parentPort?.postMessage(await writeRunEvidence(workerData as EvidenceTask));
