import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020.js';
import { AREAS, REALMS, ZONES } from '../../../src/model/place.js';
import { CONDUIT_KINDS, MODELS } from '../../../src/model/topology.js';
import { editDistance, nearestWord } from '../../../src/topology/read/nearest-word.js';

interface Schema {
  readonly [key: string]: unknown;
  readonly $defs: Readonly<Record<string, Schema>>;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
}

const pathOf = (name: string): string => fileURLToPath(new URL(`../../../topology/${name}`, import.meta.url));
const schema = JSON.parse(readFileSync(pathOf('topology.schema.json'), 'utf8')) as Schema;

test('the compiled check is what the schema gives', () => {
  expect(() =>
    execFileSync(process.execPath, [pathOf('compile-schema.mjs'), '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});

test('the schema is valid JSON Schema 2020-12, and its examples fit it', () => {
  const ajv = new Ajv2020.default({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    addUsedSchema: false,
  });
  expect(ajv.validateSchema(schema)).toBe(true);
  ajv.addSchema(schema);
  const visit = (part: unknown, pointer: string): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      const next = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (key === 'examples' && Array.isArray(value)) {
        const check = ajv.compile({ $ref: `${String(schema['$id'])}#${pointer}` });
        for (const example of value) expect([pointer, example, check(example)]).toEqual([pointer, example, true]);
      } else visit(value, next);
    }
  };
  visit(schema, '');
});

test('no object takes keys that it does not name', () => {
  const open: string[] = [];
  const visit = (part: unknown, pointer: string): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('properties' in part && !('additionalProperties' in part)) open.push(pointer);
    for (const [key, value] of Object.entries(part)) visit(value, `${pointer}/${key}`);
  };
  visit(schema, '');
  expect(open).toEqual([]);
});

test('the words of the schema are those of the model', () => {
  expect(schema.properties['model']?.enum).toEqual(MODELS);
  expect(schema.$defs['conduit']?.properties['kind']?.enum).toEqual(CONDUIT_KINDS);
  expect(schema.$defs['zoneName']?.enum).toEqual(ZONES);
  expect(new Set(schema.$defs['realmName']?.enum)).toEqual(new Set(REALMS));
  expect(new Set([...(schema.$defs['areaName']?.enum ?? []), 'unassigned', 'special'])).toEqual(new Set(AREAS));
});

test('a near word is suggested, a far one is not', () => {
  expect(editDistance('ports', 'portz')).toBe(1);
  expect(editDistance('lgwna', 'lgwan')).toBe(1);
  expect(nearestWord('capturepoint', ['conduits', 'capturePoints'])).toBe('capturePoints');
  expect(nearestWord('x', ['alpha', 'beta'])).toBeUndefined();
  expect(nearestWord('zzzzzz', ['alpha', 'beta'])).toBeUndefined();
});
