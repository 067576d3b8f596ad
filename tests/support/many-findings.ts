import type { Finding, ScanReport } from '../../src/model/report.js';
import { SAMPLE_REPORT } from './report.js';

/** The sample city's report with as many findings as asked for, each with fingerprint, addresses and words of its own. */
export function manyFindings(count: number, framesEach = 6): ScanReport {
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const model = SAMPLE_REPORT.findings[index % SAMPLE_REPORT.findings.length] as Finding;
    const address = `10.10.${(index >> 8) & 0xff}.${index & 0xff}`;
    const frames = Array.from({ length: framesEach }, (_, frame) => model.evidence[frame % model.evidence.length]);
    return {
      ...model,
      id: index.toString(16).padStart(32, '0'),
      from: { ...model.from, address, host: `host-${index}` },
      summary: { ja: `${address} ${model.summary.ja}`, en: `${address} ${model.summary.en}` },
      evidence: frames.flatMap((frame) => (frame === undefined ? [] : [{ ...frame, frame: frame.frame + index }])),
    };
  });
  return { ...SAMPLE_REPORT, findings };
}
