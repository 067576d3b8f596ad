import type { Finding } from '../../model/report.js';

/**
 * The anchor of a finding is its fingerprint, so that a link in a ticket still leads there in the next report. A
 * fingerprint that is none (a report from elsewhere) becomes one that cannot be mistaken for another anchor.
 */
export function anchorOfFinding({ id }: Pick<Finding, 'id'>): string {
  return /^[0-9a-f]{8,64}$/.test(id) ? id : `x-${id.replaceAll(/\W/g, '_').slice(0, 80)}`;
}
