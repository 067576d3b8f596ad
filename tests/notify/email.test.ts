import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCertificates } from '../support/make-certificates.js';
import { Desk, RDP, SECRETS, SMB } from './desk.js';
import { mailServer, type MailManners, type TakenMail } from './mail-server.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  // whatever happens, a password is not seen
  expect(JSON.stringify(desk.log)).not.toContain(SECRETS.PASSWORD);
  desk.close();
});

async function office(
  manners: MailManners,
): Promise<{ channel: (more?: string) => string; mails: TakenMail[]; heard: string[] }> {
  const { server, mails, heard } = mailServer(manners);
  const port = await desk.listen(server);
  const channel = (more = 'security: none, to: [a@example.jp]'): string =>
    `type: email, host: 127.0.0.1, port: ${port}, from: s@example.jp, ${more}`;
  return { channel, mails, heard };
}

const addressesOf = (mails: readonly TakenMail[]): (readonly string[])[] => mails.map(({ recipients }) => recipients);

describe('a mail', () => {
  test('is sent once, and its id is that of the notice', async () => {
    const { channel, mails } = await office({});
    desk.save([SMB]);
    const told = desk.notifier(channel());
    await told.step();
    await told.step();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.data).toMatch(/^Message-ID: <[0-9a-f-]{36}@sansou\.invalid>/m);
    expect(mails[0]!.data).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(desk.store.outbox.count('it')).toBe(0);
  });

  test.each<[string, MailManners, RegExp]>([
    ['the message', { message: '451 4.3.0 full' }, /the mail server refused: 451 4\.3\.0 full/],
    ['the recipient', { recipients: { 'a@example.jp': '450 4.2.0 greylisted' } }, /a@example\.jp \(450 4\.2\.0/],
    ['the connection', { greeting: '421 4.3.2 too busy' }, /421 4\.3\.2 too busy|closed/],
    ['the connection for good', { greeting: '554 5.0.0 not you' }, /554 5\.0\.0 not you|closed/],
    ['whoever has not logged in', { login: 'a b' }, /530 5\.7\.0 log in first/],
  ])('waits where the server puts off %s', async (_, manners, problem) => {
    const { channel, mails } = await office(manners);
    desk.save([SMB]);
    const told = desk.notifier(channel());
    await told.step();
    expect(desk.problems).toEqual([expect.stringMatching(problem)]);
    expect(desk.store.outbox.count('it')).toBe(1);
    Object.assign(manners, { message: '250 ok', recipients: {}, greeting: '220 test ESMTP', login: undefined });
    desk.now += 2000;
    await told.step();
    expect(addressesOf(mails)).toEqual([['a@example.jp']]);
    expect(told.counts()).toEqual([{ channel: 'it', waiting: 0, sent: 1, failed: 1, givenUp: 0 }]);
  });

  test.each<[string, MailManners, string]>([
    ['the message', { message: '554 5.7.1 policy' }, 'the mail server refused: 554 5.7.1 policy'],
    [
      'every recipient',
      { recipients: { 'a@example.jp': '550 5.1.1 unknown' } },
      'recipients were refused: a@example.jp (550 5.1.1 unknown)',
    ],
  ])('is given up, and that is said, where the server refuses %s for good', async (_, manners, problem) => {
    const { channel } = await office(manners);
    desk.save([SMB]);
    const told = desk.notifier(channel());
    await told.step();
    expect(desk.log).toEqual([{ message: 'a notice was given up', fields: { channel: 'it', problem, tries: 1 } }]);
    expect(told.counts()).toEqual([{ channel: 'it', waiting: 0, sent: 0, failed: 1, givenUp: 1 }]);
    // what comes later is tried all the same
    Object.assign(manners, { message: '250 ok', recipients: {} });
    desk.now += 61_000;
    desk.save([SMB, RDP]);
    await told.step();
    expect(told.counts()).toMatchObject([{ sent: 1, givenUp: 1 }]);
  });

  test('reaches the others once where a recipient is unknown, and that is said', async () => {
    const { channel, mails } = await office({ recipients: { 'b@example.jp': '550 5.1.1 unknown' } });
    desk.save([SMB]);
    const told = desk.notifier(channel('security: none, to: [a@example.jp, b@example.jp]'));
    await told.step();
    await told.step();
    expect(addressesOf(mails)).toEqual([['a@example.jp']]);
    expect(desk.problems).toEqual(['recipients were refused: b@example.jp (550 5.1.1 unknown)']);
    expect(told.counts()).toMatchObject([{ waiting: 0, sent: 1, failed: 0 }]);
  });

  test('is tried again for the recipient alone that was put off', async () => {
    const manners: MailManners = { recipients: { 'b@example.jp': '450 4.2.0 later' } };
    const { channel, mails } = await office(manners);
    desk.save([SMB]);
    const told = desk.notifier(channel('security: none, to: [a@example.jp, b@example.jp]'));
    await told.step();
    manners.recipients = {};
    desk.now += 2000;
    await told.step();
    expect(addressesOf(mails)).toEqual([['a@example.jp'], ['b@example.jp']]);
    expect(told.counts()).toMatchObject([{ waiting: 0, sent: 1, failed: 1 }]);
  });

  test.each<'connect' | 'EHLO' | 'DATA' | 'message'>(['connect', 'EHLO', 'DATA', 'message'])(
    'ends at the time limit where the server hangs at %s',
    async (hangsAt) => {
      desk.patience = 1;
      const { channel } = await office({ hangsAt });
      desk.save([SMB]);
      await desk.notifier(channel()).step();
      expect(desk.problems).toEqual([
        expect.stringMatching(/it did not end within 1 seconds|there was no answer in time/),
      ]);
      expect(desk.store.outbox.count('it')).toBe(1);
    },
  );
});

