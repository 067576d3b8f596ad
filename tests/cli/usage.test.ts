import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { command } from './command.js';

describe('help', () => {
  test('sansou --help shows every command of this version, examples and the exit statuses', async () => {
    const { status, out, err } = await command(['--help']);
    expect(status).toBe(0);
    expect(err).toBe('');
    for (const word of [
      'check',
      'flows',
      'diff',
      'history',
      'serve',
      'notify',
      'scan',
      'watch',
      'topology',
      'rules',
      'Examples:',
      'Exit status:',
      '--lang',
    ]) {
      expect(out).toContain(word);
    }
  });

  test.each([['check'], ['flows'], ['rules'], ['topology'], ['topology', 'lint'], ['topology', 'explain']])(
    '%s %s --help explains itself',
    async (...words) => {
      const { status, out } = await command([...words.filter((word) => typeof word === 'string'), '--help']);
      expect(status).toBe(0);
      expect(out).toContain('Usage: sansou');
    },
  );

  test('help speaks Japanese where the locale is Japanese, and --lang outranks the locale', async () => {
    expect((await command(['--help'], { env: { LANG: 'ja_JP.UTF-8' } })).out).toContain('使い方:');
    expect((await command(['--lang', 'en', '--help'], { env: { LC_ALL: 'ja_JP.UTF-8' } })).out).toContain('Usage:');
    expect((await command(['--help', '--lang=ja'])).out).toContain('終了ステータス');
  });

  test.each([
    [],
    ['check'],
    ['judge'],
    ['diff'],
    ['watch'],
    ['schedule'],
    ['serve'],
    ['topology'],
    ['topology', 'explain'],
    ['history', 'export'],
    ['notify', 'test'],
  ])('nothing of the help of sansou %s %s stays in English where Japanese is asked for', async (...words) => {
    const { out } = await command([...words.filter((word) => typeof word === 'string'), '--help', '--lang', 'ja']);
    // what stands for a value is Japanese; words that are typed as they are stay
    const typed = /<(?:ja\|en|MiB|cron|csv|viewer\|operator)>/g;
    expect(out.replace(typed, '').match(/<[^>]*[a-z]{2,}[^>]*>|\[[a-z]+\]|\(default|[A-Z][a-z]+:$/gm)).toBeNull();
  });

  test('columns and lines of the Japanese help are measured in cells of the terminal', async () => {
    const { out } = await command(['check', '--help', '--lang', 'ja']);
    const page = out.slice(0, out.indexOf('例:')).split('\n');
    expect(page.map((line) => stringWidth(line)).filter((cells) => cells > 100)).toEqual([]);
    const columns = page
      .filter((line) => /^ {2}(-|--)/.test(line))
      .map((line) => stringWidth(/^ {2}\S.*? {2,}/.exec(line)?.[0] ?? ''));
    // the command's own options, and those of all commands, are lists of their own with one width
    expect(new Set(columns).size).toBe(1);
  });

  test('the version is that of package.json', async () => {
    expect((await command(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('without any argument, the help is on standard error and the usage is wrong', async () => {
    const { status, out, err } = await command([]);
    expect(status).toBe(64);
    expect(out).toBe('');
    expect(err).toContain('Usage: sansou');
  });
});

describe('wrong usage ends with 64 and says what would be right', () => {
  const topology = ['-t', 'city.yaml'];
  test.each([
    ['an unknown command', ['chekc'], 'did you mean check?'],
    ['an unknown option', ['check', 'a.pcap', ...topology, '--formt', 'json'], 'did you mean --format?'],
    ['a missing capture', ['check', ...topology], 'capture'],
    ['a missing topology', ['check', 'a.pcap'], 'sansou topology init'],
    ['an unknown format', ['check', 'a.pcap', ...topology, '--format', 'jsno'], 'did you mean "json"?'],
    ['a format that flows does not have', ['flows', 'a.pcap', '--format', 'text'], 'ndjson, csv, json'],
    ['an unknown severity', ['check', 'a.pcap', ...topology, '--min-severity', 'hihg'], 'did you mean "high"?'],
    ['a width out of range', ['check', 'a.pcap', ...topology, '--columns', '7'], 'from 40 to 400'],
    ['an unknown language', ['check', 'a.pcap', ...topology, '--lang', 'fr'], 'one of: ja, en'],
    ['an unknown log level', ['flows', 'a.pcap', '--log-level', 'loud'], 'one of: debug'],
    ['an option without its value', ['check', 'a.pcap', '-t'], 'argument missing'],
    ['a point without a file', ['flows', 'CP-MN='], 'names no file'],
    ['a file without its point', ['flows', '=a.pcap'], 'names no capture point'],
    ['standard input twice', ['flows', '-', 'CP-MN=-'], 'only once'],
    [
      'a time that is none',
      ['topology', 'explain', 'topology/midorino-alpha.yaml', '10.10.16.55', '--at', 'noon'],
      '"noon" is not a time',
    ],
    ['a missing file of channels', ['notify', 'test'], 'for example sansou notify test --notify'],
    ['a unit without a topology', ['schedule', '-i', 'CP-MN=eth1'], 'for example sansou schedule -t'],
  ])('%s', async (_what, argv, advice) => {
    const { status, out, err } = await command(argv);
    expect(err).toContain(advice);
    expect(status).toBe(64);
    expect(out).toBe('');
  });

  test('in Japanese too', async () => {
    const { err } = await command(['check', 'a.pcap', '--lang', 'ja']);
    expect(err).toContain('構成定義ファイルの指定（-t）がない');
    expect((await command(['chekc', '--lang', 'ja'])).err).toContain('「chekc」というコマンドはない');
  });

  test('what the user typed cannot command the terminal', async () => {
    const { err } = await command(['flows', 'a.pcap', '--format', '\u001b[2Jjson']);
    expect(err).not.toContain('\u001b');
  });
});
