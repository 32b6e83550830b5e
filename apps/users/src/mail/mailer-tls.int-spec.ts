import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { selfSigned } from './self-signed.js';
import { SmtpFixture } from './smtp-fixture.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const mailer = join(root, 'dist', 'apps', 'users', 'src', 'mail', 'mailer.js');
const sending = `
const [mailer, smtpUrl] = process.argv.slice(1);
const { Mailer } = await import(mailer);
const mail = { to: 'tess@example.org', subject: 'Yours', text: 'Read me' };
await new Mailer({ smtpUrl, from: 'no-reply@news.example' }).send(mail, new AbortController().signal).then(
  () => console.log('sent'),
  ({ message }) => console.log(message),
);`;
let folder: string;
let trusted: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailer-'));
  trusted = join(folder, 'trusted.pem');
  await writeFile(trusted, selfSigned.cert);
});
afterAll(() => rm(folder, { recursive: true }));

/** Sends in a process of its own: Node reads whom it trusts as it starts. */
async function send(url: string, trusts?: string): Promise<string> {
  const env = trusts === undefined ? {} : { NODE_EXTRA_CA_CERTS: trusts };
  const args = ['--input-type=module', '--eval', sending, mailer, url];
  return (await promisify(execFile)(process.execPath, args, { env, cwd: root })).stdout.trim();
}

describe.each([
  ['smtps', true],
  ['STARTTLS', false],
])('by %s', (_, secure) => {
  test('mail goes to a server whose certificate is trusted, and to no other', async () => {
    const smtp = await SmtpFixture.open({ ...selfSigned, secure, disabledCommands: [] });
    try {
      expect(await send(smtp.url)).toBe('the mail was not sent: ESOCKET DEPTH_ZERO_SELF_SIGNED_CERT');
      expect(smtp.received).toEqual([]);
      expect(await send(smtp.url, trusted)).toBe('sent');
      expect(smtp.received.map(({ to }) => to)).toEqual([['tess@example.org']]);
    } finally {
      await smtp.close();
    }
  });
});

test('where TLS is required, a server that has none gets nothing', async () => {
  const smtp = await SmtpFixture.open();
  try {
    expect(await send(`${smtp.url}?requireTLS=true`)).toMatch(/^the mail was not sent: E/);
    expect(smtp.received).toEqual([]);
  } finally {
    await smtp.close();
  }
});