describe('a mail that must be encrypted', () => {
  const login = `sansou ${SECRETS.PASSWORD}`;
  const secured = 'to: [a@example.jp], user: sansou, password: { env: PASSWORD }, ca: ca.pem';

  test.each([
    ['by STARTTLS', 'starttls', false],
    ['from the beginning', 'tls', true],
  ])('is, %s, and the login goes over it', async (_, security, implicit) => {
    const certificates = makeCertificates();
    const { channel, mails } = await office({ certificates, implicit, login });
    desk.write('ca.pem', certificates.ca);
    desk.save([SMB]);
    await desk.notifier(channel(`security: ${security}, ${secured}`)).step();
    expect(desk.problems).toEqual([]);
    expect(mails).toMatchObject([{ encrypted: true, user: 'sansou' }]);
  });

  test('is not sent, and no password is, where the server does not offer it', async () => {
    const { channel, mails, heard } = await office({ login });
    desk.write('ca.pem', makeCertificates().ca);
    desk.save([SMB]);
    await desk.notifier(channel(`security: starttls, ${secured}`)).step();
    expect(mails).toEqual([]);
    expect(heard.some((line) => line.startsWith('AUTH'))).toBe(false);
    expect(desk.problems).toEqual(['the mail server does not take STARTTLS: 502 5.5.1 not here']);
    expect(desk.store.outbox.count('it')).toBe(1);
  });

  test.each(['starttls', 'tls'])('is not sent to a server with another certificate (%s)', async (security) => {
    const { channel, mails, heard } = await office({
      certificates: makeCertificates(),
      implicit: security === 'tls',
      login,
    });
    desk.write('ca.pem', makeCertificates().ca);
    desk.save([SMB]);
    await desk.notifier(channel(`security: ${security}, ${secured}`)).step();
    expect(mails).toEqual([]);
    expect(heard.some((line) => line.startsWith('AUTH'))).toBe(false);
    expect(desk.problems).toEqual(['the certificate is signed by nobody who is trusted (name its authority with ca)']);
  });

  test('waits where the password is wrong, and the answer, which may repeat it, is not told', async () => {
    const certificates = makeCertificates();
    const { channel, mails } = await office({ certificates, login: 'sansou another' });
    desk.write('ca.pem', certificates.ca);
    desk.save([SMB]);
    await desk.notifier(channel(`security: starttls, ${secured}`)).step();
    expect(mails).toEqual([]);
    expect(desk.problems).toEqual(['the mail server refused the login']);
    expect(desk.store.outbox.count('it')).toBe(1);
  });
});
