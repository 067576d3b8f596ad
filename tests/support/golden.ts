import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'report', 'golden');

/** Git keeps text with LF, so line ends are not compared here: the strict CSV reader of the tests looks at those. */
const withLf = (text: string): string => text.replaceAll('\r\n', '\n');

/** Compares with `tests/report/golden/NAME`; with `UPDATE_GOLDEN=1` in the environment writes it instead. */
export function expectGolden(name: string, actual: string): void {
  const file = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, withLf(actual));
  }
  expect(withLf(actual)).toBe(withLf(readFileSync(file, 'utf8')));
}
