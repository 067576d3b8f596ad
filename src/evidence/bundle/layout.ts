/** Names in an evidence bundle. */
export const MANIFEST = 'manifest.json';
/** `sha256sum -c manifest.sha256` checks it by hand */
export const MANIFEST_DIGEST = 'manifest.sha256';
export const REPORT = 'report.json';
/** byte for byte what the run before had written */
export const PREVIOUS = 'previous-manifest.json';
/** one file for each finding, named by its id */
export const PACKETS = 'packets';

/** The topology keeps the ending by which it is read. */
export function topologyName(file: string): string {
  return /\.json$/i.test(file) ? 'topology.json' : 'topology.yaml';
}

/** The whole content of `manifest.sha256`, as sha256sum writes it. */
export function digestLine(sha256: string): string {
  return `${sha256}  ${MANIFEST}\n`;
}
