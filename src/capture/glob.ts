import { readdirSync, type Dirent } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import { LIMITS } from '../base/limits.js';

export function isGlob(path: string): boolean {
  return /[*?[]/.test(path);
}

/**
 * The files that match a pattern, sorted: `*` and `?` within a name, `[a-z]` and `[!a-z]`, and `**` for any folders.
 * A leading dot has to be written out. Folders that cannot be read match nothing.
 */
export function expandGlob(pattern: string): string[] {
  const parts = pattern.split(/[/\\]/).filter((part, index) => part !== '' || index === 0);
  const found = new Set<string>();
  const walk = { left: LIMITS.patternEntries, found };
  if (isAbsolute(pattern)) visit((parts[0] ?? '') + sep, parts.slice(1), walk);
  else visit('', parts, walk);
  return [...found].sort();
}

interface Walk {
  left: number;
  readonly found: Set<string>;
}

function visit(folder: string, parts: readonly string[], walk: Walk): void {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === '**') {
    visit(folder, rest.length === 0 ? ['*'] : rest, walk);
    // links are not followed: they can lead back
    for (const entry of list(folder, walk)) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) visit(join(folder, entry.name), parts, walk);
    }
    return;
  }
  if (!isGlob(part) && rest.length > 0) {
    visit(join(folder, part), rest, walk);
    return;
  }
  const matches = matcherOf(part);
  for (const entry of list(folder, walk)) {
    if (!matches(entry.name)) continue;
    const path = join(folder, entry.name);
    if (rest.length > 0) visit(path, rest, walk);
    else if (!entry.isDirectory()) walk.found.add(path);
  }
}

function list(folder: string, walk: Walk): Dirent[] {
  try {
    const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).slice(0, Math.max(0, walk.left));
    walk.left -= entries.length;
    return entries;
  } catch {
    return [];
  }
}

function matcherOf(part: string): (name: string) => boolean {
  let source = '';
  for (let at = 0; at < part.length; at++) {
    const letter = part.charAt(at);
    const close = letter === '[' ? part.indexOf(']', at + 2) : -1;
    if (letter === '*') source += source.endsWith('.*') ? '' : '.*';
    else if (letter === '?') source += '.';
    else if (close > 0) {
      const set = part.slice(at + 1, close).replace(/[\\\]]/g, '\\$&');
      source += set.startsWith('!') ? `[^${set.slice(1)}]` : `[${set.replace(/^\^/, '\\^')}]`;
      at = close;
    } else source += letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^${source}$`, 'su');
  } catch {
    // a range such as [z-a]: taken literally
    return (name) => name === part;
  }
  const dot = part.startsWith('.');
  return (name) => (dot || !name.startsWith('.')) && pattern.test(name);
}
