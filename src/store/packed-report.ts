import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ScanReport } from '../model/report.js';

/** A report says much the same of many things: deflate takes nine tenths of it away. */
export function packReport(report: ScanReport): Uint8Array {
  return deflateRawSync(JSON.stringify(report));
}

export function unpackReport(bytes: ArrayBuffer): ScanReport {
  return JSON.parse(inflateRawSync(new Uint8Array(bytes)).toString('utf8')) as ScanReport;
}
