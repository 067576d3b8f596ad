const COMMANDS = ['check', 'flows', 'topology', 'rules', 'help', 'scan', 'watch', 'chek', ''];
const SUBCOMMANDS = ['lint', 'explain', 'schema', 'init', 'import', 'lnit'];
const FLAGS = [
  '-t',
  '--topology',
  '--format',
  '-o',
  '--output',
  '--lang',
  '--min-severity',
  '--full',
  '--columns',
  '--cross-check',
  '--no-hash',
  '--no-dedup',
  '--bom',
  '--quiet',
  '-q',
  '--log-level',
  '--debug',
  '--no-color',
  '--help',
  '-V',
  '--version',
  '--evidence',
  '--baseline',
  '--redact',
  '--',
  '-',
  '--format=',
  '--columns=-1',
  '-tx',
  '-qq',
  '--unknown',
];
const WORDS = [
  'json',
  'text',
  'ndjson',
  'csv',
  'md',
  'html',
  'ja',
  'en',
  'fr',
  'high',
  'info',
  'worst',
  '0',
  '80',
  '-1',
  '1e9',
  'NaN',
  '',
  ' ',
  'warn',
  'trace',
  '10.10.16.55',
  '10.20.4.10:445',
  '[2001:db8::1]:443',
  '10.10.16.55:',
  ':445',
  '10.10.16.55:99999',
  '::1',
  'CP-MN=',
  '=x',
  'CP-MN=CP-MN=x',
  'NOPE=x',
  'A8-3-A-01',
  'A8-3-A-99',
  '\u202e',
  '\u001b[31m',
  'a'.repeat(5000),
  '__proto__',
  '*',
  '**/*',
  '[',
  '{a,b}',
  '/dev/null',
  '.',
  '--',
];

/**
 * A command line for `sansou`. It writes nothing but below `folder`.
 * @param {import('./random.mjs').Random} random
 * @param {{ captures: string[], topologies: string[], folder: string }} files
 * @returns {string[]}
 */
export function makeArguments(random, files) {
  const argv = [];
  const file = () => random.pick([...files.captures, ...files.topologies]);
  if (random.chance(0.95)) argv.push(random.pick(COMMANDS));
  if (argv[0] === 'topology' && random.chance(0.9)) argv.push(random.pick(SUBCOMMANDS));
  if (argv[0] === 'check' && random.chance(0.7))
    argv.push(random.pick(files.captures), '-t', random.pick(files.topologies));
  for (let count = random.below(6); count > 0; count--) {
    const kind = random.below(10);
    if (kind < 4) argv.push(random.pick(FLAGS));
    else if (kind < 8) argv.push(random.pick(WORDS));
    else argv.push(file());
  }
  return argv.map((word, index) => {
    const isOutput = /^(-o|--output)$/.test(argv[index - 1] ?? '');
    return isOutput ? `${files.folder}/out-${index}` : word;
  });
}
