import type { Analysis, Descend, Piece } from './analysis.js';
import type { ZipEntry } from './zip-entry.js';

const OOXML_ROOT = /^\[content_types\]\.xml$/i;
// No angle bracket inside a tag: a search goes over each byte once.
const RELATIONSHIP = /<(?:\w{1,20}:)?Relationship\b[^<>]{0,8192}>/g;
/** links that nothing follows until somebody clicks (ECMA-376 part 1, 15.3) */
const CLICKED = /Type\s*=\s*["'][^"']{0,512}\/hyperlink["']/i;

/** What kind of package the entries make, and what in it could act. @returns FileFact.kind */
export function readPackage(
  entries: readonly ZipEntry[],
  { depth }: Piece,
  analysis: Analysis,
  descend: Descend,
): string {
  const names = entries.map(({ name }) => name.replaceAll('\\', '/'));
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const isOoxml = has(OOXML_ROOT);
  for (const entry of entries) {
    const bytes = entry.open();
    if (bytes === null) continue;
    if (isOoxml) readOoxmlPart(entry.name.replaceAll('\\', '/'), bytes, analysis);
    descend({ bytes, name: entry.name, depth: depth + 1 });
  }
  if (has(/^AndroidManifest\.xml$/) || has(/^AppxManifest\.xml$/i) || has(/^AppxMetadata\//i)) {
    analysis.add('executable');
    return 'zip';
  }
  if (isOoxml) return 'ooxml';
  if (isOpenDocument(entries)) {
    if (has(/^(?:Basic|Scripts)\/(?!script-l[bc]\.xml).*[^/]\/[^/]+$/)) analysis.add('macro');
    return 'odf';
  }
  const manifest = entries.find(({ name }) => /^META-INF\/MANIFEST\.MF$/i.test(name))?.open();
  if (has(/\.class$/) || manifest?.includes('Main-Class:') === true) {
    analysis.add('java-archive');
    return 'jar';
  }
  return 'zip';
}

/** Office Open XML (ECMA-376) by the names of its parts and, where they name others, by their text. */
function readOoxmlPart(name: string, bytes: Buffer, analysis: Analysis): void {
  if (/(?:^|\/)vbaProject[^/]*\.bin$/i.test(name) || /^xl\/(?:macrosheets|intlmacrosheets)\//i.test(name))
    analysis.add('macro');
  if (/(?:^|\/)activeX\//i.test(name) || /\/embeddings\/[^/]+\.bin$/i.test(name)) analysis.add('embedded-object');
  if (/\/externalLinks\/[^/]+\.xml$/i.test(name))
    analysis.add('external-link', ...(bytes.includes('ddeLink') ? (['dde'] as const) : []));
  if (/\.rels$/i.test(name) && hasExternalTarget(bytes.toString('latin1'))) analysis.add('external-link');
  if (/^word\/[^/]+\.xml$/i.test(name) && hasDdeField(bytes.toString('latin1'))) analysis.add('dde');
}

function hasExternalTarget(xml: string): boolean {
  return (xml.match(RELATIONSHIP) ?? []).some(
    (tag) => /TargetMode\s*=\s*["']External["']/i.test(tag) && !CLICKED.test(tag),
  );
}

/** Instructions may be cut into runs: what stands between the begin and the end of a field is joined (17.16). */
function hasDdeField(xml: string): boolean {
  const simple = xml.match(/<w:fldSimple\b[^<>]{0,4096}w:instr\s*=\s*["'][^"']{0,2048}/g) ?? [];
  if (simple.some((tag) => /instr\s*=\s*["']\s*DDE(?:AUTO)?\b/i.test(tag))) return true;
  return xml
    .split(/fldCharType\s*=\s*["']begin["']/)
    .slice(1)
    .some((field) => {
      const texts = field.slice(0, 65_536).match(/<w:instrText\b[^<>]{0,256}>[^<]{0,2048}/g) ?? [];
      return /^\s*DDE(?:AUTO)?\b/i.test(texts.map((text) => text.slice(text.indexOf('>') + 1)).join(''));
    });
}

function isOpenDocument(entries: readonly ZipEntry[]): boolean {
  const type = entries.find(({ name }) => name === 'mimetype')?.open();
  return type?.toString('latin1', 0, 64).startsWith('application/vnd.oasis.opendocument') === true;
}
