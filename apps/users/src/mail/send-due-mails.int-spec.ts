import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { eventually } from '#testing/eventually.js';
import { PasswordResetsFixture } from '../password-reset/password-resets-fixture.js';
import { pseudonymKey, UsersFixture } from '../person/users-fixture.js';
import { Mailer } from './mailer.js';
import { sendDueMails, type MailingPlace } from './send-due-mails.js';
import { sendingMails } from './sending-mails.js';
import { SmtpFixture } from './smtp-fixture.js';

let people: UsersFixture;
let resets: PasswordResetsFixture;
let smtp: SmtpFixture | undefined;
let lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });
const running = new AbortController().signal;
const [from, siteUrl] = ['News <no-reply@news.example>', 'https://news.example'];

beforeAll(async () => {
  people = await UsersFixture.open();
  resets = new PasswordResetsFixture(people);
});
beforeEach(async () => {
  lines = [];
  await people.stored.database.pool.query('DELETE FROM password_resets');
});
afterEach(async () => {
  await smtp?.close();
  smtp = undefined;
});
afterAll(() => people.close());

const placeFor = (smtpUrl: string, turn = 0): MailingPlace => {
  const { pool } = people.replica(turn);
  return { pool, keyring: people.keyring, pseudonymKey, log, siteUrl, mailer: new Mailer({ smtpUrl, from }) };
};
const rows = async () => {
  const sql = 'SELECT mail_due_at FROM password_resets';
  return (await people.stored.database.pool.query<{ mail_due_at: Date | null }>(sql)).rows;
};
const makeDue = (by = '61 seconds') =>
  people.stored.database.pool.query('UPDATE password_resets SET mail_due_at = mail_due_at - $1::interval', [by]);
const tokenIn = (text = '') => /^https:\/\/news\.example\/reset-password\?token=([\w-]+)$/m.exec(text)?.[1] ?? '';

test('a mail is a plain text with a link that works, for the address that the account has', async () => {
  smtp = await SmtpFixture.open();
  await resets.register('tess@example.org');
  await resets.request('te\u017f\u017f@example.org');
  await sendDueMails(placeFor(smtp.url), running);
  const [mail, ...more] = smtp.received;
  expect([mail?.from, mail?.to, more]).toEqual(['no-reply@news.example', ['tess@example.org'], []]);
  expect(mail?.headers).toMatch(/^Subject: Your password for news\.example\r$/m);
  expect(mail?.headers).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
  expect(mail?.headers).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail?.text).toMatch(/^Somebody asked for a new password for your account at news\.example\./);
  expect(await resets.choose(tokenIn(mail?.text), 'battery staple')).toBe(200);
});

test('two replicas send each mail once; nobody is mailed who has no account, and nothing is left of their request', async () => {
  smtp = await SmtpFixture.open();
  const emails = Array.from({ length: 12 }, (_, index) => `many${index}@example.org`);
  for (const email of emails) await resets.register(email);
  for (const email of [...emails, 'nobody@example.org']) await resets.request(email);
  const places = [placeFor(smtp.url), placeFor(smtp.url, 1)];
  await Promise.all(places.map((place) => sendDueMails(place, running)));
  expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual(emails.toSorted());
  expect(await rows()).toEqual(emails.map(() => ({ mail_due_at: null })));
  await Promise.all(places.map((place) => sendDueMails(place, running)));
  expect(smtp.received).toHaveLength(emails.length);
});

test('a mail that no server takes is tried again a minute later, and no longer than its link works', async () => {
  smtp = await SmtpFixture.open();
  const { url } = smtp;
  await smtp.close();
  await resets.register('later@example.org');
  await resets.request('later@example.org');
  await sendDueMails(placeFor(url), running);
  smtp = await SmtpFixture.open();
  await sendDueMails(placeFor(smtp.url), running);
  expect(smtp.received).toEqual([]);
  await makeDue();
  await people.stored.database.pool.query(`UPDATE password_resets SET expires_at = now()`);
  await sendDueMails(placeFor(smtp.url), running);
  expect(smtp.received).toEqual([]);
  await people.stored.database.pool.query(`UPDATE password_resets SET expires_at = now() + interval '1 minute'`);
  await sendDueMails(placeFor(smtp.url), running);
  expect(smtp.received).toHaveLength(1);
});

test.each([
  ['for good', 550, true],
  ['for now', 450, false],
])(
  'a mailbox that is refused %s (%d): tried no more: %s; the address is not logged',
  async (_, responseCode, given) => {
    const refuse = Object.assign(new Error('who is full@example.org?'), { responseCode });
    smtp = await SmtpFixture.open({ onRcptTo: (_address, _session, done) => done(refuse) });
    await resets.register(`full${responseCode}@example.org`);
    await resets.request(`full${responseCode}@example.org`);
    await sendDueMails(placeFor(smtp.url), running);
    expect((await rows())[0]?.mail_due_at === null).toBe(given);
    expect(lines.join('')).toContain(`EENVELOPE ${responseCode}`);
    expect(lines.join('')).not.toMatch(/@|full/);
  },
);

test('the task stops at once, though a server never answers; another replica sends the mail', async () => {
  const silent: Server = createServer();
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = silent.address() as AddressInfo;
  await resets.register('patient@example.org');
  await resets.request('patient@example.org');
  const { mailer: _, ...place } = placeFor('smtp://127.0.0.1:1');
  const task = sendingMails({ smtpUrl: `smtp://127.0.0.1:${port}`, from, siteUrl }, { ...place, log });
  const connected = once(silent, 'connection');
  task?.start();
  await connected;
  const begun = performance.now();
  await task?.stop();
  expect(performance.now() - begun).toBeLessThan(2_000);
  await new Promise((resolve) => silent.close(resolve));
  smtp = await SmtpFixture.open();
  await makeDue();
  const other = sendingMails({ smtpUrl: smtp.url, from, siteUrl }, { ...placeFor(smtp.url, 1), log });
  other?.start();
  await eventually(() => Promise.resolve(smtp?.received.length === 1), { what: 'the mail' });
  await other?.stop();
  expect(lines).toEqual([]);
});
