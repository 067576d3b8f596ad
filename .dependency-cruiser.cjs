/**
 * The walls between the folders of src (docs/architecture.md). A folder imports only what stands in its row; the
 * packets stay left of the border, and what leaves the program is made from plain values.
 */
const walls = [
  { folder: 'base', mayImport: [], reason: 'words that everyone shares depend on nobody' },
  { folder: 'model', mayImport: ['base'], reason: 'the nouns are types; they know no code that makes them' },
  {
    folder: 'craft',
    mayImport: ['base', 'model'],
    reason: 'it makes packets for samples and tests: sharing code with the reader would let both be wrong together',
  },
  {
    folder: 'capture',
    mayImport: ['base', 'model'],
    reason: 'a file becomes records without a look at what is in them',
  },
  {
    folder: 'decode',
    mayImport: ['base', 'model', 'capture/record-batch'],
    reason: 'bytes become columns; which file they came from is not its business',
  },
  {
    folder: 'flow',
    mayImport: ['base', 'model', 'decode', 'capture/record-batch'],
    reason: 'the flow table knows decoded columns, neither files nor zones',
  },
  {
    folder: 'sighting',
    mayImport: ['base', 'model', 'decode', 'flow'],
    reason: 'frames and rows become sightings, which are plain values; what they mean is for the rules',
  },
  {
    folder: 'inspect',
    mayImport: ['base', 'model', 'flow'],
    reason: 'the payload of a few flows becomes facts, which are plain values; what they mean is for the rules',
  },
  { folder: 'topology', mayImport: ['base', 'model'], reason: 'the promise is read without a look at the traffic' },
  {
    folder: 'rules',
    mayImport: ['base', 'model', 'topology'],
    reason: 'a rule judges observations and never sees a packet, a capture or the flow table',
  },
  {
    folder: 'evidence',
    mayImport: ['base', 'model', 'capture', 'decode', 'rules', 'report/json', 'report/json-document'],
    reason: 'cited records are read a second time, straight from the capture; a bundle holds the report as JSON',
  },
  {
    folder: 'scan',
    mayImport: ['base', 'model', 'capture', 'decode', 'flow', 'sighting', 'inspect', 'topology', 'rules', 'evidence'],
    reason: 'it joins the stages and knows nothing of how the report is shown',
  },
  { folder: 'report', mayImport: ['base', 'model'], reason: 'a reporter is a pure function of the report' },
  {
    folder: 'prove',
    mayImport: ['base', 'model', 'craft', 'topology', 'rules/catalogue', 'scan'],
    reason: 'the positive control plants packets and asks the real pipeline; it knows no stage of it',
  },
  {
    folder: 'compare',
    mayImport: [...['base', 'model', 'rules/result', 'topology/read', 'topology/area-names']],
    reason:
      'two reports are held against each other, or against the register of accepted findings: plain values only; ' +
      'what people wrote is read with the same care as the topology, by the same reader',
  },
  {
    folder: 'store',
    mayImport: ['base', 'model', 'compare/gaps-of', 'compare/is-graver'],
    reason:
      'the history keeps reports and knows nothing of how they were made; what is gone and what is worse is said by ' +
      'the comparison of reports, so that both say the same',
  },
  {
    folder: 'notify',
    mayImport: [...['base', 'model', 'store', 'report/escape', 'report/words', 'topology/read']],
    reason:
      'what is told comes from the history, and so does what waits to be told; its words and its escaping are those of ' +
      'the reports, and who is told is read with the same care as the topology, by the same reader',
  },
  {
    folder: 'metrics',
    mayImport: ['base', 'model'],
    reason: 'figures and health are told by whoever runs: watch and web; it asks nobody',
  },
  {
    folder: 'watch',
    mayImport: [
      'base',
      'model',
      'metrics',
      'scan',
      'topology',
      'compare',
      'evidence',
      'store',
      'notify',
      'rules/result',
    ],
    reason: 'a live port is a directory that keeps filling: the same check, again and again',
  },
  {
    folder: 'web',
    mayImport: [
      'base',
      'model',
      'metrics',
      'store',
      'report',
      'scan',
      'topology',
      'compare',
      'rules/catalogue',
      'rules/result',
    ],
    reason: 'the dashboard shows the history, and judges what is uploaded with the same check',
  },
  {
    folder: 'cli',
    mayImport: [
      ...['base', 'model', 'scan', 'report', 'topology', 'rules/catalogue', 'rules/result', 'evidence', 'prove'],
      ...['compare', 'store', 'notify', 'metrics', 'watch', 'web'],
    ],
    reason: 'the commands are thin layers over the library',
  },
];

