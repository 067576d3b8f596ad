import { basename } from 'node:path';
import type { Topology } from '../../model/topology.js';

const patterns = new Map<string, RegExp>();

/** The capture point that the topology's `match` gives to a file, or to one of its interfaces. */
export function matchCapturePoint(topology: Topology, path: string, interfaceName: string | null): string | null {
  let byFile: string | null = null;
  for (const point of topology.capturePoints) {
    const { match } = point;
    if (match === null) continue;
    const fileFits = match.file === null || fits(match.file, path);
    const interfaceFits = match.interface === null || (interfaceName !== null && fits(match.interface, interfaceName));
    if (!fileFits || (match.file === null && match.interface === null)) continue;
    // a point that names both wants both; one that names the interface alone wins over one that names the file alone
    if (match.interface !== null && interfaceFits) return point.name;
    if (match.file !== null && (match.interface === null || interfaceName === null)) byFile ??= point.name;
  }
  return byFile;
}

/** shell pattern with `*` and `?`; without a slash it is held against the file's name alone */
function fits(pattern: string, text: string): boolean {
  let expression = patterns.get(pattern);
  if (expression === undefined) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\?/g, '.');
    expression = new RegExp(`^${source}$`, 's');
    patterns.set(pattern, expression);
  }
  return expression.test(pattern.includes('/') ? text : basename(text));
}
