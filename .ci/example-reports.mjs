// The sample city's report as a page, in both languages: docs/examples/report.LANG.html.
// With --check it only compares, and exits 1 when a page is another than the program makes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say } from './prepare.mjs';

const onlyChecks = process.argv.includes('--check');
const folder = join(root, 'docs', 'examples');

/** The page; exit status 1 is the verdict of the sample city, which has planted violations. */
function make(lang) {
  const file = join(tmpdir(), `sansou-example-${process.pid}.html`);
  const args = ['check', 'captures', '-t', 'topology/midorino-alpha.yaml', '--format', 'html', '--lang', lang];
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args, '-o', file], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 1) throw new Error(`check ended with ${status}: ${stderr}`);
  const page = readFileSync(file, 'utf8');
  rmSync(file);
  return page;
}

function read(path) {
  try {
    // a checkout may have given it other line ends
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

let stale = 0;
for (const lang of ['ja', 'en']) {
  const path = join(folder, `report.${lang}.html`);
  const wanted = make(lang);
  if (read(path) === wanted) continue;
  stale++;
  if (onlyChecks) say(`docs/examples/report.${lang}.html is another page; run: node .ci/example-reports.mjs`);
  else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, wanted);
  }
}
process.exit(onlyChecks && stale > 0 ? 1 : 0);
