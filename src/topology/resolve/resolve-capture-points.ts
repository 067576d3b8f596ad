import type { CapturePoint } from '../../model/topology.js';
import type { ProblemLog } from '../read/problem-log.js';
import type { ResolvedAreas } from './resolve-areas.js';
import { itemsOf, valuesOf, type TopologyFile } from './topology-file.js';

/** Capture points with what is left out filled in. */
export function resolveCapturePoints(
  file: TopologyFile,
  areas: ResolvedAreas,
  log: ProblemLog,
): readonly CapturePoint[] {
  const points: CapturePoint[] = [];
  const names = new Set<string>();
  for (const [index, entry] of itemsOf(file.capturePoints)) {
    if (entry.name === undefined) continue;
    const path = ['capturePoints', index];
    if (names.has(entry.name)) {
      log.add({
        path: [...path, 'name'],
        message: {
          ja: `採取点 ${entry.name} が二度定義されている`,
          en: `the capture point ${entry.name} is defined twice`,
        },
        remedy: { ja: '採取点ごとに別の名前にする', en: 'give every capture point its own name' },
      });
    }
    names.add(entry.name);
    for (const [position, vlan] of itemsOf(entry.vlans)) {
      if (areas.areaOfVlan.has(vlan)) continue;
      log.add({
        path: [...path, 'vlans', position],
        level: 'warning',
        message: { ja: `VLAN ${vlan} はどの領域にもない`, en: `VLAN ${vlan} is in no zone or realm` },
        remedy: { ja: 'segments か realms に書く', en: 'declare it in segments or realms' },
      });
    }
    points.push({
      name: entry.name,
      vlans: valuesOf(entry.vlans),
      tagging: entry.tagging ?? 'tagged',
      mirror: entry.mirror ?? 'both',
      transport: entry.transport ?? 'none',
      match:
        entry.match === undefined ? null : { file: entry.match.file ?? null, interface: entry.match.interface ?? null },
    });
  }
  return points;
}
