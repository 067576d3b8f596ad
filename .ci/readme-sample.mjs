// Puts an excerpt of the sample city's report between the markers of README.md and README.ja.md.
// With --check it only compares, and exits 1 when a README shows something else than the program prints.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './prepare.mjs';

const BEGIN = '<!-- sample -->';
const END = '<!-- /sample -->';

const pages = [
  { file: 'README.md', lang: 'en', lead: 'What `npm start` prints, in part:' },
  { file: 'README.ja.md', lang: 'ja', lead: '`npm start` の表示の一部:' },
];

/** The result, the clauses and the first finding with its evidence. */
function excerpt(lang) {
  const args = ['dist/cli.js', 'check', 'captures', '-t', 'topology/midorino-alpha.yaml'];
  const { stdout } = spawnSync(process.execPath, [...args, '--lang', lang, '--columns', '96', '--no-color'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const lines = stdout.split('\n');
  const clauses = lines
    .filter((line) => /^ {2}(A \(ア\)|I \(イ\)|U \(ウ\)|ア|イ|ウ) {2}\S.*\S {2,}\S/.test(line))
    .slice(0, 3);
  const first = lines.findIndex((line) => /^ {2}1 {2}\[/.test(line));
  const end = lines.findIndex(
    (line, index) => index > first && /^ {5}(Reasons|Related|判定の根拠|根拠|関連)/.test(line),
  );
  if (clauses.length !== 3 || first < 0 || end < 0)
    throw new Error(`the ${lang} report has another form than expected`);
  return [...lines.slice(3, 5), '', ...clauses, '', ...lines.slice(first, end)].map((line) =>
    line.replace(/^ {2}/, ''),
  );
}

let stale = 0;
for (const { file, lang, lead } of pages) {
  const path = join(root, file);
  const page = readFileSync(path, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest.split(END)[1];
  const wanted = [before, BEGIN, `\n\n${lead}\n\n\`\`\`text\n${excerpt(lang).join('\n')}\n\`\`\`\n\n`, END, after].join(
    '',
  );
  if (wanted === page) continue;
  stale++;
  if (!process.argv.includes('--check')) writeFileSync(path, wanted);
  else say(`${file} shows another report than the program prints; run: node .ci/readme-sample.mjs`);
}
process.exit(process.argv.includes('--check') && stale > 0 ? 1 : 0);
