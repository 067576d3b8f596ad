import type { ActiveContent } from '../../model/facts.js';
import type { ProbedContent } from '../content/content-probe.js';
import type { FileDescription } from './file-description.js';

/** smaller files are too alike to tell by their digest (domain.md D-FILE) */
const TELLING_SIZE = 1024;

/** Types that pages consist of, or that programs exchange: the same ones pass everywhere, so they identify nothing. */
const PAGE_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'text/css',
  'text/javascript',
  'text/ecmascript',
  'text/event-stream',
  'text/xml',
  'application/xml',
  'application/xhtml+xml',
  'application/javascript',
  'application/x-javascript',
  'application/ecmascript',
  'application/json',
  'application/manifest+json',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'application/soap+xml',
  'application/grpc',
  'application/dns-message',
  'application/ocsp-request',
  'application/ocsp-response',
  'application/vnd.ms-fontobject',
  'application/font-woff',
  'application/x-font-woff',
  'application/wasm',
]);

/** Extensions that a script host of Windows runs on a double click; `.js` is one only when it is downloaded. */
const SCRIPT_FILE = /\.(vbs|vbe|jse|wsf|wsh|ps1|psm1|bat|cmd|hta|sct)$/i;

/** A part of a page, or of a program's talk, that nobody is offered as a file. */
function isPageAsset(file: FileDescription, kind: string | null): boolean {
  if (file.isOffered) return false;
  if (file.mediaType === null) return kind === 'html' || kind === 'script';
  return PAGE_TYPES.has(file.mediaType) || file.mediaType.startsWith('font/');
}

/**
 * What counts as active content. Pages are made of scripts: only one that arrives as a file of its own is dangerous
 * (domain.md D-FILE, trap of the sanitizer portal's own assets).
 */
export function readActive(file: FileDescription, probed: ProbedContent): readonly ActiveContent[] {
  const isScriptFile = file.isOffered || SCRIPT_FILE.test(file.name ?? '');
  return isScriptFile ? probed.active : probed.active.filter((active) => active !== 'script');
}

/** Whether a body is worth a fact. */
export function isFile(file: FileDescription, probed: ProbedContent, active: readonly ActiveContent[]): boolean {
  if (active.length > 0) return true;
  if (probed.size === 0 || isPageAsset(file, probed.kind)) return false;
  return file.isOffered || probed.size >= TELLING_SIZE;
}
