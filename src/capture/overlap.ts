import type { Problem } from '../base/failure.js';
import { captureProblem } from './fault.js';
import type { ObservedFile } from './observed-file.js';

/** rotation hands over with some disorder around the border */
const TOLERANCE = 1_000_000_000n;
const REPORTED = 16;

export type PointOf = (fileIndex: number, interfaceIndex: number) => string | null;

/**
 * Two files of one capture point that cover the same time, though not as a split by interface: the same traffic is then
 * probably there twice, or one of them belongs to another point.
 */
export function findOverlaps(files: readonly ObservedFile[], pointOf: PointOf): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  for (const [point, group] of byPoint(files, pointOf)) {
    const reach: ObservedFile[] = [];
    for (const file of group) {
      const open = reach.filter((other) => (other.last ?? 0n) - TOLERANCE > (file.first ?? 0n));
      const twin = open.find((other) => !isInterfaceSplit(file, other, point, pointOf));
      if (twin !== undefined && ++count <= REPORTED) problems.push(overlap(twin, file, point));
      reach.splice(0, reach.length, ...open, file);
    }
  }
  return problems;
}

function byPoint(files: readonly ObservedFile[], pointOf: PointOf): Map<string | null, ObservedFile[]> {
  const groups = new Map<string | null, ObservedFile[]>();
  for (const file of files) {
    if (file.records === 0) continue;
    const points = new Set(file.interfaces.map((_link, index) => pointOf(file.index, index)));
    for (const point of points) groups.set(point, [...(groups.get(point) ?? []), file]);
  }
  for (const group of groups.values()) group.sort((x, y) => ((x.first ?? 0n) < (y.first ?? 0n) ? -1 : 1));
  return groups;
}

/** Every interface is named, and no name is in both files. */
function isInterfaceSplit(x: ObservedFile, y: ObservedFile, point: string | null, pointOf: PointOf): boolean {
  const names = (file: ObservedFile): (string | null)[] =>
    file.interfaces.filter((_link, index) => pointOf(file.index, index) === point).map((link) => link.name);
  const namesOfX = new Set(names(x));
  const namesOfY = names(y);
  return !namesOfX.has(null) && namesOfY.every((name) => name !== null && !namesOfX.has(name));
}

function overlap(x: ObservedFile, y: ObservedFile, point: string | null): Problem {
  const name = {
    ja: point === null ? '名前のない採取点' : `採取点${point}`,
    en: point === null ? 'the unnamed capture point' : `capture point ${point}`,
  };
  return captureProblem(
    'CAPTURE-OVERLAP',
    y.path,
    'warning',
    {
      ja: `${name.ja}で、${x.path}と採取の時間が重なっている。同じ通信が2度数えられるおそれがある`,
      en: `at ${name.en} it covers the same time as ${x.path}; the same traffic may be counted twice`,
    },
    {
      ja: '別の採取点のものなら「採取点名=ファイル」の形で指定する',
      en: 'if it was taken at another capture point, name that: POINT=FILE',
    },
  );
}
