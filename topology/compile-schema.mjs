/**
 * Compiles topology.schema.json to plain code, so that no run of sansou loads or starts ajv's compiler.
 *
 *   node topology/compile-schema.mjs           writes src/topology/validate-structure.generated.ts
 *   node topology/compile-schema.mjs --check   exits 1 when that file is not what the schema gives
 */
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

const schemaUrl = new URL('topology.schema.json', import.meta.url);
const codeUrl = new URL('../src/topology/validate-structure.generated.ts', import.meta.url);

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

const schema = withoutWords(JSON.parse(readFileSync(schemaUrl, 'utf8')));
const ajv = new Ajv2020.default({
  allErrors: true,
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
if (compiled.includes('require(')) throw new Error('the compiled schema needs a run-time part of ajv');

const code = `/* eslint-disable */
// @ts-nocheck
// Generated from topology/topology.schema.json by topology/compile-schema.mjs. Do not edit.
${compiled.replace(/^"use strict";\n?/, '').trimEnd()}
`;

if (process.argv.includes('--check')) {
  let current = '';
  try {
    current = readFileSync(codeUrl, 'utf8');
  } catch {
    // a missing file is a stale file
  }
  if (current !== code) {
    console.error('src/topology/validate-structure.generated.ts is stale: run node topology/compile-schema.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(codeUrl, code);
}
