// npm run generated: whatever is made by a script must be what the script makes today.
import { prepare, runNode, say } from './prepare.mjs';

prepare();
const checks = [
  ['topology schema and its compiled validator', 'topology/compile-schema.mjs', '--check'],
  ['sample captures', 'captures/make.mjs', '--check'],
  ['rule catalogue docs/rules.md', 'dist/rules/write-catalogue.js', '--check'],
  ['sample report in README.md and README.ja.md', '.ci/readme-sample.mjs', '--check'],
  ['example pages docs/examples', '.ci/example-reports.mjs', '--check'],
];
let stale = 0;
for (const [what, ...command] of checks) {
  const status = runNode(...command);
  say(`${what}: ${status === 0 ? 'up to date' : `not what ${command[0]} makes (run it without --check)`}`);
  if (status !== 0) stale++;
}
process.exit(stale === 0 ? 0 : 1);
