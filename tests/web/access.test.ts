import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { LIMITS } from '../../src/base/limits.js';
import { Access } from '../../src/web/access/access.js';
import { AttemptBook } from '../../src/web/access/attempt-book.js';
import { UserRegister } from '../../src/web/access/user-register.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { Office, PASSWORDS, type OfficeSettings } from './office.js';

let office: Office;
const open = async (settings?: OfficeSettings): Promise<Office> => (office = await Office.open(settings));
afterEach(() => office.close());

const [finding] = SAMPLE_REPORT.findings;

/** Every route, with who may: a route that is missing here fails the last test of this file. */
const ROUTES: readonly (readonly [
  access: 'public' | 'viewer' | 'operator',
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
])[] = [
  ['public', 'GET', '/api/session'],
  ['public', 'GET', '/healthz'],
  ['public', 'POST', '/api/login', { name: 'nobody', password: 'nothing' }],
  ['public', 'POST', '/api/logout'],
  ['viewer', 'GET', '/api/events'],
  ['viewer', 'GET', '/api/overview'],
  ['viewer', 'GET', '/api/findings'],
  ['viewer', 'GET', `/api/findings/${finding!.id}`],
  ['viewer', 'GET', `/api/findings/${finding!.id}/evidence.zip`],
  ['viewer', 'GET', `/api/findings/${finding!.id}/evidence/0`],
  ['viewer', 'GET', '/api/runs'],
  ['viewer', 'GET', '/api/runs/RUN'],
  ['viewer', 'GET', '/api/runs/RUN/report.json'],
  ['viewer', 'GET', '/api/runs/RUN/evidence.zip'],
  ['viewer', 'GET', '/api/runs/RUN/evidence/0'],
  ['viewer', 'GET', '/api/conduits'],
  ['viewer', 'GET', '/api/traffic'],
  ['viewer', 'GET', '/api/compare?earlier=EARLIER&later=RUN'],
  ['viewer', 'GET', '/api/topology'],
  ['viewer', 'GET', '/api/explain?address=10.10.16.55'],
  ['viewer', 'GET', '/metrics'],
  ['operator', 'GET', '/api/uploads'],
  ['operator', 'POST', '/api/uploads'],
  ['operator', 'GET', '/api/uploads/0123456789abcdef'],
  ['operator', 'POST', '/api/uploads/0123456789abcdef/files?name=a.pcap'],
  ['operator', 'POST', '/api/uploads/0123456789abcdef/judge'],
  ['operator', 'DELETE', '/api/uploads/0123456789abcdef'],
  ['operator', 'POST', '/api/prune', { maxAgeDays: 1000, maxBytes: null }],
];

const REFUSALS = [401, 403];

