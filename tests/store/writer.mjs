// A process that saves runs until it is killed: node writer.mjs LIBRARY STORE REPORT PREFIX
// Prints the id of each run after it was acknowledged.
import { readFileSync, writeSync } from 'node:fs';

const [library, store, reportFile, prefix] = process.argv.slice(2);
const { openHistory } = await import(library);
const report = JSON.parse(readFileSync(reportFile, 'utf8'));
const history = openHistory(store, { gapsOf: () => [] });
for (let number = 0; ; number++) {
  const id = `${prefix}-${String(number).padStart(6, '0')}`;
  const at = new Date(1_781_485_200_000 + number * 1000).toISOString();
  const findings = report.findings.filter((_, index) => (number + index) % 3 !== 0);
  const run = { id, kind: 'watch', startedAt: at, endedAt: at, finished: true, evidence: null };
  history.saveRun({ ...run, report: { ...report, findings } });
  // synchronous: what was printed was acknowledged before the next one began
  writeSync(1, `${id}\n`);
}
