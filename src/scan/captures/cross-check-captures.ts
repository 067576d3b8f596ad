import { crossCheck } from '../../capture/cross-check.js';
import type { Observation as CaptureObservation } from '../../capture/open.js';

/**
 * Reads every classic pcap of the run a second time, with the independent reader.
 * @returns how many files the two readers see differently; null when there was no file that both can read
 */
export async function crossCheckCaptures(observation: CaptureObservation): Promise<number | null> {
  let compared = 0;
  let different = 0;
  for (const file of observation.files) {
    if (file.size === 0) continue;
    const result = await crossCheck(file.path);
    if (result === null) continue;
    compared++;
    if (!result.equal) different++;
  }
  return compared === 0 ? null : different;
}
