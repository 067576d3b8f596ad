import { createHash } from 'node:crypto';
import { compareAddresses, parseAddress } from '../../base/address.js';
import type { FrameReference } from '../../model/flow.js';
import type { Finding, FindingEnd, Indicator } from '../../model/report.js';
import { SEVERITY_ORDER, VERDICT_ORDER } from './severity.js';

/** A finding whose evidence still is a list of pointers: reading the cited records is a later stage. */
export type FindingDraft = Omit<Finding, 'evidence'> & { readonly frames: readonly FrameReference[] };

export const NO_END: FindingEnd = { zone: null, address: null, host: null, mac: null };

/**
 * Name of a finding that lasts from scan to scan: made from what it is about, never from times, files or counts.
 * @returns 32 hexadecimal digits
 */
export function fingerprint(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** By field, then by value: the order of the flows must not show. */
export function sortIndicators(indicators: Iterable<Indicator>): Indicator[] {
  return [...indicators].sort((x, y) => compareText(x.field, y.field) || compareText(x.value, y.value));
}

/** Gravest first, then by rule, ends and service: the same findings always come in the same order. */
export function compareDrafts(x: FindingDraft, y: FindingDraft): number {
  return (
    (SEVERITY_ORDER.get(x.severity) ?? 0) - (SEVERITY_ORDER.get(y.severity) ?? 0) ||
    (VERDICT_ORDER.get(x.verdict) ?? 0) - (VERDICT_ORDER.get(y.verdict) ?? 0) ||
    compareText(x.rule, y.rule) ||
    compareEnds(x.from, y.from) ||
    compareEnds(x.to, y.to) ||
    (x.service?.proto ?? -1) - (y.service?.proto ?? -1) ||
    (x.service?.port ?? -1) - (y.service?.port ?? -1) ||
    compareText(x.id, y.id)
  );
}

function compareEnds(x: FindingEnd, y: FindingEnd): number {
  return compareAddressTexts(x.address ?? '', y.address ?? '') || compareText(x.zone ?? '', y.zone ?? '');
}

function compareAddressTexts(x: string, y: string): number {
  if (x === y) return 0;
  const [first, second] = [x, y].map((text) => parseAddress(text.split('/')[0] ?? ''));
  return (first !== undefined && second !== undefined ? compareAddresses(first, second) : 0) || compareText(x, y);
}

/** By code units, not by locale: the order must not depend on the machine. */
function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
