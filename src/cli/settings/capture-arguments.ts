import { existsSync } from 'node:fs';
import type { Text } from '../../base/text.js';
import { EXIT, Failure, type Problem } from '../../base/failure.js';
import type { Topology } from '../../model/topology.js';
import type { CaptureArgument } from '../../scan/options.js';
import { nearestWord } from '../../topology/read/nearest-word.js';
import { usageFailure } from '../usage.js';

const pointRemedy: Text = {
  ja: '採取点=ファイル の形で書く（例: CP-MN=mn-0401.pcap）',
  en: 'write POINT=FILE, for example CP-MN=mn-0401.pcap',
};

/** `CP-MN=dir/a.pcap` → point and path. What exists as a file, or has a `/` or `*` before its `=`, is a path. */
export function parseCaptureArgument(text: string): CaptureArgument {
  const equals = text.indexOf('=');
  if (equals < 0 || existsSync(text)) return { point: null, path: text };
  const point = text.slice(0, equals);
  const path = text.slice(equals + 1);
  if (/[/\\*?[{]/.test(point)) return { point: null, path: text };
  if (point === '') {
    throw usageFailure({ ja: `「${text}」に採取点の名前がない`, en: `"${text}" names no capture point` }, pointRemedy);
  }
  if (path === '') {
    throw usageFailure({ ja: `「${text}」にファイルの名前がない`, en: `"${text}" names no file` }, pointRemedy);
  }
  return { point, path };
}

export function parseCaptureArguments(texts: readonly string[]): CaptureArgument[] {
  const captures = texts.map(parseCaptureArgument);
  if (captures.filter(({ path }) => path === '-').length > 1) {
    throw usageFailure({ ja: '標準入力（-）は一度しか読めない', en: 'standard input (-) can be read only once' });
  }
  return captures;
}

/** Every point named on the command line must stand in the topology: a misspelt one would silently judge nothing. */
export function requireKnownPoints(captures: readonly CaptureArgument[], topology: Topology): void {
  const known = topology.capturePoints.map(({ name }) => name);
  const unknown = new Set(captures.flatMap(({ point }) => (point === null || known.includes(point) ? [] : [point])));
  if (unknown.size === 0) return;
  const problems = [...unknown].map((point): Problem => {
    const guess = nearestWord(point, known);
    const list = known.length === 0 ? null : known.join(', ');
    return {
      code: 'POINT-UNKNOWN',
      level: 'error',
      file: topology.file,
      field: 'capturePoints',
      message: {
        ja: `採取点「${point}」は構成定義ファイルにない`,
        en: `the topology file has no capture point "${point}"`,
      },
      remedy: {
        ja: `${guess === undefined ? '' : `「${guess}」のことか。 `}記載のある採取点: ${list ?? 'なし'}`,
        en: `${guess === undefined ? '' : `did you mean "${guess}"? `}it has: ${list ?? 'none'}`,
      },
    };
  });
  throw new Failure(EXIT.unusable, problems);
}
