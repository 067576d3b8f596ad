import type { EvidenceFrame, Finding } from '../../model/report.js';

/** What cited frames said while their file was there: a run without end cites them longer than it keeps its captures. */
export class CitationMemory {
  #frames = new Map<string, EvidenceFrame>();

  /** Findings of the report at hand, with what is known of frames that can no longer be read. */
  complete(findings: readonly Finding[]): Finding[] {
    const cited = new Map<string, EvidenceFrame>();
    const completed = findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.map((frame) => {
        const name = `${finding.id} ${frame.file} ${frame.frame}`;
        const known = frame.time === null ? (this.#frames.get(name) ?? frame) : frame;
        if (known.time !== null) cited.set(name, known);
        return known;
      }),
    }));
    this.#frames = cited;
    return completed;
  }
}
