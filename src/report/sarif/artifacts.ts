import type { ScanReport } from '../../model/report.js';

/** The files of a run, each once: captures and the topology. Results and notifications refer to them by index. */
export class ArtifactList {
  readonly #inputs: ScanReport['inputs'];
  readonly #indexes = new Map<string, number>();

  constructor(inputs: ScanReport['inputs']) {
    this.#inputs = inputs;
    for (const { file } of [...inputs.captures, inputs.topology]) {
      if (!this.#indexes.has(file)) this.#indexes.set(file, this.#indexes.size);
    }
  }

  /** The place of a file; a file of an earlier run has no index. */
  location(file: string): { readonly uri: string; readonly index?: number } {
    const index = this.#indexes.get(file);
    return { uri: fileUri(file), ...(index === undefined ? {} : { index }) };
  }

  toSarif(): readonly object[] {
    const { captures, topology } = this.#inputs;
    const distinct = new Map(captures.map((capture) => [capture.file, capture]));
    const files = [...distinct.values()].map(({ file, sha256, bytes, point, packets, complete, first, last }) => ({
      location: { uri: fileUri(file) },
      length: bytes,
      mimeType: 'application/vnd.tcpdump.pcap',
      roles: ['analysisTarget'],
      ...(sha256 === null ? {} : { hashes: { 'sha-256': sha256 } }),
      properties: { point, packets, complete, first, last },
    }));
    if (distinct.has(topology.file)) return files;
    const policy = {
      location: { uri: fileUri(topology.file) },
      mimeType: 'application/yaml',
      roles: ['toolSpecifiedConfiguration'],
      hashes: { 'sha-256': topology.sha256 },
    };
    return [...files, policy];
  }
}

/** A URI reference (RFC 3986) for a path; `-`, the standard input, is one as it is. */
export function fileUri(file: string): string {
  const bytes = Buffer.from(file.replaceAll('\\', '/'), 'utf8');
  let uri = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    uri += /[A-Za-z0-9._~/-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  // two slashes at the start would name a host
  return uri.replace(/^\/{2,}/, '/');
}
