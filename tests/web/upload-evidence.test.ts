import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UploadEvidence } from '../../src/web/uploads/upload-evidence.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-15T00:00:00Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const idOf = (number: number): string => number.toString(16).padStart(16, '0');

function put(name: string, bytes: number, daysAgo: number): void {
  mkdirSync(join(folder, name, 'packets'), { recursive: true });
  writeFileSync(join(folder, name, 'packets', 'a.pcapng'), Buffer.alloc(bytes));
  const at = new Date(NOW - daysAgo * DAY);
  utimesSync(join(folder, name), at, at);
}

const keep = (maximumDays: number, maximumBytes: number): UploadEvidence =>
  new UploadEvidence({ folder, maximumDays, maximumBytes, now: () => NOW });

describe('evidence of uploads', () => {
  test('goes when it is older than it may be', () => {
    put(`upload-${idOf(1)}`, 10, 31);
    put(`upload-${idOf(2)}`, 10, 29);
    expect(keep(30, 1_000_000).prune()).toBe(1);
    expect(readdirSync(folder)).toEqual([`upload-${idOf(2)}`]);
  });

  test('goes, the oldest first, when there is more than there may be; the newest stays, however large', () => {
    put(`upload-${idOf(1)}`, 400, 3);
    put(`upload-${idOf(2)}`, 400, 2);
    put(`upload-${idOf(3)}`, 400, 1);
    expect(keep(30, 900).prune()).toBe(1);
    expect(readdirSync(folder)).toEqual([`upload-${idOf(2)}`, `upload-${idOf(3)}`]);
    expect(keep(30, 100).prune()).toBe(1);
    expect(readdirSync(folder)).toEqual([`upload-${idOf(3)}`]);
  });

  test('of others is left alone, and what a dead server left half-made goes', () => {
    put('20260615T000000000Z-0a5c', 400, 999);
    put('upload-of-somebody', 400, 999);
    put(`.upload-${idOf(1)}.4711.part`, 400, 0);
    writeFileSync(join(folder, `upload-${idOf(2)}`), 'a file, no folder');
    expect(keep(1, 1).prune()).toBe(1);
    expect(readdirSync(folder)).toEqual(['20260615T000000000Z-0a5c', `upload-${idOf(2)}`, 'upload-of-somebody']);
  });
});
