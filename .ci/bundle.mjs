// node .ci/bundle.mjs FOLDER: src/cli.ts as FOLDER/cli.js and FOLDER/chunks/, style and script of pages as
// FOLDER/assets/. Called by prepare.mjs.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/cli.ts'],
  outdir: process.argv[2],
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
  outdir: `${process.argv[2]}/assets`,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: ['es2022'],
  minify: true,
  charset: 'utf8',
  tsconfig: 'src/report/html/browser/tsconfig.json',
  logLevel: 'warning',
});
