import type { FileFact } from '../../model/facts.js';

/** `"name" ooxml 12345 bytes sha256=… (macro)`: what a finding says of a file, never what is in it. */
export function describeFile({ name, kind, size, sha256, active }: FileFact): string {
  const parts = [
    name === null ? null : `"${name}"`,
    kind,
    `${size} bytes`,
    sha256 === null ? null : `sha256=${sha256}`,
    active.length === 0 ? null : `(${active.join(', ')})`,
  ];
  return parts.filter((part) => part !== null).join(' ');
}
