import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { command } from './command.js';

const pages = ['README.md', 'README.ja.md'];

/** The names in the lists of commands that a help page shows. */
async function commandsOf(...parents: string[]): Promise<string[]> {
  const { out } = await command([...parents, '--help', '--lang', 'en']);
  return [...out.matchAll(/^ {2}([a-z][a-z-]+)(?= \[| <| {2,})/gm)].flatMap(([, name]) => name ?? []);
}

/** The help of every command and of every command below one. */
async function helpOfAll(): Promise<string> {
  const named = (await commandsOf()).filter((name) => name !== 'help');
  const groups = ['topology', 'history', 'notify', 'serve'];
  const below = await Promise.all(
    groups.map(async (group) =>
      (await commandsOf(group)).filter((name) => name !== 'help').map((name) => [group, name]),
    ),
  );
  const pages = [[], ...named.map((name) => [name]), ...below.flat()].map(
    async (words) => (await command([...words, '--help', '--lang', 'en'])).out,
  );
  return (await Promise.all(pages)).join('');
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

  test('every option that a document names exists', async () => {
    const help = await helpOfAll();
    const documents = [
      ...pages,
      ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
    ];
    for (const page of documents) {
      const lines = readFileSync(page, 'utf8').split('\n');
      // these are scripts of their own, with options of their own
      const text = lines.filter((line) => !/npm run (soak|fuzz)/.test(line)).join('\n');
      const named = new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z0-9-]+/g)].map(([option]) => option));
      expect([page, [...named].filter((option) => !help.includes(option))]).toEqual([page, []]);
    }
  });

  test('every file of the repository that a document names is there', () => {
    const documents = [
      ...pages,
      ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
    ];
    for (const page of documents) {
      const text = readFileSync(page, 'utf8');
      const named = [...text.matchAll(/`((?:src|tests|docs|topology|captures)\/[\w./-]+)`/g)].flatMap(
        ([, path]) => path ?? [],
      );
      expect([page, named.filter((path) => !existsSync(path))]).toEqual([page, []]);
    }
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
