import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { verifyPassword } from '../../src/web/access/password-hash.js';
import { command, Paper } from './command.js';
import { Desk } from './desk.js';

const desk = new Desk();
afterAll(() => desk.clear());
const basic = ['serve', '-t', desk.topology, '--store', desk.path('history.db'), '--port', '0'];

describe('sansou serve refuses what would expose the history', () => {
  test.each([
    ['no topology', ['serve', '--store', 'h.db'], '-t'],
    ['no store', ['serve', '-t', desk.topology], '--store'],
    ['another address without anything', [...basic, '--host', '0.0.0.0'], '--tls-cert, --tls-key, --users'],
    [
      'another address without users',
      [...basic, '--host', '10.0.0.5', '--tls-cert', 'c', '--tls-key', 'k'],
      'missing: --users',
    ],
    ['another address without TLS', [...basic, '--host', '::', '--users', 'u'], 'missing: --tls-cert, --tls-key'],
    ['a certificate without its key', [...basic, '--tls-cert', 'c.pem'], 'given together'],
    ['a proxy without users', [...basic, '--trust-proxy', '127.0.0.1'], '--users'],
    ['a proxy that is no address', [...basic, '--trust-proxy', 'proxy', '--users', 'u'], 'not "proxy"'],
    [
      'a header that is none',
      [...basic, '--trust-proxy', '127.0.0.1', '--users', 'u', '--proxy-header', 'a b'],
      '"a b"',
    ],
    ['a port out of range', ['serve', '-t', desk.topology, '--store', 'h', '--port', '70000'], 'from 0 to 65535'],
  ])('%s: exit 64', async (_what, argv, advice) => {
    const { status, err } = await command(argv);
    expect(status).toBe(64);
    expect(err).toContain(advice);
    const japanese = await command([...argv, '--lang', 'ja']);
    expect(japanese.err).toMatch(/[ぁ-ん]/);
  });
});

describe('sansou serve says what it cannot use', () => {
  const busy = createServer();
  afterEach(() => void busy.close());

  test('a port that another program has', async () => {
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    const { status, err } = await command([...basic.slice(0, -1), String(port)]);
    expect(status).toBe(3);
    expect(err).toContain('another program uses that port');
    expect(err).not.toContain('    at ');
  });

  test('a missing certificate and a missing key, both at once', async () => {
    const { status, err } = await command([
      ...basic,
      '--tls-cert',
      desk.path('no-cert'),
      '--tls-key',
      desk.path('no-key'),
    ]);
    expect(status).toBe(3);
    expect(err).toContain('no-cert');
    expect(err).toContain('no-key');
  });

  test('a certificate that is none, without quoting it', async () => {
    const file = desk.put('cert.pem', 'PRIVATE THINGS');
    const { status, err } = await command([...basic, '--tls-cert', file, '--tls-key', file]);
    expect(status).toBe(3);
    expect(err).toContain('cannot be used together');
    expect(err).not.toContain('PRIVATE THINGS');
  });

  test('every wrong line of a users file, by its number', async () => {
    const file = desk.put(
      'users',
      '# people\ntanaka:boss:-\nsato:viewer\n:viewer:-\nito:viewer:plain\nabe:viewer:-\nabe:viewer:-\n',
    );
    const { status, err } = await command([...basic, '--users', file]);
    expect(status).toBe(3);
    for (const line of [2, 3, 4, 5, 7]) expect(err).toContain(`${file}:${line}`);
    expect(err).not.toContain(`${file}:6:`);
    expect(err).not.toContain('plain');
  });

  test('a users file with nobody in it, and one that is not there', async () => {
    expect((await command([...basic, '--users', desk.put('empty', '# nobody\n')])).err).toContain(
      'there is no user in it',
    );
    expect((await command([...basic, '--users', desk.path('gone')])).status).toBe(3);
  });

  test('a topology that cannot be used', async () => {
    const { status } = await command([
      'serve',
      '-t',
      desk.path('none.yaml'),
      '--store',
      desk.path('history.db'),
      '--port',
      '0',
    ]);
    expect(status).toBe(3);
  });
});

describe('sansou serve hash-password', () => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const hash = (password: string, ...argv: string[]) =>
    spawnSync(process.execPath, [cli, 'serve', 'hash-password', ...argv, '--lang', 'en'], {
      input: password,
      encoding: 'utf8',
    });

  test('prints a line for the users file that opens with this password and no other', async () => {
    const { status, stdout } = hash('correct horse battery\n', 'tanaka', '--role', 'operator');
    expect(status).toBe(0);
    const [name, role, text] = stdout.trimEnd().split(':');
    expect([name, role]).toEqual(['tanaka', 'operator']);
    expect(await verifyPassword('correct horse battery', text!)).toBe(true);
    expect(await verifyPassword('correct horse battery ', text!)).toBe(false);
  });

  test('refuses a short password, a name that breaks the file, a role that is none', () => {
    expect(hash('short', 'tanaka').status).toBe(64);
    expect(hash('correct horse battery', 'tana:ka').status).toBe(64);
    expect(hash('correct horse battery', 'tanaka', '--role', 'root').stderr).toContain('viewer, operator');
  });
});

describe('the end', () => {
  test('SIGTERM ends it with exit 0 and gives the store back', async () => {
    const signals = new EventEmitter();
    const stderr = new Paper();
    const serving = new Promise<void>((resolve) => {
      stderr.onText = (text) => {
        if (text.includes('serving http://127.0.0.1:')) resolve();
      };
    });
    const run = command(basic, { signals, stderr });
    await serving;
    signals.emit('SIGTERM', 'SIGTERM');
    const { status } = await run;
    expect(status).toBe(0);
  });
});
