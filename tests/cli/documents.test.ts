import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { command } from './command.js';

const pages = ['README.md', 'README.ja.md'];

/** The names in the lists of commands that a help page shows. */
async function commandsOf(...parents: string[]): Promise<string[]> {
  const { out } = await command([...parents, '--help', '--lang', 'en']);
  return [...out.matchAll(/^ {2}([a-z][a-z-]+)(?= \[| <| {2,})/gm)].flatMap(([, name]) => name ?? []);
}

describe('the documents agree with the program', () => {
  test.each(pages)('%s names every command of the program', async (page) => {
    const text = readFileSync(page, 'utf8');
    const commands = (await commandsOf()).filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(12);
    expect(commands.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  test.each(pages)('every command that %s names exists', async (page) => {
    const known = new Set(await commandsOf());
    const text = readFileSync(page, 'utf8');
    const inTable = [...text.matchAll(/^\| (`[a-z].*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/[a-z-]+/g) ?? []);
    const typed = [...text.matchAll(/(?:npx |`)sansou ([a-z][a-z-]+)/g)].flatMap(([, name]) => name ?? []);
    const named = [...inTable, ...typed];
    expect(inTable.length).toBeGreaterThan(12);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(pages)('every option that %s names exists', async (page) => {
    const text = readFileSync(page, 'utf8');
    const help = await Promise.all(
      (await commandsOf())
        .filter((name) => name !== 'help')
        .map(async (name) => (await command([name, '--help', '--lang', 'en'])).out),
    );
    const named = new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option));
    expect([...named].filter((option) => !help.some((page) => page.includes(option)))).toEqual([]);
  });

  test.each(pages)('every page under docs can be reached from %s', (page) => {
    const text = readFileSync(page, 'utf8');
    const documents = readdirSync('docs').filter((name) => name.endsWith('.md'));
    expect(documents.filter((name) => !text.includes(`docs/${name}`))).toEqual([]);
  });

  test('every runtime dependency has its reason in the decisions', () => {
    const decision = readFileSync('docs/decisions/0003-runtime-dependencies.md', 'utf8');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    const silent = Object.keys(dependencies).filter((name) => {
      const [scope, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
      return !decision.includes(own ?? name) || (scope !== undefined && !decision.includes(scope));
    });
    expect(silent).toEqual([]);
  });
});
