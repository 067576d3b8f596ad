/**
 * Compiles the JSON Schemas of sansou to plain code, so that no run of sansou loads or starts ajv's compiler.
 *
 *   node topology/compile-schema.mjs           writes src/…/validate-….generated.ts
 *   node topology/compile-schema.mjs --check   exits 1 when one of them is not what its schema gives
 */
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

const byHand = { allErrors: true };
/** Written by a program, read as hostile input: the first error is enough, and what is not known is taken out. */
const byProgram = { allErrors: false, removeAdditional: true };

const SCHEMAS = [
  { schema: 'topology/topology.schema.json', code: 'src/topology/read/validate-structure.generated.ts', ...byHand },
  {
    schema: 'docs/schemas/accepted-findings.schema.json',
    code: 'src/compare/validate-accepted-findings.generated.ts',
    ...byHand,
  },
  { schema: 'docs/schemas/report.schema.json', code: 'src/compare/validate-report.generated.ts', ...byProgram },
];

/** Without the words for editors: ajv embeds the schema in its code. Keys of `properties` and `$defs` are names. */
function withoutWords(schema, keysAreNames = false) {
  if (Array.isArray(schema)) return schema.map((item) => withoutWords(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  const words = new Set(['title', 'description', 'examples', 'default']);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => keysAreNames || !words.has(key))
      .map(([key, value]) => [key, withoutWords(value, !keysAreNames && (key === 'properties' || key === '$defs'))]),
  );
}

/** The code that a schema gives. */
function compile(path, options) {
  const schema = withoutWords(JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')));
  const ajv = new Ajv2020.default({
    ...options,
    // errors carry the schema around them: "did you mean" needs the keys that are allowed there
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: 'log',
    strictRequired: false,
    logger: false,
    code: { esm: true, source: true, lines: true },
  });
  const compiled = standaloneCode.default(ajv, ajv.compile(schema));
  // ajv writes require() for its run-time parts even in ESM: keep to keywords that need none (no minLength, no uniqueItems)
  if (compiled.includes('require(')) throw new Error(`${path}: the compiled schema needs a run-time part of ajv`);
  return `/* eslint-disable */
// @ts-nocheck
// Generated from ${path} by topology/compile-schema.mjs. Do not edit.
${compiled.replace(/^"use strict";\n?/, '').trimEnd()}
`;
}

for (const { schema, code: file, ...options } of SCHEMAS) {
  const codeUrl = new URL(`../${file}`, import.meta.url);
  const code = compile(schema, options);
  if (process.argv.includes('--check')) {
    let current = '';
    try {
      current = readFileSync(codeUrl, 'utf8');
    } catch {
      // a missing file is a stale file
    }
    if (current !== code) {
      console.error(`${file} is stale: run node topology/compile-schema.mjs`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(codeUrl, code);
  }
}