/** Packages that belong to one place, so that they can be exchanged there. */
const packages = [
  { name: 'ip-address', only: '^src/base/address\\.ts$', reason: 'inside, addresses are numbers' },
  { name: 'pcap-parser', only: '^src/capture/', reason: 'its known faults are bounded by one wrapper' },
  { name: 'fzstd', only: '^src/capture/', reason: 'compression is a matter of reading files' },
  { name: 'ajv', only: '^src/(topology|compare)/', reason: 'what people write by hand is checked by schemas' },
  {
    name: 'yaml',
    only: '^src/(topology|compare|notify)/',
    reason: 'people write the topology, the register of accepted findings and who is told by hand',
  },
  { name: 'string-width', only: '^src/report/', reason: 'only tables for people have a width' },
  { name: 'pino', only: '^src/(cli|watch|web)/', reason: 'the library does not log; it answers' },
  { name: 'libsql', only: '^src/store/', reason: 'another SQLite takes its place when Node 20 is dropped' },
  { name: 'hyparquet-writer', only: '^src/store/', reason: 'one export writes Parquet' },
  { name: 'prom-client', only: '^src/metrics/', reason: 'one registry' },
  { name: 'nodemailer', only: '^src/notify/', reason: 'one channel sends mail' },
  { name: 'chokidar', only: '^src/watch/', reason: 'one place watches folders' },
  { name: 'croner', only: '^src/(watch|notify)/', reason: 'schedules belong to unattended work' },
  { name: 'fastify', only: '^src/web/', reason: 'one server' },
  { name: 'preact', only: '^src/(report|web)/', reason: 'pages are made of components' },
  { name: 'commander', only: '^src/cli/', reason: 'the library knows no command line' },
];

const wallRules = walls.map(({ folder, mayImport, reason }) => ({
  name: `wall-${folder}`,
  comment: `src/${folder} may import ${[folder, ...mayImport].join(', ')}: ${reason}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [folder, ...mayImport].map((name) => (name.includes('/') ? `^src/${name}(\\.ts|/)` : `^src/${name}/`)),
  },
}));

const packageRules = packages.map(({ name, only, reason }) => ({
  name: `package-${name}`,
  comment: `${name} only in ${only}: ${reason}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: only },
  to: { path: `^node_modules/${name}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...wallRules,
    ...packageRules,
    {
      name: 'no-unlisted-folder',
      comment: 'every folder of src has a row in the table of walls.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: walls.map(({ folder }) => `^src/${folder}/`) },
      to: {},
    },
    {
      name: 'bin-starts-cold',
      comment: 'src/cli.ts loads nothing but Node before it knows what it is asked for.',
      severity: 'error',
      from: { path: '^src/cli\\.ts$' },
      to: { pathNot: ['^src/cli/', '^src/base/version\\.ts$'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'library-without-command-line',
      comment: 'the library does not drag the command line along.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/cli' },
    },
    {
      name: 'page-apart',
      comment:
        'the page runs in browsers: of the server it knows the types of its answers, of the report its words and its map.',
      severity: 'error',
      from: { path: '^src/web/client/' },
      to: {
        path: '^src/',
        pathNot: '^src/(web/client/|web/api\\.ts|base/|model/|report/(words|map)/|report/escape\\.ts)',
      },
    },
    {
      name: 'server-without-page',
      comment: 'the server sends the page as a file and knows nothing of what is in it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/web/client/' },
      to: { path: '^src/web/client/' },
    },
    {
      name: 'no-cycle',
      comment: 'what goes round in circles cannot be understood from one end.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'what the product imports stands in dependencies of package.json.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
