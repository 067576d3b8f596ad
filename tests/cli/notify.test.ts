import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Desk, SECRETS } from '../notify/desk.js';
import { mailServer } from '../notify/mail-server.js';
import { command } from './command.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  desk.close();
});

const env = { LANG: 'C', ...SECRETS };

function settingsFile(channels: readonly string[]): string {
  const list = channels.map((channel) => `  - { timeoutSeconds: 1, ${channel} }\n`).join('');
  return join(desk.folder, desk.write('notify.yaml', `version: 1\nlanguage: en\nchannels:\n${list}`));
}

describe('sansou notify test', () => {
  test('needs to be told who is notified', async () => {
    const { status, err } = await command(['notify', 'test']);
    expect(status).toBe(64);
    expect(err).toContain('no file with the channels is given (--notify)');
    const japanese = await command(['notify', 'test', '--lang', 'ja']);
    expect(japanese.err).toContain('通知の設定ファイルの指定（--notify）がない');
  });

  test('sends one over each kind of channel, and says so', async () => {
    const udp = createSocket('udp4');
    udp.bind(0, '127.0.0.1');
    await once(udp, 'listening');
    const datagram = once(udp, 'message');
    const stream = await desk.listen(createServer((socket) => socket.resume()));
    const bodies: string[] = [];
    const hook = await desk.listen(
      createHttpServer((request, response) => {
        request.on('data', (chunk: Buffer) => bodies.push(chunk.toString())).on('end', () => response.end());
      }),
    );
    const { server, mails } = mailServer({ login: `sansou ${SECRETS.PASSWORD}` });
    const mail = await desk.listen(server);
    const notify = settingsFile([
      `name: datagram, type: syslog, host: 127.0.0.1, port: ${udp.address().port}`,
      `name: stream, type: syslog, host: 127.0.0.1, transport: tcp, port: ${stream}`,
      `name: hook, type: webhook, url: "http://127.0.0.1:${hook}/", secret: { env: HOOK }`,
      `name: mail, type: email, host: 127.0.0.1, port: ${mail}, security: none, user: sansou, password: { env: PASSWORD }, from: a@b.jp, to: [c@d.jp]`,
      'name: program, type: command, run: [/bin/cat]',
    ]);
    const { status, out } = await command(['notify', 'test', '--notify', notify], { env });
    expect(
      out
        .replace(/\[\d+ ms\]/g, '[]')
        .trim()
        .split('\n'),
    ).toEqual([
      'datagram (syslog): sent []',
      'stream (syslog): sent []',
      'hook (webhook): sent []',
      'mail (email): sent []',
      'program (command): sent []',
    ]);
    expect(status).toBe(0);
    expect(String(((await datagram) as [Buffer])[0])).toContain(' test [sansou@32473 ');
    expect(JSON.parse(bodies.join(''))).toMatchObject({ kind: 'test' });
    expect(mails).toHaveLength(1);
    udp.close();
  });

  test('says of each what is wrong, without a secret, and ends with 3', async () => {
    const closed = createServer();
    const nobody = await desk.listen(closed);
    closed.close();
    const hook = await desk.listen(createHttpServer((_, response) => void response.writeHead(500).end()));
    const { server } = mailServer({ login: 'sansou another' });
    const mail = await desk.listen(server);
    const notify = settingsFile([
      `name: stream, type: syslog, host: 127.0.0.1, transport: tcp, port: ${nobody}`,
      `name: hook, type: webhook, url: "http://127.0.0.1:${hook}/?key=${SECRETS.HOOK}", secret: { env: HOOK }`,
      `name: mail, type: email, host: 127.0.0.1, port: ${mail}, security: none, user: sansou, password: { env: PASSWORD }, from: a@b.jp, to: [c@d.jp]`,
      'name: program, type: command, run: [/bin/false]',
      'name: fine, type: command, run: [/bin/true]',
    ]);
    const { status, out, err } = await command(['notify', 'test', '--notify', notify], { env });
    expect(
      out
        .replace(/ \[\d+ ms\]/g, '')
        .trim()
        .split('\n'),
    ).toEqual([
      'stream (syslog): the connection was refused',
      'hook (webhook): the answer was HTTP 500',
      'mail (email): the mail server refused the login',
      'program (command): the program ended with status 1',
      'fine (command): sent',
    ]);
    expect(status).toBe(3);
    for (const secret of Object.values(SECRETS)) expect(out + err).not.toContain(secret);
  });

  test('tries the channel alone that is named, and names them where it is unknown', async () => {
    const notify = settingsFile([
      'name: fine, type: command, run: [/bin/true]',
      'name: broken, type: command, run: [/bin/false]',
    ]);
    const one = await command(['notify', 'test', '--notify', notify, '--channel', 'fine'], { env });
    expect(one).toMatchObject({ status: 0, out: expect.stringMatching(/^fine \(command\): sent \[\d+ ms\]\n$/) });
    const unknown = await command(['notify', 'test', '--notify', notify, '--channel', 'fin'], { env });
    expect(unknown.status).toBe(64);
    expect(unknown.err).toMatch(/fine.*broken/s);
  });
});
