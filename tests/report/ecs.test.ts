import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ScanReport } from '../../src/model/report.js';
import { renderReport } from '../../src/report/registry.js';
import { COMPARED_REPORT } from '../support/compared-report.js';
import { makeHostile } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';

interface EcsField {
  readonly type: string;
  readonly array?: boolean;
  readonly allowed?: readonly string[];
}

const FIELDS = JSON.parse(readFileSync(new URL('schemas/ecs-fields.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, EcsField>
>;

interface EcsDocument {
  readonly event: { readonly kind: string; readonly dataset: string; readonly type: readonly string[] };
  readonly source?: { readonly ip?: string; readonly address?: string; readonly mac?: string };
  readonly destination?: { readonly port?: number };
  readonly tags: readonly string[];
}

function documentsOf(report: ScanReport): readonly EcsDocument[] {
  const lines = renderReport(report, 'ecs').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as EcsDocument);
}

/** Every leaf outside `sansou`, by its dotted name. */
function leaves(value: object, path: readonly string[] = []): [name: string, leaf: unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (path.length === 0 && key === 'sansou') return [];
    const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return isObject ? leaves(inner, [...path, key]) : [[[...path, key].join('.'), inner]];
  });
}

const CHECKS: Readonly<Record<string, (leaf: unknown) => boolean>> = {
  date: (leaf) => typeof leaf === 'string' && Number.isFinite(Date.parse(leaf)),
  long: Number.isSafeInteger,
  ip: (leaf) => typeof leaf === 'string' && /^[\d.]+$|^[\da-f:.]+$/.test(leaf),
};

describe('ECS documents', () => {
  test('use fields of the schema, each with a value of its type', () => {
    for (const document of documentsOf(COMPARED_REPORT)) {
      for (const [name, leaf] of leaves(document)) {
        const field = FIELDS[name];
        if (field === undefined) throw new Error(`${name} is no field of ECS`);
        expect([name, Array.isArray(leaf)]).toEqual([name, field.array ?? false]);
        const check = CHECKS[field.type] ?? ((value: unknown) => typeof value === 'string');
        for (const item of [leaf].flat()) {
          expect([name, item, check(item)]).toEqual([name, item, true]);
          if (field.allowed !== undefined) expect(field.allowed).toContain(item);
        }
      }
    }
  });

  test('give no address where an index expects one and an attacker wrote something else', () => {
    for (const { source } of documentsOf(makeHostile(SAMPLE_REPORT))) expect(source?.ip).toBeUndefined();
  });

  test('alert on violations and suspicions only, and not on what is gone', () => {
    const kinds = documentsOf(SAMPLE_REPORT).map(({ event }) => event.kind);
    expect(kinds.filter((kind) => kind === 'alert')).toHaveLength(7);
    expect(kinds.at(-1)).toBe('state');
    const gone = documentsOf(COMPARED_REPORT).filter(({ tags }) => tags.some((tag) => tag.startsWith('gone')));
    expect(gone.map(({ event }) => event.kind)).toEqual(['event', 'event']);
  });

  test('write MAC addresses and ports as ECS does, and mark what is accepted', () => {
    const [first] = documentsOf(SAMPLE_REPORT);
    expect(first?.source).toMatchObject({ ip: '10.10.16.55', mac: '00-00-5E-00-53-50' });
    expect(first?.destination?.port).toBe(445);
    expect(documentsOf(COMPARED_REPORT).filter(({ tags }) => tags.includes('accepted'))).toHaveLength(2);
  });
});
