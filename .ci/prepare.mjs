// Makes a fresh clone usable with nothing but Node and npm: installs what the lock file names, builds what changed,
// and says what it does. Only Node's own modules are used here, because nothing else is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const builtStamp = join(root, 'dist', '.built');
const oldestNode = [20, 19];

export function say(words) {
  process.stderr.write(`sansou: ${words}\n`);
}

/** Runs a Node program in the project folder; answers its exit status. */
export function runNode(...args) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (result.error !== undefined) throw result.error;
  return result.status ?? 1;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  say(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm as npm itself started us, else the one on the PATH (on Windows a script that only a shell can start). */
function npm(...args) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result =
    script !== undefined && /\.c?js$/.test(script)
      ? spawnSync(process.execPath, [script, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

/** Why an installation is needed, or undefined: every package of the lock file must be there in its version. */
function whyInstall() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link === true) continue;
    const have = installed[path];
    // Binaries for other platforms are optional and not installed here.
    if (have === undefined && (entry.optional === true || entry.devOptional === true || entry.peer === true)) continue;
    if (have === undefined || have.version !== entry.version) return `${path} is not as package-lock.json names it`;
  }
  return undefined;
}

function install() {
  const why = whyInstall();
  if (why === undefined) return;
  const quiet = ['--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  say(`${why}: installing packages (npm ci) …`);
  if (npm('ci', ...quiet) === 0) return;
  const lockFile = join(root, 'package-lock.json');
  const lock = readFileSync(lockFile);
  say('npm ci did not succeed; some registries lack packages of other platforms. Trying npm install …');
  if (npm('install', ...quiet) !== 0) {
    say('npm install did not succeed either. Is the registry reachable (npm config get registry)?');
    process.exit(1);
  }
  if (!readFileSync(lockFile).equals(lock)) {
    say('npm install wanted to change package-lock.json; it is put back as it was.');
    writeFileSync(lockFile, lock);
  }
}

/** Digest of everything that the build depends on. */
function digestSources() {
  const hash = createHash('sha256');
  const add = (file) => hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  const walk = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((x, y) => (x.name < y.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  walk(join(root, 'src'));
  add(join(root, 'tsconfig.json'));
  add(join(root, 'package-lock.json'));
  return hash.digest('hex');
}

/**
 * The command starts thousands of times over a folder of captures, and most of a start is finding and compiling modules:
 * so it is bundled, in chunks that load when they are needed. (The library beside it stays as the compiler wrote it.)
 * Chunks lie one folder below dist, like the modules that look for package.json and topology/ two folders up.
 */
function bundleCommand(folder) {
  if (runNode('.ci/bundle.mjs', folder) === 0) return;
  say('the command could not be bundled: esbuild says above why.');
  process.exit(1);
}

function build(always) {
  const digest = digestSources();
  if (!always && existsSync(builtStamp) && readFileSync(builtStamp, 'utf8') === digest) return;
  say(`building dist${existsSync(builtStamp) ? ' (src has changed)' : ''} …`);
  // Beside dist first: a build that fails leaves the old one as it was.
  const fresh = join(root, 'node_modules', '.sansou-dist');
  rmSync(fresh, { recursive: true, force: true });
  if (runNode('node_modules/typescript/bin/tsc6', '-p', 'tsconfig.json', '--outDir', fresh) !== 0) {
    say('the build did not succeed: the compiler says above why.');
    process.exit(1);
  }
  bundleCommand(fresh);
  chmodSync(join(fresh, 'cli.js'), 0o755);
  writeFileSync(join(fresh, '.built'), digest);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
}

/** @param options.rebuild build even when dist is up to date */
export function prepare({ rebuild = false } = {}) {
  requireNode();
  install();
  build(rebuild);
}
