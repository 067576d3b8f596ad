import { LIMITS } from '../../base/limits.js';
import { INPUT_STATES, REJUDGE_OBSTACLES, type EvidenceManifest } from '../../model/evidence-manifest.js';
import { VERDICTS } from '../../model/report.js';
import { PACKETS, PREVIOUS, REPORT } from './layout.js';

/** The only names that a bundle has: none leads out of it. */
const NAMES = new RegExp(
  `^(${PACKETS}/[0-9a-f]{1,64}(-[0-9]{1,6})?\\.pcapng|${REPORT}|topology\\.(yaml|json)|${PREVIOUS})$`,
);
const DIGEST = /^[0-9a-f]{64}$/;

type Fields = Readonly<Record<string, unknown>>;

/** The manifest in these bytes; null where they are none, or not of this version. A manifest is a stranger's text. */
export function parseManifest(bytes: Uint8Array): EvidenceManifest | null {
  if (bytes.length > LIMITS.evidenceDocumentBytes) return null;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  return isManifest(value) ? value : null;
}

function isManifest(value: unknown): value is EvidenceManifest {
  if (!isFields(value)) return false;
  const { schema, tool, created, parameters, previous, inputs, outputs, findings } = value;
  return (
    schema === 'sansou/evidence/1' &&
    isFields(tool) &&
    areTexts(tool, 'name', 'version', 'rules') &&
    typeof created === 'string' &&
    isFields(parameters) &&
    typeof parameters.fullPackets === 'boolean' &&
    typeof parameters.dedup === 'boolean' &&
    (previous === null ||
      (isFields(previous) && isDigest(previous.sha256) && (previous.copy === null || isName(previous.copy)))) &&
    isFields(inputs) &&
    isFields(inputs.topology) &&
    isDigest(inputs.topology.sha256) &&
    isName(inputs.topology.copy) &&
    typeof inputs.topology.file === 'string' &&
    isListOf(inputs.captures, isCapture) &&
    isListOf(outputs, isOutput) &&
    isListOf(findings, isFinding)
  );
}

function isCapture(value: Fields): boolean {
  return (
    typeof value.file === 'string' &&
    (value.sha256 === null || isDigest(value.sha256)) &&
    (value.sha256AtEnd === null || isDigest(value.sha256AtEnd)) &&
    INPUT_STATES.some((state) => state === value.state)
  );
}

function isOutput(value: Fields): boolean {
  return isName(value.file) && Number.isSafeInteger(value.bytes) && isDigest(value.sha256);
}

function isFinding(value: Fields): boolean {
  return (
    areTexts(value, 'id', 'rule', 'verdict') &&
    VERDICTS.some((verdict) => verdict === value.verdict) &&
    (value.file === null || isName(value.file)) &&
    (value.rejudged === 'same' || REJUDGE_OBSTACLES.some((obstacle) => obstacle === value.rejudged))
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isFields(item) && isItem(item));
}

function areTexts(value: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && DIGEST.test(value);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && NAMES.test(value);
}