describe('who may do what', () => {
  test('without a log-in, only what is public answers; a viewer does not get what is for operators', async () => {
    await open({ users: true });
    const viewer = await office.logIn('sato');
    const operator = await office.logIn('tanaka');
    const anonymous = { 'x-sansou-csrf': (await office.inject({ url: '/api/session' })).json<{ csrf: string }>().csrf };
    for (const [access, method, template, payload] of ROUTES) {
      const url = template.replace('RUN', office.runs[1]!).replace('EARLIER', office.runs[0]!);
      const ask = async (headers: Record<string, string>): Promise<number> => {
        const body = payload === undefined ? {} : { payload };
        // the stream of events has no end
        const answer = await office.inject({ method, url, headers, payloadAsStream: url === '/api/events', ...body });
        if (url === '/api/events') answer.stream().destroy();
        return answer.statusCode;
      };
      const what = `${method} ${url}`;
      if (template === '/api/login') continue;
      if (template === '/api/logout') continue;
      expect([what, await ask(anonymous)]).toEqual([what, access === 'public' ? 200 : 401]);
      const asViewer = await ask(viewer);
      if (access === 'operator') expect([what, asViewer]).toEqual([what, 403]);
      else expect([what, asViewer]).toEqual([what, 200]);
      expect([what, REFUSALS.includes(await ask(operator))]).toEqual([what, false]);
    }
  });

  test('every route of the server stands in the table above', async () => {
    await open();
    const listed = new Set(
      ROUTES.map(([, method, url]) =>
        `${method} ${url.split('?')[0]}`
          .replace(/RUN|0123456789abcdef|[0-9a-f]{16}/, ':id')
          .replace(/evidence\/0$/, 'evidence/:number'),
      ),
    );
    const tree = office.app.printRoutes({ commonPrefix: false, includeHooks: false });
    // names and methods of the leaves, with their way down the tree
    const path: string[] = [];
    const routes = tree.split('\n').flatMap((line) => {
      const [, indent = '', name = '', methods] = /^([│ ]*)[├└]── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
      if (name === '') return [];
      path.length = indent.length / 4;
      path.push(name);
      return (methods ?? '')
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path.join('')}`);
    });
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => !listed.has(route))).toEqual([]);
  });

  test('nobody logs in on loopback without users, and who sits there is the operator', async () => {
    await open();
    const { user, mode } = (await office.inject({ url: '/api/session' })).json<{
      user: { role: string };
      mode: string;
    }>();
    expect([user.role, mode]).toEqual(['operator', 'open']);
    expect((await office.inject({ url: '/api/overview' })).statusCode).toBe(200);
  });
});

describe('logging in', () => {
  test('the cookie is HttpOnly and SameSite=Strict, and a new one each time', async () => {
    await open({ users: true });
    const { csrf } = (await office.inject({ url: '/api/session' })).json<{ csrf: string }>();
    const logIn = () =>
      office.inject({
        method: 'POST',
        url: '/api/login',
        headers: { 'x-sansou-csrf': csrf },
        payload: { name: 'tanaka', password: PASSWORDS.tanaka },
      });
    const cookies = [(await logIn()).headers['set-cookie'], (await logIn()).headers['set-cookie']].map(String);
    expect(cookies[0]).toMatch(/^sansou=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookies[0]).not.toBe(cookies[1]);
  });

  test('a wrong password and an unknown name are refused alike, and logged without the password', async () => {
    await open({ users: true });
    const { csrf } = (await office.inject({ url: '/api/session' })).json<{ csrf: string }>();
    const attempt = (name: string, password: string) =>
      office.inject({
        method: 'POST',
        url: '/api/login',
        headers: { 'x-sansou-csrf': csrf },
        payload: { name, password },
      });
    const wrong = await attempt('tanaka', 'guessed wrongly');
    const unknown = await attempt('nobody', 'guessed wrongly');
    const proxyOnly = await attempt('suzuki', '-');
    expect([wrong.statusCode, unknown.statusCode, proxyOnly.statusCode]).toEqual([401, 401, 401]);
    expect(wrong.body).toBe(unknown.body);
    expect(JSON.stringify(office.logged)).not.toContain('guessed wrongly');
    expect(office.logged.filter(({ event }) => event === 'log-in refused')).toHaveLength(3);
  });

  test('a cookie that somebody planted before is no session after, and an older session of the browser ends', async () => {
    await open({ users: true });
    const planted = { cookie: 'sansou=planted-by-somebody-else' };
    const { csrf } = (await office.inject({ url: '/api/session', headers: planted })).json<{ csrf: string }>();
    const logIn = async (headers: Record<string, string>): Promise<string> => {
      const payload = { name: 'tanaka', password: PASSWORDS.tanaka };
      const answer = await office.inject({ method: 'POST', url: '/api/login', headers, payload });
      return String(answer.headers['set-cookie']).split(';')[0]!;
    };
    const first = await logIn({ ...planted, 'x-sansou-csrf': csrf });
    expect(first).not.toBe(planted.cookie);
    const ask = async (cookie: string): Promise<number> =>
      (await office.inject({ url: '/api/findings', headers: { cookie } })).statusCode;
    expect([await ask(planted.cookie), await ask(first)]).toEqual([401, 200]);
    const own = (await office.inject({ url: '/api/session', headers: { cookie: first } })).json<{ csrf: string }>();
    const second = await logIn({ cookie: first, 'x-sansou-csrf': own.csrf });
    expect([await ask(first), await ask(second)]).toEqual([401, 200]);
  });

  test('over TLS the cookie is Secure and bound to this host', async () => {
    await open({ users: true });
    const access = new Access({
      users: new UserRegister(office.usersFile, () => undefined),
      proxy: null,
      secure: true,
    });
    const answer = await access.logIn('tanaka', PASSWORDS.tanaka, '10.0.0.1');
    expect('cookie' in answer && answer.cookie).toMatch(
      /^__Host-sansou=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  test('twenty failures lock a name from that address for a quarter of an hour, and from no other', () => {
    let now = 0;
    const book = new AttemptBook(() => now);
    for (let failure = 0; failure < LIMITS.loginFailures; failure++) {
      expect(book.isLocked('10.0.0.1 sato')).toBe(false);
      book.fail('10.0.0.1 sato');
    }
    expect([book.isLocked('10.0.0.1 sato'), book.isLocked('10.0.0.2 sato')]).toEqual([true, false]);
    now += 15 * 60_000 + 1;
    expect(book.isLocked('10.0.0.1 sato')).toBe(false);
  });

  test('who claims other addresses in X-Forwarded-For is still one, unless the proxy says so', async () => {
    await open({ users: true, proxy: { addresses: ['10.0.0.7'], header: 'x-remote-user' } });
    const statusesFrom = async (remoteAddress: string): Promise<number[]> => {
      const { csrf } = (await office.inject({ url: '/api/session', remoteAddress })).json<{ csrf: string }>();
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 11; attempt++) {
        const answer = await office.inject({
          ...{ method: 'POST', url: '/api/login', remoteAddress, payload: { name: `n${attempt}`, password: 'x' } },
          headers: { 'x-sansou-csrf': csrf, 'x-forwarded-for': `192.0.2.${attempt}` },
        });
        statuses.push(answer.statusCode);
      }
      return statuses;
    };
    expect((await statusesFrom('10.0.0.9')).at(-1)).toBe(429);
    expect((await statusesFrom('10.0.0.7')).at(-1)).toBe(401);
  });

  test('eleven log-ins of one address within a minute are too many', async () => {
    await open({ users: true });
    const { csrf } = (await office.inject({ url: '/api/session' })).json<{ csrf: string }>();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt++) {
      const answer = await office.inject({
        method: 'POST',
        url: '/api/login',
        headers: { 'x-sansou-csrf': csrf },
        payload: { name: `n${attempt}`, password: 'x' },
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  test('who logged out is out, and so is who was struck from the users file', async () => {
    await open({ users: true });
    const headers = await office.logIn('sato');
    const ask = async (): Promise<number> => (await office.inject({ url: '/api/findings', headers })).statusCode;
    expect(await ask()).toBe(200);
    await office.writeUsers(['tanaka']);
    expect(await ask()).toBe(401);
    await office.writeUsers();
    expect(await ask()).toBe(200);
    expect((await office.inject({ method: 'POST', url: '/api/logout', headers })).statusCode).toBe(204);
    expect(await ask()).toBe(401);
  });

  test('a session ends after half an hour of silence, and after twelve hours anyway', async () => {
    let now = Date.now();
    await open({ users: true, now: () => now });
    const headers = await office.logIn('sato');
    const ask = async (): Promise<number> => (await office.inject({ url: '/api/findings', headers })).statusCode;
    for (let quarter = 0; quarter < 47; quarter++) {
      now += 15 * 60_000;
      expect(await ask()).toBe(200);
    }
    now += 16 * 60_000;
    expect(await ask()).toBe(401);
    const again = await office.logIn('sato');
    now += 31 * 60_000;
    expect((await office.inject({ url: '/api/findings', headers: again })).statusCode).toBe(401);
  });
});

describe('requests of other sites', () => {
  test('every route that changes something wants the token, whoever asks', async () => {
    await open({ users: true });
    const { cookie } = await office.logIn('tanaka');
    const changing = ROUTES.filter(([, method]) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(5);
    for (const [, method, url, payload] of changing) {
      const body = payload === undefined ? {} : { payload };
      const answer = await office.inject({ method, url, headers: { cookie: cookie! }, ...body });
      const { problems } = answer.json<{ problems: { code: string }[] }>();
      expect([url, answer.statusCode, problems[0]?.code]).toEqual([url, 403, 'CSRF']);
    }
  });

  test('nothing changes without the CSRF token of this very session', async () => {
    await open({ users: true });
    const operator = await office.logIn('tanaka');
    const other = await office.logIn('sato');
    const attempt = async (csrf: Record<string, string>): Promise<number> =>
      (await office.inject({ method: 'POST', url: '/api/uploads', headers: { cookie: operator['cookie']!, ...csrf } }))
        .statusCode;
    expect(await attempt({})).toBe(403);
    expect(await attempt({ 'x-sansou-csrf': 'x' })).toBe(403);
    expect(await attempt({ 'x-sansou-csrf': other['x-sansou-csrf']! })).toBe(403);
    expect(await attempt({ 'x-sansou-csrf': operator['x-sansou-csrf']! })).toBe(201);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site by Fetch Metadata', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site by Fetch Metadata', { 'sec-fetch-site': 'same-site' }],
  ])('%s changes nothing even with the token', async (_what, headers) => {
    await open();
    const machine = await office.atTheMachine();
    const answer = await office.inject({ method: 'POST', url: '/api/uploads', headers: { ...machine, ...headers } });
    expect(answer.statusCode).toBe(403);
    expect(office.uploads.list()).toEqual([]);
  });

  test('another site reads nothing either, and the log-in is no way round', async () => {
    await open({ users: true });
    const headers = { ...(await office.logIn('sato')), 'sec-fetch-site': 'cross-site' };
    expect((await office.inject({ url: '/api/findings', headers })).statusCode).toBe(403);
    const login = await office.inject({
      method: 'POST',
      url: '/api/login',
      payload: { name: 'sato', password: PASSWORDS.sato },
    });
    expect(login.statusCode).toBe(403);
  });

  test('without users, the server goes by the names of this machine only (DNS rebinding)', async () => {
    await open();
    const ask = async (host: string): Promise<number> =>
      (await office.inject({ url: '/api/overview', headers: { host } })).statusCode;
    expect(await ask('localhost:8430')).toBe(200);
    expect(await ask('127.0.0.1:8430')).toBe(200);
    expect(await ask('evil.example:8430')).toBe(421);
    expect(await ask('localhost.evil.example')).toBe(421);
    expect(await ask('[::1]:8430')).toBe(200);
    expect(await ask('LOCALHOST')).toBe(200);
    const forwarded = { host: 'evil.example', 'x-forwarded-host': 'localhost' };
    expect((await office.inject({ url: '/api/overview', headers: forwarded })).statusCode).toBe(421);
  });
});

describe('a reverse proxy that knows who it is', () => {
  const proxy = { addresses: ['127.0.0.1'], header: 'x-remote-user' };

  test('its header counts from its own address only, for names of the users file only', async () => {
    await open({ users: true, proxy });
    const ask = async (name: string, remoteAddress: string): Promise<number> =>
      (await office.inject({ url: '/api/findings', headers: { 'x-remote-user': name }, remoteAddress })).statusCode;
    expect(await ask('suzuki', '127.0.0.1')).toBe(200);
    expect(await ask('suzuki', '::ffff:127.0.0.1')).toBe(200);
    expect(await ask('suzuki', '10.0.0.9')).toBe(401);
    expect(await ask('mallory', '127.0.0.1')).toBe(401);
    expect(await ask('suzuki, tanaka', '127.0.0.1')).toBe(401);
    expect(await ask('', '127.0.0.1')).toBe(401);
  });

  test('an address in X-Forwarded-For does not make somebody the proxy', async () => {
    await open({ users: true, proxy });
    const answer = await office.inject({
      url: '/api/findings',
      headers: { 'x-remote-user': 'tanaka', 'x-forwarded-for': '127.0.0.1' },
      remoteAddress: '10.0.0.9',
    });
    expect(answer.statusCode).toBe(401);
  });

  test('roles are those of the users file, and changes still need the CSRF token', async () => {
    await open({ users: true, proxy });
    const post = async (headers: Record<string, string>): Promise<number> =>
      (await office.inject({ method: 'POST', url: '/api/uploads', headers, remoteAddress: '127.0.0.1' })).statusCode;
    const { csrf } = (
      await office.inject({ url: '/api/session', headers: { 'x-remote-user': 'tanaka' }, remoteAddress: '127.0.0.1' })
    ).json<{ csrf: string }>();
    expect(await post({ 'x-remote-user': 'suzuki' })).toBe(403);
    expect(await post({ 'x-remote-user': 'tanaka' })).toBe(403);
    expect(await post({ 'x-remote-user': 'tanaka', 'x-sansou-csrf': csrf })).toBe(201);
  });
});

describe('what every answer carries', () => {
  test('a strict content security policy, and from the API nothing that a cache keeps', async () => {
    await open();
    const { headers } = await office.inject({ url: '/api/overview' });
    expect(String(headers['content-security-policy'])).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'none';" +
        "frame-ancestors 'none';base-uri 'none';require-trusted-types-for 'script';trusted-types 'none'",
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('whatever it is: a page, a file, a refusal or a fault', async () => {
    const pages = mkdtempSync(join(tmpdir(), 'sansou-pages-'));
    writeFileSync(join(pages, 'index.html'), '<!doctype html>');
    await open({ users: true, pages, requestsPerMinute: 40 });
    const viewer = await office.logIn('sato');
    const operator = await office.logIn('tanaka');
    const policy = (await office.inject({ url: '/api/session' })).headers['content-security-policy'];
    const run = office.runs[1]!;
    const asked: readonly (readonly [status: number, InjectOptions])[] = [
      [200, { url: '/' }],
      [404, { url: '/nothing.js' }],
      [404, { url: '/../secret' }],
      [404, { url: '/..%2fsecret' }],
      [404, { url: '/%' }],
      [404, { url: '/api/nothing' }],
      [401, { method: 'PUT', url: '/api/overview' }],
      [200, { url: '/healthz' }],
      [401, { url: '/api/overview' }],
      [401, { url: '/metrics' }],
      [403, { url: '/api/uploads', headers: viewer }],
      [403, { method: 'POST', url: '/api/uploads', headers: { cookie: operator['cookie']! } }],
      [400, { url: '/api/runs?limit=0', headers: viewer }],
      [200, { url: `/api/runs/${run}/evidence.zip`, headers: viewer }],
      [200, { url: `/api/runs/${run}/evidence/0`, headers: viewer }],
      [200, { url: `/api/runs/${run}/report.json`, headers: viewer }],
      [413, { method: 'POST', url: '/api/prune', headers: operator, payload: { x: 'x'.repeat(100_000) } }],
      [415, { method: 'POST', url: '/api/prune', headers: { ...operator, 'content-type': 'x/y' }, payload: 'x' }],
      [422, { url: '/api/explain?address=nobody', headers: viewer }],
    ];
    const look = async (status: number, options: InjectOptions): Promise<void> => {
      const { statusCode, headers } = await office.inject(options);
      const what = `${options.method ?? 'GET'} ${String(options.url)}`;
      expect([what, statusCode, headers['content-security-policy']]).toEqual([what, status, policy]);
      expect([what, headers['x-content-type-options'], headers['x-frame-options']]).toEqual([what, 'nosniff', 'DENY']);
      expect([what, headers['cross-origin-resource-policy'], headers['referrer-policy']]).toEqual([
        ...[what, 'same-origin', 'no-referrer'],
      ]);
    };
    for (const [status, options] of asked) await look(status, options);
    office.history.runs = () => {
      throw new Error('broken');
    };
    await look(500, { url: '/api/runs', headers: viewer });
    for (let more = 0; more < 40; more++) await office.inject({ url: '/healthz' });
    await look(429, { url: '/api/session' });
    rmSync(pages, { recursive: true });
  });

  test('too many requests of one address are refused in both languages', async () => {
    await open({ requestsPerMinute: 5 });
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await office.inject({ url: '/api/session' }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429]);
    const { problems } = answers[5]!.json<{ problems: { message: { ja: string; en: string } }[] }>();
    expect(problems[0]!.message.ja).toContain('多すぎる');
    expect(problems[0]!.message.en).toContain('too many');
  });
});
