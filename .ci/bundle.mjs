// node .ci/bundle.mjs FOLDER: src/cli.ts as FOLDER/cli.js and FOLDER/chunks/, the threads that judge uploads
// and make evidence, style and
// script of the HTML report as FOLDER/assets/, and the page of the dashboard as FOLDER/web/assets/. Called by prepare.mjs.
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const folder = process.argv[2];

await build({
  entryPoints: ['src/cli.ts', 'src/web/uploads/judge-worker.ts', 'src/watch/evidence-worker.ts'],
  outbase: 'src',
  outdir: folder,
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: 'chunks/[name]-[hash]',
  // packages in CommonJS ask for Node's own modules by require
  banner: { js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);" },
  // it loads the library of its platform from beside itself
  external: ['libsql'],
  logLevel: 'warning',
});

// what goes into the HTML report as it is: no source of it is ever fetched
await build({
  entryPoints: ['src/report/html/browser/report.ts', 'src/report/html/browser/report.css'],
  outdir: join(folder, 'assets'),
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: ['es2022'],
  minify: true,
  charset: 'utf8',
  tsconfig: 'src/report/html/browser/tsconfig.json',
  logLevel: 'warning',
});

const page = 'src/web/client';
const assets = join(folder, 'web', 'assets');
await build({
  entryPoints: [join(page, 'main.tsx')],
  outdir: assets,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  tsconfig: join(page, 'tsconfig.json'),
  logLevel: 'warning',
});
for (const name of ['index.html', 'icon.svg']) copyFileSync(join(page, name), join(assets, name));
// sent as they are to browsers that take gzip: all do
for (const name of readdirSync(assets)) {
  writeFileSync(join(assets, `${name}.gz`), gzipSync(readFileSync(join(assets, name)), { level: 9 }));
}
