import { EXIT, Failure } from '../../base/failure.js';
import { openObservation } from '../../capture/open.js';
import type { Observation as CaptureObservation } from '../../capture/open.js';
import type { RunClock } from '../../capture/run-clock.js';
import { matchCapturePoint } from './match-point.js';
import type { ScanOptions } from '../options.js';

/** Opens the captures of a run. Throws Failure (exit 3) when not one of them can be read, with every reason at once. */
export async function openCaptures(
  options: Pick<ScanOptions, 'captures' | 'topology' | 'hash' | 'pointOfInterface'>,
  clock?: RunClock,
): Promise<CaptureObservation> {
  const { topology, pointOfInterface } = options;
  const observation = await openObservation(options.captures, {
    hash: options.hash ?? true,
    ...(clock === undefined ? {} : { clock }),
    ...(pointOfInterface !== undefined
      ? { matchPoint: (_path: string, name: string | null) => pointOfInterface(name) }
      : topology === null
        ? {}
        : { matchPoint: (path: string, name: string | null) => matchCapturePoint(topology, path, name) }),
  });
  if (observation.files.length > 0) return observation;
  const problems = observation.problems.filter(({ level }) => level === 'error');
  observation.close();
  throw new Failure(EXIT.unusable, problems.length > 0 ? problems : [NOTHING_TO_READ]);
}

const NOTHING_TO_READ = {
  code: 'CAPTURE-NONE',
  level: 'error',
  message: { ja: '読み取れるキャプチャがない', en: 'there is no capture that can be read' },
  remedy: {
    ja: 'pcap または pcapng のファイル、それを含むフォルダ、または -（標準入力）を指定する',
    en: 'name a pcap or pcapng file, a directory that holds some, or - for standard input',
  },
} as const;
