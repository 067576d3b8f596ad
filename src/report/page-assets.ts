import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that goes into a page as it is, and the source expression that lets it run there (CSP level 2, hashes). */
export interface PageAsset {
  readonly text: string;
  /** `'sha256-…'` */
  readonly source: string;
}

/** Style and script of the report, made by `.ci/bundle.mjs`; `dist` stands beside `src`. */
export function readPageAsset(name: 'report.css' | 'report.js'): PageAsset {
  const text = readFileSync(new URL(`../../dist/assets/${name}`, import.meta.url), 'utf8').trim();
  // it would end the element that it stands in
  if (/<\/(?:script|style)/i.test(text)) throw new Error(`${name} must not hold an end tag`);
  return { text, source: `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'` };
}
